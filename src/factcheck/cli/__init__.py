"""The command line: flags in, exit code out. One file per command; slow libraries are imported where they are used."""

import os
import sys
from typing import Annotated

import typer

from factcheck import __version__
from factcheck.cli import check, data, explain, init, schema
from factcheck.cli import try_ as trial

app = typer.Typer(
    name="factcheck",
    help="Check the figures of a text against data, and stop a text change that breaks a fact.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("check")(check.command)
app.command("explain")(explain.command)
app.command("try")(trial.command)
app.add_typer(data.app, name="data")
app.command("schema")(schema.command)
app.command("init")(init.command)


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
    """Exit codes: 0 nothing found, 1 findings at or above --fail-on, 2 wrong usage or claim file, 3 could not check."""


def main() -> None:
    """The command `factcheck`. A bug ends it with code 3 and one line that says how to see more."""
    from factcheck.errors import ExitCode, FactcheckError

    try:
        app()
    except FactcheckError as error:
        from factcheck.cli.screen import complain

        sys.exit(int(complain(error.problems)))
    except BrokenPipeError:
        # The reader has gone, as `head` does; what is left has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(int(ExitCode.NOT_CHECKED))
    except Exception as bug:
        if os.environ.get("FACTCHECK_DEBUG"):
            raise
        from factcheck.reports.drawing.safe import visible

        told = visible(f"{type(bug).__name__}: {bug}")
        typer.echo(f"factcheck has a bug: {told}\n  set FACTCHECK_DEBUG=1 to see where, and please report it", err=True)
        sys.exit(int(ExitCode.NOT_CHECKED))
