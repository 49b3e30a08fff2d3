"""`factcheck extract`: a claim file drafted from a text, or new claims at the end of the one there is."""

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.texts import Encoding, Text, Tracked, Written


def command(
    text: Text,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The claim file; else the one about the text, or claims/NAME.yaml."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be written, and write nothing.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Print the lines that would change, and write nothing.")] = False,
    title: Annotated[str, typer.Option(help="What the text is called.", metavar="WORDS")] = "",
    publisher: Annotated[str, typer.Option(help="Who publishes it.", metavar="WORDS")] = "",
    speaker: Annotated[str, typer.Option(help="Who speaks.", metavar="WORDS")] = "",
    published: Annotated[str, typer.Option(help="The day of publication: 2023-07-30.", metavar="DAY")] = "",
    url: Annotated[str, typer.Option(help="Where it can be read.", metavar="ADDRESS")] = "",
    language: Annotated[str, typer.Option(help="The language of the text: en.", metavar="CODE")] = "",
    written: Written = None,
    encoding: Encoding = "utf-8",
    tracked: Tracked = None,
) -> None:
    """Write a claim for each assertion of a text that can be checked; a person then adds the checks.

    Where a claim file is about the text already, new claims are added at its end, claims whose words are gone are
    marked, and every other character of it stays. The text on standard input gives a claim file on standard output.

    \b
    Examples:
      factcheck extract speech.txt
          write claims/speech.yaml, or add to it
      factcheck extract speech.txt --diff
          show it, and write nothing
      factcheck extract - < speech.txt > draft.yaml
          from standard input to standard output
    """
    from factcheck.claims.writing import Head
    from factcheck.cli.screen import show, width, write
    from factcheck.cli.texts import source
    from factcheck.extracting import extract, home, write_out
    from factcheck.reports import extraction

    head = Head(title, publisher, "", speaker, published, url, language)
    read = source(text, written, encoding, tracked)
    path = home(read, output)
    found = extract(read, head, output=path)
    if diff:
        show(extraction.difference(found.old or "", found.text, found.shown or "claims.yaml"))
    elif path is None:
        write(found.text)
    else:
        if not dry_run and found.text != found.old:
            write_out(found, path)
        show(extraction.render(extraction.summary(found, dry=dry_run), width=width()))
