"""Finds the patterns of a language in a row of tokens; every slot is tried once at every place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from factcheck.wording.beginnings import looks, may_begin_with
from factcheck.wording.language import Entry, Language, Look, Node
from factcheck.wording.number import Number
from factcheck.wording.tokens import BREAK, NUMBER, WORD, Token, tokens

FAR = 4
LONGEST = {"gap": 6, "nouns": 3}
# Answers that are kept at a node; hostile texts would ask without end.
MOST_LEADS = 10_000
# Slots that only what stands right behind the token before can fill.
GLUED = frozenset({"glued_scale", "glued_unit", "glued_after"})


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
        for name, part in self.parts:
            if name == slot and isinstance(part, Match):
                return part
        return None

    def all(self, slot: str) -> tuple["Match", ...]:
        return tuple(part for name, part in self.parts if name == slot and isinstance(part, Match))

    def named(self, slot: str) -> tuple[Number, ...]:
        """The numbers in one of its own slots, in order."""
        return tuple(part for name, part in self.parts if name == slot and isinstance(part, Number))

    def gap(self, slot: str) -> tuple[int, int] | None:
        """From which token up to which the plain words of a slot stand; None where there are none."""
        at = self.start
        for name, part in self.parts:
            if name == slot and isinstance(part, Gap):
                return at, part.end
            at = part.end
        return None

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
_Parts = tuple[tuple[str, Part], ...]
_Step = tuple[Node, int, _Parts]
_Leads = tuple[tuple[str, Node], ...]


class Text:
    """A text under a language: its tokens, and what was found at each place so far.

    `builtin` are the slots that no list of words can fill: numbers, years. `says` marks words that are one
    wording; `within` are the offsets to read between, the whole text unless given.
    """

    def __init__(
        self,
        text: str,
        language: Language,
        builtin: Mapping[str, Builtin],
        *,
        says: bool = False,
        within: tuple[int, int] | None = None,
    ) -> None:
        self.text = text
        self.language = language
        self.says = says
        self.tokens = tokens(
            text, decimal=language.decimal, groups=language.groups, elisions=language.elisions, within=within
        )
        self.looks = looks(self.tokens, language.first)
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
        return 0 <= at < len(self.looks) and may_begin_with(self.language, slot, self.looks[at])

    def past_hyphen(self, at: int) -> int:
        """The place after a hyphen that stands alone: "fifty - two"."""
        return at + 1 if self.word(at) == "-" else at

    def span(self, start: int, end: int) -> str:
        """The text of the tokens from `start` up to `end`."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def find(self, slot: str, at: int) -> "Match | Number | None":
        """What fills a slot at a place, the longest there is; the answer is kept."""
        if at >= len(self.looks) or self.looks[at][0] not in self.language.first.get(slot, ()):
            return None
        return self._filled(slot, at) if may_begin_with(self.language, slot, self.looks[at]) else None

    def _filled(self, slot: str, at: int) -> "Match | Number | None":
        """The same, where it is known that the slot can begin with what stands there."""
        key = (slot, at)
        if key in self._found:
            return self._found[key]
        self._found[key] = None
        if slot in GLUED and not self.tokens[at].glued:
            return None
        builtin = self._builtin.get(slot)
        found = self._found[key] = builtin(self, at) if builtin else self._longest(slot, at)
        return found

    def match(self, slot: str, at: int) -> Match | None:
        found = self.find(slot, at)
        return found if isinstance(found, Match) else None

    def number(self, slot: str, at: int) -> Number | None:
        found = self.find(slot, at)
        return found if isinstance(found, Number) else None

    def _longest(self, slot: str, at: int) -> Match | None:
        """The longest of the patterns that fill a slot; this is where most of the time goes."""
        best, longest = None, (at, -1)
        looks, count = self.looks, len(self.looks)
        waiting: list[_Step] = [(self.language.sections[slot].root, at, ())]
        while waiting:
            node, here, parts = waiting.pop()
            if node.entry is not None and (here, node.literals) > longest and self._ends(node.entry, at, here, parts):
                best, longest = Match(node.entry, at, here, parts), (here, node.literals)
            if here >= count:
                continue
            if node.words and (after := node.words.get(self.tokens[here].word)):
                waiting.append((after, here + 1, parts))
            if node.slots:
                leads = node.leads.get(looks[here])
                if leads is None:
                    leads = _leads(node, looks[here], self.language)
                if leads:
                    self._fill(leads, here, parts, waiting)
        return best

    def _fill(self, leads: "_Leads", here: int, parts: "_Parts", waiting: list["_Step"]) -> None:
        """Adds the ways on through each slot that may begin here."""
        for slot, after in leads:
            if slot in LONGEST:
                waiting.extend((after, gap.end, (*parts, (slot, gap))) for gap in self._gaps(slot, here))
                continue
            key = (slot, here)
            found = self._found[key] if key in self._found else self._filled(slot, here)
            if found is not None:
                waiting.append((after, found.end, (*parts, (slot, found))))

    def _ends(self, entry: Entry, start: int, end: int, parts: "_Parts") -> bool:
        return _holds(entry, parts) and (not entry.close or self._is_close(start, end))

    def _is_close(self, start: int, end: int) -> bool:
        """Lines that say `close` stand together without a space: "2-1", "+5%"."""
        return all(self.tokens[at].glued for at in range(start + 1, end) if self.tokens[at].kind != WORD)

    def _gaps(self, slot: str, at: int) -> Iterator[Gap]:
        """Plain words, one to a few; among `nouns` not even "of" or "in"."""
        refused = self.language.listed("refusals")
        fillers = self.language.listed("links") if slot == "nouns" else frozenset()
        for end in range(at + 1, min(at + LONGEST[slot], len(self.tokens)) + 1):
            token = self.tokens[end - 1]
            if token.kind != WORD or token.word in refused or token.word in fillers:
                return
            yield Gap(end)


def _leads(node: Node, look: Look, language: Language) -> _Leads:
    """The slots after a node that can begin with a token; the answer is kept."""
    if len(node.leads) >= MOST_LEADS:
        node.leads.clear()
    leads = node.leads[look] = tuple(
        (slot, after) for slot, after in node.slots.items() if slot in LONGEST or may_begin_with(language, slot, look)
    )
    return leads


def _holds(entry: Entry, parts: tuple[tuple[str, Part], ...]) -> bool:
    """The parts agree: "5 in 3" is no share, "doubled to 300" no range."""
    if entry.means not in _HELD:
        return True
    if entry.means == "part_of":
        part, whole = (number.value for _, number in parts if isinstance(number, Number))
        return 0 <= part <= whole and whole > 1 and (entry.value is None or part <= entry.value)
    if entry.means == "two_sided":
        return len({hedge in _LOW for hedge in _hedges(parts)}) > 1 and _hedges(parts) <= _LOW | _HIGH
    if entry.means in ("range", "hedged_range"):
        low, high = (match for slot, match in parts if slot == "quantity" and isinstance(match, Match))
        return high.entry.means in _RANGES[low.entry.means] and not _are_far_apart(low, high)
    if entry.means == "score":
        first, last = (number.value for _, number in parts if isinstance(number, Number))
        return first >= last or entry.value is not None
    if entry.means == "divided":
        return all(number.value > 0 for _, number in parts if isinstance(number, Number))
    never = _NEVER.get(entry.means)
    return never is None or not any(isinstance(part, Match) and _means(part) & never for _, part in parts)


def _hedges(parts: _Parts) -> set[str]:
    """What hedges the two sides of "more than 100 and less than 150"."""
    sides = (part for _, part in parts if isinstance(part, Match))
    return {
        part.entry.means
        for side in sides
        for slot, part in side.parts
        if slot != "quantity" and isinstance(part, Match)
    }


_LOW, _HIGH = frozenset({"over", "at_least"}), frozenset({"under", "at_most", "up_to"})


def _are_far_apart(low: Match, high: Match) -> bool:
    """ "$43 billion to $419 billion": each with its own scale or unit, and one many times the other."""
    if not (low.numbers and high.numbers) or low.entry.means == "number":
        return False
    first, last = low.numbers[0], high.numbers[0]
    return first.scale == last.scale and last.value > FAR * first.value > 0


def _means(match: Match) -> set[str]:
    """What a part means, and what the quantities in it do."""
    return {match.entry.means, *(quantity.entry.means for quantity in match.all("quantity"))}


# Parts that a wording cannot have: "5% a year ago" is no rate, "the top 10" no share, "rose above 5" no change by 5.
_NEVER = {
    "rate": frozenset({"no_rate"}),
    "end_of_a_ranking": frozenset(
        {"number", "money", "points", "basis_points", "times", "divided", "multiple", "measure", "age", "cents"}
    ),
    "changed_plainly": frozenset({"placed"}),
    # "Lost 5 games" and "gained 300 voters" count something; "lost 5%" is a change.
    "lost": frozenset({"placed", "number", "measure", "age", "fraction", "part_of", "times", "divided", "multiple"}),
    "passed": frozenset({"points", "basis_points", "times", "divided", "multiple"}),
}

# Lines whose parts must agree.
_HELD = frozenset(_NEVER) | {"part_of", "range", "hedged_range", "two_sided", "score"}

# What a range that begins with one kind of quantity may end with: "5 to 10%", but not "5% to 10".
_RANGES = {
    "number": ("number", "money", "percent", "points", "basis_points", "times", "measure", "age", "cents"),
    "money": ("money", "number"),
    "money_less": (),
    "money_scaled": ("money_scaled",),
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
    "divided": (),
    "multiple": (),
}
