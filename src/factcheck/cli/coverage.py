"""`factcheck coverage`: which figures of a text claims cover."""

from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.options import CoverageFormat, FailOn
from factcheck.cli.texts import Encoding, Text, Tracked, Written

if TYPE_CHECKING:
    from factcheck.model.coverage import Coverage


def command(
    text: Text,
    output_format: Annotated[
        CoverageFormat | None, typer.Option(help="table in a terminal, concise elsewhere, where none is given.")
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
    tracked: Tracked = None,
) -> None:
    """List each figure and each superlative of a text, the claims whose quotes hold it, and the share that is covered.

    Words below ignore: in the claim file need no claim.

    \b
    Examples:
      factcheck coverage claims/speech.txt
          which figures no claim covers
      factcheck coverage claims/speech.txt --fail-on warning
          end with 1 where there is one
      factcheck coverage - < draft.txt
          a text on standard input
    """
    from factcheck.cli.running import ending, held_for
    from factcheck.cli.screen import is_terminal, show, utf_8, width, write
    from factcheck.cli.texts import source
    from factcheck.covered import coverage
    from factcheck.reports import coverage as reports

    given = {"fail-on": fail_on and fail_on.value, "min-coverage": min_coverage}
    settings = held_for([] if text == "-" else [text], given).settings
    told = coverage(source(text, written, encoding, tracked), settings, language=language)
    chosen = output_format or (CoverageFormat.TABLE if is_terminal() else CoverageFormat.CONCISE)
    if chosen is CoverageFormat.TABLE:
        show(reports.table(told, width=width()))
    elif chosen is CoverageFormat.CONCISE:
        write(reports.concise(told))
    elif chosen is CoverageFormat.JSON:
        utf_8(reports.as_json(told))
    else:
        utf_8(_findings(told, chosen))
    raise typer.Exit(ending(told.findings, settings, exit_zero=False))


def _findings(told: "Coverage", chosen: CoverageFormat) -> str:
    """The findings in a format of `check`; GitHub's log also gets the shares."""
    from factcheck.cli.reports import written
    from factcheck.model.findings import Report
    from factcheck.reports import coverage as reports
    from factcheck.reports import github

    report = Report((), told.findings, told=told.told)
    if chosen is CoverageFormat.GITHUB:
        return "\n".join([*github.annotations(report), reports.summary(told), *told.told]) + "\n"
    return written(report, chosen.value)
