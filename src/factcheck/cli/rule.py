"""`factcheck rule`: what a kind of finding says, why it matters, and what to do."""

from typing import Annotated

import typer


def _names() -> list[str]:
    """What a shell completes."""
    from factcheck.gate.rules import RULES, slug

    return list(map(slug, RULES))


def command(
    name: Annotated[
        str | None,
        typer.Argument(
            help="The finding: refuted, not-enough-evidence; all of them where none is given.", autocompletion=_names
        ),
    ] = None,
) -> None:
    """Say what a finding means and what to do about it; without a name, list every finding there is.

    \b
    Examples:
      factcheck rule
          every finding there is
      factcheck rule uncovered
          what one means, and what to do
    """
    from factcheck.cli.screen import show, width
    from factcheck.errors import FactcheckError, Problem, did_you_mean
    from factcheck.gate.rules import RULES, named, slug
    from factcheck.reports import rules

    if name is None:
        show(rules.listed(width=width()))
        return
    rule = named(name)
    if rule is None:
        remedy = did_you_mean(slug(name), map(slug, RULES), has="The findings are")
        raise FactcheckError(Problem(f'no finding is called "{name}"', remedy=remedy))
    show(rules.page_of(rule, width=width()))
