"""Finds the wordings of a text."""

from collections.abc import Iterator

from factcheck.model.readings import Wording
from factcheck.wording.grammar import Match, Text
from factcheck.wording.language import Language
from factcheck.wording.reading import accepts_nothing, read, read_quantity, text_of
from factcheck.wording.tokens import NUMBER

SCALES = ("hundred", "scale", "vulgar")


def wordings(text: str, language: Language) -> tuple[Wording, ...]:
    """Every wording of a text, in order; none overlaps another, and `text[start:end]` is what each was read from.

    Days, years and periods are no wordings, nor are numbers in names ("COVID-19"). Words that fix no number
    ("all", "rose") are there too, with `figure` False.
    """
    return tuple(_found(text_of(text, language)))


def spoken_in(text: str, says: Wording, language: Language) -> Wording | None:
    """The first wording of a text that says the same as `says`, however it is put; None where none does."""
    is_pronoun = says.text.lower() in language.listed("pronouns")
    spoken = _found(text_of(text, language), pronouns=is_pronoun)
    return next((found for found in spoken if same(found, says)), None)


def same(one: Wording, other: Wording) -> bool:
    """Both accept the same of the same: "200" and "two hundred"."""
    return _accepted(one) == _accepted(other)


def _accepted(wording: Wording) -> list[tuple[object, ...]]:
    every = (*wording.readings, *wording.also)
    return [(one.of, one.accepts, one.way, one.ties, one.since, one.real, one.unit, one.per) for one in every]


def _found(text: Text, *, pronouns: bool = False) -> Iterator[Wording]:
    """The wordings in order; with `pronouns` also "one" where it stands alone."""
    at, after = 0, len(text.tokens)
    while at < after:
        wording = _at(text, at, pronouns=pronouns)
        if wording is None:
            at = _next(text, at)
            continue
        yield wording
        while at < after and text.tokens[at].start < wording.end:
            at += 1


def _at(text: Text, at: int, *, pronouns: bool) -> Wording | None:
    """The wording that begins at a token, unless a period begins there or the number belongs to a name."""
    if text.is_glued_to_a_word(at):
        return None
    other = _no_figure(text, at)
    found = text.match("wording", at)
    if found is None or (other and other.end >= found.end) or _is_denied(text, found):
        return None
    if not pronouns and _is_pronoun(text, found):
        return None
    if _runs_on(text, found.start) or _runs_on(text, found.end):
        return None
    wording = read(found, text)
    return wording if not accepts_nothing(wording) else _alone(text, at)


def _runs_on(text: Text, at: int) -> bool:
    """A number goes on here that cannot be read: the second word of "million million" and of "five six"."""
    if at == 0 or not _counts(text, at, *SCALES):
        return at > 0 and _counts(text, at, "numeral") and _counts(text, at - 1, "numeral", *SCALES)
    return text.tokens[at - 1].kind == NUMBER or _counts(text, at - 1, "numeral", *SCALES)


def _counts(text: Text, at: int, *sections: str) -> bool:
    return any(text.match(section, at) for section in sections)


def _alone(text: Text, at: int) -> Wording | None:
    """The quantity by itself, where the words with it leave nothing: the 45% of "45% to 32%"."""
    quantity = text.match("quantity", at)
    wording = read_quantity(quantity, text) if quantity else None
    return None if wording is None or accepts_nothing(wording) else wording


def _next(text: Text, at: int) -> int:
    other = _no_figure(text, at)
    return other.end if other else at + 1


def _no_figure(text: Text, at: int) -> Match | None:
    """A period, a date, or words that only look like a figure: "a third party"."""
    return text.match("period", at) or text.match("time", at) or text.match("idiom", at)


def _is_denied(text: Text, found: Match) -> bool:
    """ "Did not rise by 5%" says no rise; its number is still a figure."""
    return found.entry.means != "amount" and text.word(found.start - 1) in text.language.listed("negators")


def _is_pronoun(text: Text, found: Match) -> bool:
    """ "One" alone is seldom a number in a text."""
    return found.end == found.start + 1 and text.word(found.start) in text.language.listed("pronouns")
