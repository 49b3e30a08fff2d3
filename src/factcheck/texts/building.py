"""Puts a readable text together, piece by piece, each with its place in the source."""

import re
from collections.abc import Iterable

from factcheck.model.texts import Block, BlockKind, LeftOut, ReadText, Run

BORDER = "\n\n"
# Control characters, soft hyphens, zero-width spaces and joiners, marks of direction and of order: a reader sees none.
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069"
    "\ufeff\ufffe\uffff]+"
)
_RAISED = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
_NUMERIC = re.compile(r"[\s0-9+−(),.*†‡\[\]-]+")


def raised(words: str) -> str:
    """Raised figures as the characters that are: the "1" of a note is no digit of the number before it.

    >>> raised("1"), raised("-6"), raised("th")
    ('¹', '⁻⁶', 'th')
    """
    return words.translate(_RAISED) if _NUMERIC.fullmatch(words) else words


class Building:
    """A text so far. Every method takes offsets of the source, which must not go back."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self._blocks: list[Block] = []
        self._left_out: list[LeftOut] = []
        self._length = 0
        self._begun = 0
        self._kind = BlockKind.PARAGRAPH

    def copy(self, start: int, end: int) -> None:
        """The words as they stand there, without what cannot be seen."""
        at = start
        for unseen in UNSEEN.finditer(self._source, start, end):
            self._add(self._source[at : unseen.start()], at, unseen.start())
            at = unseen.end()
        self._add(self._source[at:end], at, end)

    def copy_raised(self, start: int, end: int) -> None:
        """The same of words that are raised."""
        self.stand_for(raised(self._source[start:end]), start, end)

    def stand_for(self, words: str, start: int, end: int) -> None:
        """Words that stand for the source there: "&" for "&amp;"."""
        self._add(UNSEEN.sub("", words), start, end)

    def leave_out(self, what: str, start: int, end: int) -> None:
        """Something that is there and no words for a reader."""
        self._left_out.append(LeftOut(what, start, end))

    def border(self, kind: BlockKind, at: int) -> None:
        """A block ends here, and one of that kind begins."""
        self._end_block()
        if self._length and not self._pieces[-1].endswith(BORDER):
            self._add(BORDER, at, at)
        self._begun, self._kind = self._length, kind

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    def built(self, blocks: Iterable[Block] | None = None) -> ReadText:
        """The whole; its blocks are those between borders, where no others are given."""
        if blocks is None:
            self._end_block()
        told = self._blocks if blocks is None else blocks
        return ReadText(self._source, self.text, tuple(self._runs), tuple(told), tuple(self._left_out))

    def _add(self, words: str, start: int, end: int) -> None:
        if not words:
            return
        if self._goes_on(words, start, end):
            self._runs[-1] = self._runs[-1]._replace(end=end)
        else:
            self._runs.append(Run(self._length, start, end))
        self._pieces.append(words)
        self._length += len(words)

    def _goes_on(self, words: str, start: int, end: int) -> bool:
        """The piece is as long as its source, and so is the run just before it, which ends where it begins."""
        if not self._runs or len(words) != end - start:
            return False
        last = self._runs[-1]
        return last.end == start and self._length - last.at == last.end - last.start

    def _end_block(self) -> None:
        """The block so far, without blanks about it; none where it has no words."""
        written = "".join(self._written_since(self._begun))
        words = written.strip()
        if words:
            start = self._begun + len(written) - len(written.lstrip())
            self._blocks.append(Block(start, start + len(words), self._kind))

    def _written_since(self, at: int) -> list[str]:
        taken: list[str] = []
        left = self._length
        for piece in reversed(self._pieces):
            if left <= at:
                break
            taken.append(piece)
            left -= len(piece)
        return taken[::-1]
