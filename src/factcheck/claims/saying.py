"""What a claim says: its `says`, or the one figure of its quote, read as a wording."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from factcheck.claims.asked_rows import Data
from factcheck.claims.shape import ClaimShape
from factcheck.files.nodes import Node
from factcheck.model.claims import Check, Computation, Higher
from factcheck.model.numbers import Interval
from factcheck.model.readings import Of, Reading, Wording
from factcheck.wording import UnreadableWording, spoken_in, wording, wordings, years
from factcheck.wording.language import Language

Gives = Callable[[Computation], frozenset[Of]]

NO_ROW = Reading(Of.LEVEL, Interval.at(0), "no row")

_AGAINST = re.compile(r"(higher|lower) than ([a-z0-9-]+)")
_NONE = ("none", "no")

# How to say what a check gives, for whoever said it otherwise.
_SAID = {
    Of.LEVEL: "a number (over 150,000)",
    Of.SHARE: "a share (94%, nearly half)",
    Of.RATIO: "a ratio (doubled, 3 times)",
    Of.DIFFERENCE: "a difference (rose by 500)",
    Of.POINTS: "points (up 3 points)",
    Of.RELATIVE: "a change in percent (rose by 25%)",
    Of.RANK: "a rank (the highest, in the top five)",
    Of.STREAK: "a streak (for the third year in a row)",
    Of.YEAR: "a year (since 1951)",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What a claim says, and which characters of its quote say so."""

    wording: Wording | None = None
    against: Higher | None = None
    at: tuple[int, int] | None = None


def said(shape: ClaimShape, checks: Sequence[Check], language: Language, data: Data) -> Said:
    """What the claim says. Raises FactcheckError where its words and its quote do not fit each other."""
    if shape.says is None:
        return _only_figure(shape, checks, language, data)
    says = shape.says.value
    if against := _AGAINST.fullmatch(says.strip()):
        return Said(against=Higher(against[2], lower=against[1] == "lower"))
    if says.strip().lower() in _NONE and _are(checks, "exists"):
        return Said(Wording(says, 0, len(says), (NO_ROW,)))
    try:
        read = wording(says, language)
    except UnreadableWording as unreadable:
        samples = [words[0] for _, words in unreadable.known if words]
        remedy = f"words like these can be read: {'; '.join(samples)}"
        raise data.refusal(shape.says.node, str(unreadable), remedy) from None
    return _in_quote(read, shape, language, data)


def check_gives(what: Said, checks: Sequence[Check], node: Node, gives: Gives, data: Data) -> None:
    """Raises FactcheckError where a check of the claim cannot give what the claim says."""
    if what.wording is None:
        return
    of = {reading.of for reading in what.wording.readings}
    for check in checks:
        given = gives(check.computation)
        if not of & given:
            can = ", ".join(text for kind, text in _SAID.items() if kind in given)
            message = f'"{what.wording.text}" cannot be said of a check of kind {check.kind}'
            raise data.refusal(node, message, f"{check.kind} gives {can}; change says: or the kind")


def _only_figure(shape: ClaimShape, checks: Sequence[Check], language: Language, data: Data) -> Said:
    """The one figure of the quote; nothing where nothing needs to be read."""
    figures = [found for found in wordings(shape.quote.value, language) if found.figure]
    if len(figures) == 1:
        return Said(figures[0], at=(figures[0].start, figures[0].end))
    if not checks or _are(checks, "exists") or shape.not_checkable:
        return Said()
    several = ", ".join(f'"{found.text}"' for found in figures)
    message = f"the quote has several figures: {several}" if figures else "the quote has no figure that can be read"
    raise data.refusal(shape.quote.node, message, "add says: the words that the check is about")


def _in_quote(read: Wording, shape: ClaimShape, language: Language, data: Data) -> Said:
    """The words and where the quote says them, in the unit that it names. Raises FactcheckError where it does not."""
    quote = shape.quote.value
    spoken = spoken_in(quote, read, language)
    if spoken is not None:
        return Said(read.measured_in(spoken.measure) if spoken.measure else read, at=(spoken.start, spoken.end))
    year = next((reading.value for reading in read.readings if reading.of is Of.YEAR), None)
    dated = next(((start, end) for start, end, named in years(quote, language) if Fraction(named) == year), None)
    if dated is not None:
        return Said(read, at=dated)
    quoted = ", ".join(f'"{found.text}"' for found in wordings(quote, language)) or "no figure"
    node = shape.says.node if shape.says else shape.quote.node
    raise data.refusal(node, f'the quote does not say "{read.text}"', f"it says {quoted}; says: must be the same")


def _are(checks: Sequence[Check], kind: str) -> bool:
    return bool(checks) and all(check.kind == kind for check in checks)
