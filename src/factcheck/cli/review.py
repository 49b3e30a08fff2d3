"""`factcheck review`: a person goes through claims one at a time, and every answer is written at once."""

from typing import Annotated

import typer

from factcheck.cli.options import Locked, Paths, Today


def command(
    paths: Paths = None,
    claim: Annotated[list[str] | None, typer.Option(help="Only this claim; may be repeated.", metavar="ID")] = None,
    every: Annotated[bool, typer.Option("--all", help="Also the claims that are signed, waived or marked.")] = False,
    by: Annotated[
        str, typer.Option(help="Who you are, for what you sign; asked where it is not given.", envvar="FACTCHECK_BY")
    ] = "",
    today: Today = None,
    locked: Locked = False,
) -> None:
    """Show each claim with its quote in the text, its verdict and its number line, and ask what is to become of it.

    Accept signs it, with your name, the day, and the hashes of its sentence, of the claim and of its data; a later
    change of any of them is told. Edit opens the claim file in $VISUAL or $EDITOR. Waive, mark not checkable and note
    are written into the claim file; so is every answer, at once. Answers may come from a pipe, line by line.

    Example: factcheck review claims/speech.txt --by 'A. Editor'
    """
    from factcheck.engines.process import Worker

    worker = Worker()  # it gets ready while the rest is imported
    from factcheck.cli.options import day
    from factcheck.cli.room import Terminal
    from factcheck.cli.running import held_for
    from factcheck.reviewing import Asked, reviewed

    settings = held_for(paths or [], {"locked": locked}).settings
    asked = Asked(tuple(paths or ()), tuple(claim or ()), every, by, day(today), settings)
    raise typer.Exit(reviewed(asked, Terminal(), worker))
