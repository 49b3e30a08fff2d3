"""A line of the language file found in the tokens of a text, and what stood in its slots."""

from typing import NamedTuple

from factcheck.wording.language import Entry
from factcheck.wording.number import Number


class Match(NamedTuple):
    """A line of the language file found in the tokens from `start` up to `end`, with what stood in its slots."""

    entry: Entry
    start: int
    end: int
    parts: tuple[tuple[str, "Part"], ...] = ()

    def one(self, slot: str) -> "Match":
        """The match in a slot. Raises KeyError where the slot is not filled."""
        found = self.get(slot)
        if found is None:
            raise KeyError(slot)
        return found

    def get(self, slot: str) -> "Match | None":
        for name, part in self.parts:
            if name == slot and isinstance(part, Match):
                return part
        return None

    def all(self, slot: str) -> tuple["Match", ...]:
        return tuple(part for name, part in self.parts if name == slot and isinstance(part, Match))

    def named(self, slot: str) -> tuple[Number, ...]:
        """The numbers in one of its own slots, in order."""
        return tuple(part for name, part in self.parts if name == slot and isinstance(part, Number))

    def gap(self, slot: str) -> tuple[int, int] | None:
        """From which token up to which the plain words of a slot stand; None where there are none."""
        at = self.start
        for name, part in self.parts:
            if name == slot and isinstance(part, Gap):
                return at, part.end
            at = part.end
        return None

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers, years and ordinals in its own slots, in order."""
        return tuple(part for _, part in self.parts if isinstance(part, Number))


class Gap(NamedTuple):
    """Words between that say nothing about a figure."""

    end: int


Part = Match | Number | Gap
Parts = tuple[tuple[str, Part], ...]
