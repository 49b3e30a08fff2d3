"""Parts of numbers: "half a million", "three quarters of a million", "a million and a half", "five point two"."""

from fractions import Fraction

from factcheck.wording.grammar import Match, Text
from factcheck.wording.number import Number

TEN = 10
THOUSAND = 1000


def part_of_a_scale(text: Text, at: int) -> Number | None:
    """ "Half a million", "½ million", "three quarters of a million"; only what is a whole number."""
    half = text.match("half_a", at)
    if half:
        return _of_a_scale(text, at, half.end, Fraction(1, 2))
    sign = text.match("vulgar", at)
    if sign and sign.entry.value:
        of = text.match("of_a", sign.end)
        return _of_a_scale(text, at, of.end if of else sign.end, sign.entry.value)
    return _parts_of_a_scale(text, at)


def _parts_of_a_scale(text: Text, at: int) -> Number | None:
    count = text.match("numeral", at)
    if count is None and text.word(at) not in text.language.listed("ones"):
        return None
    part = text.match("part", count.end if count else at + 1)
    of = part and text.match("of_a", part.end)
    if part is None or of is None or part.entry.value is None:
        return None
    times = count.entry.value if count and count.entry.value else Fraction(1)
    return _of_a_scale(text, at, of.end, part.entry.value * times)


def _of_a_scale(text: Text, start: int, at: int, part: Fraction) -> Number | None:
    scale = text.match("scale", at)
    if scale is None or scale.entry.value is None:
        return None
    value = scale.entry.value * part
    return Number(value, Fraction(1), start, scale.end) if value.denominator == 1 else None


def with_half_of_its_scale(text: Text, read: Number) -> Number:
    """ "A million and a half" is 1.5 million."""
    half = text.match("and_a_half", read.end)
    if half is None or read.scale == 1 or read.has_decimals or read.value >= read.scale * THOUSAND:
        return read
    value = read.value + read.scale / 2
    return Number(value, read.scale / TEN, read.start, half.end, has_decimals=True, scale=read.scale)


def with_spoken_decimals(text: Text, read: Number) -> Number:
    """ "Five point two" is 5.2."""
    point = text.match("spoken_point", read.end)
    digit = point and _digit(text, point.end)
    value, printed, end = read.value, read.printed, read.end
    while digit and digit.entry.value is not None and not read.has_decimals:
        printed /= TEN
        value += digit.entry.value * printed
        end = digit.end
        digit = _digit(text, end)
    return read if end == read.end else Number(value, printed, read.start, end, has_decimals=True)


def _digit(text: Text, at: int) -> Match | None:
    found = text.match("numeral", at)
    return found if found and found.entry.value is not None and found.entry.value < TEN else None
