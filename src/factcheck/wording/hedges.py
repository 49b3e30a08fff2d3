"""What a hedge does to a quantity: over, nearly, about, up to; and ranges."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from factcheck.model.numbers import Interval
from factcheck.model.readings import Remark
from factcheck.wording.bands import TWENTIETH, Band, bare
from factcheck.wording.quantity import Kind, Quantity

FAR_OVER = Fraction(3, 2)
SHORT_OF_FRACTION = Fraction(1, 10)
NEXT_WHOLE_UP_TO = 20

Hedge = Callable[[Quantity], Band]


def hedged(quantity: Quantity, hedge: str, rule: str, rules: Mapping[str, str]) -> Band:
    """What the quantity accepts under the hedge of that name, printed with the hedge's rule.

    Raises KeyError for a hedge that is not in `HEDGES`.
    """
    if hedge == "about":
        return _about(quantity, rule.replace("{n}", quantity.text), rules)
    if hedge in _MIRRORED and quantity.value < 0:
        return hedged(quantity._replace(value=-quantity.value), hedge, rule, rules).negated()
    rule = rules.get(f"{hedge} {_sort(quantity)}", rule)
    band = HEDGES[hedge](quantity)._replace(rule=rule.replace("{n}", quantity.text))
    shrinks = quantity.kind is Kind.TIMES and quantity.value < 1
    return band.reflected() if shrinks else band


def ranged(low: Quantity, high: Quantity, rule: str, rules: Mapping[str, str]) -> Band:
    """From one quantity to another, each end as wide as it would be alone."""
    first, last = bare(low, rules), bare(high, rules)
    below = Interval(first.accepts.low, low.value, high_open=True)
    above = Interval(high.value, last.accepts.high, low_open=True)
    remarks = tuple(Remark("rounded", end) for end in (below, above) if not end.is_empty)
    loose = Interval((first.unless_whole or first.accepts).low, (last.unless_whole or last.accepts).high)
    accepts = Interval(first.accepts.low, last.accepts.high)
    return Band(high.value, accepts, rule, loose if loose != accepts else None, remarks=remarks)


def _over(quantity: Quantity) -> Band:
    return Band(quantity.value, Interval(quantity.value, None, low_open=True), "", remarks=_understated(quantity))


def _at_least(quantity: Quantity) -> Band:
    return Band(quantity.value, Interval(quantity.value, None), "", remarks=_understated(quantity))


def _under(quantity: Quantity) -> Band:
    return Band(quantity.value, Interval(None, quantity.value, high_open=True), "", remarks=_overstated(quantity))


def _at_most(quantity: Quantity) -> Band:
    return Band(quantity.value, Interval(None, quantity.value), "", remarks=_overstated(quantity))


def _up_to(quantity: Quantity) -> Band:
    value = quantity.value
    nearest = value - abs(value) * TWENTIETH
    not_shown = Remark("maximum not shown", Interval(None, nearest, high_open=True))
    return _at_most(quantity)._replace(with_max=Interval(nearest, value), remarks=(*_overstated(quantity), not_shown))


def _short_of(quantity: Quantity) -> Band:
    value = quantity.value
    part = SHORT_OF_FRACTION if quantity.kind is Kind.SHARE else TWENTIETH
    low = value - 1 if _sort(quantity) == "small" else value * (1 - part)
    wrong = Remark("wrong side", Interval(value, None))
    return Band(value, Interval(low, value, high_open=True), "", remarks=(wrong,))


def _sort(quantity: Quantity) -> str:
    """Fraction words and small whole numbers are hedged more loosely than others."""
    if quantity.kind is Kind.SHARE:
        return "fraction"
    return "small" if quantity.is_whole and 0 < quantity.value <= NEXT_WHOLE_UP_TO else ""


def _just_over(quantity: Quantity) -> Band:
    value = quantity.value
    wrong = Remark("wrong side", Interval(None, value))
    return Band(value, Interval(value, value * (1 + TWENTIETH), low_open=True), "", remarks=(wrong,))


def _exactly(quantity: Quantity) -> Band:
    return Band(quantity.value, Interval.at(quantity.value), "")


def _about(quantity: Quantity, rule: str, rules: Mapping[str, str]) -> Band:
    """Within a twentieth, and never less than the bare words accept."""
    band = bare(quantity, rules)
    far = abs(quantity.value) * TWENTIETH
    near = Interval(quantity.value - far, quantity.value + far)
    remarks = tuple(remark for remark in band.remarks if remark.note == "understated")
    accepts = near.hull(band.accepts)
    loose = accepts.hull(band.unless_whole or accepts)
    return Band(quantity.value, accepts, rule, loose if loose != accepts else None, remarks=remarks)


def _understated(quantity: Quantity) -> tuple[Remark, ...]:
    """More than half as much again; a share cannot be more than all."""
    far = quantity.value * FAR_OVER
    if quantity.value <= 0 or (quantity.kind is Kind.SHARE and far >= 1):
        return ()
    return (Remark("understated", Interval(far, None, low_open=True)),)


def _overstated(quantity: Quantity) -> tuple[Remark, ...]:
    if quantity.value <= 0:
        return ()
    return (Remark("overstated", Interval(None, quantity.value / FAR_OVER, high_open=True)),)


HEDGES: dict[str, Hedge] = {
    "over": _over,
    "at_least": _at_least,
    "under": _under,
    "at_most": _at_most,
    "up_to": _up_to,
    "short_of": _short_of,
    "just_over": _just_over,
    "exactly": _exactly,
}
# "Nearly -5" comes from above; "over -5" is still more than -5.
_MIRRORED = frozenset({"short_of", "just_over"})
