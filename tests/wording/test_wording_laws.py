"""Laws that hold of all words: numbers come back, wider words accept no less, offsets are right, nothing hangs."""

import sys
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.languages import load
from factcheck.model.readings import Reading
from factcheck.wording import UnreadableWording, forecasts, numbers, periods, quantities, wording, wordings, years

ENGLISH = load("en")
SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))

PIECES = st.sampled_from(
    [
        *("over", "nearly", "half", "150,000", "4.2 million", "94%", "in", "2019", "since", "rose by", "the highest"),
        *("between", "and", "to", "one in five", "(", ")", ".", "\n\n", "COVID-19", "$5", "-", "victims", "three"),
        *(
            "times",
            "more",
            "a",
            "third",
            "year",
            "in a row",
            "up",
            "per",
            "day",
            "’",
            "½",
            "30 July",
            "no",
            "x",
            "\u202f",
        ),
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES, max_size=14).map("".join), st.text())


def _first(says: str) -> Reading:
    return wording(says, ENGLISH).readings[0]


def _in_words(number: int) -> str:
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    scale, name = next(pair for pair in SCALES if number >= pair[0])
    rest = number % scale
    joined = " and " if scale == 100 else " "
    return f"{_in_words(number // scale)} {name}" + (f"{joined}{_in_words(rest)}" if rest else "")


@given(st.integers(-(10**15), 10**15), st.sampled_from([",", " ", "\u2009", "\u202f", "\u00a0"]))
def test_a_whole_number_comes_back(number: int, group: str) -> None:
    assert _first(f"{number:,}".replace(",", group)).value == number


@given(st.decimals(-(10**9), 10**9, places=3))
def test_a_decimal_number_comes_back(number: Decimal) -> None:
    reading = _first(f"{number:,}")
    assert reading.value == Fraction(number)
    assert reading.accepts.low == Fraction(number) - Fraction(1, 2000)


@given(st.integers(0, 10**15 - 1))
def test_a_number_in_words_comes_back(number: int) -> None:
    assert _first(_in_words(number)).value == number


@given(st.integers(1, 10**9), st.sampled_from(["", "%", " percentage points", " million", " times"]))
def test_wider_words_accept_no_less(number: int, unit: str) -> None:
    bare, about = _first(f"{number:,}{unit}"), _first(f"about {number:,}{unit}")
    assert bare.accepts.inside(about.accepts)
    assert (bare.unless_whole or bare.accepts).inside(about.unless_whole or about.accepts)
    assert _first(f"over {number:,}{unit}").accepts.inside(_first(f"at least {number:,}{unit}").accepts)
    assert _first(f"under {number:,}{unit}").accepts.inside(_first(f"at most {number:,}{unit}").accepts)
    assert bare.accepts.inside(bare.unless_whole or bare.accepts)


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_a_range_holds_both_its_ends(one: int, other: int) -> None:
    low, high = sorted((one, other))
    accepts = _first(f"between {low:,} and {high:,}").accepts
    assert accepts.contains(low)
    assert accepts.contains(high)


@given(TEXTS)
def test_offsets_are_right(text: str) -> None:
    found = wordings(text, ENGLISH)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(text[one.at[0] : one.at[1]] == one.text for one in periods(text, ENGLISH, None))
    assert all(text[start:end] == str(year) for start, end, year in years(text, ENGLISH))
    assert all(text[one.start : one.end] == one.text for one in forecasts(text, ENGLISH, None))


@given(TEXTS)
def test_what_cannot_be_read_is_refused_and_never_breaks(says: str) -> None:
    try:
        read = wording(says, ENGLISH)
    except UnreadableWording:
        return
    assert read.readings
    assert not any(one.accepts.is_empty for one in read.readings)
    assert says[read.start : read.end] == read.text


# Words that a careless search would go through again and again, each said over and over.
HOSTILE = (
    *("9", ",234", "1 234", "1.", "(", "about ", "more than ", "one hundred and ", "million ", "between 5 and "),
    *("the highest number of ", "-", "\n \n", "2019-", "a", "half a ", "minus ", "$", "5 % ", "1x10^", "1,23,"),
    *("twenty-", "over 5 and under ", "one over ", "5 of 6 ", "5 victims ", "from 5 to ", "5 to ", "third "),
)
NAMED = {"9" * 100_000, "(" * 50_000 + ")" * 50_000, "about " * 17_000, "more than " * 10_000, "1 234" * 20_000}


def _of_length(words: str, length: int) -> str:
    return (words * (length // len(words) + 1))[:length]


@pytest.mark.parametrize(
    "hostile",
    [*sorted(NAMED), *(_of_length(words, 20_000) for words in HOSTILE), "1" + ",234" * 5_000 + "5"],
    ids=lambda text: text[:16],
)
def test_hostile_texts_are_read_to_their_end(hostile: str) -> None:
    assert all(hostile[one.start : one.end] == one.text for one in quantities(hostile, ENGLISH))
    assert all(hostile[one.start : one.end] == one.text for one in numbers(hostile, ENGLISH))
    found = wordings(hostile, ENGLISH)
    assert all(hostile[one.start : one.end] == one.text for one in found)
    assert periods(hostile, ENGLISH, None) is not None
    assert all(year in range(1500, 2101) for _, _, year in years(hostile, ENGLISH))


NUMBER_LIKE = (
    "six",
    "hundred",
    "million",
    "dozen",
    "bn",
    "½",
    "7",
    "but",
    "except",
    "minus",
    "again",
    "half",
    "thirds",
)


@given(
    st.sampled_from(
        ["5", "five", "5 million", "4.2 billion", "47%", "over 150", "half", "all", "rose 5%", "fell below 5"]
    ),
    st.sampled_from(NUMBER_LIKE),
)
def test_a_number_is_never_cut_short(says: str, more: str) -> None:
    """One more word of number is read with the others, or refused."""
    alone = wording(says, ENGLISH)
    try:
        longer = wording(f"{says} {more}", ENGLISH)
    except UnreadableWording:
        return
    assert longer.readings != alone.readings


def _steps(text: str) -> int:
    """How many functions are called to read a text: time, without the noise of a clock."""
    steps = 0

    def count(*_: object) -> None:
        nonlocal steps
        steps += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        quantities(text, ENGLISH)
    finally:
        sys.setprofile(before)
    return steps


@pytest.mark.parametrize("words", HOSTILE)
def test_a_text_four_times_as_long_takes_four_times_the_steps(words: str) -> None:
    short, long = (_steps(_of_length(words, length)) for length in (2_000, 8_000))
    assert long < 5 * short + 1_000
