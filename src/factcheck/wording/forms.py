"""How each wording of a text is put: where its hedge stands, its quantity, and the number that could be another."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from factcheck.model.readings import Wording
from factcheck.wording.finding import QUANTITY, WORDING, matches
from factcheck.wording.grammar import Text
from factcheck.wording.language import Language
from factcheck.wording.match import Match
from factcheck.wording.number import ONE, Number
from factcheck.wording.quantity import Kind, Quantity
from factcheck.wording.reading import read, read_quantity, text_of
from factcheck.wording.sizes import HEDGES_OF_A_LINE, hedge_of
from factcheck.wording.stretches import stretches
from factcheck.wording.tokens import NUMBER
from factcheck.wording.units import HUNDREDTH, quantity

Span = tuple[int, int]

PERCENTS = frozenset({Kind.PERCENT, Kind.POINTS})
SHARES = "share"  # the lines of "most" and "a majority"


@dataclass(frozen=True, slots=True)
class Printed:
    """A number that stands in one place: its characters, what they say, and what one of it is worth.

    Of "4.2 million" it is the 4.2, of which one is worth a million; of "five per cent" the five. `decimals` is None
    where it is said in words.
    """

    at: Span
    value: Fraction
    worth: Fraction
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A wording with its parts. `figure` is what may be replaced: the quantity and what hedges it, no verb.

    `hedge` is the hedge's name, empty where there is none. `kind` is None for words that are no quantity ("most").
    `numbers` are the printed ones, as many as can be told apart: two of "one in five", none of "half".
    """

    wording: Wording
    figure: Span
    quantity: Span
    kind: Kind | None
    hedge: str = ""
    numbers: tuple[Printed, ...] = ()


def forms(text: str, language: Language) -> tuple[Form, ...]:
    """The form of every wording of a text that has one quantity, or is a share in words; the others have none.

    >>> from factcheck.languages import load
    >>> [(one.hedge, one.figure, one.numbers[0].worth) for one in forms("It was over 4.2 million.", load("en"))]
    [('over', (7, 23), Fraction(1000000, 1))]
    """
    return tuple(one for within in stretches(text) for one in _in_stretch(text_of(text, language, within=within)))


def _in_stretch(text: Text) -> Iterator[Form]:
    for slot, found in matches(text):
        if slot == WORDING:
            form = _of_wording(found, text)
        else:
            form = _form(read_quantity(found, text), found, found, text) if slot == QUANTITY else None
        if form is not None:
            yield form


def _of_wording(found: Match, text: Text) -> Form | None:
    said = read(found, text)
    if found.entry.means == SHARES and not found.entry.absolute:
        span = _offsets(text, found.start, found.end)
        return Form(said, span, span, None)
    amount = found.get("amount") or found
    inner = [match for side in (found, amount, *amount.all("bound")) for match in side.all("quantity")]
    if len(set(map(id, inner))) != 1 or amount.entry.means in HEDGES_OF_A_LINE:
        return None
    return _form(said, amount, inner[0], text)


def _form(said: Wording, amount: Match, inner: Match, text: Text) -> Form:
    hedge = hedge_of(amount) if amount is not inner else None
    first, last = min(inner.start, hedge.start if hedge else inner.start), max(inner.end, hedge.end if hedge else 0)
    size = quantity(inner, text)
    return Form(
        wording=said,
        figure=_offsets(text, first, last),
        quantity=_offsets(text, inner.start, inner.end),
        kind=size.kind,
        hedge=hedge.entry.means if hedge else "",
        numbers=tuple(_printed(inner, size, text)),
    )


def _printed(inner: Match, size: Quantity, text: Text) -> Iterator[Printed]:
    several = len(inner.numbers) > 1
    for number in inner.numbers:
        if number.is_part:
            return
        value = number.value if several else size.value
        found = _in_digits(number, value, size, text) or _in_words(number, value, text)
        if found is None:
            return
        yield found


def _in_digits(number: Number, value: Fraction, size: Quantity, text: Text) -> Printed | None:
    """The only digits of a number."""
    digits = [text.tokens[at] for at in range(number.start, number.end) if text.tokens[at].kind == NUMBER]
    if len(digits) != 1:
        return None
    (token,) = digits
    printed = Fraction(token.word)
    return Printed((token.start, token.end), printed, _worth(value, printed, size), len(token.word.partition(".")[2]))


def _worth(value: Fraction, printed: Fraction, size: Quantity) -> Fraction:
    if printed:
        return value / printed
    return HUNDREDTH if size.kind in PERCENTS else size.scale


def _in_words(number: Number, value: Fraction, text: Text) -> Printed | None:
    """One word for a small number, and perhaps a scale after it: "five million"."""
    words = text.value("numeral", number.start)
    if not words or number.end - number.start > (1 if number.scale == ONE else 2):
        return None
    return Printed(_offsets(text, number.start, number.start + 1), words, value / words)


def _offsets(text: Text, first: int, after: int) -> Span:
    return text.tokens[first].start, text.tokens[after - 1].end
