"""Words that might be true in the place of a refuted figure. Nothing here is believed: each has to be proven."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from factcheck.corrections.printing import like, near
from factcheck.model.corrections import ProposalOf
from factcheck.model.numbers import Interval
from factcheck.model.readings import Wording
from factcheck.wording import Language
from factcheck.wording.forms import Form, Printed, Span
from factcheck.wording.hedges import NEXT_WHOLE_UP_TO
from factcheck.wording.quantity import Kind

TWO_SIDED = frozenset({"", "about", "exactly"})
ROUND_DIGITS = 2  # "150,000" and "94%" are hedged, "1,234" is not
HUNDRED = 100
NOT_PRINTED = Fraction(-1)  # so that no percent is left out as the old one

_NO_WORDS = Wording("", 0, 0, ())
_NEXT_WORD = re.compile(r"\s+(\w+)")
_VOWELS = "aeiouyàâéèêëîïôöùûh"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words for the place of a figure; `of` is what they change."""

    of: ProposalOf
    words: str


def figures(form: Form, measured: Interval, quote: str, language: Language) -> Iterator[Candidate]:
    """The number as the data give it, in the printed form, the nearest first. `measured` is in what the form says."""
    return (Candidate("figure", words) for words in _figures(form, measured, quote, language))


def hedges(form: Form, quote: str, language: Language) -> Iterator[Candidate]:
    """The printed number with another hedge, or without one."""
    return (Candidate("hedge", words) for words in _hedged(form, quote, language))


def others(form: Form, measured: Interval, quote: str, language: Language) -> Iterator[Candidate]:
    """Other numbers under a hedge, and other parts. They are many, so they are made only where nothing else will do."""
    return (Candidate("words", words) for words in _others(form, measured, quote, language))


def hedged(hedge: str, quantity: str, language: Language) -> str:
    """A hedge before a quantity; "plus de" before "un tiers" is "plus d’un tiers"."""
    if not hedge:
        return quantity
    head, _, last = hedge.rpartition(" ")
    short = next((short for short, word in language.elisions.items() if word == last), "")
    if short and quantity[:1].lower() in _VOWELS:
        return f"{head} {short}’{quantity}"
    return f"{hedge} {quantity[:1].lower()}{quantity[1:]}" if quantity[:1].isupper() else f"{hedge} {quantity}"


def _figures(form: Form, measured: Interval, quote: str, language: Language) -> Iterator[str]:
    """The number as the data give it, in the printed form. A hedge that names a side goes; "about" stays."""
    if form.kind is Kind.SHARE and len(form.numbers) > 1:
        yield from _parts(form, measured, quote, language)
    if form.kind is None or form.kind is Kind.SHARE:
        if len(form.numbers) > 1 and not language.offered.get("of"):
            return  # what is counted stands between the numbers: "une victime sur cinq"
        yield from (_of_whole(words, form, quote, language) for words in _percents(measured, language))
    elif len(form.numbers) == 1:
        within = form.figure if form.hedge in TWO_SIDED else form.quantity
        yield from _renumbered(form, measured, quote, language, within)


def _renumbered(form: Form, measured: Interval, quote: str, language: Language, within: Span) -> Iterator[str]:
    (printed,) = form.numbers
    for number in near(measured, printed, form):
        if form.kind is Kind.NUMBER and (number == 1) != (printed.value == 1):
            continue  # "1 states": the noun beside it would have to change too
        words = _put(quote, within, {printed.at: like(number, quote[slice(*printed.at)], printed, language)})
        yield _cased(words, form, quote)


def _parts(form: Form, measured: Interval, quote: str, language: Language) -> Iterator[str]:
    """ "One in five" with another five, or "30 out of 150" with another 30."""
    part, whole = form.numbers
    ends = [end for end in (measured.low, measured.high) if end]
    if not ends:
        return
    middle = sum(ends, Fraction(0)) / len(ends)
    changed, wanted = (whole, part.value / middle) if part.value == 1 else (part, whole.value * middle)
    for number in sorted({floor(wanted), ceil(wanted)}, key=lambda one: abs(one - wanted)):
        if number > 0 and number != changed.value and (changed is part or number > part.value):
            words = like(Fraction(number), quote[slice(*changed.at)], changed, language)
            yield _put(quote, form.quantity, {changed.at: words})


def _percents(measured: Interval, language: Language) -> Iterator[str]:
    """A share in percent: whole, or with one decimal."""
    for pattern in language.offered.get("percent", ()):
        for places in (0, 1):
            printed = Printed((0, 0), NOT_PRINTED, Fraction(1, HUNDRED), places)
            percent = Form(_NO_WORDS, (0, 0), (0, 0), Kind.PERCENT, numbers=(printed,))
            for number in near(measured, printed, percent):
                if number <= HUNDRED:
                    yield pattern.replace("{n}", like(number, "", printed, language))


def _hedged(form: Form, quote: str, language: Language) -> Iterator[str]:
    """The printed number with another hedge, or without one."""
    if form.kind is None or not (form.hedge or _is_round(form)):
        return
    quantity = quote[slice(*form.quantity)]
    if form.hedge:
        yield _cased(quantity, form, quote)
    yield from (_cased(hedged(hedge, quantity, language), form, quote) for hedge in language.offered.get("hedges", ()))


def _is_round(form: Form) -> bool:
    """Of few digits that say something; parts and multiples always are."""
    if form.kind in (Kind.SHARE, Kind.TIMES):
        return True
    said = [str(int(one.value * HUNDRED)).strip("0") for one in form.numbers]
    is_small = form.kind is Kind.NUMBER and any(one.value * one.worth <= NEXT_WHOLE_UP_TO for one in form.numbers)
    return bool(said) and not is_small and all(len(digits) <= ROUND_DIGITS for digits in said)


def _others(form: Form, measured: Interval, quote: str, language: Language) -> Iterator[str]:
    """Another number with the printed hedge, or with any where none names a side; of a share in words another part."""
    if form.kind is None or (form.kind is Kind.SHARE and not form.numbers):
        for fraction in language.offered.get("fractions", ()):
            for hedge in ("", *language.offered.get("hedges", ())):
                yield _of_whole(_cased(hedged(hedge, fraction, language), form, quote), form, quote, language)
    elif len(form.numbers) == 1 and form.hedge not in TWO_SIDED:
        yield from _renumbered(form, measured, quote, language, form.figure)
    elif len(form.numbers) == 1:
        for hedge in language.offered.get("hedges", ()):
            for words in _renumbered(form, measured, quote, language, form.quantity):
                yield _cased(hedged(hedge, words, language), form, quote)


def _cased(words: str, form: Form, quote: str) -> str:
    """A capital letter at the beginning, where the old words had one."""
    return words[:1].upper() + words[1:] if quote[form.figure[0]].isupper() else words


def _of_whole(words: str, form: Form, quote: str, language: Language) -> str:
    """With "of" before what they are a share of, where "half the children" and "most children" have none."""
    of = language.offered.get("of", ())
    old, after = quote[slice(*form.figure)], _NEXT_WORD.match(quote, form.figure[1])
    following = after[1].lower() if after else ""
    if not of or following in of:
        return words
    if form.kind is None or form.numbers:
        bare = bool(following) and following not in language.listed("closers")
        return f"{words} {of[0]}" if old.lower().endswith(f" {of[0]}") or bare else words
    whole = following in language.listed("articles") | language.listed("determiners")
    return f"{words} {of[0]}" if whole else words


def _put(quote: str, within: Span, changes: dict[Span, str]) -> str:
    """The words of a span with some characters of it changed."""
    start, end = within
    for (first, last), words in sorted(changes.items(), reverse=True):
        quote = quote[:first] + words + quote[last:]
        end += len(words) - (last - first)
    return quote[start:end]
