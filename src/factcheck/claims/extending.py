"""Adds claims to a file that a person has worked on: at its end, or one line at an exact place; all else stays."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.claims.siblings import id_of
from factcheck.claims.writing import items
from factcheck.errors import FactcheckError, Problem
from factcheck.files.nodes import Mapping, Node, Scalar, lines_of, placeless
from factcheck.files.nodes import Sequence as ListNode
from factcheck.files.yaml import load
from factcheck.model.places import Place
from factcheck.statements.anchors import Ambiguous, Found, Lost, find
from factcheck.statements.drafting import Draft
from factcheck.statements.plain import PlainText, plain

GONE = "# gone: these words are no longer in the text"

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_ITEM = re.compile(r"[ ]*- +")


@dataclass(frozen=True, slots=True)
class Extended:
    """The file's new text; the ids of the claims added, of those newly marked as gone, and of those that are back."""

    text: str
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    back: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Written:
    """A claim as it stands in the file."""

    node: Mapping
    id: str
    at: tuple[tuple[int, int], ...]
    is_lost: bool


def extended(old: str, shown: str, text: str, drafts: Sequence[Draft]) -> Extended:
    """The claim file with the drafts that none of its claims covers, and marks beside the claims whose words are gone.

    `text` is the statement's readable text. Raises FactcheckError where the file cannot be read, or cannot be added to.
    """
    root = load(old.removeprefix("\ufeff"), shown)
    claims = root.get("claims") if isinstance(root, Mapping) else None
    if not isinstance(root, Mapping) or not isinstance(claims, ListNode):
        raise FactcheckError(Problem("not a claim file: it has no list of claims", Place(shown), "name another file"))
    within = plain(text)
    written = [one for node in claims.items if (one := _written(node, within))]
    covered = sorted({span for one in (*written, *_ignored(root, within)) for span in one.at})
    ids = {one.id for one in written}
    fresh = [draft for draft in drafts if draft.id not in ids and not _is_covered(draft.at, covered)]
    edits = _Edits(old, shown)
    marked = [one for one in written if one.is_lost and edits.mark(one.node)]
    back = [one.id for one in written if not one.is_lost and edits.is_marked(one.node)]
    if fresh:
        edits.append(root, claims, fresh)
    new = edits.made()
    _keeps_all(root, new, shown, [draft.id for draft in fresh])
    return Extended(new, tuple(draft.id for draft in fresh), tuple(one.id for one in marked), tuple(back))


def _written(node: Node, within: PlainText) -> _Written | None:
    if not isinstance(node, Mapping) or not (quote := _text(node, "quote")):
        return None
    anchor = find(within, quote, _text(node, "prefix"), _text(node, "suffix"))
    match anchor:
        case Found(start, end):
            return _Written(node, id_of(node), ((start, end),), is_lost=False)
        case Ambiguous(places):
            return _Written(node, id_of(node), places, is_lost=False)
        case Lost():
            return _Written(node, id_of(node), (), is_lost=True)


def _ignored(root: Mapping, within: PlainText) -> list[_Written]:
    ignored = root.get("ignore")
    nodes = ignored.items if isinstance(ignored, ListNode) else ()
    return [one for node in nodes if (one := _written(node, within))]


def _text(node: Mapping, key: str) -> str:
    value = node.get(key)
    return value.text if isinstance(value, Scalar) else ""


def _is_covered(at: tuple[int, int], covered: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at[0] and at[1] <= end for start, end in covered)


class _Edits:
    """Insertions into a text; nothing of it is ever taken out."""

    def __init__(self, old: str, shown: str) -> None:
        self._old = old
        self._shown = shown
        self._shift = len(old) - len(old.removeprefix("\ufeff"))
        body = old.removeprefix("\ufeff")
        self._lines = lines_of(body)
        self._starts = [0, *(found.end() for found in _BREAK.finditer(body))]
        self._insertions: list[tuple[int, str]] = []
        first = _BREAK.search(body)
        self._end = first.group() if first and first.group() == "\r\n" else "\n"

    def mark(self, node: Mapping) -> bool:
        """A line above the claim that says its words are gone; False where it stands there, or cannot."""
        line = node.place.line - 1
        item = _ITEM.match(self._lines[line])
        if self.is_marked(node) or item is None or item.end() != node.place.column - 1:
            return False
        indent = self._lines[line][: len(item.group()) - len(item.group().lstrip(" "))]
        self._insertions.append((self._starts[line], f"{indent}{GONE}{self._end}"))
        return True

    def is_marked(self, node: Mapping) -> bool:
        line = node.place.line - 2
        return line >= 0 and self._lines[line].strip() == GONE

    def append(self, root: Mapping, claims: ListNode, fresh: Sequence[Draft]) -> None:
        """The new claims, after the last line of those there are."""
        last = claims.items[-1].place if claims.items else None
        item = _ITEM.match(self._lines[last.line - 1]) if last else None
        if last is None or item is None or item.end() != last.column - 1:
            remedy = "write claims: as a list, each claim below a hyphen on a line of its own; nothing was written"
            raise FactcheckError(Problem("claims cannot be added to this list", claims.place, remedy))
        indent = item.group()[: len(item.group()) - len(item.group().lstrip(" "))]
        line = self._line_after(root, claims)
        at = self._starts[line] if line < len(self._starts) else len(self._old) - self._shift
        ends = self._old.endswith(("\n", "\r", "\x85", "\u2028", "\u2029"))
        lead = "" if ends or at < len(self._old) - self._shift else self._end
        self._insertions.append((at, lead + "".join(line + self._end for line in items(fresh, indent))))

    def _line_after(self, root: Mapping, claims: ListNode) -> int:
        """The number, from 0, of the line after the claims: before the next key and what stands above it."""
        following = [key.place.line - 1 for key, _ in root.entries if key.place.line > claims.place.line]
        if not following:
            return len(self._lines)
        line = min(following)
        while line > 0 and (not self._lines[line - 1].strip() or self._lines[line - 1].startswith("#")):
            line -= 1
        return line

    def made(self) -> str:
        pieces: list[str] = [self._old[: self._shift]]
        at = 0
        body = self._old[self._shift :]
        for offset, words in sorted(self._insertions, key=lambda one: one[0]):
            pieces += [body[at:offset], words]
            at = offset
        return "".join([*pieces, body[at:]])


def _keeps_all(root: Mapping, new: str, shown: str, added: Sequence[str]) -> None:
    """Raises FactcheckError unless the new text reads as the old file with the new claims at the end of its list."""
    try:
        read = load(new.removeprefix("\ufeff"), shown)
    except FactcheckError as error:
        raise _cannot(shown) from error
    claims = read.get("claims") if isinstance(read, Mapping) else None
    if not isinstance(read, Mapping) or not isinstance(claims, ListNode):
        raise _cannot(shown)
    kept = len(claims.items) - len(added)
    before = [(key.text, placeless(value)) for key, value in root.entries]
    after = [
        (key.text, placeless(ListNode(value.items[:kept], value.place) if value is claims else value))
        for key, value in read.entries
    ]
    if before != after or [id_of(node) for node in claims.items[kept:]] != list(added):
        raise _cannot(shown)


def _cannot(shown: str) -> FactcheckError:
    remedy = "write the last claim as the others, and end the file with a line end; nothing was written"
    return FactcheckError(Problem("the new claims cannot be added at the end of this file", Place(shown), remedy))
