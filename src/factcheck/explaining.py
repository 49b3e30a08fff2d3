"""What `explain` and `data show` add to a report: the rows behind a number, and a dataset as it was found."""

from collections.abc import Mapping, Sequence

from factcheck.checks import evidence
from factcheck.datasets.fingerprint import Fingerprint
from factcheck.engines.interface import Engine
from factcheck.errors import FactcheckError, Problem
from factcheck.gate.levels import of_problem
from factcheck.model.claims import Claim
from factcheck.model.explained import DatasetShown, RowsShown
from factcheck.model.findings import Finding
from factcheck.model.queries import Answer, Failure, Profile, Response, Rows, TableProfile
from factcheck.model.tables import Table


def rows_behind(claim: Claim, tables: Mapping[str, Table], engine: Engine, *, at_most: int) -> tuple[RowsShown, ...]:
    """The rows that the numbers of the claim's checks rest on; none for a check that cannot be asked."""
    asked: list[Rows] = []
    for check in claim.checks:
        asked += evidence(check.computation, tables, at_most=at_most)
    wanted = list(dict.fromkeys(asked))
    answers = zip(wanted, engine.answers(wanted), strict=True)
    return tuple(_shown(rows, answer, tables) for rows, answer in answers if isinstance(answer, Answer))


def _shown(rows: Rows, answer: Answer, tables: Mapping[str, Table]) -> RowsShown:
    return RowsShown(tables[rows.table], rows.columns, answer.rows, answer.complete)


def dataset_shown(
    table: Table, found: Fingerprint | None, engine: Engine, *, rows: int, problems: Sequence[Problem]
) -> DatasetShown:
    """The dataset with its profile and its first rows. Raises FactcheckError where it cannot be read."""
    names = tuple(column.name for column in table.columns)
    profile, answer = engine.answers([Profile(table.name, names), Rows(table.name, names, at_most=max(rows, 1))])
    _refuse(profile)
    findings: list[Finding] = [of_problem(problem) for problem in problems]
    return DatasetShown(
        table=table,
        sha256=found.sha256 if found else "",
        bytes=found.bytes if found else 0,
        profile=profile if isinstance(profile, TableProfile) else None,
        rows=RowsShown(table, names, answer.rows[:rows], answer.complete) if isinstance(answer, Answer) else None,
        findings=tuple(findings),
    )


def _refuse(response: Response) -> None:
    if isinstance(response, Failure):
        raise FactcheckError(Problem(response.message, remedy=response.remedy))
