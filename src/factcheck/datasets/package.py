"""Reads datasets/datapackage.yaml into tables. A dataset that cannot be read takes out itself and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.datasets.description import Package, Resource
from factcheck.datasets.tables import table
from factcheck.errors import FactcheckError, Problem
from factcheck.files import nodes, yaml
from factcheck.files.nodes import Lines, Node, Sequence, problem_at
from factcheck.files.reading import read
from factcheck.model.places import Place
from factcheck.model.tables import Table


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The tables that can be used, in the order of the file, and what is wrong with the others."""

    tables: Mapping[str, Table]
    problems: tuple[Problem, ...] = ()


def load(path: Path, root: Path) -> Catalogue:
    """The datasets of a description; their files must lie inside `root`. No file but the description is opened."""
    shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    try:
        node, lines = yaml.read(path, shown)
        package, resources = _parts(node, lines)
    except FactcheckError as error:
        return Catalogue({}, error.problems)
    tables: dict[str, Table] = {}
    problems: list[Problem] = []
    for resource in resources:
        try:
            one = _table(resource, package, lines, folder=path.parent, root=root)
            _only(one, tables, lines)
        except FactcheckError as error:
            problems += error.problems
        else:
            tables[one.name] = one
    return Catalogue(tables, tuple(problems))


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
