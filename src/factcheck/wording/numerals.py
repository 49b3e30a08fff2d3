"""Reads numbers: digits, number words, and both with a scale ("4.2 million", "two dozen", "half a million")."""

import re
from fractions import Fraction

from factcheck.wording.grammar import Text
from factcheck.wording.match import Match
from factcheck.wording.number import ONE, Number
from factcheck.wording.number_parts import part_of_a_scale, with_half_of_its_scale, with_part, with_spoken_decimals
from factcheck.wording.number_words import Spoken
from factcheck.wording.tokens import BREAK, NUMBER, WORD

TEN, HUNDRED = 10, 100
LONGEST_AGAIN = 3  # words of "in a row"
# "1.3e6", "1.3 x 10^6", "1.99×10−30".
_POWER_OF_TEN = re.compile(r"(?:[eE]|\s?[x×*·]\s?10(?=\^|[-+−–]))\^?([-+−–]?)([0-9]{1,2})(?![0-9.,]*\w)")


def number(text: Text, at: int) -> Number | None:
    """The number that begins at a token, with its scale; None where a date or an ordinal begins there."""
    return None if text.match("time", at) is not None else any_number(text, at)


def any_number(text: Text, at: int) -> Number | None:
    """The number that begins at a token, also where it is a year or a part of a date."""
    token = text.tokens[at]
    if token.kind == NUMBER:
        return _in_digits(text, at)
    if token.word in text.language.listed("minus"):
        return _minus(text, at)
    if token.kind == WORD:
        return part_of_a_scale(text, at) or _in_words(text, at)
    return _without_zero(text, at) if token.word == "." else _negative(text, at)


def last_number(text: Text, at: int) -> Number | None:
    """A whole number below a hundred with nothing counted after it: the 50 of "15 dollars and 50."."""
    found = number(text, at)
    if found is None or found.has_decimals or not 0 < found.value < HUNDRED or found.scale > 1:
        return None
    after = text.token(found.end)
    ends = after is None or after.kind == BREAK or after.word in text.language.listed("ends")
    return found if ends or text.word(found.end) in text.language.listed("joins") else None


def ordinal(text: Text, at: int) -> Number | None:
    """The ordinal that begins at a token: "third", "twenty-first", "175th"."""
    time = text.match("time", at)
    return any_ordinal(text, at) if time is None or _goes_on_again(text, time.end) else None


def _goes_on_again(text: Text, at: int) -> bool:
    """ "The third quarter in a row", "running": no quarter of a year, but one more of them."""
    again = text.language.listed("again")
    return any(text.word(after) in again for after in range(at, at + LONGEST_AGAIN))


def any_ordinal(text: Text, at: int) -> Number | None:
    """The ordinal that begins at a token, also where it is a part of a date."""
    if text.tokens[at].kind != NUMBER:
        return Spoken(text, at).ordinal()
    if _has_ordinal_ending(text, at):
        return Number(Fraction(text.word(at)), Fraction(1), at, at + 2)
    return None


def _has_ordinal_ending(text: Text, at: int) -> bool:
    ending = text.token(at + 1)
    return ending is not None and ending.glued and ending.word in text.language.listed("ordinal_endings")


def _in_digits(text: Text, at: int) -> Number | None:
    if _has_ordinal_ending(text, at) or _is_code(text, at):
        return None
    token = text.tokens[at]
    whole, point, decimals = token.word.partition(".")
    plain = not point and len(token.word) == token.end - token.start
    power = TEN ** len(decimals)
    # Out of whole numbers: a fraction out of text takes three times as long.
    value, printed = Fraction(int(whole + decimals), power), ONE if power == 1 else Fraction(1, power)
    read = Number(value, printed, at, at + 1, bool(point), token.word if plain else "")
    return _completed(text, read)


def _completed(text: Text, read: Number) -> Number:
    """The number in digits with all that goes on from it: a power of ten, a part, scales, words."""
    powered = _with_power(text, read)
    if powered is not read:
        return powered
    whole = with_part(text, read)
    scaled = _scaled(text, whole)
    if scaled is whole or whole.has_decimals:
        return scaled
    longer = Spoken(text, read.start, after=scaled)
    if longer.end > scaled.end:
        return Number(longer.value, Fraction(1), read.start, longer.end, scale=longer.scale)
    return with_half_of_its_scale(text, scaled)


def _with_power(text: Text, read: Number) -> Number:
    found = _POWER_OF_TEN.match(text.text, text.tokens[read.end - 1].end)
    if found is None:
        return read
    exponent = int(found[2]) * (-1 if found[1] in ("-", "−", "–") else 1)
    power = Fraction(TEN) ** exponent
    end = read.end
    while end < len(text.tokens) and text.tokens[end].end <= found.end():
        end += 1
    return Number(read.value * power, read.printed * power, read.start, end, has_decimals=True, scale=power)


def _is_code(text: Text, at: int) -> bool:
    """One capital letter glued to a number makes it a name: 5G, 3D. Scales such as 5M are none."""
    after = text.token(at + 1)
    if after is None or not after.glued or after.kind != WORD or after.end - after.start > 1:
        return False
    is_scale = text.value("glued_scale", at + 1) is not None
    is_unit = after.word in text.language.listed("capital_units")
    return not is_scale and not is_unit and text.text[after.start].isupper()


def _scaled(text: Text, read: Number) -> Number:
    """The number times the scale word after it, if there is one; "5 hundred million" has two."""
    hundred = text.value("hundred", read.end)
    if hundred:
        read = _times(read, hundred, read.end + 1)
    scale = text.worth("scale", read.end)
    if scale is not None:
        return _times(read, *scale)
    short = _short_scale(text, read.end)
    return _times(read, short.entry.value, short.end) if short and short.entry.value else read


def _times(read: Number, by: Fraction, end: int) -> Number:
    return read._replace(value=read.value * by, printed=read.printed * by, end=end, digits="", scale=read.scale * by)


def _short_scale(text: Text, at: int) -> Match | None:
    """ "5m", and "5 k", but not "5 K-pop bands"; "a 5m long hall" is said in metres. Some have a capital: "5 M"."""
    token, after = text.token(at), text.token(at + 1)
    if token is None or text.tokens[at - 1].kind != NUMBER:
        return None
    is_capital = text.text[token.start].isupper()
    wants_capital = token.word in text.language.listed("capital_scales")
    if wants_capital and not is_capital:
        return None
    if token.glued and text.value("money_scale", at) and text.match("currency_sign", at - 2):
        return text.match("money_scale", at)
    if token.glued:
        is_length = after is not None and _is_length(text, at + 1)
        return None if is_length else text.match("glued_scale", at)
    is_plain = is_capital == wants_capital and not token.joined and not (after and after.joined)
    if not is_plain:
        return None
    return text.match("spaced_scale", at) or (text.match("counted_scale", at) if _counts_many(text, at + 1) else None)


def _counts_many(text: Text, at: int) -> bool:
    """ "1.5 m people": what is counted in millions; "5 m" by itself could be metres."""
    return text.word(at) in text.language.listed("plurals") | text.language.listed("counted_in_scales")


def _is_length(text: Text, at: int) -> bool:
    """ "37m tall", "37m (121 ft)"."""
    if text.word(at) == "(" and text.is_digits(at + 1):
        at += 2
        return text.match("unit", at) is not None
    return text.word(at) in text.language.listed("after_a_length")


def _negative(text: Text, at: int) -> Number | None:
    """A number after a minus that belongs to nothing before it: "-5", "(-5)", "$-5"; not "2-5"."""
    minus, digits = text.tokens[at], text.token(at + 1)
    if minus.word not in ("-", "–") or digits is None or not digits.glued:
        return None
    if minus.glued and text.word(at - 1) != "(" and text.match("currency_sign", at - 1) is None:
        return None
    return _less(any_number(text, at + 1), at) if digits.kind == NUMBER and not text.match("time", at + 1) else None


def _minus(text: Text, at: int) -> Number | None:
    """ "Minus five", "minus-1.4"; "minus" after a number takes away from it."""
    after = text.token(at + 1)
    if (
        after is None
        or after.word in text.language.listed("minus")
        or text.is_digits(at - 1)
        or text.value("numeral", at - 1) is not None
    ):
        return None
    return _less(any_number(text, at + 1), at)


def _less(read: Number | None, at: int) -> Number | None:
    return read and read._replace(value=-read.value, start=at, digits="")


def _without_zero(text: Text, at: int) -> Number | None:
    """ ".08" is 0.08."""
    point, digits = text.tokens[at], text.token(at + 1)
    if digits is None or point.glued or not digits.glued or not digits.word.isdigit():
        return None
    places = Fraction(1, TEN ** len(digits.word))
    return _completed(text, Number(int(digits.word) * places, places, at, at + 2, has_decimals=True))


def _in_words(text: Text, at: int) -> Number | None:
    spoken = Spoken(text, at)
    if spoken.end == at:
        return None
    read = Number(spoken.value, Fraction(1), at, spoken.end, scale=spoken.scale)
    if read.scale > 1:
        return with_half_of_its_scale(text, read)
    longer = with_spoken_decimals(text, with_part(text, read))
    return read if longer is read else _scaled(text, longer)
