"""`factcheck explain`: one claim with all that stands behind its verdict."""

from typing import Annotated

import typer

from factcheck.cli.options import Locked, Paths, Today

FEW = 3
MANY = 1_000


def command(
    claim: Annotated[str, typer.Argument(help="The id of the claim.", metavar="ID")],
    paths: Paths = None,
    rows: Annotated[bool, typer.Option("--rows", help="All the rows the number rests on (at most 1,000).")] = False,
    plan: Annotated[bool, typer.Option("--plan", help="How the engine was asked, and why so.")] = False,
    today: Today = None,
    locked: Locked = False,
) -> None:
    """Show the quote in context, the reading and its rule, the arithmetic, the rows, the sources, how to repeat it.

    Example: factcheck explain within-regions
    """
    from factcheck.engines.process import Worker

    worker = Worker()  # it gets ready while the rest is imported
    from factcheck.cli.options import day
    from factcheck.cli.running import held_for
    from factcheck.cli.screen import patience, show, width
    from factcheck.gate.levels import exit_code
    from factcheck.model.findings import Level
    from factcheck.reports import explain
    from factcheck.wiring import open_project

    settings = held_for(paths or [], {"locked": locked}).settings
    with patience("checking"), open_project(paths or [], today=day(today), settings=settings, worker=worker) as project:
        explanations = project.explanations(claim, rows=MANY if rows else FEW, plan=plan)
    for at, explanation in enumerate(explanations):
        show([()] if at else [])
        show(explain.render(explanation, width=width()))
    findings = [finding for explanation in explanations for finding in explanation.findings]
    raise typer.Exit(int(exit_code(findings, fail_on=Level.ERROR)))
