"""Quantities with their units and hedges, out of what the grammar found."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from factcheck.model.numbers import Interval
from factcheck.model.quantities import Sort
from factcheck.wording.bands import Band, bare
from factcheck.wording.grammar import Text
from factcheck.wording.hedges import HEDGES, hedged, ranged
from factcheck.wording.match import Match
from factcheck.wording.number import Number
from factcheck.wording.quantity import Kind, Quantity

HUNDREDTH = Fraction(1, 100)
TEN = 10
ONE = Fraction(1)
DIGITS_OF_A_YEAR = 4
HEDGE_SLOTS = ("hedge", "passing", "unsure", "after", "glued_after")
HEDGES_OF_A_LINE = frozenset((*HEDGES, "about"))


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
    if found.entry.means == "two_sided":
        return _two_sided(found, text)
    rules = text.language.rules
    quantities = ends(found, text)
    if found.entry.means.endswith("range"):
        return _range(*quantities, rule=found.entry.rule, text=text, hedge=hedge_of(found))
    hedge = hedge_of(found)
    if hedge is None:
        return bare_size(found.one("quantity"), text)
    band = hedged(quantities[0], hedge.entry.means, hedge.entry.rule, rules)
    return Size(quantities[0], band, is_exact=hedge.entry.means == "exactly")


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
        one = replace(one, value=one.value * other.scale, printed=one.printed * other.scale, scale=other.scale)
    if one.kind is not Kind.NUMBER or one.unit:
        return one
    part = HUNDREDTH if other.kind in (Kind.PERCENT, Kind.POINTS) else ONE
    value, printed = one.value * part, one.printed * part
    return replace(other, value=value, printed=printed, text=one.text, has_decimals=one.has_decimals, number=one.number)


def quantity(found: Match, text: Text) -> Quantity:
    """The quantity in a match of `{quantity}`."""
    said = QUANTITIES[found.entry.means](found, text.span(found.start, found.end))
    return _with_a_half(said) if found.get("and_a_half") else said


def _with_a_half(said: Quantity) -> Quantity:
    """Where the half stands behind the unit: "trois ans et demi"."""
    return replace(said, value=said.value + said.printed / 2, printed=said.printed / TEN, has_decimals=True)


def _number(found: Match, said: str) -> Quantity:
    number = found.numbers[0]
    is_year = len(number.digits) == DIGITS_OF_A_YEAR
    return _of(number, Kind.NUMBER, said, is_year=is_year)


def _money(found: Match, said: str) -> Quantity:
    return _of(found.numbers[0], Kind.NUMBER, said, unit=_currency(found), sort=Sort.MONEY)


def _currency(found: Match) -> str:
    """The unit of the sign, or of the name: "$5", "5 euros"."""
    slots = (found.get(slot) for slot in ("currency_sign", "currency", "million_currency"))
    return next((match.entry.unit for match in slots if match), "")


def _money_less(found: Match, said: str) -> Quantity:
    money = _money(found, said)
    return replace(money, value=-money.value)


def _money_scaled(found: Match, said: str) -> Quantity:
    """ "75 USD million"."""
    money, by = _money(found, said), found.one("scale").entry.value or ONE
    return replace(money, value=money.value * by, printed=money.printed * by, scale=money.scale * by)


def _money_in_millions(found: Match, said: str) -> Quantity:
    by = found.one("million_currency").entry.value or ONE
    money = _money(found, said)
    return replace(money, value=money.value * by, printed=money.printed * by, scale=money.scale * by)


def _cents(found: Match, said: str) -> Quantity:
    """Cents are counted as such: they are seldom what a table holds."""
    return _of(found.numbers[0], Kind.NUMBER, said, sort=Sort.MONEY, measure=found.one("cent").entry.unit)


def _money_and_cents(found: Match, said: str) -> Quantity:
    whole, cents = found.numbers
    money = _of(whole, Kind.NUMBER, said, unit=_currency(found), sort=Sort.MONEY)
    return replace(money, value=money.value + cents.value * HUNDREDTH, printed=HUNDREDTH, has_decimals=True)


def _percent(found: Match, said: str) -> Quantity:
    return _of(found.numbers[0], Kind.PERCENT, said, part=HUNDREDTH, unit="percent", sort=Sort.PERCENT)


def _points(found: Match, said: str) -> Quantity:
    return _of(found.numbers[0], Kind.POINTS, said, part=HUNDREDTH, unit="points", sort=Sort.POINTS)


def _basis_points(found: Match, said: str) -> Quantity:
    points = _points(found, said)
    part = points.value * HUNDREDTH
    return replace(points, value=part, printed=points.printed * HUNDREDTH, measure="basis points")


def _measure(found: Match, said: str) -> Quantity:
    slots = [found.get(slot) for slot in ("unit", "duration", "glued_unit", "sign_unit")]
    unit = next(match for match in slots if match)
    sort = Sort(unit.entry.means)
    each = found.get("per_unit")
    measure = f"{unit.entry.unit} per {said.rsplit(maxsplit=1)[-1]}" if each else unit.entry.unit
    return _of(found.numbers[0], Kind.NUMBER, said, sort=sort, measure=measure)


def _age(found: Match, said: str) -> Quantity:
    span = found.get("duration")
    unit = span.entry.unit if span else "year"
    return _of(found.numbers[0], Kind.NUMBER, said, sort=Sort.AGE, measure=unit)


def _fraction(found: Match, said: str) -> Quantity:
    """ "Half" by its own line; "two thirds" by the number it is."""
    half, number = found.get("one_half"), next(iter(found.numbers), None)
    value = number.value if number else ((half.entry.value if half else found.entry.value) or ONE)
    return Quantity(Kind.SHARE, value, value, said, sort=Sort.SHARE, number=number)


def _part_of(found: Match, said: str) -> Quantity:
    part, whole = found.numbers
    value = part.value / whole.value
    return Quantity(Kind.SHARE, value, value, said, sort=Sort.SHARE)


def _times(found: Match, said: str) -> Quantity:
    return _of(found.numbers[0], Kind.TIMES, said, sort=Sort.MULTIPLE)


def _divided(found: Match, said: str) -> Quantity:
    """ "Divided by three", "three times less": a third."""
    times = _times(found, said)
    return replace(times, value=1 / times.value)


def _multiple(found: Match, said: str) -> Quantity:
    value = found.entry.value or ONE
    return Quantity(Kind.TIMES, value, ONE, said, sort=Sort.MULTIPLE)


def _of(
    number: Number,
    kind: Kind,
    said: str,
    *,
    part: Fraction = ONE,
    unit: str = "",
    is_year: bool = False,
    sort: Sort = Sort.NUMBER,
    measure: str = "",
) -> Quantity:
    value, printed = number.value, number.printed
    if part is not ONE:
        value, printed = value * part, printed * part
    has_decimals, scale = number.has_decimals, number.scale
    return Quantity(kind, value, printed, said, has_decimals, unit, scale, is_year, sort, measure, number)


QUANTITIES: dict[str, Callable[[Match, str], Quantity]] = {
    "number": _number,
    "money": _money,
    "money_less": _money_less,
    "money_scaled": _money_scaled,
    "money_in_millions": _money_in_millions,
    "cents": _cents,
    "money_and_cents": _money_and_cents,
    "percent": _percent,
    "points": _points,
    "basis_points": _basis_points,
    "measure": _measure,
    "age": _age,
    "fraction": _fraction,
    "part_of": _part_of,
    "times": _times,
    "divided": _divided,
    "multiple": _multiple,
}
