"""YAML as it was written: every scalar is text, and everything knows where it stands."""

import re
from dataclasses import dataclass, replace

from factcheck.errors import Problem
from factcheck.model.places import Place

Lines = tuple[str, ...]

_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """Text as written: `4.20`, `NO` and `~` stay what they are. `width` is what it takes up on its first line."""

    text: str
    place: Place
    quoted: bool = False
    width: int = 1


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file; no key comes twice."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place

    def get(self, key: str) -> "Node | None":
        return next((value for name, value in self.entries if name.text == key), None)


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple["Node", ...]
    place: Place


Node = Scalar | Mapping | Sequence


def placeless(node: Node) -> object:
    """The node without its places, to compare; a line end that a file gained is no part of its last words."""
    if isinstance(node, Scalar):
        return node.text.rstrip("\n")
    if isinstance(node, Mapping):
        return tuple((key.text, placeless(value)) for key, value in node.entries)
    return tuple(placeless(item) for item in node.items)


def lines_of(text: str) -> Lines:
    """The lines of a text, as YAML counts them."""
    return tuple(_LINE_BREAK.split(text))


def problem_at(node: Node | Place, message: str, lines: Lines, remedy: str = "") -> Problem:
    """A problem with a node (or at a place), with the user's own line beside it."""
    place = node if isinstance(node, Place) else node.place
    width = node.width if isinstance(node, Scalar) else 1
    return located(Problem(message, remedy=remedy, width=width), place, lines)


def located(problem: Problem, place: Place, lines: Lines) -> Problem:
    """The same problem at a place of a file."""
    return replace(problem, place=place, line=lines[place.line - 1] if place.line <= len(lines) else "")


def place_within(scalar: Scalar, offset: int, lines: Lines) -> Place:
    """Where in its file the character `offset` of a scalar's text stands.

    Quotes, folded lines and indentation are stepped over; after an escape such as \\t the column may be a little late.
    """
    raw = "\n".join(lines[scalar.place.line - 1 :])
    at = scalar.place.column - 1
    if scalar.quoted:
        at = raw.find("\n", at) if raw[at] in "|>" else at + 1
    for wanted in scalar.text[:offset]:
        at = _after(raw, at, wanted)
    at = _after(raw, at, scalar.text[offset]) - 1 if offset < len(scalar.text) else at
    line_start = raw.rfind("\n", 0, at) + 1
    return Place(scalar.place.path, scalar.place.line + raw.count("\n", 0, at), at - line_start + 1)


def _after(raw: str, at: int, wanted: str) -> int:
    """The offset after the next character that stands for `wanted`."""
    while at < len(raw) and raw[at] != wanted and not (wanted.isspace() and raw[at].isspace()):
        at += 1
    if wanted.isspace():
        while at < len(raw) and raw[at] != wanted and raw[at : at + 2].isspace():
            at += 1
    return at + 1
