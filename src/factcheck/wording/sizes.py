"""Quantities with their units and hedges, out of what the grammar found."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from factcheck.wording.bands import Band, bare
from factcheck.wording.grammar import Match, Text
from factcheck.wording.hedges import hedged, ranged
from factcheck.wording.number import Number
from factcheck.wording.quantity import Kind, Quantity

HUNDREDTH = Fraction(1, 100)
ONE = Fraction(1)
DIGITS_OF_A_YEAR = 4
HEDGE_SLOTS = ("hedge", "passing", "unsure", "after")


@dataclass(frozen=True, slots=True)
class Size:
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
    rules = text.language.rules
    quantities = [quantity(match, text) for match in found.all("quantity")]
    if found.entry.means == "range":
        return _range(*quantities, rule=found.entry.rule, text=text)
    hedge = _hedge(found)
    if hedge is None:
        return bare_size(found.one("quantity"), text)
    band = hedged(quantities[0], hedge.entry.means, hedge.entry.rule, rules)
    return Size(quantities[0], band, is_exact=hedge.entry.means == "exactly")


def _hedge(found: Match) -> Match | None:
    return next((hedge for slot in HEDGE_SLOTS if (hedge := found.get(slot))), None)


def bare_size(found: Match, text: Text) -> Size:
    """The size in a match of `{quantity}`, with nothing beside it."""
    said = quantity(found, text)
    return Size(said, bare(said, text.language.rules), is_exact=True)


def _range(low: Quantity, high: Quantity, *, rule: str, text: Text) -> Size:
    low = _alike(low, high)
    high = _alike(high, low)
    rule = rule.replace("{low}", low.text).replace("{high}", high.text)
    return Size(high, ranged(low, high, rule, text.language.rules))


def _alike(one: Quantity, other: Quantity) -> Quantity:
    """The quantity with the unit and the scale it shares: "5 to 10 million", "5 to 10 per cent"."""
    if one.scale == 1 and other.scale > 1 and one.value < other.value / other.scale:
        one = replace(one, value=one.value * other.scale, printed=one.printed * other.scale, scale=other.scale)
    if one.kind is not Kind.NUMBER or one.unit:
        return one
    part = HUNDREDTH if other.kind in (Kind.PERCENT, Kind.POINTS) else ONE
    return replace(one, kind=other.kind, unit=other.unit, value=one.value * part, printed=one.printed * part)


def quantity(found: Match, text: Text) -> Quantity:
    """The quantity in a match of `{quantity}`."""
    return QUANTITIES[found.entry.means](found, text.span(found.start, found.end))


def _number(found: Match, said: str) -> Quantity:
    number = found.numbers[0]
    is_year = len(number.digits) == DIGITS_OF_A_YEAR
    return _of(number, Kind.NUMBER, said, is_year=is_year)


def _money(found: Match, said: str) -> Quantity:
    currency = found.get("currency_sign") or found.one("currency")
    return _of(found.numbers[0], Kind.NUMBER, said, unit=currency.entry.unit)


def _percent(found: Match, said: str) -> Quantity:
    return _of(found.numbers[0], Kind.PERCENT, said, part=HUNDREDTH, unit="percent")


def _points(found: Match, said: str) -> Quantity:
    return _of(found.numbers[0], Kind.POINTS, said, part=HUNDREDTH, unit="points")


def _fraction(found: Match, said: str) -> Quantity:
    """ "Half" by its own line; "two thirds" by the number before the part."""
    part = found.get("part")
    value = (part.entry.value if part else found.entry.value) or ONE
    for number in found.numbers:
        value *= number.value
    return Quantity(Kind.SHARE, value, value, said)


def _part_of(found: Match, said: str) -> Quantity:
    part, whole = found.numbers
    value = part.value / whole.value
    return Quantity(Kind.SHARE, value, value, said)


def _times(found: Match, said: str) -> Quantity:
    return _of(found.numbers[0], Kind.TIMES, said)


def _multiple(found: Match, said: str) -> Quantity:
    value = found.entry.value or ONE
    return Quantity(Kind.TIMES, value, ONE, said)


def _of(
    number: Number, kind: Kind, said: str, *, part: Fraction = ONE, unit: str = "", is_year: bool = False
) -> Quantity:
    value, printed = number.value * part, number.printed * part
    return Quantity(kind, value, printed, said, number.has_decimals, unit, number.scale, is_year)


QUANTITIES: dict[str, Callable[[Match, str], Quantity]] = {
    "number": _number,
    "money": _money,
    "percent": _percent,
    "points": _points,
    "fraction": _fraction,
    "part_of": _part_of,
    "times": _times,
    "multiple": _multiple,
}
