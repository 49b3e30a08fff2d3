"""Finds the patterns of a language in a row of tokens; every slot is tried once at every place."""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from factcheck.wording.agreement import holds
from factcheck.wording.beginnings import looks, may_begin_with
from factcheck.wording.language import Entry, Language, Look, Node
from factcheck.wording.match import Gap, Match, Parts
from factcheck.wording.number import Number
from factcheck.wording.quantity import Quantity
from factcheck.wording.tokens import BREAK, NUMBER, WORD, Token, tokens

LONGEST = {"gap": 6, "nouns": 3}
# Answers that are kept at a node; hostile texts would ask without end.
MOST_LEADS = 10_000
# Slots that only what stands right behind the token before can fill.
GLUED = frozenset({"glued_scale", "glued_unit", "glued_after"})


Builtin = Callable[["Text", int], Number | None]
_Step = tuple[Node, int, Parts]
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
        self.looks = looks(self.tokens, language)
        self._words = {token.word for token in self.tokens}
        self._found: dict[tuple[str, int], Match | Number | None] = {}
        self.said: dict[tuple[int, int, int], Quantity] = {}
        self._builtin = builtin
        self._lacks: dict[str, bool] = {}

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
        if (slot in GLUED and not self.tokens[at].glued) or (slot in self.language.needs and self._lacking(slot)):
            return None
        builtin = self._builtin.get(slot)
        found = self._found[key] = builtin(self, at) if builtin else self._longest(slot, at)
        return found

    def _lacking(self, slot: str) -> bool:
        """None of the words stands in the text that the slot cannot do without; the answer is kept."""
        lacks = self._lacks.get(slot)
        if lacks is None:
            lacks = self._lacks[slot] = self.language.needs[slot].isdisjoint(self._words)
        return lacks

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

    def _fill(self, leads: "_Leads", here: int, parts: "Parts", waiting: list["_Step"]) -> None:
        """Adds the ways on through each slot that may begin here."""
        for slot, after in leads:
            if slot in LONGEST:
                waiting.extend((after, gap.end, (*parts, (slot, gap))) for gap in self._gaps(slot, here))
                continue
            key = (slot, here)
            found = self._found[key] if key in self._found else self._filled(slot, here)
            if found is not None:
                waiting.append((after, found.end, (*parts, (slot, found))))

    def _ends(self, entry: Entry, start: int, end: int, parts: "Parts") -> bool:
        return holds(entry, parts) and (not entry.close or self._is_close(start, end))

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
