"""What is listed of a text: each case is a text and every quantity of it, whole; and laws that hold of all texts."""

import tracemalloc
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases_in import Case, cases_in
from factcheck.languages import load
from factcheck.model.quantities import Quantity
from factcheck.wording import numbers, ordinals, places, quantities, quantities_in_turn

ENGLISH = load("en")
WORDS = (
    "over",
    "5",
    "150,000",
    "half",
    "a",
    "third",
    "of",
    "%",
    "million",
    "to",
    "2019",
    "$",
    "up",
    "people",
    "(",
    ")",
    ".",
)
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join))


def _told(one: Quantity) -> str:
    values = [value for value in (one.value, one.low, one.high) if value is not None]
    ends = " to ".join(_plain(value) for value in values)
    return " | ".join((one.text, one.sort, one.mark, ends, one.unit, one.of))


def _plain(value: Fraction) -> str:
    return f"{float(value):.12g}"


@pytest.mark.parametrize("case", cases_in("wording/quantities.yaml"), ids=lambda case: str(case["text"]))
def test_every_quantity_of_a_text(case: Case) -> None:
    assert [_told(one) for one in quantities(case["text"], ENGLISH)] == list(case["lists"])


@pytest.mark.parametrize("case", cases_in("wording/numerals.yaml"), ids=lambda case: str(case["text"]))
def test_every_number_and_place_of_a_text(case: Case) -> None:
    text = case["text"]
    found = [f"{one.text} = {one.value}" for one in numbers(text, ENGLISH)]
    assert found == list(case["numbers"])
    placed = [*ordinals(text, ENGLISH), *places(text, ENGLISH)]
    counted = [
        f"{one.text} = {one.value} {one.counted_from}".rstrip() for one in sorted(placed, key=lambda one: one.start)
    ]
    assert counted == list(case.get("places", ()))


@given(TEXTS)
def test_every_quantity_is_where_it_says(text: str) -> None:
    end = 0
    for one in quantities(text, ENGLISH):
        assert text[one.start : one.end] == one.text
        assert end <= one.start <= one.core[0] < one.core[1] <= one.end
        assert text[slice(*one.of_at)] == one.of
        assert one.low is None or one.high is None or one.low <= one.high
        end = one.end
    every = (*numbers(text, ENGLISH), *ordinals(text, ENGLISH), *places(text, ENGLISH))
    assert all(text[each.start : each.end] == each.text for each in every)


@given(TEXTS, TEXTS)
def test_a_paragraph_does_not_change_the_next(one: str, other: str) -> None:
    """What is read of a paragraph does not hang on the ones about it."""
    alone = [quantity.text for text in (one, other) for quantity in quantities(text, ENGLISH)]
    assert [quantity.text for quantity in quantities(f"{one}\n\n{other}", ENGLISH)] == alone


def test_a_long_paragraph_is_read_to_its_end() -> None:
    text = "In all, over 150,000 people came by train. " * 3_000
    found = [one for one in quantities(text, ENGLISH) if one.figure]
    assert len(found) == 3_000
    assert {one.text for one in found} == {"over 150,000"}


def test_quantities_come_one_by_one_and_are_the_same() -> None:
    text = "The network has 12 lines, nearly half of them new.\n\n" * 2_000
    in_turn = quantities_in_turn(text, ENGLISH)
    assert next(in_turn).text == "12"
    assert len(list(in_turn)) == 2 * 2_000 - 1
    assert tuple(quantities_in_turn(text, ENGLISH)) == quantities(text, ENGLISH)


def test_none_is_kept_that_was_told() -> None:
    text = "The network has 12 lines, nearly half of them new.\n\n" * 2_000
    quantities(text, ENGLISH)  # what a language keeps of words is kept once
    assert (
        _peak(lambda: sum(1 for _ in quantities_in_turn(text, ENGLISH))) < _peak(lambda: quantities(text, ENGLISH)) / 4
    )


def _peak(run: Callable[[], object]) -> int:
    """The most bytes that are held at a time."""
    tracemalloc.start()
    try:
        run()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
