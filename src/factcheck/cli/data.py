"""`factcheck data`: what is known about the datasets."""

from typing import Annotated

import typer

from factcheck.cli import data_add, data_diff, data_keep

app = typer.Typer(
    help="The datasets of datasets/datapackage.yaml: list, show, add, lock, verify, fetch, compare.",
    no_args_is_help=True,
)

ROWS = 5
Project = Annotated[str, typer.Option("--project", help="A file or folder of the project.", metavar="PATH")]

app.command("add", short_help="Make a dataset of a file.")(data_add.command)
app.command("lock", short_help="Write down which data there are.")(data_keep.lock)
app.command("verify", short_help="See whether the data are as locked.")(data_keep.verify)
app.command("fetch", short_help="Download the files that are not there.")(data_keep.fetch)
app.command("diff", short_help="Say what another file of a dataset would change.")(data_diff.command)


@app.command("list", short_help="List the datasets.")
def list_(project: Project = ".") -> None:
    """List the datasets: name, title, what one row is, the day its values describe, whether it is complete.

    \b
    Examples:
      factcheck data list
          every dataset of the project
    """
    from factcheck.cli.data_keep import must_exist
    from factcheck.cli.screen import complain, show, width
    from factcheck.reports import datasets
    from factcheck.wiring import open_project

    must_exist(project)
    with open_project([project], today=None, claims=False) as opened:
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

    \b
    Examples:
      factcheck data show gdp
          provenance, columns and a few rows
      factcheck data show gdp --rows 50
          more of its rows
    """
    from factcheck.cli.data_keep import must_exist
    from factcheck.cli.screen import patience, show, width
    from factcheck.gate.levels import exit_code
    from factcheck.model.findings import Level
    from factcheck.reports import datasets
    from factcheck.wiring import open_project

    must_exist(project)
    with patience("reading"), open_project([project], today=None, claims=False) as opened:
        told = opened.dataset(name, rows=rows)
    show(datasets.one(told, width=width()))
    raise typer.Exit(int(exit_code(told.findings, fail_on=Level.ERROR)))
