"""`factcheck check`: the verdicts on the claims of statements."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.options import FailOn, Locked, Paths, Today
from factcheck.cli.reports import PAGE, OutputFormat, Reports, chosen, fit_for_output, known, targets

if TYPE_CHECKING:
    from factcheck.cli.asked import Asked


def command(
    paths: Paths = None,
    claim: Annotated[list[str] | None, typer.Option(help="Only this claim; may be repeated.", metavar="ID")] = None,
    output_format: OutputFormat = None,
    report: Reports = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="End with code 1 from this level of finding on; error where none is given.")
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option(help="Tell only this finding; may be repeated.", metavar="FINDING")
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(help="Leave this finding out, and say how many; may be repeated.", metavar="FINDING"),
    ] = None,
    min_coverage: Annotated[
        str | None,
        typer.Option(help="A finding where claims cover less of a text's figures than this.", metavar="PERCENT"),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="End with code 0 whatever is found; not where it could not be checked.")
    ] = False,
    allow_empty: Annotated[
        bool, typer.Option("--allow-empty", help="No finding where not one claim was put to data.")
    ] = False,
    diff_base: Annotated[
        str | None,
        typer.Option(help="Tell only what changed since HEAD left this branch or commit.", metavar="REF"),
    ] = None,
    accept_weakened: Annotated[
        bool,
        typer.Option("--accept-weakened", help="With --diff-base: a person has looked at what is checked less."),
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again whenever a text, a claim file or a dataset changes.")
    ] = False,
    show_settings: Annotated[
        bool, typer.Option("--show-settings", help="Print each setting and where it comes from, and check nothing.")
    ] = False,
    today: Today = None,
    locked: Locked = False,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Carry everything out anew; take nothing from earlier runs, keep nothing.")
    ] = False,
) -> None:
    """Check each claim against its datasets, and print a verdict for every one.

    \b
    Examples:
      factcheck check
          every claim in claims/
      factcheck check claims/speech.yaml --claim turnout
          one claim of one article
      factcheck check --fail-on warning --locked
          as a gate in CI
      factcheck check --diff-base origin/main
          only what a change did
      factcheck check --report xlsx=sheet.xlsx
          the desk's fact-check sheet besides
    """
    known(output_format, "--output-format")
    fit_for_output(output_format)
    files = targets(report or [])
    from factcheck.cli.asked import Asked
    from factcheck.cli.options import day

    given = {
        "fail-on": fail_on and fail_on.value,
        "select": select,
        "ignore": ignore,
        "min-coverage": min_coverage,
        "locked": locked,
        "allow-empty": allow_empty,
    }
    pictured = PAGE in (output_format, *(target.form for target in files))
    asked = Asked(
        tuple(paths or ()), tuple(claim or ()), given, day(today), diff_base, accept_weakened, pictured, fresh
    )
    if show_settings:
        _show_settings(asked)
        return
    from factcheck.cli.ending import Run, ended, once

    run = Run(asked, chosen(output_format), files, exit_zero)
    if watch:
        from factcheck.cli.watching import repeated

        raise typer.Exit(repeated(partial(once, run)))
    raise typer.Exit(ended(run))


def _show_settings(asked: "Asked") -> None:
    from factcheck.cli.running import held_for
    from factcheck.cli.screen import show, width
    from factcheck.reports import settings as page

    show(page.render(held_for(asked.paths, asked.given).origins, width=width()))
