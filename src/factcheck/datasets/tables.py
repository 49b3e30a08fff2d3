"""A table from the description of one dataset, with everything wrong with it reported at its place."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from factcheck.datasets.columns import column
from factcheck.datasets.data_files import data_file
from factcheck.datasets.description import Aliases, Margin, Resource, SourceOf
from factcheck.datasets.engine_tables import engine_table
from factcheck.datasets.headers import MOST_COLUMNS, folded
from factcheck.errors import FactcheckError, Problem, did_you_mean
from factcheck.files.nodes import Lines, Scalar, problem_at
from factcheck.model.tables import Censored, Column, DataFile, Source, Table, Uncertainty


def table(resource: Resource, lines: Lines, *, folder: Path, root: Path) -> Table:
    """The table a dataset describes. Raises FactcheckError with every problem found.

    Where one day is meant, a month or year stands for its last; `from` for its first.
    """
    problems = [*_unknown_names(resource, lines), *_doubts(resource, lines)]
    columns = _columns(resource, lines, problems)
    try:
        file = _file(resource, lines, folder=folder, root=root)
    except FactcheckError as error:
        problems += error.problems
    if problems:
        raise FactcheckError(*problems)
    aliases = resource.aliases or Aliases()
    return Table(
        name=resource.name.value,
        columns=columns,
        file=file,
        title=resource.title,
        row=resource.row,
        as_of=resource.as_of.end if resource.as_of else None,
        as_of_first=resource.as_of.start if resource.as_of else None,
        starts=resource.start.start if resource.start else None,
        ends=resource.end.end if resource.end else None,
        lasting=resource.lasting,
        published=resource.published.text if resource.published else "",
        complete=resource.complete,
        complete_reason=resource.complete_reason,
        uncertainty=_uncertainty(resource.uncertainty),
        prices=resource.prices or "",
        sources=tuple(map(_source, resource.sources)),
        licenses=tuple(one.name or one.title or one.path for one in resource.licenses),
        key=resource.schema.primary_key,
        column_aliases=tuple((short.text, name) for short, name in aliases.columns),
        value_aliases=tuple(
            (name.text, written.text, stored) for name, values in aliases.values for written, stored in values
        ),
        place=resource.place,
    )


def _file(resource: Resource, lines: Lines, *, folder: Path, root: Path) -> DataFile:
    if resource.engine is not None:
        return engine_table(resource, resource.engine, lines)
    return data_file(resource, lines, folder=folder, root=root)


def _columns(resource: Resource, lines: Lines, problems: list[Problem]) -> tuple[Column, ...]:
    censored = tuple(Censored(cell.text, low, high) for cell, (low, high) in resource.censored)
    totals = {name.text: values for name, values in resource.totals}
    found: list[Column] = []
    for field in resource.schema.fields:
        stand_for_all = totals.get(field.name.value, ())
        try:
            found.append(column(field, resource.schema, lines, censored=censored, totals=stand_for_all))
        except FactcheckError as error:
            problems += error.problems
    problems += _twice(resource, lines)
    return tuple(found)


def _twice(resource: Resource, lines: Lines) -> Iterator[Problem]:
    """Names that come twice; those of a file must differ in more than capitals, since the engine takes them for one."""
    seen: dict[str, str] = {}
    exact: set[str] = set()
    for at, field in enumerate(resource.schema.fields, start=1):
        name = field.name.value
        other = seen.setdefault(name if resource.engine else folded(name), name)
        if name in exact:
            yield problem_at(field.name.node, f'the column "{name}" comes twice', lines)
        elif other != name:
            remedy = f"give it another name, here and by dialect: {{rename: {{{at}: its new name}}}}"
            yield problem_at(field.name.node, f'"{other}" and "{name}" differ in capitals alone', lines, remedy)
        exact.add(name)


def _unknown_names(resource: Resource, lines: Lines) -> Iterator[Problem]:
    """Names in totals, aliases and the key that no column has."""
    columns = [field.name.value for field in resource.schema.fields]
    aliases = resource.aliases or Aliases()
    named: list[tuple[str, Scalar]] = [(name.text, name) for name, _ in resource.totals]
    named += [(name, short) for short, name in aliases.columns]
    named += [(name.text, name) for name, _ in aliases.values]
    for name, node in named:
        if name not in columns:
            remedy = did_you_mean(name, columns, has="The columns are")
            yield problem_at(node, f'there is no column "{name}"', lines, remedy)
    for short, _ in aliases.columns:
        if short.text in columns:
            yield problem_at(short, f'"{short.text}" is a column already', lines, "choose another short name")
    for name in set(resource.schema.primary_key) - set(columns):
        yield problem_at(resource.place, f'the key names "{name}", which is no column', lines)


def _doubts(resource: Resource, lines: Lines) -> Iterator[Problem]:
    """What a description says of itself that cannot be."""
    if not resource.schema.fields:
        yield problem_at(resource.place, "the schema has no columns", lines, "list the columns of the file")
    if len(resource.schema.fields) > MOST_COLUMNS:
        told = f"the schema has {len(resource.schema.fields):,} columns; at most {MOST_COLUMNS:,} are read"
        yield problem_at(resource.place, told, lines, "split the table")
    if resource.complete is False and not resource.complete_reason:
        remedy = "complete_reason: what is absent, or how one knows"
        yield problem_at(resource.place, '"complete: no" needs a reason', lines, remedy)
    if resource.start and resource.end and resource.start.start > resource.end.end:
        yield problem_at(resource.place, '"from" is after "to"', lines, "exchange them")
    if not resource.name.value.strip():
        yield problem_at(resource.name.node, "the dataset has no name", lines)


def _uncertainty(margin: Margin | None) -> Uncertainty | None:
    return replace(margin.size, source=margin.source, quote=margin.quote) if margin else None


def _source(source: SourceOf) -> Source:
    published = source.published.text if source.published else ""
    return Source(title=source.title, publisher=source.publisher, url=source.path, published=published)
