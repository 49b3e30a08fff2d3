"""Words are passed over where nothing can begin; that only saves time, and never hides what stands there."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.languages import load
from factcheck.model.quantities import Quantity
from factcheck.wording import quantities
from factcheck.wording.beginnings import looks, may_begin_with
from factcheck.wording.language import Language, Look
from factcheck.wording.tokens import tokens

# Kept apart from those that others use: what each asked before is kept in it.
PASSING_OVER = {code: load.__wrapped__(code) for code in ("en", "fr")}
TRYING_ALL = {code: replace(load.__wrapped__(code), needs={}) for code in ("en", "fr")}
PLAIN = (
    "7",
    "94",
    "150,000",
    "4.2",
    "1951",
    "2019",
    "300",
    "5",
    "%",
    "$",
    "€",
    "victims",
    "pays",
    "Watch",
    ".",
    ",",
    "(",
)


def pieces(code: str) -> st.SearchStrategy[str]:
    words = st.sampled_from((*sorted(PASSING_OVER[code].first["inside"]), *PLAIN * 40))
    parts = st.lists(st.tuples(words, st.sampled_from((" ", " ", " ", " ", "", "-", "\n\n"))), max_size=12)
    return parts.map(lambda found: "".join(word + space for word, space in found))


@contextmanager
def everything_tried() -> Iterator[None]:
    """A slot is tried wherever the first word alone may begin it, whatever other words the text has."""

    def slot_may(language: Language, slot: str, look: Look) -> bool:
        return look[0] in language.first.get(slot, ())

    def any_may(language: Language, look: Look) -> bool:
        return look[0] in language.first["found"]

    with (
        patch("factcheck.wording.grammar.may_begin_with", slot_may),
        patch("factcheck.wording.finding.may_begin", any_may),
    ):
        yield


def both(text: str, code: str) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]]:
    with everything_tried():
        slow = quantities(text, TRYING_ALL[code])
    return quantities(text, PASSING_OVER[code]), slow


@given(pieces("en"))
def test_nothing_is_passed_over_in_english(text: str) -> None:
    quick, slow = both(text, "en")
    assert quick == slow


@given(pieces("fr"))
def test_nothing_is_passed_over_in_french(text: str) -> None:
    quick, slow = both(text, "fr")
    assert quick == slow


@pytest.mark.parametrize(
    ("text", "slot", "may"),
    [
        ("a hundred victims", "number", True),
        ("a victim", "number", False),
        (".08 litres", "number", True),
        (". Then", "number", False),
        ("2-1", "score", True),
        ("150,000 victims", "score", False),
        ("1951", "time", True),
        ("195,100 victims", "time", False),
        ("3 July", "time", True),
        ("3 victims", "time", False),
    ],
)
def test_two_tokens_tell_what_may_begin(text: str, slot: str, may: bool) -> None:
    english = PASSING_OVER["en"]
    row = tokens(text, decimal=english.decimal, groups=english.groups)
    assert may_begin_with(english, slot, looks(row, english)[0]) is may
