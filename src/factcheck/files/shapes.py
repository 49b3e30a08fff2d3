"""Shapes: frozen dataclasses that say what a YAML file may hold. Reading and the JSON Schema are made from them.

A key is a field with its type and its words: `title: Annotated[str, Key("The title")]`. Without a default it is
required. What a type accepts:

- `str bool int Decimal date Days` one value; `Literal["a", "b"]` one of these words
- `X | None` the same as `X`; None is for the default of a key that may be left out
- `Placed[X]` the same with the node it was read from, for what is found wrong later
- `tuple[X, ...]` a list (one value will do with `Key(..., or_one=True)`); `Entries[X]` a mapping of any keys
- another shape: a mapping with its keys
- `Node Scalar Mapping Sequence` the node itself, unread
- `Annotated[X, Key(...), Form(read, schema)]` whatever `read` makes of the node
- `Place` (without a `Key`) is no key: it is given the place of the mapping

`ONE_OF: ClassVar[tuple[str, ...]]` names keys of which exactly one must be given.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Generic, Literal, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from factcheck.files.nodes import Lines, Mapping, Node, Scalar, Sequence
from factcheck.files.scalars import FORMS, ScalarForm
from factcheck.model.places import Place

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"
JsonObject = dict[str, Json]
Entries: TypeAlias = tuple[tuple[Scalar, T], ...]


@dataclass(frozen=True, slots=True)
class Key:
    """What a key is for, in a sentence; its name in the file where the field's own will not do."""

    doc: str
    name: str = ""
    or_one: bool = False


@dataclass(frozen=True, slots=True)
class Placed(Generic[T_co]):
    """A value and the node it was read from."""

    value: T_co
    node: Node


@dataclass(frozen=True, slots=True)
class Form(Generic[T_co]):
    """A form of one's own: `read` gives the value or raises FactcheckError with every problem."""

    read: Callable[[Node, Lines], T_co]
    schema: JsonObject


@dataclass(frozen=True, slots=True)
class Choice:
    words: tuple[str, ...]

    @property
    def form(self) -> ScalarForm:
        return ScalarForm(self._word, "one of: " + ", ".join(self.words), {"enum": list(self.words)})

    def _word(self, text: str) -> str | None:
        return text if text in self.words else None


@dataclass(frozen=True, slots=True)
class ListOf:
    of: "Shape"
    or_one: bool


@dataclass(frozen=True, slots=True)
class EntriesOf:
    of: "Shape"


@dataclass(frozen=True, slots=True)
class KeptWithNode:
    of: "Shape"


@dataclass(frozen=True, slots=True)
class Unread:
    """The node itself, if it is one of these."""

    nodes: tuple[type, ...]


@dataclass(frozen=True, slots=True)
class Nested:
    of: type


Shape = ScalarForm | Choice | ListOf | EntriesOf | KeptWithNode | Unread | Nested | Form[object]


@dataclass(frozen=True, slots=True)
class KeyOf:
    """One key of a shape: the name in the file, the field it fills, and what it accepts."""

    name: str
    field: str
    doc: str
    required: bool
    shape: Shape


@cache
def keys_of(shape: type) -> tuple[KeyOf, ...]:
    """The keys of a shape, in the order they are declared."""
    hints = get_type_hints(shape, include_extras=True)
    return tuple(_key(field, hints[field.name]) for field in fields(shape) if hints[field.name] is not Place)


def place_field(shape: type) -> str | None:
    """The field that is to hold the place of the mapping, if the shape has one."""
    return next((field.name for field in fields(shape) if field.type is Place), None)


def one_of(shape: type) -> tuple[str, ...]:
    """The keys of which exactly one must be given."""
    names: tuple[str, ...] = getattr(shape, "ONE_OF", ())
    return names


def _key(field: "Field[object]", hint: object) -> KeyOf:
    key = next(extra for extra in get_args(hint)[1:] if isinstance(extra, Key))
    required = field.default is MISSING and field.default_factory is MISSING
    return KeyOf(key.name or field.name, field.name, key.doc, required, _shape(hint, or_one=key.or_one))


def _shape(hint: object, *, or_one: bool = False) -> Shape:
    if isinstance(hint, type) and hint in FORMS:
        return FORMS[hint]
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Annotated:
        form = next((extra for extra in inside[1:] if isinstance(extra, Form)), None)
        return form or _shape(inside[0], or_one=or_one)
    if origin in (Union, UnionType):
        return _union([member for member in inside if member is not NoneType], or_one=or_one)
    if origin is Literal:
        return Choice(inside)
    if origin is tuple:
        return _several(inside[0], or_one=or_one)
    if origin is Placed:
        return KeptWithNode(_shape(inside[0], or_one=or_one))
    return _named(hint)


def _union(members: list[object], *, or_one: bool) -> Shape:
    if len(members) == 1:
        return _shape(members[0], or_one=or_one)
    return Unread(tuple(member for member in members if isinstance(member, type)))


def _several(item: object, *, or_one: bool) -> Shape:
    if get_origin(item) is tuple and get_args(item)[0] is Scalar:
        return EntriesOf(_shape(get_args(item)[1]))
    return ListOf(_shape(item), or_one)


def _named(hint: object) -> Shape:
    if not isinstance(hint, type):
        raise TypeError(f"no shape is known for {hint}")
    return Unread((hint,)) if hint in (Scalar, Mapping, Sequence) else Nested(hint)
