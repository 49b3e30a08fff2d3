"""The words each slot of a language can begin with, so that most words of a text are passed over at once."""

from collections.abc import Mapping

from factcheck.wording.language import Language, Node, Section
from factcheck.wording.tokens import BREAK, CODE, LINK, NUMBER, Token

# What is looked for in a text.
FOUND = ("wording", "period", "time", "score", "idiom")
# What goes on a number that was begun.
NUMBER_WORDS = ("numeral", "hundred", "scale", "vulgar")
# Stands for every number in digits.
DIGITS = "0"
_BEGIN_NOTHING = frozenset({BREAK, CODE, LINK})

# What the slots that no list of words can fill may begin with: digits and marks, sections, lists of words.
_BUILTIN: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "number": ((DIGITS, "-", "–", "."), ("numeral", "half_a", "vulgar", "part"), ("ones", "minus", "bare_scales")),
    "fraction": ((DIGITS,), ("numeral", "vulgar"), ("ones", "bare_scales")),
    "ordinal": ((DIGITS,), ("numeral", "ordinal_word"), ("ones", "bare_scales")),
    "last_number": ((DIGITS,), ("numeral",), ("bare_scales",)),
    "year": ((DIGITS,), ("numeral",), ()),
    "minute": ((DIGITS,), (), ()),
    "clock": ((DIGITS,), (), ()),
    "points": ((DIGITS,), (), ()),
    "day": ((DIGITS,), (), ()),
}


def beginning(token: Token, known: frozenset[str]) -> str:
    """What a token is as the beginning of a slot; the empty string where it begins none. `known` begin some."""
    if token.kind == NUMBER:
        return DIGITS
    return token.word if token.word in known and token.kind not in _BEGIN_NOTHING else ""


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
    first["found"] = set().union(*(first.get(slot, set()) for slot in FOUND))
    first["number_words"] = set().union(*(first.get(slot, set()) for slot in NUMBER_WORDS))
    first["known"] = set().union(*first.values())
    first["inside"] = first["known"].union(*map(_words, sections.values()))
    return {name: frozenset(words) for name, words in first.items()}


def may_begin_with(language: Language, slot: str, first: str, second: str) -> bool:
    """Whether a slot can begin with one beginning and go on with a word, or end before it. May say yes too often."""
    key = (slot, first, second)
    if key not in language.pairs:
        language.pairs[key] = True  # a slot that begins with itself asks no more of it
        language.pairs[key] = slot not in language.sections or _goes_on(language, slot, first, second)
    return language.pairs[key]


def _goes_on(language: Language, slot: str, first: str, second: str) -> bool:
    root = language.sections[slot].root
    words = root.words.values() if first == DIGITS else filter(None, [root.words.get(first)])
    if any(_accepts(language, node, second) for node in words):
        return True
    inner = (name for name in root.slots if first in language.first.get(name, ()))
    return any(may_begin_with(language, name, first, second) for name in inner)


def _accepts(language: Language, node: Node, second: str) -> bool:
    """A pattern ends at the node, or goes on with the word or a slot that begins with it; gaps take any word."""
    if node.entry is not None or second in node.words:
        return True
    begins = DIGITS if second.isdigit() else second
    return any(begins in language.first.get(name, (begins,)) for name in node.slots)


def _take_in(words: set[str], more: set[str]) -> bool:
    """Whether that added any."""
    before = len(words)
    words |= more
    return len(words) > before


def _words(section: Section) -> set[str]:
    """Every word of its patterns."""
    found: set[str] = set()
    waiting = [section.root]
    while waiting:
        node = waiting.pop()
        found |= node.words.keys()
        waiting.extend((*node.words.values(), *node.slots.values()))
    return found


def _beginning(word: str) -> str:
    return DIGITS if word.isdigit() else word
