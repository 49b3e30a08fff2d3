"""Reads numbers: digits, number words, and both with a scale ("4.2 million", "two dozen", "half a million")."""

from fractions import Fraction

from factcheck.wording.grammar import Text
from factcheck.wording.number import Number
from factcheck.wording.number_words import Spoken
from factcheck.wording.tokens import NUMBER, WORD

TEN = 10
HALF = Fraction(1, 2)


def number(text: Text, at: int) -> Number | None:
    """The number that begins at a token, with its scale; None where a date or an ordinal begins there."""
    token = text.token(at)
    if token is None or text.match("time", at) is not None:
        return None
    if token.kind == NUMBER:
        return _in_digits(text, at)
    if token.kind == WORD:
        return _half_a_scale(text, at) or _in_words(text, at)
    return _negative(text, at)


def ordinal(text: Text, at: int) -> Number | None:
    """The ordinal that begins at a token: "third", "twenty-first", "175th"."""
    token = text.token(at)
    if token is None or text.match("time", at) is not None:
        return None
    if token.kind == NUMBER and _has_ordinal_ending(text, at):
        return Number(Fraction(token.word), Fraction(1), at, at + 2)
    tens = text.match("numeral", at)
    last = text.match("ordinal_word", tens.end if tens else at)
    if last is None or last.entry.value is None:
        return None
    before = tens.entry.value if tens and tens.entry.value else Fraction(0)
    return Number(before + last.entry.value, Fraction(1), at, last.end) if before % TEN == 0 else None


def _has_ordinal_ending(text: Text, at: int) -> bool:
    ending = text.token(at + 1)
    return ending is not None and ending.glued and ending.word in text.language.listed("ordinal_endings")


def _in_digits(text: Text, at: int) -> Number | None:
    token = text.tokens[at]
    if _has_ordinal_ending(text, at) or _is_code(text, at):
        return None
    _, point, decimals = token.word.partition(".")
    printed = Fraction(1, TEN ** len(decimals))
    plain = not point and len(token.word) == token.end - token.start
    read = Number(Fraction(token.word), printed, at, at + 1, bool(point), token.word if plain else "")
    return _scaled(text, _with_half(text, read))


def _is_code(text: Text, at: int) -> bool:
    """One capital letter glued to a number makes it a name: 5G, 3D. Scales such as 5M are none."""
    after = text.token(at + 1)
    if after is None or not after.glued or after.kind != WORD or after.end - after.start > 1:
        return False
    is_scale = text.match("glued_scale", at + 1) is not None
    return not is_scale and text.text[after.start].isupper()


def _scaled(text: Text, read: Number) -> Number:
    """The number times the scale word after it, if there is one."""
    after = text.token(read.end)
    scale = text.match("scale", read.end) or text.match("hundred", read.end)
    if scale is None and after is not None and after.glued:
        scale = text.match("glued_scale", read.end)
    if scale is None or scale.entry.value is None:
        return read
    by = scale.entry.value
    return Number(read.value * by, read.printed * by, read.start, scale.end, read.has_decimals, scale=by)


def _with_half(text: Text, read: Number) -> Number:
    """ "Five and a half" is 5.5; "one and a half million" 1.5 million."""
    half = text.match("and_a_half", read.end)
    if half is None:
        return read
    return Number(read.value + HALF, read.printed / TEN, read.start, half.end, has_decimals=True)


def _half_a_scale(text: Text, at: int) -> Number | None:
    half = text.match("half_a", at)
    scale = half and text.match("scale", half.end)
    if half is None or scale is None or scale.entry.value is None:
        return None
    return Number(scale.entry.value / 2, Fraction(1), at, scale.end)


def _negative(text: Text, at: int) -> Number | None:
    """A number after a minus that belongs to nothing before it: "-5", not "2-5"."""
    minus, digits = text.tokens[at], text.token(at + 1)
    if minus.word not in ("-", "–") or (minus.glued and text.word(at - 1) != "(") or digits is None:
        return None
    if not digits.glued or digits.kind != NUMBER or text.match("time", at + 1):
        return None
    read = _in_digits(text, at + 1)
    return read and Number(-read.value, read.printed, at, read.end, read.has_decimals)


def _in_words(text: Text, at: int) -> Number | None:
    spoken = Spoken(text, at)
    while spoken.takes_more():
        pass
    if spoken.end == at:
        return None
    scale = spoken.below if spoken.below and spoken.group is None else Fraction(1)
    read = Number(spoken.total + (spoken.group or 0), Fraction(1), at, spoken.end, scale=scale)
    halved = _with_half(text, read)
    return read if halved is read else _scaled(text, halved)
