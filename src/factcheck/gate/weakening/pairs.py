"""Which claim of now a claim of the base has become."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.model.findings import ClaimResult, StatementResult
from factcheck.model.sides import Side
from factcheck.statements.plain import plain


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim at the base and what it is now; None where it is gone. `statement` is that of the base."""

    statement: StatementResult
    before: ClaimResult
    now: ClaimResult | None


def pairs(base: Side, head: Side) -> Iterator[Pair]:
    """Each claim of the base with the one of now: of the same file and id, else of the same text and words."""
    by_id = {(each.path, one.claim.id): one for each in head.report.statements for one in each.claims}
    for statement in base.report.statements:
        about = _about_the_same(statement, head)
        for one in statement.claims:
            yield Pair(statement, one, by_id.get((statement.path, one.claim.id)) or _with_its_words(one, about))


def _about_the_same(statement: StatementResult, head: Side) -> list[ClaimResult]:
    """The claims of now about the same text, or in the same file where the text is not held."""
    text = statement.statement.text_path
    return [
        one
        for each in head.report.statements
        if (text and each.statement.text_path == text) or each.path == statement.path
        for one in each.claims
    ]


def _with_its_words(one: ClaimResult, others: Sequence[ClaimResult]) -> ClaimResult | None:
    """The claim whose quote holds all the words of this one."""
    wanted = words(one)
    return next((other for other in others if wanted in words(other)), None)


def words(one: ClaimResult) -> str:
    return plain(one.claim.quote).text.strip()
