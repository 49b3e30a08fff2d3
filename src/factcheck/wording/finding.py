"""Finds the wordings of a text."""

from collections.abc import Iterator

from factcheck.model.readings import Wording
from factcheck.wording.beginnings import may_begin
from factcheck.wording.grammar import Text
from factcheck.wording.language import Language
from factcheck.wording.match import Match
from factcheck.wording.names import is_a_name, is_in_a_word
from factcheck.wording.reading import accepts_nothing, read, read_quantity, text_of
from factcheck.wording.stretches import stretches
from factcheck.wording.tokens import NUMBER

SCALES = ("hundred", "scale", "vulgar")
# Where a match can come from: a whole wording, a quantity by itself, and what is no figure.
WORDING, QUANTITY = "wording", "quantity"
PERIOD, TIME, SCORE, IDIOM = "period", "time", "score", "idiom"


def wordings(text: str, language: Language) -> tuple[Wording, ...]:
    """Every wording of a text, in order; none overlaps another, and `text[start:end]` is what each was read from.

    Days, years and periods are no wordings, nor are numbers in names ("COVID-19"). Words that fix no number
    ("all", "rose") are there too, with `figure` False.
    """
    parts = (text_of(text, language, within=within) for within in stretches(text))
    return tuple(one for part in parts for one in _wordings(part))


def spoken_in(text: str, says: Wording, language: Language) -> Wording | None:
    """The first wording of a text that says the same as `says`, however it is put; None where none does."""
    is_pronoun = says.text.lower() in language.listed("pronouns")
    spoken = _wordings(text_of(text, language), pronouns=is_pronoun)
    return next((found for found in spoken if same(found, says)), None)


def same(one: Wording, other: Wording) -> bool:
    """Both accept the same of the same: "200" and "two hundred", and "200 km" too, but no "200 miles"."""
    measures = {one.measure, other.measure} - {""}
    return len(measures) <= 1 and _accepted(one) == _accepted(other)


def _accepted(wording: Wording) -> list[tuple[object, ...]]:
    every = (*wording.readings, *wording.also)
    return [(one.of, one.accepts, one.way, one.ties, one.since, one.real, one.unit, one.per) for one in every]


def _wordings(text: Text, *, pronouns: bool = False) -> Iterator[Wording]:
    for slot, found in matches(text, pronouns=pronouns):
        if slot == WORDING:
            yield read(found, text)
        elif slot == QUANTITY:
            yield read_quantity(found, text)


def matches(text: Text, *, pronouns: bool = False) -> Iterator[tuple[str, Match]]:
    """What is found from the first token to the last, and the slot that it fills; none overlaps another.

    With `pronouns` also "one" where it stands alone.
    """
    at, after = 0, len(text.tokens)
    begin_something = text.language.first["found"]
    while at < after:
        if text.looks[at][0] not in begin_something or not may_begin(text.language, text.looks[at]):
            at += 1
            continue
        slot, found = _at(text, at, pronouns=pronouns) or _no_figure(text, at) or ("", None)
        if found is None:
            at += 1
            continue
        yield slot, found
        at = _after(text, found)


def _after(text: Text, found: Match) -> int:
    real = text.match("real", found.end)
    return real.end if real else found.end


def _at(text: Text, at: int, *, pronouns: bool) -> tuple[str, Match] | None:
    """The wording that begins at a token, unless a period begins there or the number belongs to a name."""
    if is_in_a_word(text, at):
        return None
    found = text.match("wording", at)
    if found is None or _is_denied(text, found) or (not pronouns and _is_pronoun(text, found)):
        return None
    other = _no_figure(text, at)
    if (other and other[1].end >= found.end) or is_a_name(text, found):
        return None
    if _runs_on(text, found.start) or _runs_on(text, found.end):
        return None
    if not accepts_nothing(found, text):
        return WORDING, found
    if other:
        return None
    alone = text.match("quantity", at)
    return (QUANTITY, alone) if alone and not accepts_nothing(alone, text, slot="quantity") else None


def _runs_on(text: Text, at: int) -> bool:
    """A number goes on here that cannot be read: the second word of "million million" and of "five six"."""
    if not 0 < at < len(text.tokens) or text.tokens[at].word not in text.language.first["number_words"]:
        return False
    if text.is_joined(at + 1):
        return False  # "seven in ten ten-year-olds"
    if not _is_scale(text, at):
        is_beside = _is_number_word(text, at - 1) and not _is_digits_with_a_scale(text, at - 1)
        return text.value("numeral", at) is not None and is_beside
    return text.tokens[at - 1].kind == NUMBER or _is_number_word(text, at - 1)


def _is_digits_with_a_scale(text: Text, at: int) -> bool:
    """ "1.1 billion", behind which another number may stand: "1.1 billion four years ago"."""
    return _is_scale(text, at) and at > 0 and text.tokens[at - 1].kind == NUMBER


def _is_number_word(text: Text, at: int) -> bool:
    return text.value("numeral", at) is not None or _is_scale(text, at)


def _is_scale(text: Text, at: int) -> bool:
    return any(text.value(section, at) is not None for section in SCALES)


def _no_figure(text: Text, at: int) -> tuple[str, Match] | None:
    """A period, a date, or words that only look like a figure: "a third party"."""
    for slot in (PERIOD, TIME, SCORE, IDIOM):
        if found := text.match(slot, at):
            return slot, found
    return None


def _is_denied(text: Text, found: Match) -> bool:
    """ "Did not rise by 5%" says no rise; its number is still a figure."""
    return found.entry.means != "amount" and text.word(found.start - 1) in text.language.listed("negators")


def _is_pronoun(text: Text, found: Match) -> bool:
    """ "One" alone is seldom a number in a text."""
    return found.end == found.start + 1 and text.word(found.start) in text.language.listed("pronouns")
