"""Texts of every format: their blocks, what is left out, and that each word stands where it is said to stand."""

import html
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases_in import Case, cases_in, told
from factcheck.errors import FactcheckError
from factcheck.model.texts import ReadText
from factcheck.texts import READERS, format_of, read
from factcheck.texts.building import UNSEEN, raised
from factcheck.texts.opening import decoded, read_data

FORMATS = {"text": "texts/plain.yaml", "markdown": "texts/markdown.yaml", "html": "texts/html.yaml"}
CASES = [(name, case) for name, file in FORMATS.items() for case in cases_in(file)]

MARKUP = [
    *(
        "<sup>",
        "</sup>",
        "<b>",
        "</b>",
        "<p>",
        "</p>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        '<p title="',
        "<a href='",
        ">",
        "<",
        "&",
    ),
    *("&amp;", "&#8364;", "&nbsp", "**", "*", "_", "`", "```", "[", "](", ")", "![", "[^1]", "|", "|---|", "# ", "> "),
    *("- ", "1. ", "---", "===", "\\", "\n", "\n\n", "\r\n", "\r", "    ", "\t", " ", "\u200b", "\u00ad", "\ufeff"),
    *("94%", "over", "150,000", "word", "é", "e\u0301", "\u4e2d\u6587", "\u05d0", "😀", "\u202f", ".", "<td>", "<br>"),
]
SOURCES = st.one_of(st.text(), st.lists(st.sampled_from(MARKUP), max_size=40).map("".join))


@pytest.mark.parametrize(
    ("text_format", "case"), CASES, ids=lambda value: value if isinstance(value, str) else value["name"]
)
def test_blocks_and_what_is_left_out(text_format: str, case: Case) -> None:
    found = read(case["source"], text_format)
    wanted = [line for line in case["blocks"].split("\n") if line]
    assert [f"{block.kind}: {_words(found, block.start, block.end)}" for block in found.blocks] == wanted
    assert ", ".join(part.what for part in found.left_out) == case.get("left_out", "")


def _words(found: ReadText, start: int, end: int) -> str:
    return "/".join(found.text[start:end].splitlines()).replace("\xa0", "~")


@pytest.mark.parametrize("text_format", READERS)
@given(source=SOURCES)
def test_the_words_at_a_place_are_the_words_of_the_text(text_format: str, source: str) -> None:
    found = read(source, text_format)
    assert found.source == source
    last = 0
    for block in found.blocks:
        assert last <= block.start < block.end <= len(found.text)
        assert found.text[block.start : block.end] == found.text[block.start : block.end].strip()
        last = block.end
        for at in range(block.start, block.end):
            start, end = found.span(at, at + 1)
            written = source[start:end]
            character = found.text[at]
            assert character in (written, raised(written), *html.unescape(written)) or (
                character == "\n" and written[:1] == "<"
            )
        start, end = found.span(block.start, block.end)
        assert 0 <= start < end <= len(source)


@given(source=st.text(alphabet=st.characters(categories=("L", "N", "P", "Zs"))))
def test_a_plain_text_is_all_words(source: str) -> None:
    found = read(source, "text")
    assert found.text == UNSEEN.sub("", source)
    shown = [found.text[block.start : block.end] for block in found.blocks]
    assert "".join("".join(shown).split()) == "".join(found.text.split())


@pytest.mark.parametrize("text_format", READERS)
@pytest.mark.parametrize(
    "hostile", ["<", "<!--", "<a ='", "&", "[", "![a](", "*a", "`", "<script>", "\n<!--", "> ", "|a\n|-|\n"]
)
def test_hostile_texts_are_read_to_their_end(text_format: str, hostile: str) -> None:
    """What would take hours if reading were not linear."""
    found = read(hostile * 50_000 + " end", text_format)
    assert len(found.source) == len(hostile) * 50_000 + 4


def test_a_format_is_told_by_the_name() -> None:
    assert [format_of(name) for name in ("a.md", "b/c.HTML", "d.txt", "e", "f.markdown")] == [
        *("markdown", "html", "text", "text", "markdown")
    ]


MEND = "save the file as UTF-8, or say what it is: --encoding windows-1252 (in a claim file, encoding:)"
NAME = "give it the ending of what it is: .docx, .odt and .pdf are read; or save it as plain text, Markdown or HTML"
REFUSED = [
    (b"%PDF-1.7 abc", "utf-8", "a.txt:1:1 this is a PDF, not text\n  " + NAME),
    (b"one\ntw\0o", "utf-8", "a.txt:2:3 not text: byte 7 of it is 0\n  save it as plain text, Markdown or HTML"),
    (
        "one\ncafé".encode("latin-1"),
        "utf-8",
        "a.txt:2:4 byte 8 of the file, 0xe9, is not UTF-8 text\n  caf\ufffd\n     ^\n" + f"  {MEND}",
    ),
    (
        "one".encode("utf-16"),
        "utf-8",
        "a.txt:1:1 begins with the mark of utf-16\n  save it as UTF-8, or say so: --encoding utf-16",
    ),
    (b"one", "klingon", '- no encoding "klingon"\n  encodings are utf-8, windows-1252, iso-8859-1, utf-16 and so on'),
    (b"one", "base64", '- no encoding "base64"\n  encodings are utf-8, windows-1252, iso-8859-1, utf-16 and so on'),
    (b"one", "idna", '- no encoding "idna"\n  encodings are utf-8, windows-1252, iso-8859-1, utf-16 and so on'),
    (b"one\nt+2AA-w", "utf-7", "a.txt:2:2 half a character, which no file can hold\n  save the file as UTF-8"),
    (
        b"a" * 10_000_001,
        "utf-8",
        "a.txt:1:1 larger than 10 MB: nothing of it was read\n  split it into several files",
    ),
]


@pytest.mark.parametrize(("data", "encoding", "message"), REFUSED, ids=lambda value: str(value)[:20])
def test_what_is_no_text(data: bytes, encoding: str, message: str) -> None:
    with pytest.raises(FactcheckError) as refused:
        read_data(data, "a.txt", encoding=encoding)
    assert told(refused.value.problems) == message


def test_encodings_and_byte_order_marks() -> None:
    assert decoded("café".encode("windows-1252"), "a.txt", "windows-1252") == "café"
    assert decoded("café".encode("utf-8-sig"), "a.txt") == "café"
    assert decoded("café".encode("utf-16"), "a.txt", "utf-16") == "café"
    assert decoded("caf\U0001f600".encode("utf-7"), "a.txt", "utf-7") == "caf\U0001f600"
    assert unicodedata.name(decoded(b"\xef\xbb\xbf5", "a.txt")) == "DIGIT FIVE"
