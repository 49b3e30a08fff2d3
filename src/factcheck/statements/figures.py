"""What a sentence says that fixes a number: the one place that asks the wording engine."""

from typing import NamedTuple

from factcheck.model.quantities import Sort
from factcheck.model.readings import Wording
from factcheck.wording.language import Language
from factcheck.wording.listing import quantities

TIMES = frozenset({Sort.YEAR, Sort.PERIOD, Sort.DATE})
ORDERED = frozenset({Sort.RANK, Sort.STREAK, Sort.CHANGE, Sort.ONLY})


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
    return tuple(
        Figure(
            one.start, one.end, one.wording, one.of, one.figure or (one.sort not in ORDERED and one.value is not None)
        )
        for one in quantities(text, language)
        if one.sort not in TIMES
    )
