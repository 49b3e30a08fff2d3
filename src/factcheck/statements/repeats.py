"""What of a sentence only says again what a figure beside it says: "eased by half a point", "ten largest"."""

from collections.abc import Sequence

from factcheck.statements.places import Places
from factcheck.statements.said import Said
from factcheck.statements.spot import Spot, SpotKind

NEAR = 4  # characters, room for "by"
LONGEST = 16  # words of what so many did


class Repeats:
    """The spots of one sentence, and which of them are no claim of their own."""

    def __init__(self, said: Said, found: Sequence[Spot]) -> None:
        self._said = said
        self._found = found
        self._figures = self._of(SpotKind.FIGURE)
        self._compared = self._of(SpotKind.COMPARISON)
        self._counts = self._of(SpotKind.FIGURE, SpotKind.SHARE)

    def holds(self, spot: Spot) -> bool:
        """ "Larger than 0.1", "has 5 since 2000", "eleven have vanished", "grew faster than": said already."""
        after = (spot.end, spot.end + NEAR + 1)
        match spot.kind:
            case SpotKind.CHANGE:
                return (
                    self._figures.touch(after)
                    or self._compared.touch((spot.end, spot.end + 2))
                    or self._opens_with(self._figures, spot)
                )
            case SpotKind.COMPARISON:
                return self._figures.touch((max(0, spot.start - 2), spot.start)) or self._figures.touch(after)
            case SpotKind.SUPERLATIVE:
                return self._figures.touch((max(0, spot.start - 2), spot.start))
            case SpotKind.SHARE:
                return self._said.is_in("nones", self._said.index(spot.start)) and self._is_had_by_a_number(spot)
            case SpotKind.SINCE:
                return self._only_dates_a_figure(spot)
            case _:
                return False

    def _of(self, *kinds: SpotKind) -> Places:
        return Places(len(self._said.text), (spot[:2] for spot in self._found if spot.kind in kinds))

    def _only_dates_a_figure(self, spot: Spot) -> bool:
        clause = self._said.text.rfind(",", 0, spot.start) + 1
        inside = [other for other in self._found if clause <= other.start and other.end <= spot.start]
        if {other.kind for other in inside} not in ({SpotKind.FIGURE}, {SpotKind.FIGURE, SpotKind.CHANGE}):
            return False
        return not self._says_more(max(other.end for other in inside), spot.start)

    def _says_more(self, start: int, end: int) -> bool:
        """ "And has been a member": another verb stands between."""
        between = [word.text for word in self._said.words if start <= word.start < end]
        joint = next((at for at, word in enumerate(between) if word in self._said.listed("joins")), len(between))
        return any(word in self._said.listed("verbs") for word in between[joint:])

    def _is_had_by_a_number(self, spot: Spot) -> bool:
        """ "1.5 million people have no safe place": the number says how many."""
        return self._said.is_in("having", self._said.index(spot.start) - 1) and self._opens_with(self._counts, spot)

    def _opens_with(self, numbers: Places, spot: Spot) -> bool:
        """The clause begins with a number, and tells what became of so many."""
        at = self._said.index(spot.start)
        for first in range(at, max(-1, at - LONGEST), -1):
            if (
                not first
                or self._said.is_mark(first - 1)
                or self._said.is_in("clause_openers", first - 1)
                or self._said.is_in("as", first - 1)
            ):
                return first < at and numbers.touch(self._said.words[first][1:])
        return False
