"""`factcheck relink`: new words for quotes that were reworded in their text."""

from typing import Annotated

import typer

from factcheck.cli.options import Paths


def command(
    paths: Paths = None,
    claim: Annotated[list[str] | None, typer.Option(help="Only this claim; may be repeated.", metavar="ID")] = None,
    write: Annotated[bool, typer.Option("--write", help="Put the new words into the claim files.")] = False,
) -> None:
    """Propose the words that took the place of quotes, word by word; with --write, put them into the claim files.

    Another figure, hedge, direction, year, superlative or denial is another claim: such a quote is never taken over.
    For a quote that stands in several places, the words that tell them apart are shown.

    \b
    Examples:
      factcheck relink
          propose new words for reworded quotes
      factcheck relink claims/speech.yaml --write
          take them over
    """
    from factcheck import relinking
    from factcheck.cli.screen import complain, show, width
    from factcheck.reports import relinks
    from factcheck.wiring import open_project

    with open_project(paths or [], today=None) as project:
        found = [relinking.relinks(file, path, claim or []) for file, path in project.with_paths()]
        problems = [*project.problems, *(one for file in project.files for one in file.problems)]
    code = complain(problems)
    if write:
        for one in found:
            if one.text != one.old:
                relinking.write_out(one)
    show(relinks.render([one for each in found for one in each.relinks], width=width(), written=write))
    raise typer.Exit(int(code))
