"""What a language is to the grammar: its marks, and its wordings, each a line of its file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from factcheck.model.numbers import Interval
from factcheck.model.readings import Remark, Way
from factcheck.wording.tokens import Elisions


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a language file: what its words mean, and the rule to print beside a verdict.

    Words that fix their interval themselves ("most") have it in `accepts`, and in `remark` what is to be noted when.
    `close` says that nothing may stand between its marks and numbers.
    """

    patterns: tuple[str, ...]
    means: str
    rule: str = ""
    value: Fraction | None = None
    way: Way = Way.ANY
    unit: str = ""
    accepts: Interval | None = None
    remark: Remark | None = None
    absolute: bool = False
    figure: bool = True
    close: bool = False


# A token as the beginning of a slot, and the token after it inside one; the empty string for what is in no pattern.
Look = tuple[str, str]
# Where a slot can end that begins with a token: right behind it, further on, or both. Bits, for speed.
Ends = int
NEITHER, THERE, LATER = 0, 1, 2
BOTH = THERE | LATER


@dataclass(slots=True)
class Node:
    """A place in a tree of patterns: the words and slots that may come next, and the line that may end here.

    `literals` counts the words on the way to it, so that of two patterns as long the more exact is taken. `leads` keeps
    which of the slots can begin with a token and the one after it, once that was asked.
    """

    words: dict[str, "Node"] = field(default_factory=dict)
    slots: dict[str, "Node"] = field(default_factory=dict)
    leads: dict[Look, tuple[tuple[str, "Node"], ...]] = field(default_factory=dict)
    entry: Entry | None = None
    literals: int = 0

    def after(self, step: str) -> "Node":
        """The node one step on, made where there is none. A step is a word, or a slot in braces."""
        if step.startswith("{"):
            return self.slots.setdefault(step[1:-1], Node(literals=self.literals))
        return self.words.setdefault(step, Node(literals=self.literals + 1))


@dataclass(frozen=True, slots=True)
class Section:
    """Patterns that can stand in one slot: the tree of them, and their lines."""

    root: Node
    entries: tuple[Entry, ...]


# By a first word: the words that must follow, the longest first, and what they are worth with it.
Values = Mapping[str, tuple[tuple[tuple[str, ...], Fraction], ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language as its file describes it. `sections` are the patterns by the name of the slot they fill.

    `rules` are the words for how closely a bare number is taken, `words` plain lists, `known` wordings that can be
    read, in groups, `first` the words each slot can begin with, `plain` what each word is as the beginning of a slot
    and inside one, `values` what the plain words of a section are worth, by the first of them, `needs` words of which
    one at least stands in what fills a slot. `top` is how far down a ranking "one of the highest" reaches. `looks`
    keeps how slots can begin with two tokens, once that was asked, and `senses` what words said before. `elisions` are
    words shortened before an apostrophe, and what they stand for: d' is de. `group` stands between groups of digits
    that are printed.
    `offered` are wordings that a correction may propose, by what they are: hedges, fractions, percent, of.
    """

    code: str
    decimal: str
    groups: frozenset[str]
    group: str
    sections: Mapping[str, Section]
    rules: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    known: tuple[tuple[str, tuple[str, ...]], ...]
    first: Mapping[str, frozenset[str]]
    plain: Mapping[str, Look]
    values: Mapping[str, Values]
    needs: Mapping[str, frozenset[str]]
    top: int = 3
    elisions: Elisions = field(default_factory=dict)
    offered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    looks: dict[tuple[str, Look], Ends] = field(default_factory=dict)
    senses: dict[tuple[int, str], object] = field(default_factory=dict)

    def listed(self, name: str) -> frozenset[str]:
        """A plain list of words of the language; empty where its file has none by that name."""
        return self.words.get(name, frozenset())


def section(lines: Iterable[tuple[Entry, Iterable[tuple[str, ...]]]]) -> Section:
    """A section from its lines, each with the rows of steps its patterns stand for.

    Raises ValueError where two lines have the same words.
    """
    root, kept = Node(), []
    for entry, rows in lines:
        kept.append(entry)
        for steps in rows:
            node = root
            for step in steps:
                node = node.after(step)
            if node.entry is not None and node.entry is not entry:
                raise ValueError(f'"{" ".join(steps)}" stands in two lines, as {node.entry.means} and as {entry.means}')
            node.entry = entry
    return Section(root, tuple(kept))
