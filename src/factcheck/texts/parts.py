"""The words of a document, put together paragraph by paragraph, each with the name of the place where it stands."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from factcheck.errors import FactcheckError, Problem
from factcheck.model.texts import BlockKind, LeftOut, ReadText, Section
from factcheck.texts.building import Building, raised

# Stands in the source for a line's end inside a paragraph, so that each line of the source is one part.
BREAK = "\u2028"
_OTHER_ENDS = str.maketrans({"\n": " ", "\r": " "})


class Part(NamedTuple):
    """A paragraph, and where a person finds it: "paragraph 12", "table 1, row 2, cell 3", "footnote 4"."""

    words: str
    kind: BlockKind
    name: str


class Document:
    """What is met while a document is read: how many of each there are so far, what is left out, tracked changes."""

    def __init__(self) -> None:
        self._numbers: Counter[str] = Counter()
        self._left_out: list[str] = []
        self._changes: Counter[str] = Counter()
        self._first_change = ""

    def number(self, what: str) -> str:
        """The name of the next of its kind."""
        self._numbers[what] += 1
        return f"{what} {self._numbers[what]}"

    def next(self, what: str) -> str:
        """The name that the next of its kind will have."""
        return f"{what} {self._numbers[what] + 1}"

    def leave_out(self, what: str) -> None:
        self._left_out.append(what)

    def change(self, what: str, where: str) -> None:
        """A tracked change that nobody has settled."""
        self._changes[what] += 1
        self._first_change = self._first_change or where

    def refuse_changes(self) -> None:
        """Raises FactcheckError where changes were met: which words are meant, the file does not say."""
        if not self._changes:
            return
        told = ", ".join(f"{number:,} {what}" for what, number in self._changes.items())
        message = f"holds tracked changes that nobody has settled ({told}), the first in {self._first_change}"
        remedy = (
            "settle them in your word processor, or say which words are meant: --tracked accept, or reject"
            " (in a claim file, tracked:)"
        )
        raise FactcheckError(Problem(message, remedy=remedy))

    def built(self, parts: Iterable[Part]) -> ReadText:
        """The readable text of all parts, in this order."""
        told = list(parts)
        source = "\n".join(part.words for part in told)
        building, sections, at = Building(source), [], 0
        for part in told:
            building.border(part.kind, at)
            sections.append(Section(at, part.name))
            for start, end in _lines(part.words):
                building.copy(at + start, at + end)
                if end < len(part.words):
                    building.stand_for("\n", at + end, at + end + 1)
            at += len(part.words) + 1
        left_out = tuple(LeftOut(what, len(source), len(source)) for what in self._left_out)
        return replace(building.built(), left_out=left_out, sections=tuple(sections))


def _lines(words: str) -> Iterator[tuple[int, int]]:
    start = 0
    while (end := words.find(BREAK, start)) >= 0:
        yield start, end
        start = end + 1
    yield start, len(words)


class Story:
    """One flow of paragraphs: the body of a document, a note, the words in a text box."""

    def __init__(self, document: Document, *, name: str = "", each: str = "") -> None:
        """All its paragraphs stand in `name`; with `each`, every paragraph has a name of its own."""
        self._document = document
        self._name = name
        self._each = each
        self._pieces: list[str] = []
        self._has_words = False
        self._kind = BlockKind.PARAGRAPH
        self._tables: list[_Table] = []
        self._after: list[Part] = []
        self.parts: list[Part] = []
        self.fields: list[bool] = []  # of each field begun and not ended, whether its result has begun

    def begin(self, kind: BlockKind) -> None:
        """A paragraph begins; it goes on with the one before, where that did not end."""
        if not self._has_words:
            self._kind = BlockKind.CELL if self._tables else kind

    def add(self, words: str) -> None:
        self._pieces.append(words.translate(_OTHER_ENDS))
        self._has_words = self._has_words or bool(words.strip())

    def add_raised(self, words: str) -> None:
        self.add(raised(words))

    @property
    def ends_in_space(self) -> bool:
        """The paragraph has no words yet, or ends in a blank."""
        return not self._pieces or self._pieces[-1][-1:] in (" ", "\t", BREAK, "")

    def end(self, *, joined: bool = False) -> None:
        """The paragraph ends; `joined`, its end is gone, and the next goes on with it."""
        if joined:
            return
        words = "".join(self._pieces).strip(" \t" + BREAK)
        if words:
            self.parts.append(Part(words, self._kind, self._named()))
        self.parts += self._after
        self._pieces, self._after, self._has_words, self._kind = [], [], False, BlockKind.PARAGRAPH

    def put_aside(self, box: "Story") -> None:
        """What stands in a text box comes after the paragraph to which it is tied."""
        box.end()
        self._after += box.parts

    def here(self) -> str:
        """Where a person looks for what is read now."""
        if self._tables:
            return self._tables[-1].here()
        return self._name or self._document.next(self._each)

    def _named(self) -> str:
        return self.here() if self._tables or self._name else self._document.number(self._each)

    def table_begins(self) -> None:
        self.end()
        self._tables.append(_Table(self._document.number("table")))

    def row_begins(self) -> None:
        self.end()
        if self._tables:
            self._tables[-1].row += 1
            self._tables[-1].cell = 0

    def cell_begins(self) -> None:
        self.end()
        if self._tables:
            self._tables[-1].cell += 1

    def table_ends(self) -> None:
        self.end()
        self._tables.pop()


@dataclass(slots=True)
class _Table:
    """How far a table has been read."""

    name: str
    row: int = 0
    cell: int = 0

    def here(self) -> str:
        cell = f", cell {self.cell}" if self.cell else ""
        return f"{self.name}, row {self.row}{cell}"
