"""Reads datasets/datapackage.yaml into tables. A dataset that cannot be read takes out itself and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.datasets.description import Package, Resource
from factcheck.datasets.tables import table
from factcheck.errors import FactcheckError, Problem, did_you_mean
from factcheck.files import nodes, yaml
from factcheck.files.nodes import Lines, Node, Scalar, Sequence, problem_at
from factcheck.files.reading import read
from factcheck.model.places import DESCRIPTION, Place
from factcheck.model.tables import Table


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The tables that can be used, in the order of the file, and what is wrong with the others.

    `unread` are the names of the others; None where nothing of the description could be read.
    """

    tables: Mapping[str, Table]
    problems: tuple[Problem, ...] = ()
    unread: frozenset[str] | None = frozenset()

    def is_unread(self, name: str) -> bool:
        """Whether there may be such a dataset, if its description were right."""
        return name not in self.tables and (self.unread is None or name in self.unread)

    def absent(self, name: str) -> Problem:
        """Why there is no table of that name."""
        return absent(name, self.tables, is_unread=self.is_unread(name))


def absent(name: str, tables: Mapping[str, Table], *, is_unread: bool) -> Problem:
    """The problem of a dataset that is not described, or not so that it could be read."""
    if is_unread:
        told = f'dataset "{name}" cannot be used: its description could not be read'
        return Problem(told, remedy=f"correct {DESCRIPTION} first")
    return Problem(f'unknown dataset "{name}"', remedy=did_you_mean(name, tables, has="The datasets are"))


def load(path: Path, root: Path) -> Catalogue:
    """The datasets of a description; their files must lie inside `root`. No file but the description is opened."""
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    try:
        node, lines = yaml.read(path, shown)
        package, resources = _parts(node, lines)
    except FactcheckError as error:
        return Catalogue({}, error.problems, unread=None)
    tables: dict[str, Table] = {}
    unread: set[str] = set()
    problems: list[Problem] = []
    for resource in resources:
        try:
            one = _table(resource, package, lines, folder=path.parent, root=root)
            _only(one, tables, lines)
        except FactcheckError as error:
            problems += error.problems
            unread.add(_name(resource))
        else:
            tables[one.name] = one
    return Catalogue(tables, tuple(problems), frozenset(unread))


def _name(resource: Node) -> str:
    name = resource.get("name") if isinstance(resource, nodes.Mapping) else None
    return name.text if isinstance(name, Scalar) else ""


def _parts(node: Node, lines: Lines) -> tuple[Package, tuple[Node, ...]]:
    """The package without its resources, and each resource unread."""
    if not isinstance(node, nodes.Mapping):
        return read(node, Package, lines, called="the description"), ()
    listed = node.get("resources")
    if not isinstance(listed, Sequence):
        return read(node, Package, lines, called="the description"), ()
    others = tuple((key, Sequence((), value.place) if value is listed else value) for key, value in node.entries)
    return read(replace(node, entries=others), Package, lines, called="the description"), listed.items


def _table(node: Node, package: Package, lines: Lines, *, folder: Path, root: Path) -> Table:
    resource = read(node, Resource, lines, called="the dataset")
    resource = replace(
        resource, sources=resource.sources or package.sources, licenses=resource.licenses or package.licenses
    )
    return table(resource, lines, folder=folder, root=root)


def _only(one: Table, others: Mapping[str, Table], lines: Lines) -> None:
    first = others.get(one.name)
    if first is not None and first.place is not None:
        place = one.place or Place("")
        message = f'a second dataset is called "{one.name}"'
        raise FactcheckError(problem_at(place, message, lines, f"the first is on line {first.place.line}"))
