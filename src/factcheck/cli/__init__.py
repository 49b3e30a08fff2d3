"""The command line: flags in, exit code out. One file per command; slow libraries are imported where they are used."""

import os
import sys
from typing import Annotated

import typer

from factcheck import __version__
from factcheck.cli import (
    affected,
    baseline,
    check,
    coverage,
    data,
    doctor,
    explain,
    extract,
    fix,
    init,
    quantities,
    relink,
    report,
    review,
    rule,
    schema,
    status,
)
from factcheck.cli import try_ as trial

# How often it is looked for objects that refer to each other: what a run makes is needed until its end, and with the
# usual 700 the search takes a tenth of the time of an archive.
SELDOM = (50_000, 20, 100)

app = typer.Typer(
    name="factcheck",
    help="Check the figures of a text against data, and stop a text change that breaks a fact.",
    epilog="Ends with 0 where nothing was found, 1 where a claim is refuted or conflicting or a quote is gone, "
    "2 where a file or the usage is wrong, 3 where something could not be checked.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("check", short_help="Check claims against their datasets.")(check.command)
app.command("explain", cls=explain.RowsCommand, short_help="Show all that stands behind one verdict.")(explain.command)
app.command("report", short_help="Write a page that shows each claim in its text, with its evidence.")(report.command)
app.command("review", short_help="Go through claims one at a time, and sign them.")(review.command)
app.command("status", short_help="Count what of each article is checked, and what is left.")(status.command)
app.command("try", short_help="Try words on a table, with no files to write first.")(trial.command)
app.command("extract", short_help="Draft a claim file from a text.")(extract.command)
app.command("relink", short_help="Take over the new words of quotes that were reworded.")(relink.command)
app.command("fix", short_help="Put a true figure in the place of a refuted one.")(fix.command)
app.command("coverage", short_help="Show which figures of a text claims cover.")(coverage.command)
app.command("quantities", short_help="List the quantities of a text, as they are read.")(quantities.command)
app.add_typer(data.app, name="data")
app.command("affected", short_help="List what rests on a dataset.")(affected.command)
app.add_typer(baseline.app, name="baseline")
app.command("schema", short_help="Print the JSON Schema of the files people write.")(schema.command)
app.command("rule", short_help="Say what a finding means and what to do.")(rule.command)
app.command("doctor", short_help="Show what is installed, what is found, and what is missing.")(doctor.command)
app.command("init", short_help="Make a folder to start from.")(init.command)


def _version(*, asked: bool) -> None:
    if asked:
        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the version and exit.", callback=lambda asked: _version(asked=asked)),
    ] = False,
) -> None:
    """What every command shares."""


def main() -> None:
    """The command `factcheck`. A bug ends it with code 3 and one line that says how to see more."""
    import gc

    from factcheck.errors import ExitCode, FactcheckError

    gc.set_threshold(*SELDOM)
    try:
        app(prog_name="factcheck")
    except FactcheckError as error:
        from factcheck.cli.screen import complain

        sys.exit(int(complain(error.problems)))
    except Exception as bug:
        if os.environ.get("FACTCHECK_DEBUG"):
            raise
        from factcheck.reports.drawing.safe import visible

        told = visible(f"{type(bug).__name__}: {bug}")
        typer.echo(f"factcheck has a bug: {told}\n  set FACTCHECK_DEBUG=1 to see where, and please report it", err=True)
        sys.exit(int(ExitCode.NOT_CHECKED))
