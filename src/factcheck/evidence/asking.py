"""What the checks of all claims ask of the engine, gathered so that it can be answered together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.checks import plan, tables_of
from factcheck.errors import FactcheckError, Problem
from factcheck.model.claims import Check, Claim
from factcheck.model.queries import Profile, Request, Response, columns_read
from factcheck.model.tables import Table


@dataclass(frozen=True, slots=True)
class Question:
    """One check of one claim: what it asks, or why it cannot be asked. `reads` are the columns of each request."""

    claim: Claim
    check: Check
    requests: tuple[Request, ...] = ()
    reads: tuple[frozenset[str], ...] = ()
    problem: Problem | None = None

    def columns(self) -> Iterator[tuple[str, frozenset[str]]]:
        """The tables that are asked, each with the columns of it that a request reads."""
        return zip((request.table for request in self.requests), self.reads, strict=True)


def questions(
    claims: Iterable[Claim], tables: Mapping[str, Table], unusable: Mapping[str, Problem]
) -> tuple[Question, ...]:
    """Every check of every claim that a person has not marked as not checkable.

    `unusable` says of each table that cannot be read why that is; a check of it is not asked.
    """
    return tuple(
        _question(claim, check, tables, unusable)
        for claim in claims
        if claim.not_checkable is None
        for check in claim.checks
    )


def _question(claim: Claim, check: Check, tables: Mapping[str, Table], unusable: Mapping[str, Problem]) -> Question:
    for name in tables_of(check.computation):
        if name in unusable:
            return Question(claim, check, problem=unusable[name])
    try:
        requests = plan(check.computation, tables)
    except FactcheckError as error:
        return Question(claim, check, problem=error.problems[0])
    return Question(claim, check, requests, tuple(map(columns_read, requests)))


def profiles(asked: Sequence[Question], tables: Mapping[str, Table]) -> tuple[Profile, ...]:
    """For each table in use, the columns that any check reads: their misfits are told beside the verdicts."""
    used: dict[str, set[str]] = {}
    for question in asked:
        for table, columns in question.columns():
            used.setdefault(table, set()).update(columns)
    return tuple(
        Profile(name, tuple(column.name for column in tables[name].columns if column.name in columns))
        for name, columns in used.items()
    )


def answered(
    asked: Sequence[Question], responses: Sequence[Response]
) -> tuple[list[tuple[Question, tuple[Response, ...]]], tuple[Response, ...]]:
    """Each question with its own responses, and the responses that are left over."""
    pairs: list[tuple[Question, tuple[Response, ...]]] = []
    at = 0
    for question in asked:
        pairs.append((question, tuple(responses[at : at + len(question.requests)])))
        at += len(question.requests)
    return pairs, tuple(responses[at:])
