"""Strict YAML: nothing is converted, nothing is silently dropped, and every mistake has its place.

PyYAML's parsers give the events and nothing else: composing and constructing is ours. (Its composer in C crashes on
deep nesting; events come one by one, and deep nesting ends their reading.)
"""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from yaml import events

from factcheck.errors import FactcheckError, Problem
from factcheck.files.nodes import Lines, Mapping, Node, Scalar, Sequence, lines_of, problem_at
from factcheck.files.text import LARGEST, read_text, too_large
from factcheck.files.yaml_mistakes import explained
from factcheck.model.places import Place

DEEPEST = 32

# Tabs, spaces, line ends and byte order marks of other kinds; a comment after the mark of a block; the marks of
# documents, and of keys that stand alone.
_READ_DIFFERENTLY = re.compile(
    r"[\t\r\x85\xa0\u2028\u2029\ufeff]|[|>][^\n]*#|^---|^\.\.\.|(^|[\s\[{,-])\?(\s|$)", re.MULTILINE
)

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def read(path: Path, shown: str) -> tuple[Node, Lines]:
    """The tree of a UTF-8 file, and its lines. `shown` is the path as the user would type it.

    Raises FactcheckError with every problem found.
    """
    text = read_text(path, shown)
    return load(text, shown), lines_of(text)


def load(text: str, path: str) -> Node:
    """The tree of a YAML text. Raises FactcheckError with every problem found.

    >>> load("country: NO", "a.yaml").get("country").text
    'NO'
    """
    if len(text) > LARGEST:
        raise FactcheckError(too_large(path))
    lines = lines_of(text)
    return _loaded_fast(text, path, lines) or _loaded(text, path, lines)


def _loaded_fast(text: str, path: str, lines: Lines) -> Node | None:
    """The tree, read by the parser in C, twenty times as fast; None for a text with anything wrong in it.

    What is wrong is told by the parser in Python alone, so that it is told alike on every machine; and texts with
    marks that the two are known to read differently are left to it.
    """
    parser = getattr(yaml, "CSafeLoader", None)
    if parser is None or _READ_DIFFERENTLY.search(text):
        return None
    tree = _Tree(path, lines)
    try:
        root = tree.root(yaml.parse(text, Loader=parser))
    except (yaml.YAMLError, FactcheckError, ValueError, OverflowError, IndexError):
        return None
    return None if tree.problems else root


def _loaded(text: str, path: str, lines: Lines) -> Node:
    tree = _Tree(path, lines)
    try:
        root = tree.root(yaml.parse(text, Loader=yaml.SafeLoader))
    except (yaml.MarkedYAMLError, yaml.reader.ReaderError) as error:
        raise FactcheckError(*tree.problems, explained(error, path, tree.lines)) from None
    except (ValueError, OverflowError):
        escape = Problem("an escape that stands for no character", Place(path), "write the character itself")
        raise FactcheckError(*tree.problems, escape) from None
    if tree.problems:
        raise FactcheckError(*tree.problems)
    return root


class _Tree:
    """Builds nodes from events, keeping the problems that do not end the reading."""

    def __init__(self, path: str, lines: Lines) -> None:
        self.path = path
        self.lines = lines
        self.problems: list[Problem] = []
        self._left: Iterator[events.Event] = iter(())

    def root(self, stream: Iterator[events.Event]) -> Node:
        self._left = stream
        next(stream)
        if not isinstance(next(stream), events.DocumentStartEvent):
            raise FactcheckError(problem_at(Place(self.path), "nothing in this file", self.lines))
        root = self._node(next(stream), 1)
        next(stream)
        second = next(stream)
        if isinstance(second, events.DocumentStartEvent):
            self._refuse(self._place(second), "a second document in one file", "put it into a file of its own")
        return root

    def _node(self, event: events.Event, depth: int) -> Node:
        place = self._place(event)
        if depth > DEEPEST and isinstance(event, events.CollectionStartEvent):
            self._refuse(place, f"nested deeper than {DEEPEST} levels", "write it flatter")
            raise FactcheckError(*self.problems)
        self._refuse_machinery(event, place)
        match event:
            case events.MappingStartEvent():
                return Mapping(tuple(self._entries(depth + 1)), place)
            case events.SequenceStartEvent():
                return Sequence(tuple(self._items(depth + 1)), place)
            case events.ScalarEvent():
                return self._scalar(event, place)
            case _:
                return Scalar("", place)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._left), events.SequenceEndEvent):
            yield self._node(event, depth)

    def _entries(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, Place] = {}
        while not isinstance(event := next(self._left), events.MappingEndEvent):
            key = self._node(event, depth)
            value = self._node(next(self._left), depth)
            if not isinstance(key, Scalar):
                self._refuse(key.place, "a key that is not a word", "put a text that opens with a bracket in quotes")
            elif key.text in seen:
                first = f"the first is on line {seen[key.text].line}; keep one of them"
                self._refuse(key, f'the key "{key.text}" comes twice', first)
            else:
                seen[key.text] = key.place
                yield key, value

    def _scalar(self, event: events.ScalarEvent, place: Place) -> Scalar:
        scalar = Scalar(event.value, place, quoted=bool(event.style), width=max(1, self._width(event, place)))
        if _UNSEEN.search(event.value):
            self._refuse(scalar, "a character that cannot be seen or printed", "take the escape out")
        return scalar

    def _width(self, event: events.ScalarEvent, place: Place) -> int:
        """How much of the line the scalar takes; the end that a parser gives of a plain one may be the next token's."""
        rest = self.lines[place.line - 1][place.column - 1 :]
        if not event.style and rest.startswith(event.value):
            return len(event.value)
        start, end = event.start_mark, event.end_mark
        one_line = start is not None and end is not None and start.line == end.line
        return end.column - start.column if event.style and one_line and start and end else len(rest)

    def _refuse_machinery(self, event: events.Event, place: Place) -> None:
        quotes = "put the text in quotes, if a text was meant"
        if isinstance(event, events.AliasEvent):
            self._refuse(place, "a reference to another place (*) is not read here", f"write it out; {quotes}")
        elif getattr(event, "anchor", None):
            self._refuse(place, "an anchor (&) is not read here", quotes)
        if getattr(event, "tag", None):
            self._refuse(place, "a tag (!) is not read here", quotes)

    def _refuse(self, at: Node | Place, message: str, remedy: str) -> None:
        self.problems.append(problem_at(at, message, self.lines, remedy))

    def _place(self, event: events.Event) -> Place:
        mark = event.start_mark
        return Place(self.path, mark.line + 1, mark.column + 1) if mark else Place(self.path)
