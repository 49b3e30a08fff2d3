"""What `explain` and `data show` add to a report: the rows behind a number, and a dataset as it was found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from factcheck.checks import evidence, plan
from factcheck.datasets.distributions import distributions
from factcheck.datasets.fingerprint import Fingerprint
from factcheck.engines.interface import Engine
from factcheck.errors import ExitCode, FactcheckError, Problem
from factcheck.gate.levels import of_problem
from factcheck.model.claims import Check
from factcheck.model.explained import DatasetShown, RowsShown
from factcheck.model.findings import ClaimResult, Finding
from factcheck.model.queries import Answer, Failure, Profile, Request, Response, Rows, TableProfile
from factcheck.model.tables import Table


def requests(result: ClaimResult, tables: Mapping[str, Table]) -> tuple[Request, ...]:
    """What the claim's checks ask of the engine; nothing for a check that could not run."""
    return tuple(request for check in _that_ran(result) for request in plan(check.computation, tables))


def _that_ran(result: ClaimResult) -> tuple[Check, ...]:
    return tuple(dict.fromkeys(one.check for one in result.evidence if one.error is None))


def rows_behind(
    result: ClaimResult, tables: Mapping[str, Table], engine: Engine, *, at_most: int
) -> tuple[RowsShown, ...]:
    """The rows that the numbers of the claim's checks rest on; none for a check that could not run."""
    return rows_behind_each([result], tables, engine, at_most=at_most)[0]


def rows_behind_each(
    results: Sequence[ClaimResult], tables: Mapping[str, Table], engine: Engine, *, at_most: int
) -> tuple[tuple[RowsShown, ...], ...]:
    """The same for many claims, asked for at once."""
    asked = [
        [rows for check in _that_ran(result) for rows in evidence(check.computation, tables, at_most=at_most)]
        for result in results
    ]
    wanted = list(dict.fromkeys(rows for each in asked for rows in each))
    answers = dict(zip(wanted, engine.answers(wanted), strict=True))
    return tuple(_shown(dict.fromkeys(each), answers, tables) for each in asked)


def _shown(
    asked: Iterable[Rows], answers: Mapping[Rows, Response], tables: Mapping[str, Table]
) -> tuple[RowsShown, ...]:
    shown: dict[tuple[str, tuple[str, ...]], RowsShown] = {}
    for rows in asked:
        answer = answers[rows]
        if isinstance(answer, Answer):
            one = RowsShown(tables[rows.table], rows.columns, answer.rows, answer.complete)
            key = (rows.table, rows.columns)
            shown[key] = _joined(shown[key], one) if key in shown else one
    return tuple(shown.values())


def _joined(one: RowsShown, other: RowsShown) -> RowsShown:
    """Rows of the same columns, each once."""
    return replace(one, rows=tuple(dict.fromkeys((*one.rows, *other.rows))), complete=one.complete and other.complete)


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
        distributions=distributions(table, engine),
    )


def _refuse(response: Response) -> None:
    if isinstance(response, Failure):
        raise FactcheckError(Problem(response.message, remedy=response.remedy, code=ExitCode.NOT_CHECKED))
