"""`factcheck affected`: what rests on a dataset."""

from typing import Annotated

import typer


def command(
    datasets: Annotated[
        list[str], typer.Argument(help="Datasets by name, or their files.", metavar="DATASET...", show_default=False)
    ],
    claims: Annotated[
        list[str] | None,
        typer.Option(
            "--claims", help="Claim files or folders; the folder claims/ where none is given.", metavar="PATH"
        ),
    ] = None,
) -> None:
    """List the claims that rest on datasets, each with its article. A dataset is meant by its name or its file.

    \b
    Examples:
      factcheck affected gdp
          what rests on the dataset gdp
      factcheck affected datasets/gdp.csv claims/
          the same, by its file
    """
    from factcheck.cli.screen import complain, write
    from factcheck.model.spelling import plural
    from factcheck.reports.drawing.safe import visible
    from factcheck.wiring import open_project

    with open_project(claims or [], today=None) as project:
        found = project.resting_on(datasets)
        code = complain(project.mistakes())
    for statement, claim in found:
        about = statement.text_path or statement.title
        write(f'{claim.quote_place}: {visible(claim.id)}: "{visible(claim.quote)}" ({visible(about)})\n')
    articles = len({statement.place for statement, _ in found})
    write(f"{plural(len(found), 'claim')} of {plural(articles, 'statement')}\n")
    raise typer.Exit(int(code))
