"""`factcheck report`: one page on which every figure of a text is marked, with the evidence behind it."""

from typing import Annotated

import typer

from factcheck.cli.options import FailOn, Locked, Paths, Today


def command(
    paths: Paths = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", help="The page to write; what was there is replaced.", metavar="FILE"),
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="End with code 1 from this level of finding on; error where none is given.")
    ] = None,
    today: Today = None,
    locked: Locked = False,
) -> None:
    """Write a page that shows each claim in its text and what stands behind it. It needs no network, and prints.

    It ends as factcheck check does.

    \b
    Examples:
      factcheck report claims/speech.yaml -o speech.html
          one article
      factcheck report -o all.html
          every article
    """
    from factcheck.cli.reports import PAGE, Target, in_bytes, put_into_files, spare
    from factcheck.errors import ExitCode, FactcheckError, Problem

    if not output or output == "-":
        remedy = "write -o FILE.html; factcheck check --output-format html writes to standard output"
        raise FactcheckError(Problem("no file is named for the page", remedy=remedy))
    from factcheck.engines.process import Worker

    worker = Worker()  # it gets ready while the rest is imported
    from factcheck.cli.asked import Asked
    from factcheck.cli.options import day
    from factcheck.cli.running import ending, reported
    from factcheck.cli.screen import complain, patience, show, width, write
    from factcheck.gate.counts import counts
    from factcheck.gate.levels import of_problem
    from factcheck.reports.drawing.problems import finding_lines
    from factcheck.reports.drawing.safe import visible
    from factcheck.reports.drawing.words import summary

    given = {"fail-on": fail_on and fail_on.value, "locked": locked}
    asked = Asked(tuple(paths or ()), (), given, day(today), pictured=True)
    with patience("checking"):
        ran = reported(asked, worker)
    told, settings = ran.report, ran.settings
    files = (Target(PAGE, output),)
    spare(files, asked.paths, told)
    failed = put_into_files({PAGE: in_bytes(told, PAGE)}, files)
    for finding in told.findings:
        if finding.code != ExitCode.FINDINGS:  # what could not be used or checked is told here too
            show(finding_lines(finding, width=width()))
    if not failed:
        write(f"{visible(output)}: {summary(counts(told))}\n")
    complain(failed)
    raise typer.Exit(ending((*told.findings, *map(of_problem, failed)), settings, exit_zero=False))
