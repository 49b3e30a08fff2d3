"""A number with its unit, out of what the grammar found: one function for each line of quantities."""

from collections.abc import Callable
from fractions import Fraction

from factcheck.model.quantities import Sort
from factcheck.wording.grammar import Text
from factcheck.wording.match import Match
from factcheck.wording.number import ONE, Number
from factcheck.wording.quantity import Kind, Quantity

HUNDREDTH = Fraction(1, 100)
HALF = Fraction(1, 2)
TEN = Fraction(10)
DIGITS_OF_A_YEAR = 4


def quantity(found: Match, text: Text) -> Quantity:
    """The quantity in a match of `{quantity}`; the answer is kept."""
    key = (found.start, found.end, id(found.entry))
    if key not in text.said:
        said = QUANTITIES[found.entry.means](found, text.span(found.start, found.end))
        text.said[key] = _with_a_half(said) if found.get("and_a_half") else said
    return text.said[key]


def _with_a_half(said: Quantity) -> Quantity:
    """Where the half stands behind the unit: "trois ans et demi"."""
    return said._replace(value=said.value + said.printed / 2, printed=said.printed / TEN, has_decimals=True)


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
    return money._replace(value=-money.value)


def _money_scaled(found: Match, said: str) -> Quantity:
    """ "75 USD million"."""
    money, by = _money(found, said), found.one("scale").entry.value or ONE
    return money._replace(value=money.value * by, printed=money.printed * by, scale=money.scale * by)


def _money_in_millions(found: Match, said: str) -> Quantity:
    by = found.one("million_currency").entry.value or ONE
    money = _money(found, said)
    return money._replace(value=money.value * by, printed=money.printed * by, scale=money.scale * by)


def _cents(found: Match, said: str) -> Quantity:
    """Cents are counted as such: they are seldom what a table holds."""
    return _of(found.numbers[0], Kind.NUMBER, said, sort=Sort.MONEY, measure=found.one("cent").entry.unit)


def _money_and_cents(found: Match, said: str) -> Quantity:
    whole, cents = found.numbers
    money = _of(whole, Kind.NUMBER, said, unit=_currency(found), sort=Sort.MONEY)
    return money._replace(value=money.value + cents.value * HUNDREDTH, printed=HUNDREDTH, has_decimals=True)


def _percent(found: Match, said: str) -> Quantity:
    return _of(found.numbers[0], Kind.PERCENT, said, part=HUNDREDTH, unit="percent", sort=Sort.PERCENT)


def _points(found: Match, said: str) -> Quantity:
    return _of(found.numbers[0], Kind.POINTS, said, part=HUNDREDTH, unit="points", sort=Sort.POINTS)


def _part_of_a_percent(found: Match, said: str) -> Quantity:
    """ "Half a percent", "a quarter of a percent": half of one in a hundred, and no half."""
    part, printed = _part(found) * HUNDREDTH, HUNDREDTH / TEN
    return Quantity(Kind.PERCENT, part, printed, said, has_decimals=True, unit="percent", sort=Sort.PERCENT)


def _part_of_a_point(found: Match, said: str) -> Quantity:
    part, printed = _part(found) * HUNDREDTH, HUNDREDTH / TEN
    return Quantity(Kind.POINTS, part, printed, said, has_decimals=True, unit="points", sort=Sort.POINTS)


def _part(found: Match) -> Fraction:
    return found.numbers[0].value if found.numbers else HALF


def _basis_points(found: Match, said: str) -> Quantity:
    points = _points(found, said)
    part = points.value * HUNDREDTH
    return points._replace(value=part, printed=points.printed * HUNDREDTH, measure="basis points")


def _measure(found: Match, said: str) -> Quantity:
    slots = [found.get(slot) for slot in ("unit", "duration", "glued_unit", "sign_unit")]
    unit = next(match for match in slots if match)
    sort = Sort(unit.entry.means)
    each = found.get("per_unit")
    measure = f"{unit.entry.unit} per {said.rsplit(maxsplit=1)[-1]}" if each else unit.entry.unit
    return _of(found.numbers[0], Kind.NUMBER, said, sort=sort, measure=measure)


def _part_of_a_measure(found: Match, said: str) -> Quantity:
    """ "Half an hour", "a quarter of a mile": half of one, and no half of something."""
    unit = found.get("unit") or found.one("duration")
    sort, part = Sort(unit.entry.means), _part(found)
    return Quantity(Kind.NUMBER, part, 1 / TEN, said, has_decimals=True, sort=sort, measure=unit.entry.unit)


def _measure_and_a_half(found: Match, said: str) -> Quantity:
    """ "An hour and a half", "two miles and a half"."""
    whole = found.numbers[0].value if found.numbers else ONE
    return _part_of_a_measure(found, said)._replace(value=whole + HALF)


def _age(found: Match, said: str) -> Quantity:
    span = found.get("duration")
    unit = span.entry.unit if span else "year"
    return _of(found.numbers[0], Kind.NUMBER, said, sort=Sort.AGE, measure=unit)


def _fraction(found: Match, said: str) -> Quantity:
    """ "Half" and "the bottom third" by their own lines; "two thirds" by the number it is."""
    half, number = found.get("one_half") or found.get("part"), next(iter(found.numbers), None)
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
    return times._replace(value=1 / times.value)


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
    "part_of_a_percent": _part_of_a_percent,
    "part_of_a_point": _part_of_a_point,
    "measure": _measure,
    "part_of_a_measure": _part_of_a_measure,
    "measure_and_a_half": _measure_and_a_half,
    "age": _age,
    "fraction": _fraction,
    "part_of": _part_of,
    "times": _times,
    "divided": _divided,
    "multiple": _multiple,
}
