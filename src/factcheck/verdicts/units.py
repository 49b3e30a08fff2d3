"""Whether words and data are in the same unit: euros, kilometres, a number a week."""

from factcheck.model.measurements import Measurement, Note
from factcheck.model.readings import Of, Reading, Wording

# Units that every share and every change in percent has, whatever its column is in.
OF_PARTS = frozenset({"percent", "points"})
# "Tonne per person": a quotient has the unit of what was divided, and of that by which it was.
PER = " per "


def same_unit(reading: Reading, measured: Measurement) -> bool:
    """A number a week says nothing of a number a day, nor metres of kilometres; what names no unit may be any."""
    if not (_same_money(reading, measured) and _same_measure(reading, measured)):
        return False
    return reading.per in ("", measured.per) or reading.per in measured.unit.casefold().split()


def in_units(wording: Wording, measured: Measurement) -> tuple[Note, ...]:
    """What the words are in and what the data are in, where those are different units."""
    for reading in wording.readings:
        if not (_same_money(reading, measured) and _same_measure(reading, measured)):
            said, theirs = reading.measure or reading.unit, measured.unit or measured.measure
            return (Note("unit of measure", f"the words are in {said}, the data in {theirs}"),)
    return ()


def _same_money(reading: Reading, measured: Measurement) -> bool:
    money = "" if reading.unit in OF_PARTS else reading.unit
    return not money or not measured.unit or money.casefold() == measured.unit.casefold()


def _same_measure(reading: Reading, measured: Measurement) -> bool:
    """ "Degrees" may be degrees Celsius; "km" are no "km per hour"."""
    is_quotient = bool(measured.amounts) and measured.amounts[0].of is Of.RATIO
    said = reading.measure.partition(PER)[0] if is_quotient else reading.measure
    if not said or not measured.measure:
        return True
    short, long = sorted((said, measured.measure), key=len)
    return long == short or (long.startswith(f"{short} ") and not long.startswith(short + PER))
