"""A text as it is read: its words, and where in the file each of them stands."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "list item"
    CELL = "table cell"


class Tracked(StrEnum):
    """What becomes of changes that are tracked in a document and that nobody has settled."""

    ACCEPT = "accept"
    REJECT = "reject"
    REFUSE = "refuse"


class Run(NamedTuple):
    """From the offset `at` of the readable text on, up to the next run, stands what is `source[start:end]`.

    Where both are as long, each character stands for one: itself, or a line's end for a break. Else the words stand for
    the source as a whole: "&" for "&amp;", a blank line for nothing.
    """

    at: int
    start: int
    end: int


class Block(NamedTuple):
    """`text[start:end]`, in which sentences begin and end: none reaches from one block into another."""

    start: int
    end: int
    kind: BlockKind


class LeftOut(NamedTuple):
    """`source[start:end]` was not read, since it is no words for a reader: a code block, a script.

    What a document leaves out, its headers and comments, stands in no source: there both are the source's end.
    """

    what: str
    start: int
    end: int


class Section(NamedTuple):
    """From the offset `start` of the source on, up to the next section, a person looks in `name`: "page 3"."""

    start: int
    name: str


@dataclass(frozen=True, slots=True)
class ReadText:
    """The words of a text, without markup.

    `source` is the file as it was decoded, without a byte order mark; offsets count its characters. A document (.docx,
    .odt, .pdf) is no text: there `source` is what its reader wrote down, each paragraph, cell and note on a line of its
    own, a page's lines as they stand, and `sections` say where a person looks. `text` is what a reader sees, `blocks`
    its paragraphs, headings, items and cells, in order. Characters that cannot be seen stand in the source and not in
    the text.

    >>> read = ReadText("a &amp; b", "a & b", (Run(0, 0, 2), Run(2, 2, 7), Run(3, 7, 9)))
    >>> read.span(2, 5), read.source[2:9]
    ((2, 9), '&amp; b')
    """

    source: str
    text: str
    runs: tuple[Run, ...] = ()
    blocks: tuple[Block, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    sections: tuple[Section, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the source the words `text[start:end]` stand; `end` must be beyond `start`."""
        return self._place(start)[0], self._place(end - 1)[1]

    def _place(self, at: int) -> tuple[int, int]:
        index = bisect_right(self.runs, at, key=lambda run: run.at) - 1
        run = self.runs[index]
        after = self.runs[index + 1].at if index + 1 < len(self.runs) else len(self.text)
        if after - run.at != run.end - run.start:
            return run.start, run.end
        return run.start + at - run.at, run.start + at - run.at + 1
