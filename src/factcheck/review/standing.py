"""Where each claim is on its way to print: a person decided on it, or has to look."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from factcheck.model.findings import ClaimResult, StatementResult, Verdict

AGAINST = frozenset({Verdict.REFUTED, Verdict.CONFLICTING})


class Standing(StrEnum):
    """Each claim is in one of these, the first that holds."""

    CHANGED = "changed since sign-off"
    CHECKED = "checked"
    NOT_CHECKABLE = "not checkable"
    WAIVED = "waived"
    LEFT = "left"

    @property
    def is_open(self) -> bool:
        """A person has to look."""
        return self in (Standing.CHANGED, Standing.LEFT)


def standing(result: ClaimResult) -> Standing:
    """Where the claim is."""
    if result.claim.signed is not None:
        return Standing.CHANGED if result.changed else Standing.CHECKED
    if result.claim.not_checkable is not None:
        return Standing.NOT_CHECKABLE
    return Standing.WAIVED if result.waived else Standing.LEFT


@dataclass(frozen=True, slots=True)
class Article:
    """How many facts of one claim file are in each standing; those `with_mistakes` are left. `text` may be empty.

    Of a file that is not `usable` nothing can be told but the claims that were found in it.
    """

    path: str
    title: str
    text: str
    standings: Mapping[Standing, int]
    against: int = 0
    with_mistakes: int = 0
    usable: bool = True

    @property
    def facts(self) -> int:
        return sum(self.standings.values())


def article(path: str, statement: StatementResult | None, with_mistakes: int) -> Article:
    """The counts of a claim file; all its claims are left where its statement cannot be used."""
    results = statement.claims if statement else ()
    found = [standing(result) for result in results]
    counted = {one: found.count(one) for one in Standing}
    counted[Standing.LEFT] += with_mistakes
    about = statement.statement if statement else None
    return Article(
        path=path,
        title=about.title if about else "",
        text=about.text_path if about else "",
        standings=counted,
        against=sum(result.verdict in AGAINST for result in results),
        with_mistakes=with_mistakes,
        usable=statement is not None,
    )
