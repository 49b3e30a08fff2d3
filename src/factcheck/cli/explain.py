"""`factcheck explain`: one claim with all that stands behind its verdict."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from factcheck.cli.options import Locked, Paths, Today

FEW = 3
MANY = 1_000
ROWS, INTO_TERMINAL = "--rows", ""


class RowsCommand(TyperCommand):
    """`--rows` takes a file where one that ends with .csv follows; else what follows is the claim, or a path.

    Typer brings a click of its own, so that its context has no type that holds for every version.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, list(_with_values(args)))


def _with_values(words: Sequence[str]) -> Iterator[str]:
    """
    >>> list(_with_values(["--rows", "id", "a.csv"])), list(_with_values(["id", "--rows", "a.csv"]))
    (['--rows=', 'id', 'a.csv'], ['id', '--rows=a.csv'])
    """
    left = list(words)
    while left:
        word = left.pop(0)
        if word == "--":
            yield from (word, *left)
            return
        is_file = word == ROWS and bool(left) and left[0].lower().endswith(".csv")
        yield f"{ROWS}={left.pop(0) if is_file else INTO_TERMINAL}" if word == ROWS else word


def command(
    claim: Annotated[str, typer.Argument(help="The id of the claim.", metavar="ID")],
    paths: Paths = None,
    rows: Annotated[
        str | None,
        typer.Option(
            ROWS,
            help="The rows the number rests on: at most 1,000 of them, or all of them into the file.",
            metavar="[FILE.csv]",
        ),
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace the file of --rows where there is one.")
    ] = False,
    plan: Annotated[bool, typer.Option("--plan", help="How the engine was asked, and why so.")] = False,
    today: Today = None,
    locked: Locked = False,
) -> None:
    """Show the quote in context, the reading and its rule, the arithmetic, the rows, the sources, how to repeat it.

    \b
    Examples:
      factcheck explain turnout
          why the verdict is what it is
      factcheck explain turnout --rows
          and up to 1,000 rows behind it
      factcheck explain turnout --rows evidence.csv
          all of them, into a file
      factcheck explain turnout claims/speech.yaml
          of this article, where two have one
    """
    from factcheck.cli.rows_file import ALL, fit, put_into, shortened

    if rows:
        fit(rows, overwrite=overwrite)
    from factcheck.engines.process import Worker

    worker = Worker()  # it gets ready while the rest is imported
    from factcheck.cli.options import day
    from factcheck.cli.running import held_for
    from factcheck.cli.screen import patience, show, width, write
    from factcheck.gate.levels import exit_code
    from factcheck.model.findings import Level
    from factcheck.reports import explain
    from factcheck.wiring import open_project

    settings = held_for(paths or [], {"locked": locked}).settings
    at_most = FEW if rows is None else ALL if rows else MANY
    with patience("checking"), open_project(paths or [], today=day(today), settings=settings, worker=worker) as project:
        explanations = project.explanations(claim, rows=at_most, plan=plan)
        told = put_into(rows, explanations, paths or []) if rows else ""
    for at, explanation in enumerate(shortened(explanations, FEW) if rows else explanations):
        show([()] if at else [])
        show(explain.render(explanation, width=width()))
    if told:
        show([()])
        write(told)
    findings = [finding for explanation in explanations for finding in explanation.findings]
    raise typer.Exit(int(exit_code(findings, fail_on=Level.ERROR)))
