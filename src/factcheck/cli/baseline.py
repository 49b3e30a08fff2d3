"""`factcheck baseline`: findings that are known, so that only new ones stop a change."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import typer

from factcheck.cli.options import Locked, Paths, Today

if TYPE_CHECKING:
    from factcheck.baselines import Kept
    from factcheck.model.findings import Report
    from factcheck.wiring import Project

    Asked = Callable[[Project, Report], Sequence[Kept]]

app = typer.Typer(
    no_args_is_help=True,
    help="Findings that are known: check sets them apart, and only new ones count.",
    rich_markup_mode=None,
)


@app.command("create", short_help="Write the findings of now as known.")
def create(paths: Paths = None, today: Today = None, locked: Locked = False) -> None:
    """Write the findings of level warning and error as known, into a file for each article: factcheck-baseline/.

    What could not be checked, a mistake in a file and a run that checked nothing are never known. Of an article that
    has one of them, what was known stays known.

    \b
    Examples:
      factcheck baseline create
          what is found now is known from now on
      factcheck baseline create claims/speech.yaml
          the same for one article
    """
    from factcheck import baselines
    from factcheck.cli.options import day
    from factcheck.cli.running import held_for
    from factcheck.cli.screen import complain_of, patience, write
    from factcheck.wiring import open_project

    settings = held_for(paths or [], {"locked": locked}).settings
    with patience("checking"), open_project(paths or [], today=day(today), settings=settings) as project:
        report = project.report()
        files = baselines.created(project, report)
    write("".join(f"{file}\n" for file in files) or "nothing to know: no finding above a note\n")
    raise typer.Exit(int(complain_of(baselines.unchecked(report))))


@app.command("show", short_help="List what is known, and what of it is mended.")
def show_known(paths: Paths = None, today: Today = None) -> None:
    """List the findings that are known, and say which of them are mended.

    \b
    Examples:
      factcheck baseline show
          what is known, and what of it is mended
      factcheck baseline show claims/speech.yaml
          of one article
    """
    from factcheck import baselines

    _told(paths, today, baselines.kept)


@app.command("prune", short_help="Take out what is mended.")
def prune(paths: Paths = None, today: Today = None) -> None:
    """Take the findings out of the baseline that are mended, and list them; of an article that could be checked whole.

    \b
    Examples:
      factcheck baseline prune
          take out what is mended
      factcheck baseline prune claims/speech.yaml
          of one article
    """
    from factcheck import baselines

    _told(paths, today, baselines.pruned)


STATES = {True: "known ", False: "mended", None: "unsure"}


def _told(paths: Paths, today: Today, asked: "Asked") -> None:
    from factcheck import baselines
    from factcheck.cli.options import day
    from factcheck.cli.running import held_for
    from factcheck.cli.screen import complain_of, patience, write
    from factcheck.reports.drawing.safe import visible
    from factcheck.wiring import open_project

    settings = held_for(paths or [], {}).settings
    with patience("checking"), open_project(paths or [], today=day(today), settings=settings) as project:
        report = project.report()
        found = asked(project, report)
    lines = [f"{STATES[one.found]}  {one.file}  {visible(one.known.told)}\n" for one in found]
    write("".join(lines) or "nothing\n")
    raise typer.Exit(int(complain_of(baselines.unchecked(report))))
