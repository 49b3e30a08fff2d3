"""HTML: the words between the tags, entities decoded; scripts, styles, comments, heads and code left out."""

import html
import re
from collections.abc import Iterator

from factcheck.model.texts import BlockKind, ReadText
from factcheck.texts.building import Building
from factcheck.texts.html_tags import BLOCKS, COMMENT, END_TAG, ENTITY, LEFT_OUT, RAW, TAG, Piece, pieces

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
# An element of these needs no end tag: the next of its name ends it.
ENDED_BY_THE_NEXT = frozenset({"p", "li", "dt", "dd", "td", "th", "tr", "option"})
MOST_RAISED = 1_000_000
CALLED = {"pre": "code block", "head": "head"}


def read(source: str) -> ReadText:
    """What a reader of the page sees. Each paragraph, heading, item and table cell is a block."""
    building = Building(source)
    left_out, raised = _LeavingOut(building), 0
    for piece in _without_raw(source):
        if left_out.takes(piece):
            continue
        if piece.kind == ENTITY:
            building.stand_for(html.unescape(source[piece.start : piece.end]), piece.start, piece.end)
        elif piece.kind in (TAG, END_TAG):
            raised = max(0, raised + _raises(piece))
            _mark(piece, building)
        elif piece.kind != COMMENT:
            (building.copy_raised if raised else building.copy)(piece.start, piece.end)
    left_out.finish(len(source))
    return building.built()


def _raises(piece: Piece) -> int:
    """1 where raised words begin, -1 where they end, 0 elsewhere. A block ends them all, so that one lost tag does
    not raise the rest of a page."""
    if piece.name == "sup":
        return 1 if piece.kind is TAG else -1
    return -MOST_RAISED if piece.name in BLOCKS else 0


def _mark(piece: Piece, building: Building) -> None:
    """A tag: a border, a new line, or nothing that is seen."""
    if piece.name in BLOCKS:
        kind = BLOCKS[piece.name] if piece.kind is TAG else BlockKind.PARAGRAPH
        building.border(kind, piece.end if piece.kind is TAG else piece.start)
    elif piece.name == "br":
        building.stand_for("\n", piece.start, piece.end)


class _LeavingOut:
    """Leaves out elements with all that is in them."""

    def __init__(self, building: Building) -> None:
        self._building = building
        self._name = ""
        self._depth = 0
        self._start = 0

    def takes(self, piece: Piece) -> bool:
        """The piece is of an element that is left out."""
        if not self._name:
            if piece.kind is not TAG or piece.name in VOID or not (piece.name in LEFT_OUT or piece.hidden):
                return False
            self._name, self._depth, self._start = piece.name, 0, piece.start
        if self._name == "head" and piece.kind is TAG and piece.name == "body":
            self.finish(piece.start)
            return False
        if piece.name == self._name:
            if piece.kind is TAG and self._depth and piece.name in ENDED_BY_THE_NEXT:
                self.finish(piece.start)
                return self.takes(piece)
            self._depth += 1 if piece.kind is TAG else -1
            if not self._depth:
                self.finish(piece.end)
        return True

    def finish(self, at: int) -> None:
        if self._name:
            called = CALLED.get(self._name, self._name if self._name in LEFT_OUT else "hidden part")
            self._building.leave_out(called, self._start, at)
        self._name = ""


def _without_raw(source: str) -> Iterator[Piece]:
    """The pieces; between the tags of a script and its like, all is one piece of no words."""
    at = 0
    unclosed: set[str] = set()
    while at < len(source):
        for piece in pieces(source, at):
            yield piece
            at = piece.end
            if piece.kind is TAG and piece.name in RAW and piece.name not in unclosed:
                close = re.compile(f"</{piece.name}", re.IGNORECASE).search(source, at)
                if close is not None:
                    yield Piece(COMMENT, at, close.start())
                    at = close.start()
                    break
                unclosed.add(piece.name)
