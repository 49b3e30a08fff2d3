"""A dataset appended to the description: its text is put in one place, and every other byte stays."""

import re
from dataclasses import replace
from pathlib import Path

from factcheck.datasets.package import load
from factcheck.errors import FactcheckError, Problem
from factcheck.files import yaml
from factcheck.files.nodes import Mapping, Node, Sequence
from factcheck.files.text import read_text
from factcheck.files.write import write

HEAD = "resources:\n"


def appended(path: Path, shown: str, resource: str) -> str:
    """The description with the resource after its last one. Raises FactcheckError where that cannot be done safely."""
    if not path.exists():
        return HEAD + _indented(resource, 2)
    text = read_text(path, shown)
    root = yaml.load(text, shown)
    listed = root.get("resources") if isinstance(root, Mapping) else None
    lines = text.splitlines(keepends=True)
    if not isinstance(root, Mapping) or not isinstance(listed, Sequence) or not listed.items:
        raise _refused(shown, "it lists no dataset yet", resource)
    first = listed.items[0]
    before = lines[first.place.line - 1][: first.place.column - 1]
    dash = re.fullmatch(r"( *)-( +)", before)
    if dash is None:
        raise _refused(shown, "its datasets stand in brackets", resource)
    at = _end(root, listed, lines)
    if lines[at - 1 : at] and not lines[at - 1].endswith("\n"):
        lines[at - 1] += "\n"
    new = "".join([*lines[:at], _indented(resource, len(dash[1])), *lines[at:]])
    _refuse_other(root, yaml.load(new, shown), shown, resource)
    return new


def put(path: Path, text: str, name: str, root: Path) -> None:
    """Writes the description, unless the dataset would not be one. Raises FactcheckError and OSError."""
    draft = path.with_name(f".{path.name}.draft")
    try:
        write(draft, text)
        found = load(draft, root)
    finally:
        draft.unlink(missing_ok=True)
    shown = path.relative_to(root).as_posix()
    if name not in found.tables:
        problems = [replace(one, place=one.place and replace(one.place, path=shown)) for one in found.problems]
        raise FactcheckError(*problems)
    write(path, text)


def _end(root: Mapping, listed: Sequence, lines: list[str]) -> int:
    """After which line the last resource ends; comments over the next key are that key's."""
    after = [key.place.line for key, _ in root.entries if key.place.line > listed.items[-1].place.line]
    at = min(after) - 1 if after else len(lines)
    while at > listed.items[-1].place.line and re.fullmatch(r"\s*(#.*)?\n?", lines[at - 1]) and after:
        at -= 1
    return at


def _indented(text: str, spaces: int) -> str:
    return "".join(" " * spaces + line for line in text.splitlines(keepends=True))


def _refuse_other(old: Mapping, new: Node, shown: str, resource: str) -> None:
    """What stood there must be read as before."""
    was, now = old.get("resources"), new.get("resources") if isinstance(new, Mapping) else None
    if not isinstance(was, Sequence) or not isinstance(now, Sequence) or now.items[:-1] != was.items:
        raise _refused(shown, "the text below its last dataset is in the way", resource)


def _refused(shown: str, why: str, resource: str) -> FactcheckError:
    remedy = f"put this below resources: yourself\n{resource}"
    return FactcheckError(Problem(f"{shown} cannot be appended to: {why}", remedy=remedy))
