"""Every number and every ordinal of a text by itself, whatever it is said of: also years, scores, parts of dates."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from factcheck.model.quantities import Numeral
from factcheck.wording.grammar import Text
from factcheck.wording.language import Language
from factcheck.wording.number import Number
from factcheck.wording.number_parts import fraction
from factcheck.wording.numerals import any_number, any_ordinal
from factcheck.wording.reading import text_of
from factcheck.wording.tokens import BREAK, CODE, NUMBER, WORD

_DIGITS = re.compile("(?<![0-9])[0-9]{1,38}(?![0-9])")
_RAISED = re.compile(r"\^(-{0,2})([0-9]{1,2})(?![0-9])")


def numbers(text: str, language: Language) -> tuple[Numeral, ...]:
    """The numbers of a text in order, parts of one and negative ones included.

    >>> from factcheck.languages import load
    >>> [str(one.value) for one in numbers("In 2019, two thirds of the 4.2 million", load("en"))]
    ['2019', '2/3', '4200000']
    """
    return tuple(_found(text_of(text, language), _number_at))


def ordinals(text: str, language: Language) -> tuple[Numeral, ...]:
    """The ordinals of a text in order: "first", "21st", "two hundredth"."""
    return tuple(_found(text_of(text, language), _ordinal_at))


def places(text: str, language: Language) -> tuple[Numeral, ...]:
    """The words of a text for places that are counted from where one is, or from the end: "next", "penultimate"."""
    ready = text_of(text, language)
    found, at = [], 0
    while at < len(ready.tokens):
        place = ready.match("place", at)
        if place and place.entry.value is not None:
            start, end = ready.tokens[at].start, ready.tokens[place.end - 1].end
            found.append(Numeral(text[start:end], start, end, place.entry.value, place.entry.means))
        at = place.end if place else at + 1
    return tuple(found)


def _found(text: Text, read: Callable[[Text, int], Number | None]) -> Iterator[Numeral]:
    at = 0
    while at < len(text.tokens):
        token = text.tokens[at]
        if token.kind == CODE:
            yield from _digits(text.text, token.start, token.end)
        found = None if token.kind in (BREAK, CODE) else read(text, at)
        if found is not None:
            start, end = text.tokens[found.start].start, text.tokens[found.end - 1].end
            yield Numeral(text.text[start:end], start, end, found.value)
        at = found.end if found else _next(text, at)


def _digits(text: str, start: int, end: int) -> Iterator[Numeral]:
    """The numbers of a code such as an address: 192.168.1.2."""
    for found in _DIGITS.finditer(text, start, end):
        yield Numeral(found[0], found.start(), found.end(), Fraction(found[0]))


def _next(text: Text, at: int) -> int:
    idiom = text.match("idiom", at)
    return idiom.end if idiom else at + 1


def _ordinal_at(text: Text, at: int) -> Number | None:
    return any_ordinal(text, at) if text.may_begin("ordinal", at) else None


def _number_at(text: Text, at: int) -> Number | None:
    if text.is_glued_to_a_word(at) or text.match("idiom", at):
        return None
    found = _alone(text) if at == 0 else None
    found = found or _longest(text, at)
    if found is None or _is_cut(text, found) or _is_of_an_ordinal(text, found):
        return None
    return _arithmetic(text, found)


def _alone(text: Text) -> Number | None:
    """ "- 5" where nothing else stands in the text; elsewhere that is an item of a list."""
    found = _longest(text, 1) if text.word(0) == "-" else None
    return found._replace(value=-found.value, start=0) if found and found.end == len(text.tokens) else None


def _longest(text: Text, at: int) -> Number | None:
    minus = text.language.listed("minus")
    if text.word(at) in minus and text.word(at + 1) not in minus and text.may_begin("number", at + 1):
        after = _longest(text, at + 1)
        return after and after._replace(value=-after.value, start=at)
    half = text.match("one_half", at)
    readings = [
        any_number(text, at) if text.may_begin("number", at) else None,
        fraction(text, at) if text.may_begin("fraction", at) else None,
        Number(half.entry.value or Fraction(1), Fraction(1), at, half.end, is_part=True) if half else None,
    ]
    return max((one for one in readings if one), key=lambda one: one.end, default=None)


def _is_cut(text: Text, found: Number) -> bool:
    """Letters go on where the digits end: "180ml"."""
    after = text.token(found.end)
    return after is not None and after.glued and after.kind == WORD and text.tokens[found.end - 1].kind == NUMBER


def _is_of_an_ordinal(text: Text, found: Number) -> bool:
    """The "twenty" of "twenty-first"."""
    return text.is_joined(found.end) and text.value("ordinal_word", found.end) is not None


def _arithmetic(text: Text, one: Number) -> Number:
    """ "One over three" where nothing is counted after it, "two out of five", "2.5^-1"."""
    raised = _RAISED.match(text.text, text.tokens[one.end - 1].end)
    if raised and one.value:
        return _raised(text, one, int(raised[2]) * (-1 if raised[1] == "-" else 1), raised.end())
    out_of = text.match("out_of", one.end)
    if out_of is None and text.word(one.end) not in text.language.listed("divides"):
        return one
    other = _longest(text, out_of.end if out_of else one.end + 1)
    if other is None or not other.value or not (0 < one.value < other.value if out_of else _ends(text, other.end)):
        return one
    return Number(one.value / other.value, Fraction(1), one.start, other.end)


def _ends(text: Text, at: int) -> bool:
    """Nothing is counted there."""
    after = text.token(at)
    return after is None or after.kind != WORD


def _raised(text: Text, base: Number, exponent: int, stop: int) -> Number:
    end = base.end
    while end < len(text.tokens) and text.tokens[end].end <= stop:
        end += 1
    sign = -1 if base.value < 0 else 1
    return Number(sign * abs(base.value) ** exponent, Fraction(1), base.start, end, has_decimals=True)
