"""Puts one key into a claim, or another value in the place of its old one; every other character of the file stays."""

import re
from collections.abc import Sequence as Several

from factcheck.claims.siblings import id_of
from factcheck.errors import FactcheckError, Problem
from factcheck.files.nodes import Mapping, Node, Sequence, lines_of, placeless
from factcheck.files.quoting import quoted
from factcheck.files.yaml import load
from factcheck.model.decided import Put, Written
from factcheck.model.places import Place

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_COMMENT = re.compile(r"(^|\s)#")
_KEY = re.compile(r"[a-z_]+")
_SAFE = re.compile(r"sha256:[0-9a-f]{64}|[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def placed(old: str, shown: str, put: Put) -> str:
    """The claim file with the key in the claim: in the place of the one it has, else after its last.

    Raises FactcheckError where the file cannot be read, has no such claim, or is written so that it cannot be done.
    """
    mark = len(old) - len(old.removeprefix("\ufeff"))
    body = old[mark:]
    root = load(body, shown)
    claim = _claim(root, put, shown)
    column = _column(claim, lines_of(body), put)
    start, end = _span(claim, root, lines_of(body), put, column)
    pieces = re.split(f"({_BREAK.pattern})", body)  # each line, and after it the break that ends it
    lines = [line + after for line, after in zip(pieces[::2], [*pieces[1::2], ""], strict=True)]
    found = _BREAK.search(body)
    ending = found.group() if found and found.group() == "\r\n" else "\n"
    if lines[:start] and not _BREAK.search(lines[start - 1]):
        lines[start - 1] += ending
    lines[start:end] = [line + ending for line in _lines(put.key, put.value, " " * (column - 1))]
    new = "".join(lines)
    _prove(root, new, shown, put, claim.place)
    return old[:mark] + new


def _claim(root: Node, put: Put, shown: str) -> Mapping:
    claims = root.get("claims") if isinstance(root, Mapping) else None
    items = claims.items if isinstance(claims, Sequence) else ()
    named = [item for item in items if isinstance(item, Mapping) and id_of(item) == put.claim]
    if len(named) != 1:
        raise FactcheckError(Problem(f'no claim "{put.claim}", or several', Place(shown), "nothing was written"))
    return named[0]


def _column(claim: Mapping, lines: Several[str], put: Put) -> int:
    """The column of the claim's keys, each of which begins a line of its own; the first may stand after a hyphen."""
    keys = [key.place for key, _ in claim.entries]
    for number, place in enumerate(keys):
        before = lines[place.line - 1][: place.column - 1].strip(" ")
        if place.column != keys[0].column or before not in (("", "-") if number == 0 else ("",)):
            raise _cannot(put, claim.place)
    return keys[0].column


def _span(claim: Mapping, root: Node, lines: Several[str], put: Put, column: int) -> tuple[int, int]:
    """The lines, from 0, that the key takes up; none, after the claim's last, where it has no such key."""
    end = _end(claim, root, lines, column)
    keys = [key.place.line - 1 for key, _ in claim.entries]
    at = next((number for number, (key, _) in enumerate(claim.entries) if key.text == put.key), None)
    if at is None:
        return end, end
    stop = _without_blanks(lines, keys[at], keys[at + 1] if at + 1 < len(keys) else end, column + 1)
    if at == 0 or any(_COMMENT.search(line) for line in lines[keys[at] : stop]):
        raise _cannot(put, claim.entries[at][0].place)
    return keys[at], stop


def _end(claim: Mapping, root: Node, lines: Several[str], column: int) -> int:
    """The number, from 0, of the line after the claim, less blank lines and what stands above the next."""
    claims = root.get("claims") if isinstance(root, Mapping) else None
    starts = [item.place.line for item in claims.items] if isinstance(claims, Sequence) else []
    starts += [key.place.line for key, _ in root.entries] if isinstance(root, Mapping) else []
    after = min((line - 1 for line in starts if line > claim.place.line), default=len(lines))
    return _without_blanks(lines, claim.entries[-1][0].place.line - 1, after, column)


def _without_blanks(lines: Several[str], first: int, after: int, column: int) -> int:
    """The line after the last of a key, less blank lines and comments that stand further left than the column."""
    while after - 1 > first and _is_beside(lines[after - 1], column):
        after -= 1
    return after


def _is_beside(line: str, column: int) -> bool:
    bare = line.lstrip(" ")
    return not bare.strip() or (bare.startswith("#") and len(line) - len(bare) < column - 1)


def _lines(key: str, value: Written, indent: str) -> list[str]:
    name = f"{indent}{key if _KEY.fullmatch(key) else quoted(key)}:"
    if isinstance(value, str):
        return [f"{name} {value if _SAFE.fullmatch(value) else quoted(value)}"]
    lines = [name]
    for one in value if isinstance(value, list) else [value]:
        inner = [line for name, each in one for line in _lines(name, each, indent + "  ")]
        if isinstance(value, list):
            inner = [
                ("    " if number else "  - ").join((indent, line[len(indent) + 2 :]))
                for number, line in enumerate(inner)
            ]
        lines += inner
    return lines


def _prove(root: Node, new: str, shown: str, put: Put, place: Place) -> None:
    """Raises FactcheckError unless the new file reads as the old one with this key, and nothing else, in the claim."""
    try:
        read = load(new, shown)
    except FactcheckError as error:
        raise _cannot(put, place) from error
    wanted = (put.key, _placeless(put.value))
    if _others(read, put) != _others(root, put) or wanted not in _own(read, put):
        raise _cannot(put, place)


def _others(root: Node, put: Put) -> object:
    """The file without that key of the claim."""
    if not isinstance(root, Mapping):
        return None
    return [
        (
            key.text,
            [_but(item, put) for item in value.items]
            if key.text == "claims" and isinstance(value, Sequence)
            else placeless(value),
        )
        for key, value in root.entries
    ]


def _but(item: Node, put: Put) -> object:
    if not isinstance(item, Mapping) or id_of(item) != put.claim:
        return placeless(item)
    return [(key.text, placeless(value)) for key, value in item.entries if key.text != put.key]


def _own(root: Node, put: Put) -> list[tuple[str, object]]:
    claims = root.get("claims") if isinstance(root, Mapping) else None
    items = claims.items if isinstance(claims, Sequence) else ()
    return [
        (key.text, placeless(value))
        for item in items
        if isinstance(item, Mapping) and id_of(item) == put.claim
        for key, value in item.entries
    ]


def _placeless(value: Written) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return tuple(_placeless(one) for one in value)
    return tuple((key, _placeless(each)) for key, each in value)


def _cannot(put: Put, place: Place) -> FactcheckError:
    remedy = "write each key of the claim on a line of its own, without comments inside it; nothing was written"
    return FactcheckError(Problem(f"{put.key}: cannot be put into this claim", place, remedy))
