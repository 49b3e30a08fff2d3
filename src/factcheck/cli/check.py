"""`factcheck check`: the verdicts on the claims of statements."""

from typing import Annotated

import typer

from factcheck.cli.options import FailOn, Locked, Paths, Today
from factcheck.cli.reports import OutputFormat, Reports, known, put_into_files, put_out, spare, targets


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
    show_settings: Annotated[
        bool, typer.Option("--show-settings", help="Print each setting and where it comes from, and check nothing.")
    ] = False,
    today: Today = None,
    locked: Locked = False,
) -> None:
    """Check each claim against its datasets, and print a verdict for every one.

    Example: factcheck check claims/ --fail-on warning
    """
    known(output_format, "--output-format")
    asked = targets(report or [])
    from factcheck.engines.process import Worker

    worker = None if show_settings else Worker()  # it gets ready while the rest is imported
    from factcheck.cli.options import day
    from factcheck.cli.screen import complain, patience, show, width
    from factcheck.cli.settings import ending, held_for
    from factcheck.gate.levels import of_problem
    from factcheck.wiring import open_project

    given = {
        "fail-on": fail_on and fail_on.value,
        "select": select,
        "ignore": ignore,
        "min-coverage": min_coverage,
        "locked": locked,
        "allow-empty": allow_empty,
    }
    held = held_for(paths, given, worker)
    if show_settings:
        from factcheck.reports import settings as reported

        show(reported.render(held.origins, width=width()))
        return
    with (
        patience("checking"),
        open_project(paths or [], today=day(today), settings=held.settings, worker=worker) as project,
    ):
        spare(asked, project)
        told = project.report(only=claim or [])
    failed = put_into_files(told, asked)
    put_out(told, output_format)
    complain(failed)
    raise typer.Exit(ending((*told.findings, *map(of_problem, failed)), held.settings, exit_zero=exit_zero))
