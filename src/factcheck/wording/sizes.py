"""How much was said, with its hedges, out of what the grammar found."""

from typing import NamedTuple

from factcheck.model.numbers import Interval
from factcheck.wording.bands import Band, bare
from factcheck.wording.grammar import Text
from factcheck.wording.hedges import HEDGES, hedged, ranged
from factcheck.wording.match import Match
from factcheck.wording.number import ONE
from factcheck.wording.quantity import Kind, Quantity
from factcheck.wording.units import HUNDREDTH, quantity

HEDGE_SLOTS = ("hedge", "passing", "unsure", "after", "glued_after")
OPEN_ENDED = {"at_least_about": "at_least", "at_most_about": "at_most"}
HEDGES_OF_A_LINE = frozenset((*HEDGES, "about"))


class Size(NamedTuple):
    """How much was said: a quantity and the band its words accept.

    `is_exact` says that nothing but "exactly" stood beside it.
    """

    quantity: Quantity
    band: Band
    is_exact: bool = False

    @property
    def kind(self) -> Kind:
        return self.quantity.kind


def size(found: Match, text: Text) -> Size:
    """The size in a match of `{amount}`."""
    if found.entry.means == "two_sided":
        return _two_sided(found, text)
    rules = text.language.rules
    quantities = ends(found, text)
    if found.entry.means.endswith("range"):
        return _range(*quantities, rule=found.entry.rule, text=text, hedge=hedge_of(found))
    hedge = hedge_of(found)
    if found.entry.means in OPEN_ENDED:
        return _open_ended(quantities[0], found, text)
    if hedge is None:
        return bare_size(found.one("quantity"), text)
    band = hedged(quantities[0], hedge.entry.means, hedge.entry.rule, rules)
    return Size(quantities[0], band, is_exact=hedge.entry.means == "exactly")


def _open_ended(said: Quantity, found: Match, text: Text) -> Size:
    """ "About 200 or more": what either of its hedges accepts."""
    rule = found.entry.rule.replace("{n}", said.text)
    about = hedged(said, "about", rule, text.language.rules)
    beyond = hedged(said, OPEN_ENDED[found.entry.means], rule, text.language.rules)
    return Size(said, beyond._replace(accepts=beyond.accepts.hull(about.accepts), rule=rule))


def _two_sided(found: Match, text: Text) -> Size:
    """ "More than 100 and less than 150": what both sides accept."""
    sides = sorted((size(side, text) for side in found.all("bound")), key=lambda side: side.band.accepts.low is None)
    low, high = (side.band.accepts for side in sides)
    accepts = Interval(low.low, high.high, low.low_open, high.high_open)
    first, last = (side.quantity for side in sides)
    rule = found.entry.rule.replace("{low}", first.text).replace("{high}", last.text)
    return Size(last, Band(last.value, accepts, rule))


def ends(found: Match, text: Text) -> tuple[Quantity, ...]:
    """The quantities in a match of `{amount}`: one, or both ends of a range."""
    inner = (match for side in (found, *found.all("bound")) for match in side.all("quantity"))
    said = tuple(quantity(match, text) for match in inner)
    if not found.entry.means.endswith("range"):
        return said
    low, high = said
    low = alike(low, high)
    return low, alike(high, low)


def hedge_of(found: Match) -> Match | None:
    """What hedges the amount, before it or after it; or its own line does: "une centaine" is about a hundred."""
    if found.entry.means in HEDGES_OF_A_LINE:
        return found
    return next((hedge for slot in HEDGE_SLOTS if (hedge := found.get(slot))), None)


def bare_size(found: Match, text: Text) -> Size:
    """The size in a match of `{quantity}`, with nothing beside it."""
    said = quantity(found, text)
    return Size(said, bare(said, text.language.rules), is_exact=True)


def _range(low: Quantity, high: Quantity, *, rule: str, text: Text, hedge: Match | None = None) -> Size:
    rule = rule.replace("{low}", low.text).replace("{high}", high.text)
    if hedge is None:
        return Size(high, ranged(low, high, rule, text.language.rules))
    first, last = (hedged(one, hedge.entry.means, hedge.entry.rule, text.language.rules) for one in (low, high))
    return Size(high, Band(high.value, first.accepts.hull(last.accepts), rule))


def alike(one: Quantity, other: Quantity) -> Quantity:
    """The quantity with the unit and the scale it shares: "5 to 10 million", "5 to 10 per cent"."""
    if one.scale == 1 and other.scale > 1 and one.value < other.value / other.scale:
        one = one._replace(value=one.value * other.scale, printed=one.printed * other.scale, scale=other.scale)
    if one.kind is not Kind.NUMBER or one.unit:
        return one
    part = HUNDREDTH if other.kind in (Kind.PERCENT, Kind.POINTS) else ONE
    value, printed = one.value * part, one.printed * part
    return other._replace(value=value, printed=printed, text=one.text, has_decimals=one.has_decimals, number=one.number)
