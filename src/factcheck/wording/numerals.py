"""Reads numbers: digits, number words, and both with a scale ("4.2 million", "two dozen", "half a million")."""

from fractions import Fraction

from factcheck.wording.grammar import Match, Text
from factcheck.wording.number import Number
from factcheck.wording.number_parts import part_of_a_scale, with_half_of_its_scale, with_spoken_decimals
from factcheck.wording.number_words import Spoken
from factcheck.wording.tokens import NUMBER, WORD

TEN, HUNDRED = 10, 100
HALF = Fraction(1, 2)


def number(text: Text, at: int) -> Number | None:
    """The number that begins at a token, with its scale; None where a date or an ordinal begins there."""
    token = text.token(at)
    if token is None or text.match("time", at) is not None:
        return None
    if token.kind == NUMBER:
        return _in_digits(text, at)
    if token.kind == WORD:
        return part_of_a_scale(text, at) or _in_words(text, at)
    return part_of_a_scale(text, at) or _negative(text, at)


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
    return with_half_of_its_scale(text, _scaled(text, _with_part(text, read)))


def _is_code(text: Text, at: int) -> bool:
    """One capital letter glued to a number makes it a name: 5G, 3D. Scales such as 5M are none."""
    after = text.token(at + 1)
    if after is None or not after.glued or after.kind != WORD or after.end - after.start > 1:
        return False
    is_scale = text.match("glued_scale", at + 1) is not None
    return not is_scale and text.text[after.start].isupper()


def _scaled(text: Text, read: Number) -> Number:
    """The number times the scale word after it, if there is one; "5 hundred million" has two."""
    hundred = text.match("hundred", read.end)
    if hundred and hundred.entry.value:
        read = _times(read, hundred.entry.value, hundred.end)
    scale = text.match("scale", read.end) or _short_scale(text, read.end)
    return _times(read, scale.entry.value, scale.end) if scale and scale.entry.value else read


def _times(read: Number, by: Fraction, end: int) -> Number:
    scale = read.scale * by
    return Number(read.value * by, read.printed * by, read.start, end, read.has_decimals, scale=scale)


def _short_scale(text: Text, at: int) -> Match | None:
    """ "5m", and "5 k", but not "5 K-pop bands"."""
    token, after = text.token(at), text.token(at + 1)
    if token is None or text.tokens[at - 1].kind != NUMBER:
        return None
    if token.glued:
        return text.match("glued_scale", at)
    is_plain = text.text[token.start].islower() and not token.joined and not (after and after.joined)
    return text.match("spaced_scale", at) if is_plain else None


def _with_part(text: Text, read: Number) -> Number:
    """ "Five and a half" and "5½" are 5.5; "one and a half million" 1.5 million."""
    half, sign = text.match("and_a_half", read.end), text.match("vulgar", read.end)
    if half:
        return Number(read.value + HALF, read.printed / TEN, read.start, half.end, has_decimals=True)
    if sign is None or sign.entry.value is None or read.has_decimals:
        return read
    return Number(read.value + sign.entry.value, read.printed / TEN, read.start, sign.end, has_decimals=True)


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
    if scale > 1:
        return with_half_of_its_scale(text, read)
    if read.value >= HUNDRED:
        return read
    longer = with_spoken_decimals(text, _with_part(text, read))
    return read if longer is read else _scaled(text, longer)
