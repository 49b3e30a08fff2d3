"""Reads a YAML node into a shape, collecting every problem on the way."""

from collections.abc import Callable
from typing import TypeVar, assert_never

from factcheck.errors import FactcheckError, Problem, did_you_mean
from factcheck.files.nodes import Lines, Mapping, Node, Scalar, Sequence, problem_at
from factcheck.files.scalars import ScalarForm
from factcheck.files.shapes import (
    Choice,
    EntriesOf,
    Form,
    KeptWithNode,
    KeyOf,
    ListOf,
    Nested,
    Placed,
    Shape,
    Unread,
    keys_of,
    one_of,
    place_field,
)

T = TypeVar("T")

_WORD_FOR_NODE = {Scalar: "one value", Mapping: "a mapping of keys to values", Sequence: "a list"}

# Stands for a value that could not be read; its problem has been kept.
_UNREAD = object()


def read(node: Node, shape: type[T], lines: Lines, *, called: str) -> T:
    """The node as a value of the shape. `called` is what errors call it: "a claim", "the file".

    Raises FactcheckError with every problem found.
    """
    reading = _Reading(lines)
    value = reading.mapping(node, shape, called)
    if reading.problems or not isinstance(value, shape):
        raise FactcheckError(*reading.problems)
    return value


class _Reading:
    """One reading and the problems met in it."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self.problems: list[Problem] = []

    def mapping(self, node: Node, shape: type, called: str) -> object:
        """The mapping as the shape, or the mark that it could not be read."""
        if not isinstance(node, Mapping):
            return self._refuse(node, f"{called} must be a mapping of keys to values", _keys(shape, called))
        before = len(self.problems)
        keys = {key.name: key for key in keys_of(shape)}
        values: dict[str, object] = {}
        for name, value in node.entries:
            if key := keys.get(name.text):
                values[key.field] = self._value(value, key.shape, f'"{key.name}"')
            else:
                remedy = did_you_mean(name.text, keys, has=f"The keys of {called} are")
                self._refuse(name, f'unknown key "{name.text}" in {called}', remedy)
        self._missing(node, tuple(keys.values()), called)
        self._exactly_one(node, one_of(shape), called)
        if field := place_field(shape):
            values[field] = node.place
        build: Callable[..., object] = shape
        return build(**values) if len(self.problems) == before else _UNREAD

    def _missing(self, node: Mapping, keys: tuple[KeyOf, ...], called: str) -> None:
        for key in keys:
            if key.required and node.get(key.name) is None:
                self._refuse(node, f'{called} has no "{key.name}"', f"{key.name}: {key.doc}")

    def _exactly_one(self, node: Mapping, names: tuple[str, ...], called: str) -> None:
        given = [key for key, _ in node.entries if key.text in names]
        if names and not given:
            self._refuse(node, f"{called} {_none_of(names)}", f"write one of: {', '.join(names)}")
        for extra in given[1:]:
            message = f'{called} has both "{given[0].text}" and "{extra.text}"'
            self._refuse(extra, message, "keep one of them")

    def _value(self, node: Node, shape: Shape, called: str) -> object:
        if isinstance(node, Scalar) and not node.text and not node.quoted:
            return self._refuse(node, f"{called} has no value", "write one, or take the key out")
        return self._shaped(node, shape, called)

    def _shaped(self, node: Node, shape: Shape, called: str) -> object:
        match shape:
            case ScalarForm() | Choice():
                return self._scalar(node, shape, called)
            case ListOf():
                return self._list(node, shape, called)
            case EntriesOf():
                return self._entries(node, shape, called)
            case KeptWithNode():
                value = self._value(node, shape.of, called)
                return value if value is _UNREAD else Placed(value, node)
            case Unread():
                return node if isinstance(node, shape.nodes) else self._wrong_node(node, shape, called)
            case Nested():
                return self.mapping(node, shape.of, called)
            case Form():
                return self._own(node, shape)
            case _:
                assert_never(shape)

    def _scalar(self, node: Node, shape: ScalarForm | Choice, called: str) -> object:
        form = shape if isinstance(shape, ScalarForm) else shape.form
        value = form.parse(node.text) if isinstance(node, Scalar) else None
        return value if value is not None else self._refuse(node, f"{called} must be {form.must_be}")

    def _list(self, node: Node, shape: ListOf, called: str) -> object:
        if not isinstance(node, Sequence) and not shape.or_one:
            return self._refuse(node, f"{called} must be a list", "open each item with a hyphen and a space")
        items = node.items if isinstance(node, Sequence) else (node,)
        return tuple(self._value(item, shape.of, f"an item of {called}") for item in items)

    def _entries(self, node: Node, shape: EntriesOf, called: str) -> object:
        if not isinstance(node, Mapping):
            return self._refuse(node, f"{called} must be a mapping of keys to values")
        return tuple((name, self._value(value, shape.of, f'"{name.text}"')) for name, value in node.entries)

    def _own(self, node: Node, form: Form[object]) -> object:
        try:
            return form.read(node, self._lines)
        except FactcheckError as error:
            self.problems.extend(error.problems)
            return _UNREAD

    def _wrong_node(self, node: Node, shape: Unread, called: str) -> object:
        wanted = " or ".join(_WORD_FOR_NODE[kind] for kind in shape.nodes)
        return self._refuse(node, f"{called} must be {wanted}")

    def _refuse(self, node: Node, message: str, remedy: str = "") -> object:
        self.problems.append(problem_at(node, message, self._lines, remedy))
        return _UNREAD


def _keys(shape: type, called: str) -> str:
    return f"The keys of {called} are: {', '.join(key.name for key in keys_of(shape))}."


def _none_of(names: tuple[str, ...]) -> str:
    """What is wrong where none of the keys is there: of two, both are named; of many, what they are for."""
    match names:
        case (one, other):
            return f'has neither "{one}" nor "{other}"'
        case _:
            return "does not say what to compute"
