"""Reads what a claim says: one wording, all of whose words are understood."""

from factcheck.model.readings import Wording
from factcheck.wording.grammar import Text
from factcheck.wording.language import Language
from factcheck.wording.match import Match
from factcheck.wording.periods import period_spans
from factcheck.wording.reading import accepts_nothing, read, text_of
from factcheck.wording.tokens import WORD
from factcheck.wording.unreadable import UnreadableWording


def wording(says: str, language: Language) -> Wording:
    """The wording that `says` is. What is counted may follow: "over 150,000 victims"; so may a period.

    Raises UnreadableWording, naming the words that were not read, and where no number could meet the words.
    """
    text = text_of(says, language, says=True)
    found = _first(text)
    if found is None:
        raise UnreadableWording(f'no figure could be read in "{says}"', language)
    read_as = read(found, text)
    unread = _unread(text, found.start, read_as.end)
    if unread:
        words = " ".join(unread)
        raise UnreadableWording(f'"{words}" was not understood in "{says}"', language)
    if accepts_nothing(found, text):
        raise UnreadableWording(f'no number can be "{read_as.text}"', language)
    return read_as


def _first(text: Text) -> Match | None:
    """The first match that only leading words stand before: "a 25 per cent increase", "it was nearly half"."""
    leads = text.language.listed("leads")
    for at in range(len(text.tokens)):
        whole = text.match("saying", at)
        if whole and whole.end == len(text.tokens):
            return whole
        if found := text.match("wording", at):
            return found
        if text.word(at) not in leads or _is_glued(text, at + 1):
            return None
    return None


def _is_glued(text: Text, at: int) -> bool:
    """ "A$5" is not a dollar amount with an article."""
    token = text.token(at)
    return token is not None and token.glued and text.tokens[at - 1].kind == WORD


def _unread(text: Text, first: int, read_to: int) -> list[str]:
    """The words after the wording that are neither a period nor plain nouns."""
    passed = [*period_spans(text), *_idioms(text, read_to)]
    unread = []
    for at in range(first, len(text.tokens)):
        token = text.tokens[at]
        in_period = any(start <= at < end for start, end in passed)
        if token.start >= read_to and not in_period and not _is_plain(text, at):
            unread.append(text.text[token.start : token.end])
    return unread


def _idioms(text: Text, read_to: int) -> list[tuple[int, int]]:
    """Where words that only look like figures stand after the wording: "third parties"."""
    found = (text.match("idiom", at) for at, token in enumerate(text.tokens) if token.start >= read_to)
    return [(idiom.start, idiom.end) for idiom in found if idiom]


def _is_plain(text: Text, at: int) -> bool:
    """A noun, an article, a full stop; not the beginning of "a year", which makes a rate of a change."""
    word = text.word(at)
    if text.match("rate", at) or word in text.language.listed("cuts"):
        return False
    if word in text.language.listed("fillers") or word in text.language.listed("ends"):
        return True
    return text.tokens[at].kind == WORD and word not in text.language.listed("refusals")
