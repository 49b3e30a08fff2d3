"""The columns of a file that tells its types: what their values may stand for is asked of an engine, not read here."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.datasets.proposing.columns import FLAGS, YEARS, Tally
from factcheck.datasets.proposing.fields import FieldProposed, flag_questions, mark_questions, year_question
from factcheck.datasets.proposing.questions import Answers, Question
from factcheck.engines.interface import Engine
from factcheck.model.conditions import Compare, In, Name, Not, Value, both
from factcheck.model.queries import Answer, Cell, Figure, Query, Response
from factcheck.model.tables import Column, ColumnType

MOST_TEXTS = 100_000
_WHOLE = re.compile(r"U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?")
_FRACTIONS = re.compile(r"DECIMAL.*|DOUBLE|FLOAT")
_FLAGS = tuple(Decimal(flag) for flag in FLAGS)


def declared(stored: str) -> ColumnType:
    """The declared type that a type of Parquet fits; text for any other.

    >>> declared("UBIGINT"), declared("STRUCT(a INTEGER)"), declared("VARCHAR[]")
    (<ColumnType.INTEGER: 'integer'>, <ColumnType.TEXT: 'string'>, <ColumnType.LIST: 'list'>)
    """
    if stored.endswith("[]"):
        return ColumnType.LIST
    if _WHOLE.fullmatch(stored):
        return ColumnType.INTEGER
    if _FRACTIONS.fullmatch(stored):
        return ColumnType.NUMBER
    return {"DATE": ColumnType.DATE, "BOOLEAN": ColumnType.BOOLEAN}.get(stored, ColumnType.TEXT)


def tallied(table: str, columns: Sequence[Column], engine: Engine) -> tuple[tuple[Tally, ...], tuple[str, ...]]:
    """A tally of every column of the table, and the names of those with too many texts to look at each."""
    asked = [_query(table, column) for column in columns]
    wanted = [query for query in asked if query is not None]
    answers = iter(engine.answers(wanted))
    found = [(column, next(answers) if query else None) for column, query in zip(columns, asked, strict=True)]
    too_many = tuple(column.name for column, answer in found if isinstance(answer, Answer) and not answer.complete)
    return tuple(_tally(column, answer) for column, answer in found), too_many


def _query(table: str, column: Column) -> Query | None:
    """What is asked of one column: of a text its values, of a number its ends, and how often what stands out."""
    name = Name(column.name)
    if column.type is ColumnType.TEXT:
        return Query(table, (Figure("known"),), by=(column.name,), at_most=MOST_TEXTS)
    if not column.type.is_numeric:
        return None
    others = Not(In(name, _FLAGS))
    first, last = (Value(Decimal(year)) for year in (YEARS.start, YEARS.stop - 1))
    in_years = both(others, Compare(">=", name, first), Compare("<=", name, last))
    of_flags = (Figure("known", name, where=Compare("=", name, Value(flag))) for flag in _FLAGS)
    ends = (Figure("least", name, where=others), Figure("most", name, where=others))
    return Query(table, (Figure("known", name), Figure("known", name, where=in_years), *ends, *of_flags))


def _tally(column: Column, response: Response | None) -> Tally:
    found = Tally(column.name)
    if not isinstance(response, Answer):
        return found
    if column.type is ColumnType.TEXT:
        for value, times in response.rows:
            if value is not None:
                found.add(str(value), row=0, times=_number(times))
        return found
    known, years, least, most, *flags = response.rows[0]
    found.forms["whole"], found.years = _number(known), _number(years)
    found.least, found.most = (None if end is None else _number(end) for end in (least, most))
    found.flags.update({str(flag): _number(times) for flag, times in zip(FLAGS, flags, strict=True) if _number(times)})
    return found


def _number(cell: Cell) -> int:
    return int(Decimal(str(cell)))


def questions(column: Tally, kind: ColumnType) -> Iterator[Question]:
    """What only a person can tell of the values; their type the file has told."""
    if kind is ColumnType.TEXT:
        yield from mark_questions(column)
    elif kind.is_numeric:
        yield from year_question(column) if kind is ColumnType.INTEGER else ()
        yield from flag_questions(column)


def proposed(column: Tally, kind: ColumnType, answers: Answers) -> FieldProposed:
    """The field, with every question answered."""
    key = f"cell:{column.name}:"
    missing = tuple(told.removeprefix(key) for told, answer in answers.items() if told.startswith(key))
    declared_type = "year" if answers.get(f"type:{column.name}") == "year" else kind.value
    marked = tuple(cell for cell in missing if answers[key + cell] == "missing")
    return FieldProposed(column.name, declared_type, missing=marked)
