"""The file of a dataset, from its description: where it is, its format, and how it is punctuated."""

from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import get_args

from factcheck.datasets.description import Dialect, FormatName, Resource
from factcheck.datasets.layouts import layout, layout_mistakes
from factcheck.errors import FactcheckError, Problem
from factcheck.files import paths
from factcheck.files.nodes import Lines, problem_at
from factcheck.files.shapes import Placed
from factcheck.files.text import is_text_encoding
from factcheck.model.tables import AS_IT_IS, DataFile

FORMATS: tuple[str, ...] = get_args(FormatName)
TEXTS = {"csv": ",", "tsv": "\t"}  # each with what stands between its cells
PACKED = ("gz", "zip")
OTHER_ENDINGS = {"ndjson": "jsonl", "sqlite3": "sqlite", "zsav": "sav"}


def data_file(resource: Resource, lines: Lines, *, folder: Path, root: Path) -> DataFile:
    """The file a dataset names. Raises FactcheckError with every problem found."""
    dialect, path = resource.dialect or Dialect(), _path(resource, lines)
    form, compression = forms_of(resource.inner_path or path.value)
    _, packed = forms_of(path.value)
    form = resource.format or form
    problems = [*_unknown_format(form, path, lines), *_encoding(resource, lines), *_dialect(dialect, lines)]
    problems += layout_mistakes(resource, lines)
    if form == "parquet" and layout(resource) != (AS_IT_IS, 1):
        message = "of a Parquet file the whole table is read, as it stands"
        problems.append(problem_at(resource.place, message, lines, "leave out unpivot and where the table stands"))
    if resource.snapshot is not None:
        remedy = "leave it out: a file is pinned by its hash, see factcheck data lock"
        problems.append(problem_at(resource.snapshot.node, "a snapshot of a file", lines, remedy))
    if resource.table is not None:
        remedy = "write engine: its name instead of path; of a database file: dialect: {table: NAME}"
        problems.append(problem_at(resource.table.node, "a table without an engine", lines, remedy))
    try:
        absolute = _absolute(root, folder, path.value)
    except FactcheckError as error:
        problems += [_at_path(one, path, lines) for one in error.problems]
    if problems:
        raise FactcheckError(*problems)
    return DataFile(
        path=path.value,
        absolute=str(absolute),
        format="csv" if form == "tsv" else form,
        encoding=resource.encoding.value if resource.encoding else "utf-8",
        delimiter=_or(dialect.delimiter, "\t" if form == "tsv" else ","),
        quote=_or(dialect.quote_char, '"'),
        sha256=resource.hash,
        bytes=resource.bytes,
        sheet=dialect.sheet,
        header_row=layout(resource)[1],
        layout=layout(resource)[0],
        compression=(resource.compression or packed or compression).replace("no", ""),
        inner=resource.inner_path,
        records=dialect.property,
        stored=dialect.table,
        address=resource.download,
    )


def forms_of(path: str) -> tuple[str, str]:
    """The format and the compression that the ending of a file's name tells.

    >>> forms_of("gdp.csv.gz"), forms_of("gdp.zip"), forms_of("GDP.XLSX")
    (('csv', 'gz'), ('', 'zip'), ('xlsx', ''))
    """
    endings = [ending.removeprefix(".").lower() for ending in PurePosixPath(path).suffixes]
    packed = endings.pop() if endings and endings[-1] in PACKED else ""
    last = endings[-1] if endings else ""
    return OTHER_ENDINGS.get(last, last), packed


def _path(resource: Resource, lines: Lines) -> Placed[str]:
    if resource.path is None:
        raise FactcheckError(problem_at(resource.place, "the dataset has no path", lines, "write path: its file"))
    return resource.path


def _at_path(problem: Problem, path: Placed[str], lines: Lines) -> Problem:
    return replace(problem_at(path.node, problem.message, lines, problem.remedy), code=problem.code)


def _absolute(root: Path, folder: Path, written: str) -> Path:
    """The file, there or not: one that is absent takes out the checks that need it, and not the dataset."""
    absolute = paths.within(root, folder, written)
    return paths.regular(absolute, written) if absolute.exists() else absolute


def _unknown_format(form: str, path: Placed[str], lines: Lines) -> list[Problem]:
    if form in FORMATS:
        return []
    message = f'"{form}" is no format that is read' if form else "the name of the file does not tell its format"
    return [problem_at(path.node, message, lines, f"write format: one of {', '.join(FORMATS)}")]


def _encoding(resource: Resource, lines: Lines) -> list[Problem]:
    if resource.encoding is None or is_text_encoding(resource.encoding.value):
        return []
    message = f'"{resource.encoding.value}" is no known encoding'
    return [problem_at(resource.encoding.node, message, lines, "write utf-8, windows-1252 or the like")]


def _dialect(dialect: Dialect, lines: Lines) -> list[Problem]:
    """What would be read otherwise than the description says."""
    problems = []
    for mark in (dialect.delimiter, dialect.quote_char):
        if mark and (len(mark.value) != 1 or mark.value.isalnum() or mark.value in "\r\n"):
            problems.append(problem_at(mark.node, "this must be one character, no letter or digit", lines))
    for told, message in (
        (dialect.header, "a table without a line of names is not read"),
        (dialect.double_quote, "a quote mark inside a cell must be doubled"),
    ):
        if told and not told.value:
            problems.append(problem_at(told.node, message, lines, "save the file with it"))
    return problems


def _or(placed: Placed[str] | None, otherwise: str) -> str:
    return placed.value if placed else otherwise
