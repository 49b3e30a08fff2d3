"""Refuted claims -> what would be true instead, and which neighbouring checks their words would fit."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.checks import combine, plan
from factcheck.checks.interface import Occasion
from factcheck.claims.load import ClaimFile
from factcheck.corrections.fixed import fixed
from factcheck.corrections.neighbours import neighbours
from factcheck.corrections.neighbours.interface import Around
from factcheck.corrections.proposing import proposed, proven
from factcheck.corrections.turning import turned
from factcheck.engines.interface import Engine
from factcheck.errors import FactcheckError
from factcheck.languages import load as load_language
from factcheck.model.claims import Claim, Statement
from factcheck.model.conditions import Scalar
from factcheck.model.corrections import Alternatives, Correction, Fitting, Neighbour
from factcheck.model.findings import ClaimResult, Evidence, Report, StatementResult, Verdict
from factcheck.model.queries import Answer, Figure, Query, Request, Response
from factcheck.model.readings import Of
from factcheck.model.spelling import interval
from factcheck.model.tables import Table
from factcheck.verdicts.judge import judge
from factcheck.wording import wording

MOST_VALUES = 100  # of one column; of a column with more, none is tried
MOST = 250  # alternatives to one claim
MOST_AT_ONCE = 250  # alternatives in one run; the claim that passes it is the last to be tried
TOO_MANY = f"this run has more than {MOST_AT_ONCE:,} alternatives; factcheck explain tries those of one claim"

ANOTHER_TIME = "another time"  # a number a day is then over the days that were measured

Tables = Mapping[str, Table]


Corrections = Mapping[tuple[str, str], Correction]


@dataclass(frozen=True, slots=True)
class Corrected:
    """The report on the claims meant, with corrections by claim file and id; and every claim's verdict besides.

    `again` judges a claim file that is not written yet, by the same data.
    """

    report: Report
    corrections: Corrections
    statements: tuple[StatementResult, ...]
    again: Callable[[ClaimFile], tuple[StatementResult, ...]]


def corrections(
    statements: Sequence[StatementResult], tables: Tables, engine: Engine, today: date, *, asked: str = ""
) -> Corrections:
    """What there is to say about each refuted claim, by claim file and id; whatever is only uncertain has nothing.

    The engine is asked twice: for values of columns, then for all alternatives. `asked` are words that a person wants
    in the place of the figure, instead of those that would be found.
    """
    every = [(each, one) for each in statements for one in each.claims if one.verdict is Verdict.REFUTED]
    tried = alternatives([result for _, result in every], tables, engine, today)
    return {
        (each.path, result.claim.id): _correction(result, each.statement, beside, asked)
        for (each, result), beside in zip(every, tried, strict=True)
    }


def _correction(result: ClaimResult, statement: Statement, beside: Alternatives, asked: str) -> Correction:
    language, publisher = load_language(statement.language), statement.publisher
    found = proposed(result, publisher, language)
    if asked:
        true = " or ".join(f'"{one.words}"' for one in found.proposals)
        found = proven(result, asked, publisher, language)
        if true and found.nothing:
            return Correction(nothing=f"{found.nothing}; true would be {true}", alternatives=beside)
    return Correction(found.proposals, found.nothing, beside)


def alternatives(
    results: Sequence[ClaimResult], tables: Tables, engine: Engine, today: date
) -> tuple[Alternatives, ...]:
    """For each claim how many neighbours of its refuted checks were tried, and which its own words would fit."""
    wrong = [_refuting(result) for result in results]
    values = _values([one for each in wrong for one in each], engine)
    found, left = [], MOST_AT_ONCE
    for result, each in zip(results, wrong, strict=True):
        one = _tries(result, each, values, tables, left)
        left -= len(one.neighbours)
        found.append(one)
    requests = list(dict.fromkeys(request for one in found for each in one.requests for request in each))
    answers = dict(zip(requests, engine.answers(requests), strict=True))
    return tuple(_told(one, answers, tables, today) for one in found)


def _refuting(result: ClaimResult) -> tuple[Evidence, ...]:
    """The evidence that refutes, each check once; what compares two claims has no reading of its own."""
    if result.claim.wording is None or result.claim.against is not None:
        return ()
    wrong = [one for one in result.evidence if one.votes and one.judgement.verdict is Verdict.REFUTED]
    return tuple({one.check: one for one in reversed(wrong)}.values())[::-1]


def _values(wrong: Sequence[Evidence], engine: Engine) -> dict[tuple[str, str], tuple[Scalar, ...] | None]:
    """The values of each column that a check fixes, in order; None where they are too many, or cannot be had."""
    columns = dict.fromkeys((each.table, each.column) for one in wrong for each in fixed(one.check.computation))
    queries = [Query(table, (Figure("known"),), (column,), at_most=MOST_VALUES) for table, column in columns]
    return {column: _listed(response) for column, response in zip(columns, engine.answers(queries), strict=True)}


def _listed(response: Response) -> tuple[Scalar, ...] | None:
    if not isinstance(response, Answer) or not response.complete:
        return None
    found = [row[0] for row in response.rows if row[0] is not None and not isinstance(row[0], tuple)]
    return tuple(sorted(found, key=str))


@dataclass(frozen=True, slots=True)
class _Tries:
    """The neighbours of a claim's checks, with what each asks; `left_out` says what is not tried."""

    claim: Claim
    neighbours: tuple[Neighbour, ...] = ()
    requests: tuple[tuple[Request, ...], ...] = ()
    left_out: tuple[str, ...] = ()


def _tries(
    result: ClaimResult,
    wrong: Sequence[Evidence],
    values: Mapping[tuple[str, str], tuple[Scalar, ...] | None],
    tables: Tables,
    left: int,
) -> _Tries:
    """The neighbours of one claim. All of them, or none: of some one could not say that only one fits."""
    known = {column: found for column, found in values.items() if found is not None}
    fixed_here = dict.fromkeys(each for one in wrong for each in fixed(one.check.computation))
    too_many = dict.fromkeys(each.column for each in fixed_here if values.get((each.table, each.column)) is None)
    left_out = tuple(f"other values of {name}, more than {MOST_VALUES}" for name in too_many)
    if wrong and left <= 0:
        return _Tries(result.claim, left_out=(TOO_MANY,))
    kept = {
        neighbour: asks
        for one in wrong
        for neighbour in neighbours(one.check.computation, _around(one, tables, known))
        if (asks := _asks(neighbour, tables))
    }
    if len(kept) > MOST:
        return _Tries(result.claim, left_out=(*left_out, f"{len(kept):,} alternatives, more than {MOST}"))
    return _Tries(result.claim, tuple(kept), tuple(kept.values()), left_out)


def _around(one: Evidence, tables: Tables, known: Mapping[tuple[str, str], tuple[Scalar, ...]]) -> Around:
    amount = one.judgement.amount
    return Around(tables, known, amount.of if amount else Of.LEVEL)


def _asks(one: Neighbour, tables: Tables) -> tuple[Request, ...]:
    """What the neighbour asks of the engine; nothing where such a check cannot be."""
    try:
        return plan(one.computation, tables)
    except FactcheckError:
        return ()


def _told(one: _Tries, answers: Mapping[Request, Response], tables: Tables, today: date) -> Alternatives:
    fitting = []
    for neighbour, requests in zip(one.neighbours, one.requests, strict=True):
        found = _fits(neighbour, [answers[request] for request in requests], one.claim, tables, today)
        fitting += [found] if found else []
    return Alternatives(len(one.neighbours), tuple(fitting), one.left_out)


def _fits(one: Neighbour, answers: Sequence[Response], claim: Claim, tables: Tables, today: date) -> Fitting | None:
    """The neighbour, if the claim's own reading would be supported by it."""
    given = [answer for answer in answers if isinstance(answer, Answer)]
    if len(given) < len(answers) or claim.wording is None:
        return None
    english = load_language("en")
    period = None if one.kind == ANOTHER_TIME else claim.period
    occasion = Occasion(lambda words: wording(words, english), period, claim.said or today)
    try:
        pieces = combine(one.computation, tables, given, occasion)
    except FactcheckError:
        return None
    for measured in (turned(piece.measurement, one) for piece in pieces):
        judgement = judge(claim.wording, measured)
        if judgement.verdict is Verdict.SUPPORTED and judgement.measured is not None and judgement.amount is not None:
            return Fitting(one.kind, one.told, interval(judgement.measured, judgement.amount.of))
    return None
