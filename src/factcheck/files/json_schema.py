"""The JSON Schema of a shape, for editors that complete and check while a person types."""

from typing import assert_never

from factcheck.files.nodes import Mapping, Scalar, Sequence
from factcheck.files.scalars import FORMS, ScalarForm
from factcheck.files.shapes import (
    Choice,
    EntriesOf,
    Form,
    Json,
    JsonObject,
    KeptWithNode,
    ListOf,
    Nested,
    Shape,
    Unread,
    keys_of,
    one_of,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_NODES: dict[type, Json] = {Scalar: FORMS[str].schema, Mapping: {"type": "object"}, Sequence: {"type": "array"}}


def json_schema(shape: type, title: str) -> JsonObject:
    """The schema of files that hold this shape."""
    shapes: dict[str, type] = {}
    root = _mapping(shape, shapes)
    definitions: JsonObject = {}
    while missing := [name for name in shapes if name not in definitions]:
        for name in missing:
            definitions[name] = _mapping(shapes[name], shapes)
    return {"$schema": DIALECT, "title": title, **root, "$defs": dict(sorted(definitions.items()))}


def _mapping(shape: type, shapes: dict[str, type]) -> JsonObject:
    keys = keys_of(shape)
    schema: JsonObject = {
        "description": (shape.__doc__ or "").strip(),
        "type": "object",
        "properties": {key.name: {"description": key.doc, **_of(key.shape, shapes)} for key in keys},
        "required": [key.name for key in keys if key.required],
        "additionalProperties": False,
    }
    if names := one_of(shape):
        schema["oneOf"] = [{"required": [name]} for name in names]
    return schema


def _of(shape: Shape, shapes: dict[str, type]) -> JsonObject:
    match shape:
        case ScalarForm() | Form():
            return shape.schema
        case Choice():
            return shape.form.schema
        case ListOf():
            return _list(_of(shape.of, shapes), or_one=shape.or_one)
        case EntriesOf():
            return {"type": "object", "additionalProperties": _of(shape.of, shapes)}
        case KeptWithNode():
            return _of(shape.of, shapes)
        case Unread(nodes):
            return {"anyOf": [_NODES[node] for node in nodes]}
        case Nested(of):
            shapes[of.__name__] = of
            return {"$ref": f"#/$defs/{of.__name__}"}
        case _:
            assert_never(shape)


def _list(item: JsonObject, *, or_one: bool) -> JsonObject:
    several: JsonObject = {"type": "array", "items": item}
    return {"anyOf": [item, several]} if or_one else several
