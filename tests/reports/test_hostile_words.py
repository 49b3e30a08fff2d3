"""The same hostile words in every quote, id, message, title and path: each format reads back as it was meant."""

import csv
import io
import json
import re
import unicodedata
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from read_back import READERS, commands, rows, sarif_text, shown, text_of, tokens
from reported import report

from factcheck.cli.reports import written
from factcheck.reports import FORMATS, table
from factcheck.reports.drawing.cells import NUMBER, cell
from factcheck.reports.drawing.layout import plain
from factcheck.reports.drawing.safe import visible
from factcheck.reports.markdown import escaped

FORMULA = "=cmd()|'/c calc'!A1;=1+1 ; @SUM(A1)"
CI = "::error file=a::boo\n::error::\r::set-output name=x::y ##[group]g ##vso[task.x]t %0A::warning::z ::add-mask::a"
MARKUP = "]]> <![CDATA[x]]> <script>alert(1)</script> <!-- --> &lt; &amp;#60; `a` ``b`` | c | ~~d~~ **e** _f_ ![g](h)"
LINKS = "[i](javascript:j) [k](1) https://l.example www.m.example n@o.example @somebody :tada: $p$ {0} {{q}} \\ \" '"
ESCAPES = (
    "\x00\x01\x08\x1b[31m\x1b]0;t\x07\x7f\x9b2J\u202er\u202c\u2066\u200b\ufeff\u2028\u2029\x85\ufffe \ud800 \udfff"
)
HOSTILE = f"{FORMULA} {CI} {MARKUP} {LINKS} {ESCAPES} end"
SHOWN = " ".join(visible(HOSTILE).split())
BENIGN, REPORT = report("benign"), report(HOSTILE)
SENT_TO_CI = re.compile(r"^\s*::[a-z]|##\[|##[a-z]+\[", re.MULTILINE | re.IGNORECASE)
EXACT = ("json", "json-lines", "claimreview", "annotations")
CELLS = ("csv", "sheet", "xlsx")


def _read(form: str) -> list[str]:
    """The records of the report; a table is read in a narrow terminal, where no columns stand side by side."""
    text = plain(table.render(REPORT, width=50)) if form == "table" else text_of(REPORT, form)
    return READERS[form](text)


@pytest.mark.parametrize("form", FORMATS)
def test_no_character_is_raw(form: str) -> None:
    text = text_of(REPORT, form)
    unseen = {one for one in text if one != "\n" and unicodedata.category(one) in ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")}
    assert unseen == set()
    assert text.encode("utf-8").decode("utf-8") == text
    assert form == "github" or SENT_TO_CI.findall(text) == []


@pytest.mark.parametrize("form", FORMATS)
def test_words_of_strangers_make_no_record_and_hide_none(form: str) -> None:
    assert len(_read(form)) == len(READERS[form](text_of(BENIGN, form)))


@pytest.mark.parametrize("form", FORMATS)
def test_every_quote_and_message_reads_back(form: str) -> None:
    """Formats that hold any character give the words back; all others, the words as they are safe to show."""
    records = _read(form)
    meant = HOSTILE if form in EXACT else SHOWN
    for number, _ in enumerate(REPORT.claims):
        assert [one for one in records if _in(f"quote {number} of 5% {meant}", one, form)], records
    for finding in REPORT.findings:
        if finding.message.endswith("m"):
            assert [one for one in records if _in(f"{meant} {finding.message.split()[-2]}", one, form)]


def _in(words: str, record: str, form: str) -> bool:
    if form in EXACT:
        return words in record
    spared = record.replace("'", "") if form in CELLS else record
    wanted = words.replace("'", "") if form in CELLS else words
    return "".join(wanted.split()) in "".join(spared.split())


def test_github_gets_the_commands_that_are_ours() -> None:
    told = commands(written(REPORT, "github"))
    assert [one["name"] for one in told] == [one["name"] for one in commands(written(BENIGN, "github"))]
    assert {frozenset(one) for one in told} <= {
        frozenset({"name", "message", "title", *place}) for place in ((), ("file", "line", "col"))
    }


def test_sarif_shows_no_link_and_names_the_file() -> None:
    (run,) = json.loads(written(REPORT, "sarif"))["runs"]
    first = run["results"][0]
    assert visible(HOSTILE) in sarif_text(first["message"]["text"])
    assert first["properties"]["quote"] == f"quote 0 of 5% {HOSTILE}"
    uri = first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote_to_bytes(uri).decode("utf-8", "surrogatepass") == f"claims/speech.yaml {HOSTILE}"
    assert re.fullmatch(r"[\w./~%-]+", uri, re.ASCII)


def test_markdown_makes_no_html_but_the_tables() -> None:
    html = MarkdownIt("commonmark").enable("table").render(written(REPORT, "markdown"))
    assert set(re.findall(r"</?(\w+)", html)) <= {
        "h2", "h3", "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "ul", "li",
    }  # fmt: skip
    widths = {len(row) for row in rows(tokens(written(REPORT, "markdown")))}
    assert widths == {5, 6}


@pytest.mark.parametrize("form", ["csv", "sheet"])
def test_no_cell_is_a_formula(form: str) -> None:
    text = written(REPORT, form)
    for parted in (",", ";", "\t"):
        cells = [one for row in csv.reader(io.StringIO(text, newline=""), delimiter=parted) for one in row]
        assert [one for one in cells if one.lstrip()[:1] in tuple("=+-@")] == []


@given(st.text())
def test_a_cell_never_begins_as_a_formula_does(text: str) -> None:
    told = cell(text)
    assert told.lstrip()[:1] not in tuple("=+-@") or NUMBER.fullmatch(told)
    assert told.replace("'", "") == visible(text).replace("'", "")


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_markdown_shows_text_as_it_is(text: str) -> None:
    """In a cell, where blocks cannot begin."""
    (row,) = rows(tokens(f"| a | b |\n| --- | --- |\n| {escaped(text)} | end |"))[1:]
    assert row == [visible(text).strip(), "end"]
    (inline,) = [one for one in tokens(f"### {escaped(text)} end") if one.type == "inline"]
    assert shown(inline) == f"{visible(text)} end".strip()
