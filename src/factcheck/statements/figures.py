"""What a sentence says that fixes a number: the one place that asks the wording engine."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.model.quantities import Sort
from factcheck.model.readings import Wording
from factcheck.wording.language import Language
from factcheck.wording.listing import quantities

TIMES = frozenset({Sort.YEAR, Sort.PERIOD, Sort.DATE})
ORDERED = frozenset({Sort.RANK, Sort.STREAK, Sort.CHANGE, Sort.ONLY})


_DIGITS = re.compile(r"\d+(?:[.,٫٬]\d+)*")


class Figure(NamedTuple):
    """`text[start:end]`, and what was read there; None where the words are a figure that no claim can say ("3-1").

    `of` is what is counted, where that is known. `is_number` is False for words that hold none ("all", "the first").
    """

    start: int
    end: int
    wording: Wording | None
    of: str = ""
    is_number: bool = True


def figures(text: str, language: Language) -> tuple[Figure, ...]:
    """Every quantity of a sentence, in order, words without a number too; not its years, days and periods."""
    odd = tuple(_in_other_digits(text))
    found = (
        Figure(
            one.start, one.end, one.wording, one.of, one.figure or (one.sort not in ORDERED and one.value is not None)
        )
        for one in quantities(text, language)
        if one.sort not in TIMES and not any(one.start < each.end and each.start < one.end for each in odd)
    )
    return tuple(sorted((*found, *odd), key=lambda one: one.start))


def _in_other_digits(text: str) -> Iterator[Figure]:
    """Numbers in digits that are not read, of another script or width: whoever reads the text sees a figure."""
    for one in _DIGITS.finditer(text):
        if not one.group().isascii():
            yield Figure(one.start(), one.end(), None)
