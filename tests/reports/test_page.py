"""What stands on the page, from projects as they are: the text, its marks, the evidence, what could not be placed."""

import re
from collections.abc import Mapping
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from factcheck.reports.drawing.links import web
from factcheck.reports.html import render
from factcheck.reports.page.building import page_of
from factcheck.reports.page.number_lines import wide
from factcheck.reports.page.values import Chart, NumberLine, Page
from factcheck.wiring import open_project

DESCRIPTION = """
resources:
  - name: visits
    path: visits.csv
    complete: yes
    as_of: "2024"
    sources: [{title: Town hall, path: "https://town.example/visits"}]
    schema:
      fields: [{name: place}, {name: year, type: year}, {name: n, type: integer}]
"""
DATA = "place,year,n\nNorth,2022,10\nNorth,2023,20\nSouth,2023,30\nEast,2023,7\nNorth,2024,40\n"
HEAD = "statement: {title: Speech, publisher: Someone, published: 2025-03-01, text: %s}\nclaims:\n"


def _page(
    folder: Path, text: str | None, claims: str, data: str = DATA, description: str = DESCRIPTION
) -> tuple[Page, str]:
    files: Mapping[str, str] = {
        "claims/speech.yaml": HEAD % ("speech.txt" if text is not None else "not held") + claims,
        "datasets/datapackage.yaml": description,
        "datasets/visits.csv": data,
        **({} if text is None else {"claims/speech.txt": text}),
    }
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    with open_project([str(folder / "claims/speech.yaml")], today=date(2026, 11, 23), pictured=True) as project:
        report = project.report()
    return page_of(report), render(report)


def _claim(name: str, quote: str, says: str = "97", check: str = "sum: n, where: year >= 2023") -> str:
    return f'  - {{id: {name}, quote: "{quote}", says: "{says}", check: {{dataset: visits, {check}}}}}\n'


def _marked(page: Page) -> list[tuple[str, int, list[int], list[str]]]:
    """Each marked stretch: its words, its claim, the claims that end there, and the open figures in it."""
    (statement,) = page.statements
    return [
        (
            "".join(one.text for one in stretch.words),
            stretch.card.number if stretch.card else 0,
            [card.number for card in stretch.ends],
            [one.text for one in stretch.words if one.is_open],
        )
        for paragraph in statement.text
        for stretch in paragraph.stretches
        if stretch.card or any(one.is_open for one in stretch.words)
    ]


def test_a_claim_in_its_place_and_a_figure_that_is_open(tmp_path: Path) -> None:
    page, html = _page(tmp_path, "There were 97 visits, in 3 towns.\n", _claim("a", "97 visits"))
    assert _marked(page) == [("97 visits", 1, [1], []), ("3", 0, [], ["3"])]
    assert page.statements[0].covered == "Claims cover 1 of 2 figures and superlatives (50%); 1 open."
    assert "(no claim covers this)" in html


def test_all_words_of_the_text_are_shown_once(tmp_path: Path) -> None:
    text = "# A title\n\nThere were 97 visits, in 3 towns.\n\n- an item\n- another\n"
    page, _ = _page(tmp_path, text, _claim("a", "97 visits"))
    shown = "".join(
        word.text for paragraph in page.statements[0].text for stretch in paragraph.stretches for word in stretch.words
    )
    assert "".join(shown.split()) == "".join(text.split())


def test_quotes_that_overlap_are_each_told_of(tmp_path: Path) -> None:
    claims = (
        _claim("long", "There were 97 visits") + _claim("within", "97 visits") + _claim("over", "97 visits, in all")
    )
    page, html = _page(tmp_path, "There were 97 visits, in all.\n", claims)
    assert _marked(page) == [
        ("There were ", 1, [], []),
        ("97 visits", 2, [1, 2], []),
        (", in all", 3, [3], []),
    ]
    assert [f'id="q{number}"' in html for number in (1, 2, 3)] == [True] * 3
    assert len(re.findall(r' id="([^"]+)"', html)) == len(set(re.findall(r' id="([^"]+)"', html)))


def test_a_quote_over_two_paragraphs_is_marked_in_both(tmp_path: Path) -> None:
    page, _ = _page(tmp_path, "There were 97\n\nvisits in town.\n", _claim("a", "There were 97 visits"))
    assert [(words.strip(), number) for words, number, *_ in _marked(page)] == [("There were 97", 1), ("visits", 1)]
    assert [ends for *_, ends, _ in _marked(page)] == [[], [1]]


def test_a_quote_that_is_gone_is_marked_nowhere_and_said_so(tmp_path: Path) -> None:
    page, html = _page(tmp_path, "It was said otherwise.\n", _claim("a", "97 visits"))
    assert _marked(page) == []
    (card,) = page.statements[0].cards
    assert card.lost == "the text does not hold these words"
    assert [one.kind for one in card.findings] == ["lost"]
    assert 'href="#q1"' not in html


def test_a_quote_that_changed_marks_the_words_of_now(tmp_path: Path) -> None:
    page, _ = _page(
        tmp_path,
        "There were nearly 99 visits to libraries.\n",
        _claim("a", "nearly 97 visits to libraries", "nearly 97"),
    )
    assert [(words, number) for words, number, *_ in _marked(page)] == [("nearly 99 visits to libraries", 1)]
    assert page.statements[0].cards[0].lost == "the text holds other words now"


def test_a_quote_in_several_places_is_not_guessed(tmp_path: Path) -> None:
    page, _ = _page(tmp_path, "There were 97 visits. There were 97 visits.\n", _claim("a", "97 visits"))
    assert [number for _, number, *_ in _marked(page)].count(1) == 0
    assert page.statements[0].cards[0].lost == "the text holds these words in several places"


def test_a_text_that_is_not_held_lists_its_claims(tmp_path: Path) -> None:
    page, html = _page(tmp_path, None, _claim("a", "97 visits"))
    (statement,) = page.statements
    assert (statement.text, statement.covered) == ((), "")
    assert [card.verdict for card in statement.cards] == ["supported"]
    assert "The text of this statement is not held" in html


def test_a_dataset_of_one_row(tmp_path: Path) -> None:
    claims = _claim("a", "5 visits", "5", "sum: n") + _claim(
        "b", "the highest", "highest", "rank: {of: {place: North}, by: {sum: n}, each: place}"
    )
    page, _ = _page(tmp_path, "There were 5 visits, the highest.\n", claims, "place,year,n\nNorth,2024,5\n")
    first, second = page.statements[0].cards
    assert (first.verdict, first.rows[0].rows) == ("supported", (("North", "2024", "5"),))
    assert first.rows[0].told == "1 row of visits"
    assert second.charts == ()


def test_no_rows_at_all_is_said(tmp_path: Path) -> None:
    page, _ = _page(tmp_path, "There were 0 visits.\n", _claim("a", "0 visits", "0", "count: n > 1000"))
    (card,) = page.statements[0].cards
    assert (card.verdict, card.rows[0].told) == ("supported", "No row of visits")


def test_a_change_is_drawn_with_the_years_compared(tmp_path: Path) -> None:
    check = "change: {of: {sum: n}, from: {year: 2022}, to: {year: 2024}}"
    page, _ = _page(tmp_path, "Visits rose by 300%.\n", _claim("a", "rose by 300%", "rose by 300%", check))
    (drawn,) = page.statements[0].cards[0].charts
    assert [(bar.label, bar.text, bar.is_meant) for bar in drawn.bars] == [
        ("2022", "10", True),
        ("2023", "57", False),
        ("2024", "40", True),
    ]
    assert drawn.told == "Sum of n by year, those meant in black. 2022: 10; 2024: 40."


def test_a_ranking_is_drawn_with_the_runner_up(tmp_path: Path) -> None:
    check = "rank: {of: {place: North}, by: {sum: n}, each: place}"
    page, _ = _page(tmp_path, "North had the most visits.\n", _claim("a", "the most visits", "the most", check))
    (drawn,) = page.statements[0].cards[0].charts
    assert [(bar.label, bar.text, bar.is_meant) for bar in drawn.bars] == [
        ("1. North", "70", True),
        ("2. South", "30", False),
        ("3. East", "7", False),
    ]


def test_a_share_is_drawn_with_its_unknown_part(tmp_path: Path) -> None:
    data = "place,year,n\nNorth,2024,1\n,2024,1\nSouth,2024,1\nSouth,2024,1\n"
    page, _ = _page(
        tmp_path, "A third are in the north.\n", _claim("a", "A third", "A third", "share: place = 'North'"), data
    )
    drawn = page.statements[0].cards[0].checks[0].chart
    assert drawn
    assert drawn.told == "Of the whole: has it 25%, unknown 25%, has it not 50%."
    assert [bar.long for bar in drawn.bars] == ["85", "85", "170"]


def test_a_median_is_drawn_as_a_distribution(tmp_path: Path) -> None:
    page, _ = _page(tmp_path, "The median was 20 visits.\n", _claim("a", "20 visits", "20", "median: n"))
    (drawn,) = page.statements[0].cards[0].charts
    assert [(bar.label, bar.text) for bar in drawn.bars if bar.is_meant] == [("13.6 to 20.2", "1")]
    assert [bar.text for bar in drawn.bars] == ["2", "1", "0", "1", "1"]


def test_the_number_line_of_a_refuted_claim(tmp_path: Path) -> None:
    page, _ = _page(tmp_path, "There were over 150 visits.\n", _claim("a", "over 150 visits", "over 150"))
    (checked,) = page.statements[0].cards[0].checks
    assert checked.line
    said, found = checked.line.bands
    assert (said.name, said.low, said.high) == ("said", "open", "on")
    assert (found.name, found.low, found.high, found.width) == ("found", "closed", "closed", "0")
    assert float(found.x) < float(said.x)
    assert checked.line.told == "The words accept over 150; found: 97."


def _line_of(folder: Path, said: str, n: str) -> NumberLine:
    page, _ = _page(
        folder, f"There were {said} visits.\n", _claim("a", f"{said} visits", said), f"place,year,n\nA,2023,{n}\n"
    )
    (checked,) = page.statements[0].cards[0].checks
    assert checked.line
    return checked.line


def test_every_number_of_a_number_line_can_be_read(tmp_path: Path) -> None:
    line = _line_of(tmp_path, "9.5 trillion", "9200000000000")
    assert [tick.text for tick in line.ticks] == ["9,000,000,000,000", "9,500,000,000,000", "10,000,000,000,000"]
    assert [(tick.x, wide(tick.text)) for tick in line.ticks] == [("58", 107), ("180.5", 107), ("303", 114)]


def test_nothing_found_lies_beyond_a_number_line(tmp_path: Path) -> None:
    """Five numbers from 50 to 250 would leave out the 251."""
    line = _line_of(tmp_path, "119", "251")
    assert [(band.name, band.low, band.high, bool(band.point)) for band in line.bands] == [
        ("said", "closed", "closed", False),
        ("found", "closed", "closed", True),
    ]


def test_a_long_name_leaves_room_for_its_number(tmp_path: Path) -> None:
    long = "The Former Autonomous Region of the Northern Isles and Islets"
    page, html = _page(
        tmp_path,
        "North had the most visits.\n",
        _claim("a", "North had the most visits", "the most", "rank: {of: {place: North}, by: {sum: n}, each: place}"),
        f"place,year,n\nNorth,2024,40\n{long},2024,7\n",
    )
    (drawn,) = page.statements[0].cards[0].charts
    assert [(bar.name, bar.text) for bar in drawn.bars] == [
        ("1. North", "40"),
        ("2. The Former Autonomous Region of the Nort…", "7"),
    ]
    assert f"<title>2. {long}: 7</title>" in html


CHANGE = "change: {of: {sum: n}, from: {year: 2022}, to: {year: 2024}}"
TREND = "trend: {of: {sum: n}, over: year}"


def _drawn(folder: Path, said: str, check: str, description: str = DESCRIPTION) -> Chart:
    page, _ = _page(folder, f"Visits {said}.\n", _claim("a", f"Visits {said}", said, check), description=description)
    (drawn,) = page.statements[0].cards[0].charts
    return drawn


def test_a_trend_is_drawn_over_all_its_times(tmp_path: Path) -> None:
    drawn = _drawn(tmp_path, "fell for the second year in a row", TREND)
    assert (drawn.drawn_as, drawn.told) == ("series", "Sum of n by year.")
    assert [(bar.label, bar.text, bar.name, bar.is_meant) for bar in drawn.bars] == [
        ("2022", "10", "2022", False),
        ("2023", "57", "", False),
        ("2024", "40", "2024", False),
    ]
    assert [bar.long for bar in drawn.bars] == ["15.8", "90", "63.2"]


def test_a_change_over_the_same_times_marks_those_compared(tmp_path: Path) -> None:
    drawn = _drawn(tmp_path, "rose by 30", CHANGE)
    assert drawn.told == "Sum of n by year, those meant in black. 2022: 10; 2024: 40."
    assert [(bar.text, bar.is_meant) for bar in drawn.bars] == [("10", True), ("57", False), ("40", True)]


def test_of_a_table_that_lacks_rows_it_is_said_what_is_drawn(tmp_path: Path) -> None:
    lacks = DESCRIPTION.replace("complete: yes", "complete: no\n    complete_reason: two towns sent nothing")
    drawn = _drawn(tmp_path, "rose by 30", CHANGE, lacks)
    assert drawn.told == (
        "Sum of n by year, those meant in black. Drawn are the rows there are; the table may lack some. "
        "2022: 10; 2024: 40."
    )


def test_a_day_without_a_speaker_is_not_called_one(tmp_path: Path) -> None:
    claim = _claim("a", "97 visits")
    page, _ = _page(tmp_path, "There were 97 visits.\n", claim + claim.replace("id: a", "id: b, speaker: Ann"))
    told = [[(line.label, line.text) for line in card.about] for card in page.statements[0].cards]
    assert [each[:-2] for each in told] == [
        [("Said on", "2025-03-01")],
        [("Speaker", "Ann"), ("Said on", "2025-03-01")],
    ]


def test_the_data_are_named_on_top(tmp_path: Path) -> None:
    _, html = _page(tmp_path, "There were 97 visits.\n", _claim("a", "97 visits"))
    header = html.partition("<header>")[2].partition("</header>")[0]
    assert 'Data: <bdi>visits</bdi>, <a href="#data">with sources and hashes</a>.' in header


def test_of_several_texts_the_coverage_of_all_stands_on_top(tmp_path: Path) -> None:
    alone, _ = _page(tmp_path, "There were 97 visits, in 3 towns.\n", _claim("a", "97 visits"))
    assert alone.covered == ""
    (tmp_path / "claims/other.txt").write_text("We had 30 visits.\n", encoding="utf-8")
    other = HEAD % "other.txt" + _claim("b", "30 visits", "30", "sum: n, where: {place: South}")
    (tmp_path / "claims/other.yaml").write_text(other, encoding="utf-8")
    with open_project([str(tmp_path / "claims")], today=date(2026, 11, 23), pictured=True) as project:
        both = page_of(project.report())
    assert both.covered == "Claims cover 2 of 3 figures and superlatives (66.6%); 1 open."


def test_a_refuted_claim_says_what_would_be_true_and_what_would_fit(tmp_path: Path) -> None:
    claims = _claim("a", "60 visits", "60", "sum: n, where: {place: South}") + _claim(
        "b", "30 visits", "30", "sum: n, where: {place: South}"
    )
    page, _ = _page(tmp_path, "There were 60 visits. There were 30 visits.\n", claims)
    refuted, holds = ({line.label: line.text for line in card.lines} for card in page.statements[0].cards)
    assert refuted["Could say"] == '"30"'
    assert refuted["Would fit"] == "none of 7 alternatives tried"
    assert not {"Could say", "Would fit"} & set(holds)


def test_sources_are_links_and_hashes_are_whole(tmp_path: Path) -> None:
    page, html = _page(tmp_path, "There were 97 visits.\n", _claim("a", "97 visits"))
    (data,) = page.data
    assert re.fullmatch("[0-9a-f]{64}", data.sha256)
    assert '<a href="https://town.example/visits" rel="noopener noreferrer">' in html
    assert data.sha256 in html
    assert "factcheck check" in unescape(html)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JAVASCRIPT:alert(1)", "java\tscript:alert(1)", " https://a.example", "data:text/html,x",
        "//a.example", "https:a.example", "https://", "https://user@a.example", "ftp://a.example", "https://a.example/\u202ex",
        "https://a.example/<b>", "vbscript:x", "file:///etc/passwd", "https://[", "",
    ],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_no_link(url: str) -> None:
    assert web(url) == ""


def test_addresses_of_the_web_are_links() -> None:
    for url in ("https://a.example/x?y=1&z=2#w", "http://a.example", "HTTPS://a.example/é"):
        assert web(url) == url


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    one = _page(tmp_path, "There were 97 visits.\n", _claim("a", "97 visits"))[1]
    other = _page(tmp_path, "There were 97 visits.\n", _claim("a", "97 visits"))[1]
    assert one == other
