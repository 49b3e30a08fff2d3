"""What of a text is covered by claims: each figure, each superlative and its like."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from factcheck.model.findings import Finding
from factcheck.model.places import Place


@dataclass(frozen=True, slots=True)
class Item:
    """Words of a text that a claim should cover. `start` and `end` are characters of the file.

    `claims` are the ids of those whose quotes hold it, `because` the reason why none needs to.
    """

    words: str
    kind: str
    start: int
    end: int
    place: Place
    sentence: str = ""
    claims: tuple[str, ...] = ()
    because: str = ""

    @property
    def is_open(self) -> bool:
        return not self.claims and not self.because


@dataclass(frozen=True, slots=True)
class Coverage:
    """All items of one text, in order, the claim files about it, and what was found besides.

    `told` says which settings left something out or made a finding lighter.
    """

    path: str
    items: tuple[Item, ...]
    files: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def figures(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.kind == "figure")

    @property
    def others(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.kind != "figure")


def covered(items: Sequence[Item]) -> int:
    return sum(bool(item.claims) for item in items)


def ignored(items: Sequence[Item]) -> int:
    return sum(bool(item.because) and not item.claims for item in items)


def percent(items: Sequence[Item]) -> str:
    """The share covered of what is not ignored, in percent, cut to one decimal; empty where there is nothing.

    >>> percent(())
    ''
    """
    counted = len(items) - ignored(items)
    if not counted:
        return ""
    tenths = Fraction(covered(items), counted) * 1000 // 1
    whole, tenth = divmod(int(tenths), 10)
    return f"{whole}.{tenth}%" if tenth else f"{whole}%"
