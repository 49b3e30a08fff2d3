"""Quotes in texts, and the lines they stand on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases_in import Case, cases_in
from factcheck.model.places import Place
from factcheck.statements.anchors import Ambiguous, Found, Lost, find
from factcheck.statements.lines import LineIndex
from factcheck.statements.plain import plain, unpointed


@pytest.mark.parametrize("case", cases_in("statements/anchors.yaml"), ids=lambda case: case["name"])
def test_where_a_quote_stands(case: Case) -> None:
    text = case["text"]
    anchor = find(text, case["quote"], case.get("prefix", ""), case.get("suffix", ""))
    if "found" in case:
        assert isinstance(anchor, Found)
        assert text[anchor.start : anchor.end] == case["found"]
    elif "places" in case:
        assert isinstance(anchor, Ambiguous)
        assert ", ".join(f"{start}-{end}" for start, end in anchor.places) == case["places"]
    else:
        assert anchor == Lost()


def test_the_suffix_chooses_the_second() -> None:
    assert find("94% here and 94% there", "94%", suffix="there") == Found(13, 16)


def test_a_quote_repeated_a_hundred_thousand_times() -> None:
    anchor = find("ab " * 100_000, "ab")
    assert isinstance(anchor, Ambiguous)
    assert len(anchor.places) == 100_000


@given(st.text())
def test_every_plain_character_knows_where_it_stood(text: str) -> None:
    found = plain(text)
    assert len(found.text) == len(found.spans)
    assert all(0 <= start < end <= len(text) for start, end in found.spans)
    assert list(found.spans) == sorted(found.spans)


@given(st.text(), st.text(min_size=1, alphabet="abc 5%-'"), st.text())
def test_a_quote_that_is_there_is_never_lost(before: str, quote: str, after: str) -> None:
    if plain(quote).text.strip():
        assert find(f"{before} ({quote}) {after}", quote) != Lost()


@given(st.text(alphabet="ab\r\n"))
def test_an_offset_and_its_line_agree(text: str) -> None:
    index = LineIndex(text)
    for offset, character in enumerate(text):
        place = index.place(offset, "a.txt")
        if character not in "\r\n":
            assert index.line(place.line)[place.column - 1] == character


def test_the_end_of_a_text_is_a_place() -> None:
    assert LineIndex("one\r\ntwo\n").place(9, "a.txt") == Place("a.txt", 3, 1)
    assert LineIndex("").place(0, "a.txt") == Place("a.txt", 1, 1)


def test_a_text_loses_its_commas_once_however_many_quotes_are_looked_for() -> None:
    text = plain('It "rose", then fell.')
    assert find(text, "rose then fell") == Found(4, 20)
    assert unpointed(text) is unpointed(text)
