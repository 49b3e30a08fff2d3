"""What a fact-checker would want covered of a sentence: its figures, and claims whose words hold no number."""

from collections.abc import Iterator, Sequence
from itertools import chain

from factcheck.statements.beside import Beside
from factcheck.statements.listed import listed
from factcheck.statements.places import Places
from factcheck.statements.race_times import race_times
from factcheck.statements.reach import reaches, reaches_of_places
from factcheck.statements.repeats import is_said_already
from factcheck.statements.said import Said
from factcheck.statements.silence import Silence
from factcheck.statements.spot import Spot, SpotKind
from factcheck.statements.unnumbered import unnumbered
from factcheck.statements.worded import worded
from factcheck.wording.language import Language

NOT_WHERE_ASKED = frozenset({SpotKind.SHARE, SpotKind.CHANGE, SpotKind.COMPARISON, SpotKind.STATUS})
PLACES = frozenset({SpotKind.FIRST, SpotKind.SUPERLATIVE, SpotKind.COMPARISON})


def spots(text: str, language: Language, *, is_heading: bool = False, is_asked: bool = False) -> tuple[Spot, ...]:
    """The figures of a sentence, and its claims without a number, in order; none overlaps another.

    `is_asked` where the sentence only says what should be done: of that "all schools" and "higher than" claim nothing.
    """
    said = Said(text, language)
    silence = Silence(said, is_heading=is_heading)
    found: list[Spot] = []
    taken = Places(len(text))
    first = chain(worded(said, silence), _unnumbered(said), _since(said), listed(said, silence))
    for spot in chain(first, _since_events(said, found)):
        if not taken.touch(spot[:2]):
            taken.add(spot[:2])
            found.append(spot)
    near = Beside(said, found)
    unsaid = NOT_WHERE_ASKED if is_asked else frozenset[SpotKind]()
    return tuple(sorted(spot for spot in found if spot.kind not in unsaid and not is_said_already(spot, near)))


def _unnumbered(said: Said) -> Iterator[Spot]:
    for span in (*unnumbered(said), *race_times(said)):
        yield Spot(*span, SpotKind.FIGURE)


def _since(said: Said) -> Iterator[Spot]:
    """ "Since 1951", "since the spring of 2023", "founded in 1951": the time itself is what is asserted."""
    for first, last in reaches(said):
        yield Spot(said.words[first].start, said.words[last].end, SpotKind.SINCE, says=said.is_year(first + 1))


def _since_events(said: Said, found: Sequence[Spot]) -> Iterator[Spot]:
    """ "The first time since the pandemic", "no one since the war": how far back a place reaches."""
    tops = [spot.start for spot in found if spot.kind in PLACES or said.is_in("nones", said.index(spot.start))]
    for first, last in reaches_of_places(said, tops):
        yield Spot(said.words[first].start, said.words[last].end, SpotKind.SINCE)
