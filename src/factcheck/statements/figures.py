"""What a sentence says that fixes a number: the one place that asks the wording engine."""

from typing import NamedTuple

from factcheck.model.readings import Wording
from factcheck.wording import wordings
from factcheck.wording.language import Language


class Figure(NamedTuple):
    """`text[start:end]`, and what was read there. `of` is what is counted, where that is known."""

    start: int
    end: int
    wording: Wording
    of: str = ""


def figures(text: str, language: Language) -> tuple[Figure, ...]:
    """Every wording of a sentence, in order, those without a number too."""
    return tuple(Figure(found.start, found.end, found) for found in wordings(text, language))
