"""What another file in a dataset's place would change: its rows and columns, and the verdicts that rest on it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from factcheck import checks
from factcheck.datasets.comparing import compared_rows
from factcheck.datasets.data_files import FORMATS, TEXTS, forms_of
from factcheck.datasets.found_columns import header_of
from factcheck.datasets.lock import NOTHING
from factcheck.datasets.package import Catalogue
from factcheck.datasets.ready import ready
from factcheck.engines.duckdb import open_engine
from factcheck.errors import ExitCode, FactcheckError, Problem, did_you_mean
from factcheck.model.findings import ClaimResult, Report
from factcheck.model.kept import Comparison, Verdicts
from factcheck.model.queries import Difference, Failure, Profile, TableProfile
from factcheck.model.settings import Settings
from factcheck.model.tables import Column, DataFile, Table
from factcheck.wiring import Project


def compared(project: Project, old: str, new: str) -> Comparison:
    """What the new file changes: rows and columns of the dataset, and the verdicts that rest on it.

    `old` is a dataset or its file, `new` another dataset or any file. Raises FactcheckError.
    """
    before = _dataset(project, old)
    _refuse_engine(before)
    other = _file_of(project, before, new)
    _refuse_engine(other)
    after, unread = _as_before(project, before, other)
    comparison = _rows_compared(project, before, after, unread)
    judged = replace(after, columns=before.columns) if unread else after
    reports = [_report(project, before.name, table) for table in (before, judged)]
    verdicts = tuple(_verdicts(*reports, names=_claims_on(project, before.name)))
    return replace(comparison, verdicts=verdicts, claims=len(_claims_on(project, before.name)))


def _refuse_engine(table: Table) -> None:
    if table.file.engine:
        told = f"{table.file.path} is the table of an engine and no file"
        raise FactcheckError(Problem(told, table.place, "only files are compared", code=ExitCode.NOT_CHECKED))


def _dataset(project: Project, named: str) -> Table:
    tables = project.catalogue.tables
    if named in tables:
        return tables[named]
    path = Path(named).resolve()
    for table in tables.values():
        if Path(table.file.absolute) == path:
            return table
    remedy = did_you_mean(named, tables, has="The datasets are")
    raise FactcheckError(*project.catalogue.problems, Problem(f'"{named}" is no dataset or its file', remedy=remedy))


def _file_of(project: Project, before: Table, new: str) -> Table:
    """The dataset as it would be with the new file."""
    if new in project.catalogue.tables:
        return replace(project.catalogue.tables[new], name=before.name)
    if not Path(new).is_file():
        told = f"no such file: {new}"
        raise FactcheckError(Problem(told, remedy="check the name", code=ExitCode.NOT_CHECKED))
    form, packed = forms_of(new)
    file = replace(before.file, path=new, absolute=str(Path(new).resolve()))
    if packed != forms_of(before.file.path)[1]:
        file = replace(file, compression=packed, inner="")
    if form not in FORMATS or form == before.file.format:
        return replace(before, file=_delimited(file, before.file, form))
    if form in TEXTS and before.file.format == "csv":
        return replace(before, file=_delimited(file, before.file, form))
    if form in TEXTS:
        told = f"{new} is a text, and nothing says what stands between its cells, and how its numbers are written"
        remedy = f"make it a dataset: factcheck data add {new}; then: factcheck data diff {before.name} ITS-NAME"
        raise FactcheckError(Problem(told, before.place, remedy))
    plain = DataFile(new, file.absolute, form, compression=file.compression)
    return replace(before, file=plain, columns=tuple(map(_as_programs_write, before.columns)))


def _delimited(file: DataFile, before: DataFile, form: str) -> DataFile:
    """A text whose name ends otherwise than that of the dataset has the delimiter that its name tells."""
    told = forms_of(before.path)[0]
    return replace(file, delimiter=TEXTS[form]) if form in TEXTS and told in TEXTS and form != told else file


def _as_programs_write(column: Column) -> Column:
    """A column of a workbook, of JSON and the like, where a number is a number."""
    return replace(column, decimal_char=".", group_char="")


def _as_before(project: Project, before: Table, after: Table) -> tuple[Table, str]:
    """The new table with its own columns, and why the claims cannot be judged by it; nothing where they can."""
    file = replace(after.file, sha256="", bytes=None)
    header = header_of(replace(after, file=file), project.folder)
    columns = tuple(after.column(name) if after.has(name) else Column(name) for name in header)
    absent = [column.name for column in before.columns if column.name not in header]
    told = f"{file.path} has no column {', '.join(absent)}" if absent else ""
    return replace(after, file=file, columns=columns, key=_kept_key(after, header)), told


def _kept_key(table: Table, header: Sequence[str]) -> tuple[str, ...]:
    return table.key if set(table.key) <= set(header) else ()


def _rows_compared(project: Project, before: Table, after: Table, unread: str) -> Comparison:
    both = {"old": replace(before, name="old"), "new": replace(after, name="new")}
    usable, problems = ready(both, project.folder)
    if problems:
        raise FactcheckError(*problems)
    shared = tuple(column.name for column in before.columns if after.has(column.name))
    if not shared:
        told = f"{after.file.path} has none of the columns of {before.name}"
        listed = ", ".join(f'"{column.name}"' for column in after.columns[:8])
        remedy = f"it may have another delimiter or sheet than the description says; its columns are: {listed}"
        raise FactcheckError(Problem(told, before.place, remedy, code=ExitCode.NOT_CHECKED))
    by_value = _are_written_otherwise(before, after, shared)
    with open_engine(usable) as engine:
        sizes = engine.answers([Profile("old", ()), Profile("new", ())])
        [difference] = engine.answers([Difference("old", "new", shared, by_value=by_value)])
    for one in (*sizes, difference):
        if isinstance(one, Failure):
            raise FactcheckError(Problem(one.message, remedy=one.remedy, code=ExitCode.NOT_CHECKED))
    rows = [size.rows if isinstance(size, TableProfile) else 0 for size in sizes]
    names = [column.name for column in before.columns]
    return replace(
        compared_rows(difference, shared, before.key),
        name=before.name,
        old=before.file.path,
        new=after.file.path,
        rows_before=rows[0],
        rows_after=rows[1],
        columns_gone=tuple(name for name in names if not after.has(name)),
        columns_new=tuple(column.name for column in after.columns if column.name not in names),
        unread=unread,
        by_value=by_value,
    )


def _are_written_otherwise(before: Table, after: Table, shared: Sequence[str]) -> bool:
    """Whether the same value may be written in another way: in another format, or by another description."""
    described = [(before.column(name), after.column(name)) for name in shared]
    return before.file.format != after.file.format or any(
        replace(new, description=old.description) != old for old, new in described
    )


def _report(project: Project, name: str, table: Table) -> Report:
    """The verdicts with this table in the dataset's place."""
    unpinned = replace(table, file=replace(table.file, sha256="", bytes=None))
    tables = {**project.catalogue.tables, name: unpinned}
    return replace(project, catalogue=Catalogue(tables), worker=None, lock=NOTHING, settings=Settings()).report()


def _claims_on(project: Project, name: str) -> frozenset[tuple[str, str]]:
    return frozenset(
        (file.path, claim.id)
        for file in project.files
        for claim in file.claims
        for check in claim.checks
        if name in checks.tables_of(check.computation)
    )


def _verdicts(old: Report, new: Report, *, names: Iterable[tuple[str, str]]) -> Iterator[Verdicts]:
    """The claims on the dataset that either verdict or number changes."""
    wanted = frozenset(names)
    for before, after in zip(old.statements, new.statements, strict=True):
        for one, other in zip(before.claims, after.claims, strict=True):
            if (before.path, one.claim.id) in wanted and _told(one) != _told(other):
                yield Verdicts(before.path, one, other)


def _told(result: ClaimResult) -> object:
    return result.verdict, result.reason, [one.measurement for one in result.evidence]
