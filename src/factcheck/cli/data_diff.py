"""`factcheck data diff`: what another file of a dataset would change, down to the verdicts."""

from typing import Annotated

import typer

from factcheck.cli.options import Today

ROWS = 5


def command(
    old: Annotated[str, typer.Argument(help="A dataset, by its name or its file.", metavar="OLD")],
    new: Annotated[str, typer.Argument(help="Another file of the same table, or another dataset.", metavar="NEW")],
    paths: Annotated[list[str] | None, typer.Option("--claims", help="Only these claim files.", metavar="PATH")] = None,
    rows: Annotated[int, typer.Option(min=0, max=1000, help="Rows to show of each kind.", metavar="NUMBER")] = ROWS,
    today: Today = None,
) -> None:
    """Say which rows and columns differ, and which claims change their verdict, with the old and the new number.

    Rows are matched by `primaryKey`, where the description has one. Ends with 1 where anything differs.

    \b
    Examples:
      factcheck data diff gdp downloads/gdp-2025.csv
          what a new release would change
      factcheck data diff old.csv new.csv --rows 20
          two files, with more of the rows that differ
    """
    from factcheck import comparing
    from factcheck.cli.options import day
    from factcheck.cli.screen import complain, patience, show, width
    from factcheck.errors import ExitCode
    from factcheck.reports import comparison
    from factcheck.wiring import open_project

    with patience("comparing"), open_project(paths or [], today=day(today)) as project:
        found = comparing.compared(project, old, new)
        problems = project.catalogue.problems
    show(comparison.render(found, rows=rows, width=width()))
    code = complain(problems) or (ExitCode.FINDINGS if comparison.differs(found) else ExitCode.CLEAN)
    raise typer.Exit(int(code))
