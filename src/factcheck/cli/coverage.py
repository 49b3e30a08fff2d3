"""`factcheck coverage`: which figures of a text claims cover."""

from typing import Annotated

import typer

from factcheck.cli.options import FailOn, Format
from factcheck.cli.texts import Encoding, Text, Written


def command(
    text: Text,
    output_format: Annotated[
        Format | None, typer.Option(help="table in a terminal, concise elsewhere, where none is given.")
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="End with code 1 from this level on; an open figure is a warning.")
    ] = None,
    min_coverage: Annotated[
        str | None, typer.Option(help="A finding where claims cover less of the text than this.", metavar="PERCENT")
    ] = None,
    language: Annotated[str, typer.Option(help="The language, where no claim file tells it.", metavar="CODE")] = "en",
    written: Written = None,
    encoding: Encoding = "utf-8",
) -> None:
    """List each figure and each superlative of a text, the claims whose quotes hold it, and the share that is covered.

    Words below ignore: in the claim file need no claim.

    Example: factcheck coverage claims/speech.txt --fail-on warning
    """
    from factcheck.cli.screen import is_terminal, show, width, write
    from factcheck.cli.settings import ending, held_for
    from factcheck.cli.texts import source
    from factcheck.extracting import coverage
    from factcheck.reports import coverage as reports

    given = {"fail-on": fail_on and fail_on.value, "min-coverage": min_coverage}
    settings = held_for(None if text == "-" else [text], given).settings
    told = coverage(source(text, written, encoding), settings, language=language)
    chosen = output_format or (Format.TABLE if is_terminal() else Format.CONCISE)
    if chosen is Format.TABLE:
        show(reports.table(told, width=width()))
    elif chosen is Format.CONCISE:
        write(reports.concise(told))
    else:
        write(reports.as_json(told))
    raise typer.Exit(ending(told.findings, settings, exit_zero=False))
