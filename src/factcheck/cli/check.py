"""`factcheck check`: the verdicts on the claims of statements."""

from typing import Annotated

import typer

from factcheck.cli.options import FailOn, Locked, Paths, Today
from factcheck.cli.reports import OutputFormat, Reports


def command(
    paths: Paths = None,
    claim: Annotated[list[str] | None, typer.Option(help="Only this claim; may be repeated.", metavar="ID")] = None,
    output_format: OutputFormat = None,
    report: Reports = None,
    fail_on: Annotated[FailOn, typer.Option(help="End with code 1 from this level of finding on.")] = FailOn.ERROR,
    today: Today = None,
    locked: Locked = False,
) -> None:
    """Check each claim against its datasets, and print a verdict for every one.

    Example: factcheck check claims/ --fail-on warning
    """
    from factcheck.engines.process import Worker

    worker = Worker()  # it gets ready while the rest is imported
    from factcheck.cli.options import day
    from factcheck.cli.reports import known, put_into_files, put_out, spare, targets
    from factcheck.cli.screen import complain, patience
    from factcheck.gate.levels import exit_code, of_problem
    from factcheck.model.findings import Level
    from factcheck.wiring import open_project

    known(output_format, "--output-format")
    asked = targets(report or [])
    with patience("checking"), open_project(paths or [], today=day(today), locked=locked, worker=worker) as project:
        spare(asked, project)
        told = project.report(only=claim or [])
    failed = put_into_files(told, asked)
    put_out(told, output_format)
    complain(failed)
    found = (*told.findings, *map(of_problem, failed))
    raise typer.Exit(int(exit_code(found, fail_on=Level(fail_on.value))))
