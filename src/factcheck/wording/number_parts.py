"""Parts of numbers: "two thirds", "half a million", "a million and a half", "five point two", "three and a quarter"."""

from fractions import Fraction

from factcheck.wording.grammar import Text
from factcheck.wording.match import Match
from factcheck.wording.number import ONE, Number
from factcheck.wording.number_words import Spoken

TEN, TWENTY, HUNDRED, THOUSAND = 10, 20, 100, 1000
# A fraction in digits: "2/3", not "9/27".
WHOLES = frozenset((*range(2, 11), 12, 16, 20, 32, 50, 64, 100))
# "Nine tenths" is a share; in "150 third parties" there is none.
MOST_PARTS = 20


def fraction(text: Text, at: int) -> Number | None:
    """A part of one that begins at a token: "two thirds", "a fifth", "2/3"."""
    sign = text.value("vulgar", at)
    if sign is not None:
        return _part(sign, at, at + 1)
    return _in_digits(text, at) if text.is_digits(at) else _spoken(text, at)


def _in_digits(text: Text, at: int) -> Number | None:
    slash, last = text.token(at + 1), text.token(at + 2)
    if slash is None or last is None or slash.word != "/":
        return _counted(text, at)
    words = text.word(at), last.word
    if not all(word.isdigit() and word[0] != "0" for word in words) or slash.glued != last.glued:
        return None
    part, whole = map(int, words)
    if part >= whole or whole not in WHOLES or text.word(at + 3) == "/":
        return None
    return _part(Fraction(part, whole), at, at + 3)


def _counted(text: Text, at: int) -> Number | None:
    """ "3 quarters": digits before a part."""
    word, part = text.word(at), text.value("parts", at + 1)
    if part is None or not word.isdigit() or int(word) > MOST_PARTS:
        return None
    return _part(int(word) * part, at, at + 2)


def _spoken(text: Text, at: int) -> Number | None:
    """ "A third", "one fifth"; "two thirds", "five hundredths", "one hundred thirty-fifths"."""
    is_one = text.word(at) in text.language.listed("ones") or text.value("numeral", at) == 1
    return (_one_part(text, at) if is_one else None) or _parts(text, at)


def _one_part(text: Text, at: int) -> Number | None:
    after = text.past_hyphen(at + 1)
    part = text.value("part", after)
    if part is not None:
        return _part(part, at, after + 1)
    if text.token(after) is None:
        return None
    whole = Spoken(text, after).ordinal()
    if whole is None or whole.value <= TEN or not _ends_there(text, whole.end):
        return None
    return _part(1 / whole.value, at, whole.end)


def _ends_there(text: Text, at: int) -> bool:
    """Nothing follows, or "of": in "a twenty-first century" there is no part."""
    token = text.token(at)
    return token is None or not token.word.isalnum() or token.word in text.language.listed("part_of")


def _parts(text: Text, at: int) -> Number | None:
    spoken = Spoken(text, at)
    after = text.past_hyphen(spoken.end)
    part = text.value("parts", after)
    if part is None and text.is_joined(spoken.end):
        part = text.value("part", after)
    if part is None or spoken.end == at:
        return None
    tens = None if spoken.tens_at in (None, at) else text.value("numeral", spoken.tens_at or 0)
    if tens and part > Fraction(1, TEN):
        return _part((spoken.value - tens) / (tens + 1 / part), at, after + 1)
    if spoken.before_and is not None and part <= Fraction(1, HUNDRED):
        whole = spoken.before_and
        return Number(whole + (spoken.value - whole) * part, part, at, after + 1, has_decimals=True)
    return _part(spoken.value * part, at, after + 1)


def _part(value: Fraction, start: int, end: int) -> Number:
    return Number(value, value, start, end, is_part=True)


def part_of_a_scale(text: Text, at: int) -> Number | None:
    """ "Half a million", "½ million", "three quarters of a million", "a quarter million"."""
    half = text.match("half_a", at)
    if half:
        return _of_a_scale(text, at, half.end, Fraction(1, 2))
    part = text.value("part", at)
    found = _part(part, at, at + 1) if part else fraction(text, at)
    if found is None:
        return None
    of = text.match("of_a", found.end)
    return _of_a_scale(text, at, of.end if of else found.end, found.value)


def _of_a_scale(text: Text, start: int, at: int, part: Fraction) -> Number | None:
    """What is no whole number ("a third of a million") is said as nearly as a part is."""
    scale = text.worth("scale", at)
    if scale is None or part >= 1:
        return None
    value = scale[0] * part
    printed = ONE if value.denominator == 1 else value / TWENTY
    return Number(value, printed, start, scale[1], value.denominator > 1)


def with_half_of_its_scale(text: Text, read: Number) -> Number:
    """ "A million and a half" is 1.5 million; "3 million and a quarter" 3.25 million."""
    if read.scale < THOUSAND or read.has_decimals or read.value >= read.scale * THOUSAND:
        return read
    part = _and_a_part(text, read.end)
    if part is None:
        return read
    smaller = text.worth("scale", part.end)
    if smaller and smaller[0] < read.scale:
        return Number(read.value + smaller[0] * part.value, ONE, read.start, smaller[1])
    value = read.value + read.scale * part.value
    return Number(value, read.scale / TEN, read.start, part.end, has_decimals=True, scale=read.scale)


def with_part(text: Text, read: Number) -> Number:
    """ "Five and a half", "5½" and "5 1/2" are 5.5; "one and a half million" is 1.5 million."""
    if read.has_decimals or read.value.denominator > 1:
        return read
    sign = text.value("vulgar", read.end)
    part = _part(sign, read.end, read.end + 1) if sign else _and_a_part(text, read.end) or _digits_after(text, read.end)
    if part is None:
        return read
    return Number(read.value + part.value, read.printed / TEN, read.start, part.end, has_decimals=True)


def _and_a_part(text: Text, at: int) -> Number | None:
    """ "And a half"; not in "20 and a third of the rest"."""
    half = text.match("and_a_half", at)
    if half is None and (text.word(at) not in text.language.listed("joins") or text.token(at + 1) is None):
        return None
    found = _part(Fraction(1, 2), at, half.end) if half else fraction(text, at + 1)
    if found is None or (text.word(found.end) in text.language.listed("part_of") and _can_be_of(text, half)):
        return None
    return found


def _can_be_of(text: Text, half: Match | None) -> bool:
    """ "Half of the rest" can be; the "demi" of "un million et demi de personnes" cannot."""
    return half is None or text.match("one_half", half.end - 1) is not None


def _digits_after(text: Text, at: int) -> Number | None:
    """The "1/2" of "5 1/2"."""
    return _in_digits(text, at) if text.is_digits(at) and text.is_digits(at - 1) and text.word(at + 1) == "/" else None


def with_spoken_decimals(text: Text, read: Number) -> Number:
    """ "Five point two" is 5.2, "two point seventy-one" is 2.71."""
    if read.has_decimals or text.match("spoken_point", read.end) is None:
        return read
    at = end = read.end + 1
    value, printed = read.value, ONE
    while (digits := text.value("numeral", at)) is not None:
        spoken = Spoken(text, at)
        places = HUNDRED if digits >= TEN else TEN
        if places == HUNDRED and end > read.end + 1:
            break
        printed /= places
        value += (spoken.value if places == HUNDRED else digits) * printed
        at = end = spoken.end if places == HUNDRED else at + 1
        if places == HUNDRED:
            break
    if printed == ONE:
        return read
    return Number(value, printed, read.start, end, has_decimals=True)
