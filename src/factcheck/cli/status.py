"""`factcheck status`: where each article is."""

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.options import Locked, Paths, Today


class StatusFormat(StrEnum):
    """How it is written."""

    TABLE = "table"
    JSON = "json"


def command(
    paths: Paths = None,
    output_format: Annotated[StatusFormat, typer.Option(help="A table, or JSON for programs.")] = StatusFormat.TABLE,
    today: Today = None,
    locked: Locked = False,
) -> None:
    """Count the facts of each article: checked, left, changed since sign-off, waived, not checkable.

    A fact is checked where a person signed it in `factcheck review` and nothing has changed since. What is refuted is
    told below; sign-off hides no verdict.

    Example: factcheck status claims/
    """
    from factcheck.engines.process import Worker

    worker = Worker()  # it gets ready while the rest is imported
    from factcheck.cli.options import day
    from factcheck.cli.running import held_for
    from factcheck.cli.screen import complain, patience, show, utf_8, width
    from factcheck.reports import status
    from factcheck.reviewing import articles as articles_of
    from factcheck.wiring import open_project

    settings = held_for(paths or [], {"locked": locked}).settings
    with patience("checking"), open_project(paths or [], today=day(today), settings=settings, worker=worker) as project:
        articles, problems = articles_of(project), project.mistakes()
    if output_format is StatusFormat.JSON:
        utf_8(status.as_json(articles))
    else:
        show(status.table(articles, width=width()))
    raise typer.Exit(int(complain(problems)))
