"""Documents made by LibreOffice: nothing of them is lost, inserted words least of all, and nothing is added."""

import re
from pathlib import Path

import pytest
from libreoffice import LibreOffice
from originals import ACCEPTED, REJECTED, TRACKED, insertions, statement

from cases_in import cases_in
from documents import docx
from factcheck.errors import FactcheckError
from factcheck.model.texts import ReadText, Tracked
from factcheck.statements.lines import LineIndex
from factcheck.texts.opening import read_file

FORMS = ("docx", "odt")
WAYS = {TRACKED: Tracked.REFUSE, ACCEPTED: Tracked.ACCEPT, REJECTED: Tracked.REJECT}
INSERTED = 120
WANTED = {
    ACCEPTED: """
paragraph 1 | heading: City Transport in 2023
paragraph 2 | paragraph: It received eight complaints in 2023.
paragraph 3 | paragraph: It runs 12 lines.
paragraph 4 | paragraph: It has 5 stops.
paragraph 5 | paragraph: It closed 4 lines.
paragraph 6 | paragraph: Over 150,000² of   them>and/more.
table 1, row 1, cell 1 | table cell: Year
table 1, row 1, cell 2 | table cell: Lines
table 1, row 2, cell 1 | table cell: 2023
table 1, row 2, cell 2 | table cell: 12 lines
paragraph 7 | paragraph: Beside it.
text box 1 | paragraph: A box of 44 trams.
paragraph 8 | list item: opened 6 and 7
paragraph 9 | list item: closed 8
paragraph 10 | paragraph: The end.
footnote 1 | paragraph: Of 94% of all riders.
endnote 1 | paragraph: Says the city.
""",
    REJECTED: """
paragraph 1 | heading: City Transport in 2023
paragraph 2 | paragraph: It received nine complaints in 2023.
paragraph 3 | paragraph: It runs 5 stops.
paragraph 4 | paragraph: It closed 3 lines.
paragraph 5 | paragraph: It opened 4 lines.
paragraph 6 | paragraph: Over 150,000² of   them>and/more.
table 1, row 1, cell 1 | table cell: Year
table 1, row 1, cell 2 | table cell: Lines
table 1, row 2, cell 1 | table cell: 2023
table 1, row 2, cell 2 | table cell: 2 lines
paragraph 7 | paragraph: Beside it.
text box 1 | paragraph: A box of 44 trams.
paragraph 8 | list item: opened 7
paragraph 9 | list item: closed 8
paragraph 10 | paragraph: The end.
footnote 1 | paragraph: Of 94% riders.
endnote 1 | paragraph: Says the city.
""",
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    return LibreOffice(tmp_path_factory.mktemp("profile"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, office: LibreOffice) -> Path:
    """Each original in each format."""
    folder = tmp_path_factory.mktemp("office")
    for way in WAYS:
        (folder / f"statement-{way}.fodt").write_text(statement(way), encoding="utf-8")
        (folder / f"insertions-{way}.fodt").write_text(insertions(way, INSERTED), encoding="utf-8")
    for form in (*FORMS, "pdf"):
        office.written(sorted(folder.glob("*.fodt")), form)
    return folder


def _blocks(found: ReadText) -> list[str]:
    lines = LineIndex(found.source, found.sections)
    return [
        f"{lines.within(found.span(one.start, one.end)[0])} | {one.kind}: "
        + "/".join(found.text[one.start : one.end].split("\n")).replace("\t", ">")
        for one in found.blocks
    ]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("way", [ACCEPTED, REJECTED])
def test_a_statement(folder: Path, form: str, way: str) -> None:
    """With changes settled in the program or by us, the words are the same."""
    for name, tracked in ((f"statement-{TRACKED}", WAYS[way]), (f"statement-{way}", Tracked.REFUSE)):
        found = read_file(folder / f"{name}.{form}", f"{name}.{form}", tracked=tracked)
        assert _blocks(found) == WANTED[way].strip().split("\n")
        assert [part.what for part in found.left_out] == ["hidden part", "comment"]


@pytest.mark.parametrize("form", FORMS)
def test_changes_that_nobody_settled_are_refused(folder: Path, form: str) -> None:
    with pytest.raises(FactcheckError) as refused:
        read_file(folder / f"statement-{TRACKED}.{form}", f"a.{form}")
    assert "holds tracked changes that nobody has settled" in str(refused.value)


@pytest.mark.parametrize("form", FORMS)
def test_no_inserted_word_is_lost(folder: Path, form: str) -> None:
    """In headings, text, notes, cells and items; whoever reads the runs of a paragraph alone loses them."""
    name = f"insertions-{TRACKED}.{form}"
    accepted = read_file(folder / name, name, tracked=Tracked.ACCEPT).text
    assert sorted(map(int, re.findall(r"inserted ([0-9]+)", accepted))) == list(range(INSERTED))
    rejected = read_file(folder / name, name, tracked=Tracked.REJECT).text
    assert "inserted" not in rejected
    for way, text in ((ACCEPTED, accepted), (REJECTED, rejected)):
        settled = read_file(folder / f"insertions-{way}.{form}", name)
        assert settled.text.split() == text.split()


def test_a_pdf_has_the_same_words(folder: Path) -> None:
    """Page by page; the mark of a note stands before its words, and lists have signs of their own."""
    found = read_file(folder / f"statement-{ACCEPTED}.pdf", "a.pdf")
    lines = LineIndex(found.source, found.sections)
    wanted = ["It received eight complaints", "Over 150,000²", "12 lines", "A box of 44 trams.", "opened 6 and 7"]
    places = [lines.within(found.span(found.text.index(words), found.text.index(words) + 1)[0]) for words in wanted]
    assert places == ["page 1"] * len(wanted)
    assert "hidden 77" not in found.text
    assert "Is it 9?" not in found.text


# Made by hand, written anew by LibreOffice; it knows what each of these marks means.
KNOWN = (
    *("a tracked insertion is read, which other readers lose", "a deletion", "moved words"),
    *("inserted by one, deleted by another", "a paragraph's end that was inserted"),
    *("a paragraph's end that was deleted", "a change in a footnote is one too", "a table in a table"),
    *("tabs, breaks, hyphens", "raised figures are no digits of the number before them"),
)


@pytest.fixture(scope="module")
def anew(tmp_path_factory: pytest.TempPathFactory, office: LibreOffice) -> dict[str, tuple[Path, Path]]:
    """The cases that LibreOffice knows, each as it was made and as LibreOffice writes it."""
    folder, made = tmp_path_factory.mktemp("anew"), []
    for at, name in enumerate(KNOWN):
        [case] = [one for one in cases_in("texts/docx.yaml") if one["name"] == name]
        parts = {kind: case[kind] for kind in ("footnotes",) if kind in case}
        made.append(folder / f"case-{at}.docx")
        made[-1].write_bytes(docx(case["body"], **parts))
    return dict(zip(KNOWN, zip(made, office.written(made, "odt"), strict=True), strict=True))


@pytest.mark.parametrize("name", KNOWN)
@pytest.mark.parametrize("tracked", [Tracked.ACCEPT, Tracked.REJECT])
def test_libreoffice_reads_our_documents_as_we_do(
    anew: dict[str, tuple[Path, Path]], name: str, tracked: Tracked
) -> None:
    made, written = (read_file(path, path.name, tracked=tracked) for path in anew[name])
    assert [" ".join(one.split()) for one in _blocks(written)] == [" ".join(one.split()) for one in _blocks(made)]


PAGE = """<html><head><title>A page of 1</title></head><body><h1>Trams in 2023</h1><p>Over <b>150,</b>000 riders &amp;
94% of <a href="x5.html">them</a>.<br>12 lines.</p><table><tr><th>Year<th>Lines<tr><td>2023<td>12</table>
<ul><li>opened 3<li>closed 4</ul><!-- 77 --><script>var x = 78;</script></body></html>"""


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_web_page_saved_as_a_document(tmp_path: Path, office: LibreOffice, form: str) -> None:
    """Three readers agree on the words of one page."""
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    target = {"docx": "docx:MS Word 2007 XML", "odt": "odt:writer8"}[form]
    [path] = office.written([tmp_path / "page.html"], target)
    page = read_file(tmp_path / "page.html", "page.html")
    found = read_file(path, path.name)
    assert found.text.split() == page.text.split()
    assert [(block.kind, found.text[block.start : block.end].split()) for block in found.blocks] == [
        (block.kind, page.text[block.start : block.end].split()) for block in page.blocks
    ]
