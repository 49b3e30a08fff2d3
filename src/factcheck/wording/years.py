"""Tells a year from a number, and finds the years a text names."""

from fractions import Fraction

from factcheck.wording.grammar import Text
from factcheck.wording.number import Number
from factcheck.wording.tokens import NUMBER, WORD

EARLIEST, LATEST, DIGITS = 1500, 2100, 4
LAST_DAY_OF_MONTH = 31


def year(text: Text, at: int) -> Number | None:
    """The year at a token: four digits that nothing about them makes a count ("over 2000", "2000 people")."""
    token = text.token(at)
    if token is None or not _has_form_of_year(text, at):
        return None
    if text.says and at == 0 and len(text.tokens) == 1:
        return None
    if _counts_something(text, at):
        return None
    return Number(Fraction(token.word), Fraction(1), at, at + 1, digits=token.word)


def day(text: Text, at: int) -> Number | None:
    """The day of a month at a token: "3", "3rd"."""
    token = text.token(at)
    if token is None or token.kind != NUMBER or not token.word.isdigit() or len(token.word) > len("31"):
        return None
    if not 1 <= int(token.word) <= LAST_DAY_OF_MONTH:
        return None
    after = text.token(at + 1)
    has_ending = after is not None and after.glued and after.word in text.language.listed("ordinal_endings")
    return Number(Fraction(token.word), Fraction(1), at, at + 1 + has_ending)


def _has_form_of_year(text: Text, at: int) -> bool:
    token = text.tokens[at]
    if token.kind != NUMBER or len(token.word) != DIGITS or token.end - token.start != DIGITS:
        return False
    if token.glued and text.tokens[at - 1].kind == WORD:
        return False
    return token.word.isdigit() and EARLIEST <= int(token.word) <= LATEST


def _counts_something(text: Text, at: int) -> bool:
    before, after = text.word(at - 1), text.word(at + 1)
    lists = text.language.listed
    if before in lists("before_a_count") or after in lists("after_a_count"):
        return True
    following = text.token(at + 1)
    if following is not None and following.glued and following.kind == WORD:
        return text.match("decade", at + 1) is None
    return text.match("scale", at + 1) is not None


def is_in_a_name(text: Text, at: int) -> bool:
    """The year is part of a name: "the 2030 Agenda", "Budget 2019"."""
    after, before = text.token(at + 1), text.token(at - 1)
    if before is None:
        return False
    if after is not None and _is_capital(text, at + 1) and not after.glued:
        return before.word in text.language.listed("articles")
    return _is_capital(text, at - 1) and not _is_known(text, at - 1)


def _is_capital(text: Text, at: int) -> bool:
    token = text.token(at)
    return token is not None and token.kind == WORD and text.text[token.start].isupper()


def _is_known(text: Text, at: int) -> bool:
    """A month, or a word that begins a period at the head of a sentence: "Since 2019"."""
    word = text.word(at)
    lists = text.language.listed
    return text.match("month", at) is not None or word in lists("before_a_year") | lists("articles")
