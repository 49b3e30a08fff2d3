"""`factcheck check`: the verdicts on the claims of statements."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.options import FailOn, Locked, Paths, Today
from factcheck.cli.reports import (
    PAGE,
    OutputFormat,
    Reports,
    fit_for_output,
    known,
    publishable,
    put_into_files,
    put_out,
    spare,
    targets,
)

if TYPE_CHECKING:
    from factcheck.cli.reports import Target
    from factcheck.cli.running import Asked
    from factcheck.engines.process import Worker
    from factcheck.model.findings import Report


def command(
    paths: Paths = None,
    claim: Annotated[list[str] | None, typer.Option(help="Only this claim; may be repeated.", metavar="ID")] = None,
    output_format: OutputFormat = None,
    report: Reports = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="End with code 1 from this level of finding on; error where none is given.")
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option(help="Tell only this finding; may be repeated.", metavar="FINDING")
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(help="Leave this finding out, and say how many; may be repeated.", metavar="FINDING"),
    ] = None,
    min_coverage: Annotated[
        str | None,
        typer.Option(help="A finding where claims cover less of a text's figures than this.", metavar="PERCENT"),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="End with code 0 whatever is found; not where it could not be checked.")
    ] = False,
    allow_empty: Annotated[
        bool, typer.Option("--allow-empty", help="No finding where not one claim was put to data.")
    ] = False,
    diff_base: Annotated[
        str | None,
        typer.Option(help="Tell only what changed since HEAD left this branch or commit.", metavar="REF"),
    ] = None,
    accept_weakened: Annotated[
        bool,
        typer.Option("--accept-weakened", help="With --diff-base: a person has looked at what is checked less."),
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again whenever a text, a claim file or a dataset changes.")
    ] = False,
    show_settings: Annotated[
        bool, typer.Option("--show-settings", help="Print each setting and where it comes from, and check nothing.")
    ] = False,
    today: Today = None,
    locked: Locked = False,
) -> None:
    """Check each claim against its datasets, and print a verdict for every one.

    \b
    Examples:
      factcheck check
          every claim in claims/
      factcheck check claims/speech.yaml --claim turnout
          one claim of one article
      factcheck check --fail-on warning --locked
          as a gate in CI
      factcheck check --diff-base origin/main
          only what a change did
      factcheck check --report xlsx=sheet.xlsx
          the desk's fact-check sheet besides
    """
    known(output_format, "--output-format")
    fit_for_output(output_format)
    files = targets(report or [])
    from factcheck.engines.process import Worker

    worker = None if show_settings else Worker()  # it gets ready while the rest is imported
    from factcheck.cli.options import day
    from factcheck.cli.running import Asked, held_for
    from factcheck.cli.screen import show, width

    given = {
        "fail-on": fail_on and fail_on.value,
        "select": select,
        "ignore": ignore,
        "min-coverage": min_coverage,
        "locked": locked,
        "allow-empty": allow_empty,
    }
    pictured = PAGE in (output_format, *(target.form for target in files))
    asked = Asked(tuple(paths or ()), tuple(claim or ()), given, day(today), diff_base, accept_weakened, pictured)
    if worker is None:
        from factcheck.reports import settings as page

        show(page.render(held_for(asked.paths, given).origins, width=width()))
        return
    run = partial(_once, asked, files, output_format, exit_zero=exit_zero)
    if watch:
        from factcheck.cli.watching import repeated

        worker.close()
        raise typer.Exit(repeated(run))
    raise typer.Exit(run(worker)[1])


def _once(
    asked: "Asked", files: "Sequence[Target]", output_format: str | None, worker: "Worker", *, exit_zero: bool
) -> "tuple[Report, int]":
    """One run, written out; gives its report and its exit code."""
    from factcheck.cli.running import ending, reported
    from factcheck.cli.screen import complain, patience
    from factcheck.gate.levels import of_problem

    with patience("checking"):
        told, settings = reported(asked, worker)
    publishable((output_format, *(target.form for target in files)), settings)
    spare(files, asked.paths, told)
    failed = put_into_files(told, files)
    put_out(told, output_format)
    complain(failed)
    return told, ending((*told.findings, *map(of_problem, failed)), settings, exit_zero=exit_zero)
