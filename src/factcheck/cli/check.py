"""`factcheck check`: the verdicts on the claims of statements."""

from typing import Annotated

import typer

from factcheck.cli.options import FailOn, Format, Locked, Paths, Today


def command(
    paths: Paths = None,
    claim: Annotated[list[str] | None, typer.Option(help="Only this claim; may be repeated.", metavar="ID")] = None,
    output_format: Annotated[
        Format | None, typer.Option(help="table in a terminal, concise elsewhere, where none is given.")
    ] = None,
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
    from factcheck.cli.screen import is_terminal, patience, show, width, write
    from factcheck.gate.levels import exit_code
    from factcheck.model.findings import Level
    from factcheck.wiring import open_project

    with patience("checking"), open_project(paths or [], today=day(today), locked=locked, worker=worker) as project:
        report = project.report(only=claim or [])
    chosen = output_format or (Format.TABLE if is_terminal() else Format.CONCISE)
    if chosen is Format.TABLE:
        from factcheck.reports import table

        show(table.render(report, width=width()))
    elif chosen is Format.CONCISE:
        from factcheck.reports import concise

        write(concise.render(report))
    else:
        from factcheck.reports import json

        write(json.render(report))
    raise typer.Exit(int(exit_code(report.findings, fail_on=Level(fail_on.value))))
