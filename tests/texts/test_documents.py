"""Word and OpenDocument texts, and PDFs: their blocks and places, tracked changes, and laws that hold for each."""

from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases_in import Case, cases_in
from documents import docx, odt, packed, pdf
from factcheck.errors import ExitCode, FactcheckError
from factcheck.model.texts import ReadText, Tracked
from factcheck.statements.anchors import Found, find
from factcheck.statements.lines import LineIndex
from factcheck.statements.plain import plain
from factcheck.texts import read_document
from factcheck.texts.building import UNSEEN, raised
from factcheck.texts.opening import read_data
from factcheck.texts.parts import BREAK

CASES = [(form, case) for form in ("docx", "odt") for case in cases_in(f"texts/{form}.yaml")]
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
ids = pytest.mark.parametrize(
    ("form", "case"), CASES, ids=lambda value: value if isinstance(value, str) else value["name"]
)


_PARTS = ("styles", "footnotes", "endnotes", "comments", "header", "footer")


def _made(form: str, case: Case) -> bytes:
    if form == "odt":
        return odt(_regions(case) + case["body"], automatic=case.get("automatic", ""), styles=case.get("styles", ""))
    parts = {kind: case[kind] for kind in _PARTS if kind in case}
    made = docx(case["body"], **parts)
    return _strict(case["body"]) if "strict" in case else made


def _strict(body: str) -> bytes:
    kind = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    root = f'<Relationships xmlns="{package}"><Relationship Type="{kind}" Target="/a.xml"/></Relationships>'
    document = f'<w:document xmlns:w="{STRICT}"><w:body>{body}</w:body></w:document>'
    return packed({"_rels/.rels": root, "a.xml": document})


def _regions(case: Case) -> str:
    if "regions" not in case:
        return ""
    listed = (line.partition(": ") for line in _lines(case["regions"]))
    told = "".join(f'<text:changed-region text:id="{name}">{what}</text:changed-region>' for name, _, what in listed)
    return f"<text:tracked-changes>{told}</text:tracked-changes>"


@ids
def test_blocks_and_what_is_left_out(form: str, case: Case) -> None:
    found = read_document(_made(form, case), form, Tracked.ACCEPT)
    assert _blocks(found) == _lines(case["blocks"])
    assert ", ".join(part.what for part in found.left_out) == case.get("left_out", "")


@ids
def test_as_if_every_change_were_rejected(form: str, case: Case) -> None:
    found = read_document(_made(form, case), form, Tracked.REJECT)
    assert _blocks(found) == _lines(case.get("rejected", case["blocks"]))


@ids
def test_changes_that_nobody_settled_are_refused(form: str, case: Case) -> None:
    if "changes" not in case:
        assert _blocks(read_document(_made(form, case), form, Tracked.REFUSE)) == _lines(case["blocks"])
        return
    number, _, place = case["changes"].partition("; ")
    with pytest.raises(FactcheckError) as refused:
        read_document(_made(form, case), form, Tracked.REFUSE)
    [problem] = refused.value.problems
    assert problem.message == f"holds tracked changes that nobody has settled ({number}), the first in {place}"
    assert problem.code == ExitCode.WRONG_INPUT
    assert "--tracked accept, or reject" in problem.remedy


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]


def _blocks(found: ReadText) -> list[str]:
    lines = LineIndex(found.source, found.sections)
    return [
        f"{lines.within(found.span(one.start, one.end)[0])} | {one.kind}: "
        + "/".join(found.text[one.start : one.end].split("\n")).replace("\t", ">")
        for one in found.blocks
    ]


# One document told twice: what each piece of a paragraph is, in the XML of either format, and what is read of it.
WORDS = st.text("ab5é€&< \u200b\u00ad", min_size=1, max_size=6).filter(lambda words: UNSEEN.sub("", words).strip())
KINDS = ("plain", "inserted", "deleted", "moved away", "moved here", "linked", "field", "hidden")
RAISED = st.tuples(st.just("raised"), st.text("15", min_size=1, max_size=3))
MARKS = {"tab": "\t", "break": "\n"}
PIECE = st.one_of(
    RAISED,
    st.tuples(st.sampled_from(KINDS), WORDS),
    st.tuples(st.sampled_from(sorted(MARKS)), st.just("")),
)
PARAGRAPHS = st.lists(st.lists(PIECE, max_size=5), min_size=1, max_size=5)
Piece = tuple[str, str]


_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_WORD = {
    "plain": "<w:r>{}</w:r>",
    "inserted": '<w:ins w:id="1"><w:r>{}</w:r></w:ins>',
    "moved here": '<w:moveTo w:id="1"><w:r>{}</w:r></w:moveTo>',
    "deleted": '<w:del w:id="1"><w:r>{}</w:r></w:del>',
    "moved away": '<w:moveFrom w:id="1"><w:r>{}</w:r></w:moveFrom>',
    "linked": "<w:hyperlink><w:r>{}</w:r></w:hyperlink>",
    "field": f"{_FIELD.format('begin')}<w:r><w:instrText>PAGE 99</w:instrText></w:r>{_FIELD.format('separate')}"
    f"<w:r>{{}}</w:r>{_FIELD.format('end')}",
    "hidden": "<w:r><w:rPr><w:vanish/></w:rPr>{}</w:r>",
    "raised": '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{}</w:r>',
    "tab": "<w:r><w:tab/></w:r>",
    "break": "<w:r><w:br/></w:r>",
}


def _word_piece(piece: Piece) -> str:
    kind, words = piece
    name = "w:delText" if kind == "deleted" else "w:t"
    return _WORD[kind].format(f'<{name} xml:space="preserve">{escape(words)}</{name}>')


def _word(paragraphs: Sequence[Sequence[Piece]]) -> bytes:
    return docx("".join(f"<w:p>{''.join(map(_word_piece, one))}</w:p>" for one in paragraphs))


OPEN_STYLES = (
    '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="S" style:family="text"><style:text-properties style:text-position="super 58%"/>'
    "</style:style>"
)


def _open(paragraphs: Sequence[Sequence[Piece]]) -> bytes:
    regions, told = "", ""
    for one in paragraphs:
        inside = ""
        for kind, words in one:
            name = f"c{regions.count('changed-region')}"
            piece, region = _open_piece(kind, escape(words).replace(" ", "<text:s/>"), name)
            inside += piece
            regions += region
        told += f"<text:p>{inside}</text:p>"
    return odt(f"<text:tracked-changes>{regions}</text:tracked-changes>{told}", automatic=OPEN_STYLES)


_OPEN = {
    "plain": "{0}",
    "inserted": '<text:change-start text:change-id="{1}"/>{0}<text:change-end text:change-id="{1}"/>',
    "deleted": '<text:change text:change-id="{1}"/>',
    "linked": "<text:a>{0}</text:a>",
    "field": "<text:page-number>{0}</text:page-number>",
    "hidden": '<text:span text:style-name="H">{0}</text:span>',
    "raised": '<text:span text:style-name="S">{0}</text:span>',
    "tab": "<text:tab/>",
    "break": "<text:line-break/>",
}
_OPEN |= {"moved here": _OPEN["inserted"], "moved away": _OPEN["deleted"]}
_REGIONS = {"inserted": "<text:insertion/>", "deleted": "<text:deletion><text:p>{}</text:p></text:deletion>"}
_REGIONS |= {"moved here": _REGIONS["inserted"], "moved away": _REGIONS["deleted"]}


def _open_piece(kind: str, text: str, name: str) -> tuple[str, str]:
    """The piece as it stands in the text, and its entry in the list of changes."""
    region = _REGIONS[kind].format(text) if kind in _REGIONS else ""
    listed = f'<text:changed-region text:id="{name}">{region}</text:changed-region>' if region else ""
    return _OPEN[kind].format(text, name), listed


def _read_of(paragraph: Sequence[Piece], gone: Sequence[str]) -> str:
    """What a person reads of a paragraph where the changes of these kinds are gone."""
    told = ""
    for kind, words in paragraph:
        shown = raised(words) if kind == "raised" else MARKS.get(kind, words)
        told += "" if kind in gone or kind == "hidden" else shown
    return UNSEEN.sub("", told).strip(" \t\n")


GONE = {Tracked.ACCEPT: ("deleted", "moved away"), Tracked.REJECT: ("inserted", "moved here")}


@pytest.mark.parametrize("make", [_word, _open])
@pytest.mark.parametrize("tracked", GONE)
@given(paragraphs=PARAGRAPHS)
def test_every_word_is_read_and_none_besides(
    make: Callable[[Sequence[Sequence[Piece]]], bytes], tracked: Tracked, paragraphs: list[list[Piece]]
) -> None:
    """Nothing that a person sees is lost, an insertion least of all, and nothing that they do not see is read."""
    form = "docx" if make is _word else "odt"
    found = read_document(make(paragraphs), form, tracked)
    wanted = [words for one in paragraphs if (words := _read_of(one, GONE[tracked]))]
    assert [found.text[one.start : one.end] for one in found.blocks] == wanted
    assert found.text.split() == " ".join(wanted).split()
    _holds(found)
    lines = LineIndex(found.source, found.sections)
    places = [lines.within(found.span(one.start, one.end)[0]) for one in found.blocks]
    assert places == [f"paragraph {at}" for at, _ in enumerate(wanted, start=1)]


def _holds(found: ReadText) -> None:
    """The law of every reader: the words at a place of the source are the words of the text."""
    assert found.sections[:1] == () or found.sections[0].start == 0
    for block in found.blocks:
        for at in range(block.start, block.end):
            start, end = found.span(at, at + 1)
            assert found.source[start:end] == found.text[at].replace("\n", BREAK) or (
                found.source[start:end] == found.text[at] == "\n"
            )


def test_raised_figures_of_a_pdf_are_no_digits_of_the_number_before_them() -> None:
    found = read_data(pdf(["Over 150,000^12^ riders. CO_2_ and m^2^.\nUp 20^th^ of 9"]), "a.pdf", text_format="pdf")
    assert found.text.split() == ["Over", "150,000¹²", "riders.", "CO2", "and", "m².", "Up", "20th", "of", "9"]


LINES = st.text("ab5 (%)\\", max_size=8)
PAGES = st.lists(st.lists(LINES, max_size=3).map("\n".join), min_size=1, max_size=3)


@settings(max_examples=15, deadline=None)
@given(pages=PAGES)
def test_a_page_holds_its_words_and_no_other_page_does(pages: list[str]) -> None:
    marked = [f"Page {chr(65 + at)} has words.\n{page}" for at, page in enumerate(pages)]
    found = read_data(pdf(marked), "a.pdf", text_format="pdf")
    _holds(found)
    lines = LineIndex(found.source, found.sections)
    assert "".join(found.text.split()) == "".join("".join(marked).split())
    for number, page in enumerate(marked, start=1):
        where = find(plain(found.text), page.split("\n")[0])
        assert isinstance(where, Found)
        start, end = found.span(where.start, where.end)
        assert found.source[start:end] == page.split("\n")[0]
        assert str(lines.place(start, "a.pdf")) == f"a.pdf:page {number}"
