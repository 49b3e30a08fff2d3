"""The words each slot of a language can begin with, so that most words of a text are passed over at once."""

from collections.abc import Mapping, Sequence

from factcheck.wording.language import BOTH, LATER, NEITHER, THERE, Ends, Language, Look, Node, Section
from factcheck.wording.tokens import CODE, NUMBER, Token

# What is looked for in a text.
FOUND = ("wording", "period", "time", "score", "idiom")
# What goes on a number that was begun.
NUMBER_WORDS = ("numeral", "hundred", "scale", "vulgar")
# Stand for every number in digits, and for four digits that may be a year.
DIGITS, YEAR = "0", "0000"
NUMBERS = (DIGITS, YEAR)
# Begin a number only where digits follow: "-5", ".08".
MARKS = frozenset("-–.")
# Slots that digits fill by themselves.
OF_ONE_TOKEN = frozenset({"year", "minute", "clock", "points"})
# What a number in digits goes on with, and what one that begins with "a": sections, lists of words, words.
AFTER_DIGITS = (
    (*NUMBER_WORDS[1:], "glued_scale", "spaced_scale", "counted_scale", "money_scale", "and_a_half"),
    ("joins", "ordinal_endings"),
    ("e", "x", "×", "*", "·"),
)
AFTER_ONE = ((*NUMBER_WORDS, "ordinal_word", "part", "parts", "half_a"), ("bare_scales",), ("-",))
# Answers that are kept; hostile texts would ask without end.
MOST_KEPT = 100_000
NO_LOOK: Look = ("", "")
_OF_DIGITS = frozenset({NUMBER, CODE})

# What the slots that no list of words can fill may begin with: digits and marks, sections, lists of words.
_BUILTIN: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "number": ((*NUMBERS, "-", "–", "."), ("numeral", "half_a", "vulgar", "part"), ("ones", "minus", "bare_scales")),
    "fraction": (NUMBERS, ("numeral", "vulgar"), ("ones", "bare_scales")),
    "ordinal": (NUMBERS, ("numeral", "ordinal_word"), ("ones", "bare_scales")),
    "last_number": ((DIGITS,), ("numeral",), ("bare_scales",)),
    "year": ((YEAR,), ("numeral",), ()),
    "minute": ((DIGITS,), (), ()),
    "clock": ((DIGITS,), (), ()),
    "points": ((DIGITS,), (), ()),
    "day": ((DIGITS,), (), ()),
}


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
    first["after_digits"] = _all(AFTER_DIGITS, sections, lists)
    first["after_one"] = _all(AFTER_ONE, sections, lists)
    first["digits"] = {word for one in sections.values() for word in one.root.words if word.isdigit()}
    more = first["after_digits"] | first["after_one"]
    first["inside"] = first["known"].union(more, *map(_words, sections.values()))
    return {name: frozenset(words) for name, words in first.items()}


def plain_looks(first: Mapping[str, frozenset[str]]) -> dict[str, Look]:
    """What each word is as the beginning of a slot, and inside one."""
    return {word: (word if word in first["known"] else "", word) for word in first["inside"]}


def looks(row: Sequence[Token], language: Language) -> list[Look]:
    """What each token of a row is as the beginning of a slot, and what the token after it is inside one."""
    plain = language.plain
    found = [
        _look_of_digits(token, plain) if token.kind in _OF_DIGITS else plain.get(token.word, NO_LOOK) for token in row
    ]
    return [(one[0], after[1]) for one, after in zip(found, (*found, NO_LOOK)[1:], strict=True)]


def _look_of_digits(token: Token, plain: Mapping[str, Look]) -> Look:
    if token.kind == NUMBER:
        begins = _beginning(token.word)
        return begins, token.word if token.word in plain else begins
    return "", plain.get(token.word, NO_LOOK)[1]


def may_begin_with(language: Language, slot: str, look: Look) -> bool:
    """Whether a slot can begin with a token and go on with the next, or end before it. May say yes too often."""
    key = (slot, look)
    found = language.looks.get(key)
    if found is None:
        if len(language.looks) >= MOST_KEPT:
            language.looks.clear()
        language.looks[key] = BOTH  # a slot that begins with itself asks no more of it
        found = language.looks[key] = _ends(language, slot, *look)
    return found != NEITHER


def may_begin(language: Language, look: Look) -> bool:
    """Whether anything that is looked for can begin with a token; most "the" and "a" of a text begin nothing."""
    key = ("found", look)
    if key not in language.looks:
        begun = any(may_begin_with(language, slot, look) for slot in FOUND)
        language.looks[key] = BOTH if begun else NEITHER
    return language.looks[key] == BOTH


def _ends(language: Language, slot: str, begins: str, follows: str) -> Ends:
    """Where a slot can end that begins with one token: behind it, further on, both, or nowhere."""
    if begins not in language.first.get(slot, ()):
        return NEITHER
    section = language.sections.get(slot)
    if section is None:
        return _ends_builtin(language, slot, begins, follows)
    root, found = section.root, NEITHER
    for word in language.first["digits"] if begins in NUMBERS else (begins,):
        if node := root.words.get(word):
            found |= _on(language, node, follows)
    for name, node in root.slots.items():
        if may_begin_with(language, name, (begins, follows)):
            inner = language.looks[name, (begins, follows)]
            found |= inner & LATER
            if inner & THERE:
                found |= _on(language, node, follows)
    return found


def _on(language: Language, node: Node, follows: str) -> Ends:
    """Whether a pattern ends at a node, and whether it goes on with a word; gaps take any word."""
    found = NEITHER if node.entry is None else THERE
    begins = _beginning(follows)
    if follows in node.words or any(begins in language.first.get(name, (begins,)) for name in node.slots):
        found |= LATER
    return found


def _ends_builtin(language: Language, slot: str, begins: str, follows: str) -> Ends:
    """The same of a slot that no list of words can fill; a new one may end anywhere until it is told here."""
    first = language.first
    if slot in OF_ONE_TOKEN and begins in NUMBERS:
        return THERE
    if slot in ("day", "ordinal") and begins in NUMBERS:
        has_ending = follows in language.listed("ordinal_endings")
        return LATER if has_ending else THERE if slot == "day" else NEITHER
    if slot not in ("number", "fraction", "ordinal"):
        return BOTH
    if begins in MARKS:
        return LATER if _beginning(follows) in NUMBERS else NEITHER
    if begins in language.listed("ones") and begins not in first["numeral"]:
        return LATER if follows in first["after_one"] else NEITHER
    if slot == "number" and begins in NUMBERS:
        return BOTH if _beginning(follows) in NUMBERS or follows in first["after_digits"] else THERE
    return BOTH


def _all(
    places: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]],
    sections: Mapping[str, Section],
    lists: Mapping[str, frozenset[str]],
) -> set[str]:
    """Every word of some sections and lists, and some words besides."""
    from_sections, from_lists, words = places
    found = set(words).union(*(lists.get(name, ()) for name in from_lists))
    return found.union(*(_words(sections[name]) for name in from_sections if name in sections))


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
    """A word, or what stands for it where it is digits."""
    if not word[:1].isdigit():
        return word
    return YEAR if len(word) == len(YEAR) and word.isdigit() else DIGITS
