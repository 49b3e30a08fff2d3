"""The spots of a sentence by their kinds: what stands beside a word, and what its clause begins with."""

from collections.abc import Iterable, Sequence

from factcheck.statements.places import Places
from factcheck.statements.said import Said
from factcheck.statements.spot import Spot, SpotKind

LONGEST = 16  # words of what so many did


class Beside:
    """A sentence and what was found in it."""

    def __init__(self, said: Said, found: Sequence[Spot]) -> None:
        self.said = said
        self.found = found
        self.figures = self._of(SpotKind.FIGURE)
        self.compared = self._of(SpotKind.COMPARISON)
        self.counts = self._of(SpotKind.FIGURE, SpotKind.SHARE)
        self.numbered = self._of(SpotKind.FIGURE, SpotKind.FIRST)

    def is_figure(self, at: int) -> bool:
        """The word of that number belongs to a figure."""
        return self._touches(self.figures, at)

    def is_numbered(self, at: int) -> bool:
        """It belongs to a figure, or to a place: "118th"."""
        return self._touches(self.numbered, at)

    def has_figure(self, words: Iterable[int]) -> bool:
        """One of the words, up to the first mark, belongs to a figure."""
        for at in words:
            if self.said.is_mark(at):
                return False
            if self.is_figure(at):
                return True
        return False

    def opens_with(self, numbers: Places, spot: Spot) -> bool:
        """The clause begins with one of the numbers, and tells what became of so many."""
        at = self.said.index(spot.start)
        for first in range(at, max(-1, at - LONGEST), -1):
            if not first or self._begins(first):
                return first < at and numbers.touch(self.said.words[first][1:])
        return False

    def _begins(self, first: int) -> bool:
        """A clause begins there; not within "62-day" and "22%", nor behind the "which" of "four of which"."""
        said = self.said
        is_behind_a_mark = said.is_mark(first - 1) and not self.is_figure(first - 1)
        is_opened = said.is_in("clause_openers", first - 1) and not said.is_in("part_of", first - 2)
        return is_behind_a_mark or is_opened or said.is_in("as", first - 1)

    def _touches(self, places: Places, at: int) -> bool:
        return 0 <= at < len(self.said.words) and places.touch(self.said.words[at][1:])

    def _of(self, *kinds: SpotKind) -> Places:
        return Places(len(self.said.text), (spot[:2] for spot in self.found if spot.kind in kinds))
