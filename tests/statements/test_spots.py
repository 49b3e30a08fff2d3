"""What of a text a fact-checker would want covered."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases_in import Case, cases_in
from factcheck.languages import load
from factcheck.model.texts import BlockKind
from factcheck.statements.sentences import sentences
from factcheck.statements.spotting import spots
from factcheck.texts import plain

ENGLISH, FRENCH = load("en"), load("fr")
# Words that the rules ask of, and marks; in any order they are read to the end.
PIECES = [
    *(
        "a ",
        "the ",
        "her ",
        "first ",
        "third",
        "since ",
        "once ",
        "in ",
        "than ",
        "year ",
        "June ",
        "2024 ",
        "at ",
        "10.30",
        "26/27",
    ),
    *(
        "£'000 ",
        "R4.1 ",
        "half ",
        "percent ",
        "charity ",
        "1158824 ",
        "I ",
        "never ",
        "no ",
        "one ",
        "rose ",
        "is ",
        "up ",
        "all ",
    ),
    *(
        "but ",
        "three ",
        "record ",
        "only ",
        "COVID-19 ",
        "km ",
        "Year ",
        "11 ",
        "Street ",
        "2:03:17 ",
        "emergency ",
        "112",
        "Vol. ",
    ),
    *(
        "place ",
        "magnitude-7.1 ",
        "hundred ",
        "²",
        "٣",
        "½",
        "’",
        "'s ",
        "-",
        "–",
        ", ",
        ". ",
        ": ",
        "(",
        ")",
        "[HC-2 11] ",
        '"',
        "\n",
    ),
]


@pytest.mark.parametrize("case", cases_in("statements/spots.yaml"), ids=lambda case: case["text"])
def test_spots(case: Case) -> None:
    read = plain.read(case["text"])
    said = []
    for one in sentences(read.text, read.blocks, ENGLISH):
        part = read.text[one.start : one.end]
        found = spots(part, ENGLISH, is_heading=one.kind is BlockKind.HEADING, is_asked=one.is_asked)
        said += [f"{part[spot.start : spot.end]} {spot.kind}" for spot in found]
    assert said == list(case["spots"])


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_any_words_are_read_to_the_end(text: str) -> None:
    for language in (ENGLISH, FRENCH):
        found = spots(text, language)
        assert all(0 <= one.start < one.end <= len(text) for one in found)
        assert all(one.end <= after.start for one, after in pairwise(found))


@pytest.mark.parametrize("text", ["third,", "June ²", "It is the first since COVID-", "Only"])
def test_a_text_that_ends_too_early_is_read(text: str) -> None:
    assert all(one.end <= len(text) for one in spots(text, ENGLISH))
