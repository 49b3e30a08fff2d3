"""Other words at one place of a text: those characters of its file change, or nothing does."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.model.fixes import Edit
from factcheck.texts import read
from factcheck.texts.rewriting import encoded, rewritten


def _edit(source: str, form: str, old: str, words: str) -> Edit:
    at = read(source, form).text.index(old)
    return Edit(at, at + len(old), words)


REWRITTEN = {
    "text": ("text", "It was 94% of them.", "94%", "57%", "It was 57% of them."),
    "over a line": ("text", "It was nearly\nhalf.", "nearly half", "57%", "It was 57%."),
    "windows": ("text", "It was 94%.\r\nSo.\r\n", "94%", "57%", "It was 57%.\r\nSo.\r\n"),
    "markdown": (
        "markdown",
        "**94% of them**, [all](http://a.example)",
        "94%",
        "57%",
        "**57% of them**, [all](http://a.example)",
    ),
    "html": (
        "html",
        "<p>It&nbsp;was <b>94%</b> &amp; so.</p>",
        "94%",
        "57%",
        "<p>It&nbsp;was <b>57%</b> &amp; so.</p>",
    ),
}


@pytest.mark.parametrize("name", REWRITTEN)
def test_those_words_alone_are_changed(name: str) -> None:
    form, source, old, words, wanted = REWRITTEN[name]
    old_in_text = old if old in read(source, form).text else "\n".join(old.split(" "))
    assert rewritten(read(source, form), [_edit(source, form, old_in_text, words)], form, "a").source == wanted


REFUSED = {
    "markup within": ("html", "<p>It was <b>9</b>4%.</p>", "94%", "57%", "markup stands among these words"),
    "an entity within": (
        "html",
        "<p>It was 1&nbsp;000 men.</p>",
        "1\u00a0000",
        "900",
        "markup stands among these words",
    ),
    "words that are markup": ("html", "<p>It was 94%.</p>", "94%", "<b>57%</b>", "read otherwise"),
    "words that make a list": ("markdown", "94% of them", "94%", "- 57%", "read otherwise"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_change_more_is_refused(name: str) -> None:
    form, source, old, words, why = REFUSED[name]
    with pytest.raises(FactcheckError, match=why):
        rewritten(read(source, form), [_edit(source, form, old, words)], form, "a")


def test_two_edits_at_once() -> None:
    source = "94% and 120 staff"
    edits = [_edit(source, "text", "94%", "7%"), _edit(source, "text", "120", "1,510")]
    assert rewritten(read(source, "text"), edits, "text", "a").source == "7% and 1,510 staff"


ENCODINGS = [
    ("utf-8", b""),
    ("utf-8", codecs.BOM_UTF8),
    ("windows-1252", b""),
    ("utf-16", codecs.BOM_UTF16_LE),
    ("utf-16", codecs.BOM_UTF16_BE),
]


@pytest.mark.parametrize(("name", "mark"), ENCODINGS)
def test_every_other_byte_stays(name: str, mark: bytes) -> None:
    codec = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}.get(mark, name)
    source = "Été : 94 % à l’aube\r\n"
    data = mark + source.encode(codec)
    new = rewritten(read(source, "text"), [_edit(source, "text", "94", "57")], "text", "a")
    assert encoded(data, read(source, "text"), new, name, "a") == data.replace("94".encode(codec), "57".encode(codec))


def test_a_character_that_the_encoding_lacks_is_refused() -> None:
    source = "94 of them"
    new = rewritten(read(source, "text"), [_edit(source, "text", "94", "9\u202f400")], "text", "a")
    with pytest.raises(FactcheckError, match="windows-1252 has no character"):
        encoded(source.encode("windows-1252"), read(source, "text"), new, "windows-1252", "a")


def test_a_file_that_is_another_now_is_refused() -> None:
    source = "94 of them"
    new = rewritten(read(source, "text"), [_edit(source, "text", "94", "57")], "text", "a")
    with pytest.raises(FactcheckError, match="just been changed"):
        encoded(b"95 of them", read(source, "text"), new, "utf-8", "a")


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=8)


@given(st.sampled_from(["text", "markdown", "html"]), words, words, words)
def test_a_text_is_changed_there_or_refused(form: str, before: str, after: str, new: str) -> None:
    """Whatever stands around, and whatever the new words are: a reader sees them there, and nothing else is other."""
    old = read(f"{before} 94% {after}", form)
    at = old.text.find("94%")
    if at < 0:
        return
    try:
        found = rewritten(old, [Edit(at, at + 3, new)], form, "a")
    except FactcheckError:
        return
    assert found.text == old.text[:at] + new + old.text[at + 3 :]
    start, end = old.span(at, at + 3)
    assert found.source == old.source[:start] + new + old.source[end:]
