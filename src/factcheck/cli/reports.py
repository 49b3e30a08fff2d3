"""Reports in the formats there are: one on standard output, any number of them in files."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.reports import FORMATS, NO_TEXT

if TYPE_CHECKING:
    from factcheck.errors import Problem
    from factcheck.model.findings import Report
    from factcheck.model.settings import Settings

TABLE, CONCISE, PAGE, PUBLIC = "table", "concise", "html", "claimreview"
WRITTEN_BY_PEOPLE = frozenset({".yaml", ".yml", ".lock", ".toml"})  # claim files and the like are never reports
COLUMNS = 120  # columns of a table in a file, whatever the terminal has

OutputFormat = Annotated[
    str | None,
    typer.Option(
        metavar="FORMAT",
        autocompletion=lambda: list(FORMATS),
        help=f"One of {', '.join(FORMATS)}. Where none is given: table in a terminal, concise elsewhere.",
    ),
]
Reports = Annotated[
    list[str] | None,
    typer.Option(help="Write the report into a file too, in any format; may be repeated.", metavar="FORMAT=PATH"),
]


@dataclass(frozen=True, slots=True)
class Target:
    """A report to write: in which format, and into which file, as the user typed it."""

    form: str
    shown: str

    @property
    def path(self) -> Path:
        return Path(self.shown).resolve()


def targets(written: Sequence[str]) -> tuple[Target, ...]:
    """What `--report` asks for. Raises FactcheckError where a format is unknown, or a file is named twice."""
    from factcheck.errors import FactcheckError, Problem

    found = [_target(one) for one in written]
    for number, target in enumerate(found):
        if target.path in [other.path for other in found[:number]]:
            message = f'--report names the file "{target.shown}" twice'
            raise FactcheckError(Problem(message, remedy="give each report a file of its own"))
    return tuple(found)


def known(form: str | None, option: str) -> None:
    """Raises FactcheckError where there is no such format. `option` is what the user typed."""
    from factcheck.errors import FactcheckError, Problem, did_you_mean

    if form is not None and form not in FORMATS:
        remedy = did_you_mean(form, FORMATS, has="The formats are")
        raise FactcheckError(Problem(f'{option}: no format is called "{form}"', remedy=remedy))


def fit_for_output(form: str | None) -> None:
    """Raises FactcheckError where the format is no text and would go to a terminal."""
    from factcheck.cli.screen import is_terminal
    from factcheck.errors import FactcheckError, Problem

    if form in NO_TEXT and is_terminal():
        remedy = f"write --report {form}=PATH, or send the output into a file"
        raise FactcheckError(Problem(f"--output-format {form}: a terminal cannot show it", remedy=remedy))


def publishable(forms: Sequence[str | None], settings: "Settings") -> None:
    """Raises FactcheckError where a format is for the public and the settings do not say who publishes it."""
    from factcheck.errors import FactcheckError, Problem
    from factcheck.settings.keys import REVIEWER_SHOWN

    if PUBLIC in forms and settings.reviewer is None:
        remedy = f"in factcheck.toml, {REVIEWER_SHOWN}"
        raise FactcheckError(Problem(f"{PUBLIC}: nothing says who publishes these checks", remedy=remedy))


def _target(written: str) -> Target:
    from factcheck.errors import FactcheckError, Problem

    form, equals, path = written.partition("=")
    known(form, f"--report {written}")
    if not equals or not path or path == "-":
        remedy = f"write --report {form}=PATH; standard output has --output-format"
        raise FactcheckError(Problem(f"--report {written}: no file is named", remedy=remedy))
    return Target(form, path)


def spare(asked: Sequence[Target], named: Sequence[str], report: "Report") -> None:
    """Raises FactcheckError where a report would take the place of a file that a person wrote or that the run read."""
    if not asked:
        return
    from factcheck.errors import FactcheckError, Problem
    from factcheck.model.places import Place

    texts = [each.statement.text_path for each in report.statements]
    read = {*_tables(named), *(Path(path).resolve() for path in (*named, *texts) if path)}
    for target in asked:
        if target.path in read or (target.path.suffix in WRITTEN_BY_PEOPLE and target.path.exists()):
            remedy = "give the report a file of its own"
            raise FactcheckError(Problem("a report would overwrite a file of the project", Place(target.shown), remedy))


def _tables(named: Sequence[str]) -> set[Path]:
    """The files of the datasets of the project."""
    from factcheck.datasets.package import load
    from factcheck.files.paths import project_root
    from factcheck.model.places import DESCRIPTION

    root = project_root(Path(named[0]) if named else Path.cwd())
    tables = load(root / DESCRIPTION, root).tables if (root / DESCRIPTION).exists() else {}
    return {Path(table.file.absolute).resolve() for table in tables.values()}


def written(report: "Report", form: str) -> str:
    """The report in that format, as it stands in a file."""
    from importlib import import_module

    if form == TABLE:
        from factcheck.reports import table
        from factcheck.reports.drawing.layout import plain

        return plain(table.render(report, width=COLUMNS))
    told = import_module(FORMATS[form]).render(report)
    if not isinstance(told, str):
        raise TypeError(f"{FORMATS[form]} renders no text")
    return told


def in_bytes(report: "Report", form: str) -> bytes:
    """The report in that format, as its file holds it."""
    from importlib import import_module

    if form not in NO_TEXT:
        return written(report, form).encode("utf-8")
    told = import_module(FORMATS[form]).render(report)
    if not isinstance(told, bytes):
        raise TypeError(f"{FORMATS[form]} renders no bytes")
    return told


def chosen(form: str | None) -> str:
    """The format of standard output; where none is named, for people in a terminal, for a log elsewhere."""
    from factcheck.cli.screen import is_terminal

    return form or (TABLE if is_terminal() else CONCISE)


def told(report: "Report", form: str) -> bytes:
    """The report in that format, as it stands on standard output: a table has its width and its colours."""
    if form != TABLE:
        return in_bytes(report, form)
    from factcheck.cli.screen import shown, width
    from factcheck.reports import table

    return shown(table.render(report, width=width()), sys.stdout).encode("utf-8")


def put_out(data: bytes, form: str) -> None:
    """A report on standard output. What programs read is UTF-8, whatever the terminal has."""
    from factcheck.cli.screen import raw, write

    if form in (TABLE, CONCISE):
        write(data.decode("utf-8"))
    else:
        raw(data)


def put_into_files(reports: Mapping[str, bytes], asked: Sequence[Target]) -> "tuple[Problem, ...]":
    """Writes each report, whole or not at all; gives what could not be written. `reports` are by format."""
    failed = [put_bytes(target, reports[target.form]) for target in asked]
    return tuple(problem for problem in failed if problem is not None)


def put_bytes(target: Target, data: bytes) -> "Problem | None":
    """Writes the file, whole or not at all; gives why it could not be written."""
    from factcheck.errors import ExitCode, Problem
    from factcheck.files.paths import leads_out
    from factcheck.files.write import write_bytes
    from factcheck.model.places import Place

    try:
        if leads_out(Path(target.shown)):
            raise OSError("a link leads out of this folder")
        if target.path.exists() and not target.path.is_file():
            raise OSError("not a regular file")
        target.path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(target.path, data)
    except OSError as error:
        why = "its folder is a file" if isinstance(error, FileExistsError) else error.strerror or error
        message = f"the report cannot be written: {why}"
        return Problem(message, Place(target.shown), "name another file", code=ExitCode.NOT_CHECKED)
    return None
