"""Finds the patterns of a language in a row of tokens; every slot is tried once at every place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from factcheck.wording.beginnings import beginning
from factcheck.wording.language import Entry, Language, Node
from factcheck.wording.number import Number
from factcheck.wording.tokens import BREAK, NUMBER, WORD, Token, tokens

LONGEST = {"gap": 6, "nouns": 3}
# Slots that only what stands right behind the token before can fill.
GLUED = frozenset({"glued_scale", "glued_unit"})


@dataclass(frozen=True, slots=True)
class Match:
    """A line of the language file found in the tokens from `start` up to `end`, with what stood in its slots."""

    entry: Entry
    start: int
    end: int
    parts: tuple[tuple[str, "Part"], ...] = ()

    def one(self, slot: str) -> "Match":
        """The match in a slot. Raises KeyError where the slot is not filled."""
        found = self.get(slot)
        if found is None:
            raise KeyError(slot)
        return found

    def get(self, slot: str) -> "Match | None":
        return next((part for name, part in self.parts if name == slot and isinstance(part, Match)), None)

    def all(self, slot: str) -> tuple["Match", ...]:
        return tuple(part for name, part in self.parts if name == slot and isinstance(part, Match))

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers, years and ordinals in its own slots, in order."""
        return tuple(part for _, part in self.parts if isinstance(part, Number))


@dataclass(frozen=True, slots=True)
class Gap:
    """Words between that say nothing about a figure."""

    end: int


Part = Match | Number | Gap
Builtin = Callable[["Text", int], Number | None]
_Step = tuple[Node, int, tuple[tuple[str, Part], ...]]


class Text:
    """A text under a language: its tokens, and what was found at each place so far.

    `builtin` are the slots that no list of words can fill: numbers, years. `says` marks words that are one wording.
    """

    def __init__(self, text: str, language: Language, builtin: Mapping[str, Builtin], *, says: bool = False) -> None:
        self.text = text
        self.language = language
        self.says = says
        self.tokens = tokens(text, decimal=language.decimal, groups=language.groups)
        self._beginnings = [beginning(token) for token in self.tokens]
        self._found: dict[tuple[str, int], Match | Number | None] = {}
        self._builtin = builtin

    def token(self, at: int) -> Token | None:
        return self.tokens[at] if 0 <= at < len(self.tokens) else None

    def word(self, at: int) -> str:
        """The word or mark at a place; the empty string beyond the ends and at a blank line."""
        if 0 <= at < len(self.tokens):
            token = self.tokens[at]
            return "" if token.kind == BREAK else token.word
        return ""

    def worth(self, section: str, at: int) -> tuple[Fraction, int] | None:
        """What the words at a place are worth in a section of plain words with values, and where they end."""
        if not 0 <= at < len(self.tokens):
            return None
        for more, value in self.language.values[section].get(self.tokens[at].word, ()):
            end = at + 1 + len(more)
            if not more or more == tuple(self.word(place) for place in range(at + 1, end)):
                return value, end
        return None

    def value(self, section: str, at: int) -> Fraction | None:
        """What the words at a place are worth."""
        found = self.worth(section, at)
        return found and found[0]

    def is_digits(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self.tokens[at].kind == NUMBER

    def is_joined(self, at: int) -> bool:
        """A hyphen joins the token there to the one before."""
        return 0 <= at < len(self.tokens) and self.tokens[at].joined

    def is_glued_to_a_word(self, at: int) -> bool:
        """Letters stand right before it: the 19 of "COVID19"; or a hyphen joins it to a word: "COVID-19"."""
        token = self.tokens[at]
        return token.joined or (token.glued and self.tokens[at - 1].kind in (NUMBER, WORD))

    def may_begin(self, slot: str, at: int) -> bool:
        """Whether the slot can begin with what stands at a place."""
        return 0 <= at < len(self._beginnings) and self._beginnings[at] in self.language.first.get(slot, ())

    def past_hyphen(self, at: int) -> int:
        """The place after a hyphen that stands alone: "fifty - two"."""
        return at + 1 if self.word(at) == "-" else at

    def span(self, start: int, end: int) -> str:
        """The text of the tokens from `start` up to `end`."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def find(self, slot: str, at: int) -> "Match | Number | None":
        """What fills a slot at a place, the longest there is; the answer is kept."""
        if at >= len(self._beginnings) or self._beginnings[at] not in self.language.first.get(slot, ()):
            return None
        if slot in GLUED and not self.tokens[at].glued:
            return None
        key = (slot, at)
        if key not in self._found:
            self._found[key] = None
            builtin = self._builtin.get(slot)
            self._found[key] = builtin(self, at) if builtin else self._longest(slot, at)
        return self._found[key]

    def match(self, slot: str, at: int) -> Match | None:
        found = self.find(slot, at)
        return found if isinstance(found, Match) else None

    def number(self, slot: str, at: int) -> Number | None:
        found = self.find(slot, at)
        return found if isinstance(found, Number) else None

    def _longest(self, slot: str, at: int) -> Match | None:
        best, longest = None, (at, -1)
        waiting: list[_Step] = [(self.language.sections[slot].root, at, ())]
        while waiting:
            node, here, parts = waiting.pop()
            reach = (here, node.literals)
            if node.entry and reach > longest and _holds(node.entry, parts):
                best, longest = Match(node.entry, at, here, parts), reach
            waiting.extend(self._steps(node, here, parts))
        return best

    def _steps(self, node: Node, here: int, parts: tuple[tuple[str, Part], ...]) -> Iterator[_Step]:
        word = self.word(here)
        if not word:
            return
        if word in node.words:
            yield node.words[word], here + 1, parts
        for slot, after in node.slots.items():
            for part in self._fillings(slot, here):
                yield after, part.end, (*parts, (slot, part))

    def _fillings(self, slot: str, at: int) -> Iterator[Part]:
        if slot in LONGEST:
            yield from self._gaps(slot, at)
        elif (found := self.find(slot, at)) is not None:
            yield found

    def _gaps(self, slot: str, at: int) -> Iterator[Gap]:
        """Plain words, one to a few; among `nouns` not even "of" or "in"."""
        refused = self.language.listed("refusals")
        fillers = self.language.listed("links") if slot == "nouns" else frozenset()
        for end in range(at + 1, min(at + LONGEST[slot], len(self.tokens)) + 1):
            token = self.tokens[end - 1]
            if token.kind != WORD or token.word in refused or token.word in fillers:
                return
            yield Gap(end)


def _holds(entry: Entry, parts: tuple[tuple[str, Part], ...]) -> bool:
    """The parts agree: "5 in 3" is no share, "doubled to 300" no range."""
    if entry.means == "part_of":
        part, whole = (number.value for _, number in parts if isinstance(number, Number))
        return 0 <= part <= whole and whole > 1 and (entry.value is None or part <= entry.value)
    if entry.means == "range":
        low, high = (match.entry.means for _, match in parts if isinstance(match, Match))
        return high in _RANGES[low]
    return not any(isinstance(match, Match) and match.entry.means in _NEVER.get(entry.means, ()) for _, match in parts)


# Parts that a wording cannot have: "5% a year ago" is no rate, "the top 10" no share, "rose above 5" no change by 5.
_NEVER = {
    "rate": ("no_rate",),
    "end_of_a_ranking": ("number", "money", "points", "basis_points", "times", "multiple", "measure", "age", "cents"),
    "changed_plainly": ("placed",),
    "passed": ("points", "basis_points", "times", "multiple"),
}

# What a range that begins with one kind of quantity may end with: "5 to 10%", but not "5% to 10".
_RANGES = {
    "number": ("number", "money", "percent", "points", "basis_points", "times", "measure", "age", "cents"),
    "money": ("money", "number"),
    "money_less": (),
    "money_in_millions": ("money_in_millions",),
    "money_and_cents": ("money_and_cents",),
    "cents": ("cents", "number"),
    "measure": ("measure",),
    "age": ("age",),
    "basis_points": ("basis_points",),
    "percent": ("percent",),
    "points": ("points",),
    "fraction": ("fraction", "part_of"),
    "part_of": ("fraction", "part_of"),
    "times": ("times",),
    "multiple": (),
}
