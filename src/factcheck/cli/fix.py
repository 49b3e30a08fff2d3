"""`factcheck fix`: a true figure for a refuted one, in the text and in the claim file together."""

import sys
from typing import Annotated

import typer

from factcheck.cli.options import Locked, Paths, Today


def command(
    paths: Paths = None,
    claim: Annotated[list[str] | None, typer.Option(help="Only this claim; may be repeated.", metavar="ID")] = None,
    wording: Annotated[
        str | None,
        typer.Option(help="Other words for the figure of the one claim named; they must be true too.", metavar="WORDS"),
    ] = None,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would change, as a unified diff.")] = False,
    write: Annotated[
        bool, typer.Option("--write", help="Change the text and the claim file, both or neither.")
    ] = False,
    today: Today = None,
    locked: Locked = False,
) -> None:
    """Propose true words for refuted figures; with --write, put them into the text and the quote together.

    Every proposal is read and judged as the claim was, and the changed files are checked before they are written.
    The figure in its printed form is taken: 57% for "nearly half"; where none is true, the hedge. Nothing else of a
    sentence is changed. A claim that is only uncertain gets no correction. Texts, Markdown and HTML are written;
    of documents it is only said.

    Ends with 1 where a refuted claim is left as it is.

    Example: factcheck fix speech.txt --claim child-cases --diff
    """
    from factcheck.errors import FactcheckError, Problem

    if wording is not None and len(claim or []) != 1:
        raise FactcheckError(Problem("--wording is for one claim", remedy="name it: --claim ID"))
    if wording is not None and not wording.strip():
        raise FactcheckError(Problem("--wording has no words", remedy="write the words for the figure"))
    from factcheck.engines.process import Worker

    worker = Worker()  # it gets ready while the rest is imported
    from factcheck import fixing
    from factcheck.cli.options import day
    from factcheck.cli.running import held_for
    from factcheck.cli.screen import complain, patience, show, width
    from factcheck.errors import ExitCode
    from factcheck.reports import fixes
    from factcheck.wiring import open_project

    settings = held_for(paths or [], {"locked": locked}).settings
    with patience("checking"), open_project(paths or [], today=day(today), settings=settings, worker=worker) as project:
        found = fixing.fixes(project, only=claim or [], asked=(wording or "").strip())
        code = complain(project.mistakes())
    if diff:
        show(fixes.diff([one for each in found for one in each.changed]))
    if write:
        found = tuple(map(fixing.written, found))
        code = max(code, complain([problem for each in found for problem in each.failed]))
    every = [one for each in found for one in each.fixes]
    if every or not code:
        show(fixes.render(every, width=width(), written=write, only_left=diff), stream=sys.stderr if diff else None)
    left = any(not one.spared and (one.chosen is None or not write) for one in every)
    raise typer.Exit(int(max(code, ExitCode.FINDINGS if left else ExitCode.CLEAN)))
