"""Where a value of a claim stands in its file, character by character; and the proof that nothing else was changed."""

import re

from factcheck.errors import FactcheckError, Problem
from factcheck.files.nodes import Mapping, Node, Scalar, lines_of
from factcheck.files.nodes import Sequence as ListNode
from factcheck.files.yaml import load
from factcheck.model.places import Place

BLOCKS = ("|", ">")
# The keys whose words a command may change.
CHANGEABLE = frozenset({"quote", "says"})

_COMMENT = re.compile(r"\s+#")
_ENDS_IN_BRACKETS = re.compile(r"\s+#|\s*[],}]")


def span_of(body: str, root: Node, place: Place, shown: str) -> tuple[int, int]:
    """Where the quote or the `says` at a place of the file begins and ends. `root` is the file as it was read.

    Raises FactcheckError where no claim has one there.
    """
    return _span(body, _key_column(root, place, shown), place)


def in_quote_marks(words: str) -> str:
    """The words as a YAML scalar on one line."""
    return "'" + " ".join(words.split()).replace("'", "''") + "'"


def claim_nodes(root: Node) -> list[Mapping]:
    """The claims of a file."""
    claims = root.get("claims") if isinstance(root, Mapping) else None
    items = claims.items if isinstance(claims, ListNode) else ()
    return [item for item in items if isinstance(item, Mapping)]


def _key_column(root: Node, place: Place, shown: str) -> int:
    """The column of the key whose value stands at a place; 0 where it stands on a line with other keys."""
    for claim in claim_nodes(root):
        for key, value in claim.entries:
            if value.place == place and key.text in CHANGEABLE:
                return key.place.column if key.place.line != claim.place.line or key.place == claim.place else 0
    raise _cannot(shown, place)


def _span(body: str, column: int, place: Place) -> tuple[int, int]:
    """Where the scalar at a place begins and ends in the file."""
    lines = lines_of(body)
    starts = _starts(body)
    start = starts[place.line - 1] + place.column - 1
    first = body[start]
    if first in "'\"":
        return start, _closed(body, start)
    rest = lines[place.line - 1][place.column - 1 :]
    last = place.line - 1
    while column and last + 1 < len(lines) and _is_deeper(lines[last + 1], column):
        last += 1
    if last == place.line - 1 and first not in BLOCKS:
        return start, start + len(_plain(rest, in_brackets=not column))
    while last > place.line - 1 and not lines[last].strip():
        last -= 1
    return start, starts[last] + len(lines[last])


def _starts(body: str) -> list[int]:
    """The offset of each line, as YAML counts lines."""
    starts, at = [], 0
    for line in lines_of(body):
        starts.append(at)
        at += len(line)
        at += 2 if body.startswith("\r\n", at) else 1
    return starts


def _is_deeper(line: str, column: int) -> bool:
    return not line.strip() or len(line) - len(line.lstrip(" ")) >= column


def _closed(body: str, start: int) -> int:
    """After the quote mark that closes the one at `start`."""
    mark, at = body[start], start + 1
    while at < len(body):
        if mark == '"' and body[at] == "\\":
            at += 2
        elif body[at] != mark:
            at += 1
        elif mark == "'" and body.startswith("''", at):
            at += 2
        else:
            return at + 1
    return at


def _plain(rest: str, *, in_brackets: bool) -> str:
    """A plain scalar on one line: up to a comment, or to what ends it between brackets."""
    found = (_ENDS_IN_BRACKETS if in_brackets else _COMMENT).search(rest)
    return rest[: found.start()] if found else rest.rstrip()


def prove(root: Node, new: str, shown: str, values: dict[tuple[int, int], str]) -> None:
    """Raises FactcheckError unless the new file reads as the old one with these values, by line and column, changed."""
    try:
        found = _values(load(new, shown), {})
    except FactcheckError as error:
        raise _cannot(shown, None) from error
    if found != _values(root, values):
        raise _cannot(shown, None)


def _values(node: Node, values: dict[tuple[int, int], str]) -> object:
    if isinstance(node, Scalar):
        return values.get((node.place.line, node.place.column), node.text)
    if isinstance(node, Mapping):
        return tuple((key.text, _values(value, values)) for key, value in node.entries)
    return tuple(_values(item, values) for item in node.items)


def _cannot(shown: str, place: Place | None) -> FactcheckError:
    remedy = "write each quote on a line of its own, in quote marks; nothing was written"
    return FactcheckError(Problem("the new words cannot be put into this file", place or Place(shown), remedy))
