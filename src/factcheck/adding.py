"""A file becomes a dataset: taken in, looked at, asked about, described. Nothing is picked without a person."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.datasets.appending import appended, put
from factcheck.datasets.confined import converted
from factcheck.datasets.data_files import FORMATS, forms_of
from factcheck.datasets.fingerprint import fingerprint
from factcheck.datasets.proposing import fields, laying, resources, stored, tables, texts
from factcheck.datasets.proposing.questions import Answers, Asking, Question, UnansweredError
from factcheck.datasets.readers.excel import sheet_names
from factcheck.datasets.readers.interface import UnreadableError
from factcheck.datasets.taking import Taken
from factcheck.datasets.unpacking import members, unpacked
from factcheck.engines.duckdb import open_engine
from factcheck.errors import ExitCode, FactcheckError, Problem, did_you_mean
from factcheck.files.quoting import quoted
from factcheck.files.write import remedy_for
from factcheck.model.places import DESCRIPTION
from factcheck.model.spelling import plural
from factcheck.model.tables import Column, DataFile, Table

WORKBOOKS = ("xlsx", "xls", "xlsb", "ods")
Ask = Callable[[Question], str]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would be written: the resource's text and, for a person to see, what a reader remarked."""

    taken: Taken
    text: str
    remarks: tuple[str, ...]


def proposal(one: Taken, answers: Answers, *, root: Path, folder: Path) -> Proposal:
    """What would be written. Raises UnansweredError with the questions that are open, FactcheckError otherwise."""
    asking = Asking(dict(answers))
    try:
        found = _proposal(one, asking, root=root, folder=folder)
    except UnreadableError as error:
        told = error.message if one.source.name in error.message else f"{one.source.name}: {error.message}"
        raise FactcheckError(Problem(told, remedy=error.remedy, code=ExitCode.NOT_CHECKED)) from None
    _refuse_idle(asking)
    return found


def _refuse_idle(asking: Asking) -> None:
    """An answer to no question would be passed over in silence; it may be misspelt, or belong to another file."""
    problems = [
        Problem(f'nothing asks for "{key}"', remedy=did_you_mean(key, asking.asked, has="What was asked"))
        for key in asking.idle
    ]
    if problems:
        raise FactcheckError(*problems)


def _proposal(one: Taken, asking: Asking, *, root: Path, folder: Path) -> Proposal:
    path = one.target.relative_to((root / "datasets").resolve()).as_posix()
    if one.form == "parquet":
        return _of_parquet(one, path, asking)
    keys: list[tuple[str, str]] = []
    dialect: list[tuple[str, str]] = []
    file, form = _packed(one, path, asking, keys)
    file = replace(file, format="csv" if form == "tsv" else form)
    if file.format == "csv":
        file = _as_text(file, asking, keys, dialect, folder, usual="\t" if form == "tsv" else ",")
    raw = converted(file, folder, raw=True)
    if file.format in WORKBOOKS and (sheet := _sheet(one, str(unpacked(file, folder)), asking)):
        raw = converted(replace(file, sheet=sheet), folder, raw=True)
        dialect.append(("sheetName", quoted(sheet)))
    assert raw.path is not None  # noqa: S101 - raw rows are always written
    tallied = laying.tallied(raw.path, asking, dialect, is_text=file.format == "csv")
    for place, cells in raw.percents.items():
        if place <= len(tallied.columns):
            tallied.columns[place - 1].percents = cells
    return _described(one, path, tallied, asking, keys=keys, dialect=dialect, remarks=raw.remarks)


def _packed(one: Taken, path: str, asking: Asking, keys: list[tuple[str, str]]) -> tuple[DataFile, str]:
    """The file and its format; of an archive with several files the one that a person names."""
    named, packed = forms_of(one.source.name)
    file, form, told = DataFile(path, str(one.source), one.form, compression=packed), one.form, named
    if packed == "zip":
        inside = members(file)
        if len(inside) > 1:
            text = f"{one.source.name} holds {len(inside)} files. Which one has the table?"
            asking.ask((Question("innerpath", text, tuple((name, "") for name in inside)),))
            file = replace(file, inner=asking.answers["innerpath"])
            keys.append(("innerpath", file.inner))
        inner = forms_of(file.inner or "".join(inside[:1]))[0]
        form = inner if inner in FORMATS and not named else form
        told = inner if file.inner else named
    if form != told:
        keys.append(("format", form))
    return file, form


def _sheet(one: Taken, plain: str, asking: Asking) -> str:
    """The sheet that a person names, where there are several; nothing where there is one."""
    sheets = sheet_names(plain)
    if len(sheets) == 1:
        return ""
    told = f"{one.source.name} has {len(sheets)} sheets. Which one has the table?"
    asking.ask((Question("sheet", told, tuple((name, "") for name in sheets)),))
    return asking.answers["sheet"]


def _as_text(
    file: DataFile,
    asking: Asking,
    keys: list[tuple[str, str]],
    dialect: list[tuple[str, str]],
    folder: Path,
    *,
    usual: str,
) -> DataFile:
    plain = unpacked(file, folder)
    found = texts.written(plain, asking.answers)
    asking.ask(found.questions)
    if found.encoding != "utf-8":
        keys.append(("encoding", found.encoding))
    if found.delimiter != usual:
        dialect.append(("delimiter", '"\\t"' if found.delimiter == "\t" else f'"{found.delimiter}"'))
    if found.quote != '"':
        dialect.append(("quoteChar", quoted(found.quote)))
    return replace(file, encoding=found.encoding, delimiter=found.delimiter, quote=found.quote)


def _of_parquet(one: Taken, path: str, asking: Asking) -> Proposal:
    """Parquet tells its types; what its values may stand for is asked, and where it comes from."""
    file = DataFile(path, str(one.source), "parquet")
    with open_engine({"t": Table("t", (), file)}) as engine:
        types = engine.stored_columns("t")
    if not types:
        raise UnreadableError(f"{one.source.name} is no Parquet file, or is cut short", "get the file again")
    columns = tuple(Column(name, stored.declared(kind)) for name, kind in types)
    with open_engine({"t": Table("t", columns, file)}) as engine:
        tallies, too_many = stored.tallied("t", columns, engine)
    both = tuple(zip(tallies, (column.type for column in columns), strict=True))
    asked = [question for tally, kind in both for question in stored.questions(tally, kind)]
    asking.ask((*asked, *resources.about_questions(tallies, 0)))
    described = [stored.proposed(tally, kind, asking.answers) for tally, kind in both]
    found = fingerprint(one.source)
    told = resources.Found(one.name, path, found.sha256, found.bytes, _downloaded(one))
    remarks = tuple(
        f"{name} has more than {stored.MOST_TEXTS:,} different texts: not all looked at" for name in too_many
    )
    return Proposal(one, resources.text(told, described, asking.answers), remarks)


def _downloaded(one: Taken) -> tuple[tuple[str, str], ...]:
    return (("download", one.address),) if one.address else ()


def _described(
    one: Taken,
    path: str,
    tallied: tables.Tallied,
    asking: Asking,
    *,
    keys: list[tuple[str, str]],
    dialect: list[tuple[str, str]],
    remarks: tuple[str, ...],
) -> Proposal:
    asked = [question for column in tallied.columns for question in fields.field_questions(column)]
    asking.ask((*asked, *resources.about_questions(tallied.columns, tallied.copies)))
    if asking.answers.get("copies") == "mistake":
        told = f"{one.source.name} has {plural(tallied.copies, 'row')} that came twice by mistake"
        raise FactcheckError(Problem(told, remedy="correct the file, then add it"))
    described = [fields.proposed(column, asking.answers) for column in tallied.columns]
    found = fingerprint(one.source)
    told_keys = (*keys, *_downloaded(one))
    resource = resources.Found(one.name, path, found.sha256, found.bytes, told_keys, tuple(dialect))
    return Proposal(one, resources.text(resource, described, asking.answers), remarks)


def asked(one: Taken, answers: dict[str, str], ask: Ask, *, root: Path, folder: Path) -> Proposal:
    """The proposal, with every open question put to a person until none is left."""
    while True:
        try:
            return proposal(one, answers, root=root, folder=folder)
        except UnansweredError as unanswered:
            for question in unanswered.questions:
                answers[question.key] = ask(question)


def add(proposed: Proposal, *, root: Path) -> None:
    """Puts the file in its place and appends its description: both, or neither. Raises FactcheckError."""
    one, description = proposed.taken, root / DESCRIPTION
    try:
        one.target.parent.mkdir(parents=True, exist_ok=True)
        text = appended(description, DESCRIPTION, proposed.text)
        if one.is_new:
            _copied(one)
        try:
            put(description, text, one.name, root)
        except BaseException:
            if one.is_new:
                one.target.unlink(missing_ok=True)
            raise
    except OSError as error:
        told = f"{one.target.name} cannot be added: {error.strerror or error}"
        remedy = f"{remedy_for(error)}, and add it again; nothing was left half-written"
        raise FactcheckError(Problem(told, remedy=remedy, code=ExitCode.NOT_CHECKED)) from None


def _copied(one: Taken) -> None:
    """The file in its place, whole or not at all."""
    draft = one.target.with_name(f".{one.target.name}.part")
    try:
        draft.unlink(missing_ok=True)
        shutil.copyfile(one.source, draft)
        draft.replace(one.target)
    finally:
        draft.unlink(missing_ok=True)
