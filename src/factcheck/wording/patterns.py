"""Patterns of a language file: words, {slots}, [optional parts] and (one|or another)."""

import re
from collections.abc import Iterator

_STEP = re.compile(r"\{[a-z_]+\}|[\[\](|)]|[^\s\[\](|){}]+")
_HAS_BRACKETS = re.compile(r"[\[(]")


def alternatives(pattern: str) -> list[tuple[str, ...]]:
    """Every row of steps that a pattern stands for; a step is a word or a slot in braces.

    >>> alternatives("[the] (highest|largest) since {year}")[0]
    ('the', 'highest', 'since', '{year}')
    >>> len(alternatives("[the] (highest|largest) since {year}"))
    4
    """
    if not _HAS_BRACKETS.search(pattern):
        return [tuple(pattern.split())]
    steps = iter(_STEP.findall(pattern))
    return list(dict.fromkeys(tuple(row) for row in _rows(steps, "")))


def _rows(steps: Iterator[str], closing: str) -> list[list[str]]:
    """The rows up to the closing bracket; a bar begins another row, an optional part is a row and nothing."""
    done: list[list[str]] = []
    rows: list[list[str]] = [[]]
    for step in steps:
        if step == closing:
            return done + rows
        if step == "|":
            done, rows = done + rows, [[]]
        elif step == "[":
            rows = _each(rows, [*_rows(steps, "]"), []])
        elif step == "(":
            rows = _each(rows, _rows(steps, ")"))
        else:
            rows = _each(rows, [[step]])
    if closing:
        raise ValueError(f"a bracket is not closed: {closing}")
    return done + rows


def _each(rows: list[list[str]], endings: list[list[str]]) -> list[list[str]]:
    return [row + ending for row in rows for ending in endings]
