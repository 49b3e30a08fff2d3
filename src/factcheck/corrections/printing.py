"""Numbers near a measured one, in the form of a printed number: as many digits, the same marks, the same words."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from factcheck.model.numbers import Interval
from factcheck.wording import Language
from factcheck.wording.bands import trailing_step
from factcheck.wording.forms import PERCENTS, Form, Printed

TEN = 10
THOUSANDS = 3
UNGROUPED_UP_TO = 10_000


def near(measured: Interval, printed: Printed, form: Form) -> Iterator[Fraction]:
    """Numbers to print about what was measured, the coarsest step first: the printed one's, and finer ones.

    Decimals and percents keep their places; whole numbers may lose round zeros, and of "5 million" come tenths too.
    """
    ends = [end / printed.worth for end in (measured.low, measured.high) if end is not None]
    if not ends:
        return
    middle = sum(ends, Fraction(0)) / len(ends)
    for step in _steps(printed, form):
        every = {
            turn(end / step) * step + by * step
            for end in (*ends, middle)
            for turn in (floor, ceil)
            for by in (-1, 0, 1)
        }
        for number in sorted(every, key=lambda one: (abs(one - middle), -one)):
            if (number > 0 or (number == 0 and not any(ends))) and number != printed.value:
                yield number


def _steps(printed: Printed, form: Form) -> Iterator[Fraction]:
    if printed.decimals:
        yield Fraction(1, TEN**printed.decimals)
        return
    whole = form.kind not in PERCENTS and printed.decimals is not None and printed.value.denominator == 1
    step = trailing_step(printed.value) if whole and printed.value else Fraction(1)
    while step >= 1:
        yield step
        step /= TEN
    if abs(printed.worth) > 1 and printed.decimals is not None:
        yield step


def like(number: Fraction, old: str, printed: Printed, language: Language) -> str:
    """The number as the old one was printed. In words where that was, and there is a word for it; else in digits."""
    if printed.decimals is None and (word := _word(number, language)):
        return word
    places = printed.decimals or 0
    while (number * TEN**places).denominator > 1:
        places += 1
    digits = str(int(number * TEN**places)).rjust(places + 1, "0")
    whole, decimals = digits[: len(digits) - places], digits[len(digits) - places :]
    return _grouped(whole, old, printed, language) + (language.decimal + decimals if decimals else "")


def _grouped(whole: str, old: str, printed: Printed, language: Language) -> str:
    """Digits in groups, with the mark that the old number had; none where it was long enough and had none."""
    marks = [mark for mark in old if not mark.isalnum() and mark != language.decimal]
    if (
        not marks
        and printed.decimals is not None
        and (printed.value >= UNGROUPED_UP_TO // TEN or len(whole) <= THOUSANDS)
    ):
        return whole
    groups = []
    while whole:
        groups.append(whole[-THOUSANDS:])
        whole = whole[:-THOUSANDS]
    return (marks[0] if marks else language.group).join(reversed(groups))


def _word(number: Fraction, language: Language) -> str:
    """The first word of the language that stands for this number alone."""
    for entry in language.sections["numeral"].entries:
        if entry.value == number and entry.patterns[0].isalpha():
            return entry.patterns[0]
    return ""
