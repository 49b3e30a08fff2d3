"""What the answers to one check say for or against its claim."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from factcheck.checks import combine, tables_of
from factcheck.checks.interface import Occasion
from factcheck.errors import ExitCode, FactcheckError, Problem
from factcheck.evidence.asking import Question
from factcheck.evidence.naming import Values, named_otherwise
from factcheck.gate.levels import of_problem
from factcheck.gate.rules.verdicts import CouldNotRun
from factcheck.model.claims import Check, Claim, Measure, Single
from factcheck.model.conditions import columns_of
from factcheck.model.findings import Evidence, Judgement, Verdict
from factcheck.model.measurements import Note, Piece
from factcheck.model.queries import Answer, ColumnProfile, Failure, Response
from factcheck.model.readings import Wording
from factcheck.model.spelling import cut, plural
from factcheck.model.tables import Table
from factcheck.verdicts.judge import judge
from factcheck.verdicts.standing import standing

LONGEST_CELL = 60  # characters of a cell that does not fit


@dataclass(frozen=True, slots=True)
class Scales:
    """What every claim is weighed with: the tables, how words are read, the day where a claim has none of its own.

    `hashes` are the sha256 of the datasets as read; `misfits` the cells of each table that do not fit, by column;
    `unusable` says of each table that cannot be read why that is; `values` are those of columns that claims must name.
    """

    tables: Mapping[str, Table]
    read: Callable[[str], Wording]
    today: date
    hashes: Mapping[str, str]
    unusable: Mapping[str, Problem]
    misfits: Mapping[str, Mapping[str, ColumnProfile]] = field(default_factory=dict)
    values: Values = field(default_factory=dict)


def pieces(question: Question, responses: Sequence[Response], scales: Scales) -> tuple[Piece, ...]:
    """The measurements the check gives. Raises FactcheckError where it could not be had."""
    if question.problem is not None:
        raise FactcheckError(question.problem)
    answers: list[Answer] = []
    for response in responses:
        if isinstance(response, Failure):
            raise FactcheckError(Problem(response.message, remedy=response.remedy, code=ExitCode.NOT_CHECKED))
        if isinstance(response, Answer):
            answers.append(response)
    claim = question.claim
    occasion = Occasion(scales.read, claim.period, claim.said or scales.today)
    found = combine(question.check.computation, scales.tables, answers, occasion)
    return tuple(_with_measure(piece, scales.read) for piece in found)


def _with_measure(piece: Piece, read: Callable[[str], Wording]) -> Piece:
    """The unit of a column is written as people do, "kilometre" or "km": both are read as words of a text are."""
    measured = piece.measurement
    if not measured.unit or measured.measure:
        return piece
    try:
        measure = read(f"1 {measured.unit}").measure
    except ValueError:  # not a unit of measurement that a text would name
        return piece
    return replace(piece, measurement=replace(measured, measure=measure)) if measure else piece


def weigh(question: Question, found: Sequence[Piece], wording: Wording, scales: Scales) -> tuple[Evidence, ...]:
    """One piece of evidence for each measurement."""
    table = tables_of(question.check.computation)[0]
    misfits = _misfits(question, scales)
    return tuple(
        Evidence(
            check=question.check,
            table=table,
            judgement=judge(wording, piece.measurement, (*misfits, *_standing(question, piece, scales))),
            measurement=piece.measurement,
            votes=votes(question.claim, piece, scales.today),
            label=piece.label,
            sha256=scales.hashes.get(table, ""),
            sources=piece.sources,
        )
        for piece in found
    )


def _standing(question: Question, piece: Piece, scales: Scales) -> tuple[Note, ...]:
    return (
        *_blocking(question.claim, piece, scales.today),
        *named_otherwise(question, piece, scales.tables, scales.values),
        *_beyond(question, piece, scales.tables),
        *_undated(question.claim, piece, scales.today),
    )


def _undated(claim: Claim, piece: Piece, today: date) -> tuple[Note, ...]:
    """Neither the claim nor its statement bears a day, so how old a source is depends on when one asks."""
    if claim.said is not None or claim.period is not None or piece.lasting:
        return ()
    return (Note("day assumed", f"the statement bears no day; judged at {today}: add published: or said:"),)


def _blocking(claim: Claim, piece: Piece, today: date) -> tuple[Note, ...]:
    return standing(piece, period=claim.period, said=claim.said or today, counts=claim.counts)


def _beyond(question: Question, piece: Piece, tables: Mapping[str, Table]) -> tuple[Note, ...]:
    """The measured rows run past the period that the claim names: the number may be of other years too."""
    first, last, period = piece.measurement.first, piece.measurement.last, question.claim.period
    computation = question.check.computation
    if period is None or first is None or last is None or not isinstance(computation, Single):
        return ()
    if _asks_for_days(computation.measure, tables):
        return ()
    if first.year >= period.start.year and last.year <= period.end.year:
        return ()
    return (Note("beyond the period", f"rows from {first.year} to {last.year} were measured"),)


def _asks_for_days(measure: Measure, tables: Mapping[str, Table]) -> bool:
    """What is counted names its own days, whatever days the table has besides."""
    time = tables[measure.table].time
    return time is not None and measure.holds is not None and time.name in columns_of(measure.holds)


def votes(claim: Claim, piece: Piece, today: date) -> bool:
    """The piece counts what the claim counts, of the days it speaks of."""
    return not _blocking(claim, piece, today)


def _misfits(question: Question, scales: Scales) -> tuple[Note, ...]:
    """Cells that do not fit, in the columns this check reads."""
    told: dict[str, Note] = {}
    for table, columns in question.columns():
        misfits = scales.misfits.get(table, {})
        for name in sorted(columns & misfits.keys()):
            column = misfits.get(name)
            if column and column.misfits:
                shown = ", ".join(f'"{cut(cell, LONGEST_CELL)}"' for cell in column.examples[:2])
                told[name] = Note(
                    "misfit", f"{plural(column.misfits, 'cell')} of {name} without the form of its type: {shown}"
                )
    return tuple(told.values())


def could_not_run(check: Check, claim: Claim, problem: Problem) -> Evidence:
    """The evidence of a check that gave no measurement, with what happened and what to do."""
    placed = replace(problem, place=problem.place or check.place, line="")
    finding = of_problem(placed, rule=CouldNotRun, claim=claim.id)
    judgement = Judgement(Verdict.ERROR, problem.message)
    return Evidence(check, tables_of(check.computation)[0], judgement, error=finding)
