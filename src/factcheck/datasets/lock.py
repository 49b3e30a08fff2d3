"""factcheck.lock: which bytes, how many rows and which columns each dataset had when somebody looked at it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, ClassVar

from factcheck.datasets.written import DIGEST
from factcheck.errors import FactcheckError, Problem
from factcheck.files import yaml
from factcheck.files.nodes import Lines, problem_at
from factcheck.files.quoting import quoted
from factcheck.files.reading import read
from factcheck.files.shapes import Key
from factcheck.model.places import LOCK, Place
from factcheck.model.tables import Table

NAME = LOCK
VERSION = 1
HEAD = """# The data that the claims of this project are checked against.
# Written by `factcheck data lock`; keep it in git.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """One dataset as it was. A table of an engine has no hash: it is unpinned, or has the name of a snapshot."""

    ONE_OF: ClassVar[tuple[str, ...]] = ("sha256", "snapshot", "unpinned")

    name: Annotated[str, Key("The dataset's name.")]
    path: Annotated[str, Key("Its file, as the description says.")]
    sha256: Annotated[str, Key("The file's sha256."), DIGEST] = ""
    bytes: Annotated[int, Key("The file's size.")] = 0
    snapshot: Annotated[str, Key("The name under which the table of an engine is promised to stay the same.")] = ""
    unpinned: Annotated[bool, Key("It is the table of an engine, and may change any day.")] = False
    rows: Annotated[int, Key("How many rows it had.")]
    columns: Annotated[tuple[str, ...], Key("Its columns, in their order.")]
    place: Place


@dataclass(frozen=True, slots=True)
class _File:
    version: Annotated[int, Key("The version of this format.")]
    datasets: Annotated[tuple[Locked, ...], Key("The datasets.")]
    place: Place


@dataclass(frozen=True, slots=True)
class Lock:
    """What is locked, by the names of datasets, and what is wrong with the file. `exists` where there is one."""

    datasets: Mapping[str, Locked]
    problems: tuple[Problem, ...] = ()
    exists: bool = False


NOTHING = Lock({})


def load(root: Path) -> Lock:
    """The lock of a project; nothing is locked where there is none."""
    path = root / NAME
    if not path.exists() and not path.is_symlink():
        return Lock({})
    try:
        node, lines = yaml.read(path, NAME)
        file = read(node, _File, lines, called="the lock")
        _refuse(file, lines)
    except FactcheckError as error:
        return Lock({}, error.problems, exists=True)
    return Lock({one.name: one for one in file.datasets}, exists=True)


def _refuse(file: _File, lines: Lines) -> None:
    if file.version != VERSION:
        told = f"this lock has version {file.version}; {VERSION} is read"
        raise FactcheckError(problem_at(file.place, told, lines, "write it anew: factcheck data lock"))
    seen: set[str] = set()
    for one in file.datasets:
        if one.name in seen:
            remedy = "write it anew: factcheck data lock"
            raise FactcheckError(problem_at(one.place, f'"{one.name}" is locked twice', lines, remedy))
        seen.add(one.name)


def text(datasets: Iterable[Locked]) -> str:
    """The lock as it is written: one dataset after the other, one key a line, so that a change reads as one."""
    lines = [HEAD + f"version: {VERSION}", "datasets:"]
    for one in datasets:
        lines += [
            f"  - name: {quoted(one.name)}",
            f"    path: {quoted(one.path)}",
            *_pin(one),
            f"    rows: {one.rows}",
            "    columns:",
            *(f"      - {quoted(column)}" for column in one.columns),
        ]
    return "\n".join(lines) + "\n" if len(lines) > 2 else f"{lines[0]}\ndatasets: []\n"  # noqa: PLR2004 - none


def _pin(one: Locked) -> list[str]:
    if one.snapshot:
        return [f"    snapshot: {quoted(one.snapshot)}"]
    return ["    unpinned: true"] if one.unpinned else [f"    sha256: {one.sha256}", f"    bytes: {one.bytes}"]


def pinned(table: Table, lock: Lock) -> Table:
    """The table with the pin of the lock, where its description has none."""
    one = lock.datasets.get(table.name)
    if one is None or not one.sha256 or table.file.sha256:
        return table
    return replace(table, file=replace(table.file, sha256=one.sha256, bytes=one.bytes))


def disagreement(table: Table, lock: Lock) -> str:
    """How the lock is at odds with the description; nothing where it is not, or where nothing is locked."""
    one = lock.datasets.get(table.name)
    if one is None:
        return ""
    if table.file.sha256 and table.file.sha256 != one.sha256:
        return f"the description pins sha256 {table.file.sha256[:8]}..., {NAME} {one.sha256[:8]}..."
    if bool(one.sha256) == bool(table.file.engine):
        return f"{NAME} has {one.path}"
    if one.snapshot != table.file.snapshot:
        return f"the description names {_named(table.file.snapshot)}, {NAME} {_named(one.snapshot)}"
    columns = tuple(column.name for column in table.columns)
    if columns != one.columns:
        return f"the columns described are not those in {NAME}"
    return ""


def _named(snapshot: str) -> str:
    return f"the snapshot {snapshot}" if snapshot else "no snapshot"
