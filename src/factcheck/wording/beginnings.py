"""The words each slot of a language can begin with, so that most words of a text are passed over at once."""

from collections.abc import Mapping

from factcheck.wording.language import Section
from factcheck.wording.tokens import BREAK, CODE, NUMBER, Token

# Stands for every number in digits.
DIGITS = "0"

# What the slots that no list of words can fill may begin with: digits and marks, sections, lists of words.
_BUILTIN: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "number": ((DIGITS, "-", "–", "."), ("numeral", "half_a", "vulgar", "part"), ("ones", "minus")),
    "fraction": ((DIGITS,), ("numeral", "vulgar"), ("ones",)),
    "ordinal": ((DIGITS,), ("numeral", "ordinal_word"), ("ones",)),
    "last_number": ((DIGITS,), ("numeral",), ()),
    "year": ((DIGITS,), (), ()),
    "day": ((DIGITS,), (), ()),
}


def beginning(token: Token) -> str:
    """What a token is as the beginning of a slot; the empty string where it begins none."""
    if token.kind == NUMBER:
        return DIGITS
    return "" if token.kind in (BREAK, CODE) else token.word


def beginnings(sections: Mapping[str, Section], lists: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """The first words of every slot, those of the slots it may begin with included."""
    first = {name: {_beginning(word) for word in section.root.words} for name, section in sections.items()}
    inner = {name: set(section.root.slots) for name, section in sections.items()}
    for name, (marks, from_sections, from_lists) in _BUILTIN.items():
        first[name] = set(marks).union(*(lists.get(words, frozenset()) for words in from_lists))
        inner[name] = set(from_sections)
    grows = True
    while grows:
        grows = any(_take_in(first[name], first.get(slot, set())) for name, slots in inner.items() for slot in slots)
    return {name: frozenset(words) for name, words in first.items()}


def _take_in(words: set[str], more: set[str]) -> bool:
    """Whether that added any."""
    before = len(words)
    words |= more
    return len(words) > before


def _beginning(word: str) -> str:
    return DIGITS if word.isdigit() else word
