"""Whether two wordings of a sentence claim the same: their figures, hedges, directions, ranks and denials are equal.

Names and nouns are not compared: who is spoken of is for a person to see.
"""

from collections import Counter
from collections.abc import Hashable, Iterator

from factcheck.model.quantities import Quantity, Sort
from factcheck.statements.phrases import words
from factcheck.statements.spot import SpotKind
from factcheck.statements.spotting import spots
from factcheck.wording import quantities
from factcheck.wording.language import Language

WORDS_ALONE = frozenset(SpotKind) - {SpotKind.FIGURE}


def same_claim(one: str, other: str, language: Language) -> bool:
    """No figure, hedge, direction, year, superlative or denial of one is missing from the other.

    >>> from factcheck.languages import load
    >>> same_claim("over 150 victims were found", "over 150 victims had been found", load("en"))
    True
    >>> same_claim("over 150 victims were found", "about 150 victims were found", load("en"))
    False
    """
    return Counter(_told(one, language)) == Counter(_told(other, language))


def _told(text: str, language: Language) -> Iterator[Hashable]:
    for quantity in quantities(text, language):
        yield _figure(quantity)
    for spot in spots(text, language):
        if spot.kind in WORDS_ALONE:
            yield spot.kind, tuple(word.text for word in words(text[spot.start : spot.end]))
    telling = language.listed("telling")
    yield from (("word", word.text) for word in words(text) if word.text in telling)


def _figure(one: Quantity) -> Hashable:
    """What it accepts and how it is meant; a bare year or day by its words."""
    readings = one.wording.readings if one.wording else ()
    accepted = tuple((each.of, each.accepts, each.way) for each in readings)
    is_bare = one.value is None and one.low is None and one.high is None
    text = one.text.lower() if is_bare or one.sort is Sort.DATE else ""
    return one.sort, one.mark, one.value, one.low, one.high, one.unit, accepted, text
