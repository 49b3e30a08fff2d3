"""`factcheck data`: what is known about the datasets."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="List the datasets of datasets/datapackage.yaml, or show one.", no_args_is_help=True)

ROWS = 5
Project = Annotated[str, typer.Option("--project", help="A file or folder of the project.", metavar="PATH")]


@app.command("list", short_help="List the datasets.")
def list_(project: Project = ".") -> None:
    """List the datasets: name, title, what one row is, the day its values describe, whether it is complete.

    Example: factcheck data list
    """
    from factcheck.cli.screen import complain, show, width
    from factcheck.reports import datasets
    from factcheck.wiring import open_project

    _must_exist(project)
    with open_project([project], today=None, locked=False, claims=False) as opened:
        tables, problems = tuple(opened.catalogue.tables.values()), opened.catalogue.problems
    if tables or not problems:
        show(datasets.listing(tables, width=width()))
    raise typer.Exit(int(complain(problems)))


@app.command("show", short_help="Show one dataset.")
def show_(
    name: Annotated[str, typer.Argument(help="The dataset's name.", metavar="NAME")],
    rows: Annotated[int, typer.Option(min=0, max=1000, help="How many rows to show.", metavar="NUMBER")] = ROWS,
    project: Project = ".",
) -> None:
    """Show one dataset: provenance, hash, rows, columns with their types, missing and misfit cells, a few rows.

    Example: factcheck data show published-figures --rows 3
    """
    from factcheck.cli.screen import patience, show, width
    from factcheck.gate.levels import exit_code
    from factcheck.model.findings import Level
    from factcheck.reports import datasets
    from factcheck.wiring import open_project

    _must_exist(project)
    with patience("reading"), open_project([project], today=None, locked=False, claims=False) as opened:
        told = opened.dataset(name, rows=rows)
    show(datasets.one(told, width=width()))
    raise typer.Exit(int(exit_code(told.findings, fail_on=Level.ERROR)))


def _must_exist(project: str) -> None:
    from factcheck.errors import ExitCode, FactcheckError, Problem

    if not Path(project).exists():
        absent = Problem(f"no such file or folder: {project}", remedy="check the name", code=ExitCode.NOT_CHECKED)
        raise FactcheckError(absent)
