"""`factcheck data lock`, `verify` and `fetch`: the data of a project, kept as they were."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from factcheck.errors import Problem
    from factcheck.model.kept import Kept

Names = Annotated[list[str] | None, typer.Argument(help="The datasets; all where none is named.", metavar="[NAME]...")]
Project = Annotated[str, typer.Option("--project", help="A file or folder of the project.", metavar="PATH")]
MEGABYTE = 1_000_000


def lock(names: Names = None, project: Project = ".") -> None:
    """Write factcheck.lock: of each dataset the sha256, the size, the number of rows and the columns.

    `factcheck check --locked` then refuses any other data. A file that is not the one its description pins is not
    locked: look at it first, with `factcheck data diff`.

    \b
    Examples:
      factcheck data lock
          pin every dataset
      factcheck data lock gdp
          pin one anew
    """
    from factcheck import keeping
    from factcheck.cli.screen import patience
    from factcheck.wiring import open_project

    must_exist(project)
    with patience("reading"), open_project([project], today=None, claims=False) as opened:
        kept, problems = keeping.locked(opened, names or [])
    _tell(kept, problems)


def verify(names: Names = None, project: Project = ".") -> None:
    """See whether each dataset is as locked: hash, size, rows, columns; and whether its key tells its rows apart.

    Ends with 3 where one is not.

    \b
    Examples:
      factcheck data verify
          see whether each is as locked
      factcheck data verify gdp
          one of them
    """
    from factcheck import keeping
    from factcheck.cli.screen import patience
    from factcheck.model.settings import Settings
    from factcheck.wiring import open_project

    must_exist(project)
    with (
        patience("reading"),
        open_project([project], today=None, settings=Settings(locked=True), claims=False) as opened,
    ):
        kept, problems = keeping.verified(opened, names or [])
    _tell(kept, problems)


def fetch(names: Names = None, project: Project = ".") -> None:
    """Download the files that are not there, from the addresses that `download:` gives in the description.

    A file comes whole or not at all: it is compared with the hash that the description or factcheck.lock pins, and
    only then put in its place. What broke off is taken up again. Files that are there are left alone.

    \b
    Examples:
      factcheck data fetch
          download what is not there
      factcheck data fetch gdp
          one of them
    """
    from factcheck import keeping
    from factcheck.wiring import open_project

    must_exist(project)
    with open_project([project], today=None, claims=False) as opened:
        kept, problems = keeping.fetched(opened, names or [], progress=progress)
    _tell(kept, problems)


def progress(done: int, of: int | None) -> None:
    """How far a download is, on a terminal's stderr."""
    if sys.stderr.isatty():
        whole = f" of {of / MEGABYTE:,.1f}" if of else ""
        sys.stderr.write(f"\r{done / MEGABYTE:,.1f}{whole} MB\033[K" + ("\r\033[K" if done == of else ""))
        sys.stderr.flush()


def _tell(kept: "Sequence[Kept]", problems: "Sequence[Problem]") -> None:
    from factcheck.cli.screen import complain, show, width
    from factcheck.reports import kept as report

    show(report.render(kept, width=width()))
    raise typer.Exit(int(complain(problems)))


def must_exist(project: str) -> None:
    """Raises FactcheckError where the path of a project leads nowhere."""
    from factcheck.errors import ExitCode, FactcheckError, Problem

    if not Path(project).exists():
        absent = Problem(f"no such file or folder: {project}", remedy="check the name", code=ExitCode.NOT_CHECKED)
        raise FactcheckError(absent)
