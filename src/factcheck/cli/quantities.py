"""`factcheck quantities`: what is read of a text, figure by figure."""

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.texts import Encoding, Text, Tracked, Written


class Listing(StrEnum):
    """How the quantities are written."""

    TABLE = "table"
    JSON_LINES = "json-lines"


def command(
    text: Text,
    lines: Annotated[bool, typer.Option("--lines", help="Take each line of the text as a text of its own.")] = False,
    output_format: Annotated[
        Listing | None, typer.Option(help="table in a terminal, json-lines elsewhere, where none is given.")
    ] = None,
    language: Annotated[str, typer.Option(help="The language of the text.", metavar="CODE")] = "en",
    written: Written = None,
    encoding: Encoding = "utf-8",
    tracked: Tracked = None,
) -> None:
    """List each quantity of a text: its words, its number, how it is meant, what is counted, and what it accepts.

    Years, days and periods are listed too, and words such as "most" and "the highest". Offsets count the characters of
    the file, or of the line with --lines.

    \b
    Examples:
      factcheck quantities speech.txt
          each figure, and what it accepts
      factcheck quantities - --lines < figures.txt
          each line is a text of its own
    """
    from factcheck.cli.screen import is_terminal, show, width, write_each
    from factcheck.cli.texts import source
    from factcheck.listing import listed
    from factcheck.reports import quantities

    found = listed(source(text, written, encoding, tracked), language=language, by_line=lines)
    chosen = output_format or (Listing.TABLE if is_terminal() else Listing.JSON_LINES)
    if chosen is Listing.TABLE:
        show(quantities.table(tuple(found), width=width()))
    else:
        write_each(quantities.json_lines(found))
