"""Whether a claim's words name what its check reads: not another value of the column, nor another year.

A sentence in which a name was swapped keeps its figure and its check, so the number still fits. It is seen where the
check asks for rows with a certain value, the words do not name that value, and they do name another of its column; and
where what they count is an alias of a value, which is how a description says that texts name it, and the check reads no
such column: "a quarter of all adults", where all members are counted.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.checks import tables_of
from factcheck.evidence.asking import Question
from factcheck.model.claims import Change, Claim, Computation, Measure, Rank, Ratio, Single, Trend
from factcheck.model.conditions import And, Compare, Cond, In, Name, Or, Scalar, Value
from factcheck.model.measurements import Note, Piece
from factcheck.model.queries import Answer, Figure, Query, Response
from factcheck.model.readings import Of
from factcheck.model.tables import Column, ColumnType, Table

MOST_VALUES = 1000  # a column with more is no list of names
SHORTEST = 3  # letters; shorter words stand everywhere
# Values that are words of any sentence; none of them names anything.
NO_NAMES = frozenset({"all", "any", "none", "not", "other", "others", "same", "total", "unknown", "yes"})

_YEAR = re.compile(r"(?<![\d.,/-])(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)")

Values = Mapping[Query, frozenset[str]]


class _Asked(NamedTuple):
    """Values that a check asks for in one column of a table."""

    table: Table
    column: Column
    values: frozenset[Scalar]


def naming(asked: Sequence[Question], tables: Mapping[str, Table]) -> tuple[Query, ...]:
    """The columns whose values must be known: those in which a check asks for a value that its claim does not name."""
    wanted = (
        _values_of(one)
        for question in asked
        if question.problem is None
        for one in _asked(question.check.computation, tables)
        if one.column.type is ColumnType.TEXT and not _all_named(question.claim, one)
    )
    return tuple(dict.fromkeys(wanted))


def values(queries: Sequence[Query], responses: Sequence[Response]) -> Values:
    """What the engine said of them; of a column with too many values, or that could not be read, nothing."""
    return {
        query: frozenset(row[0] for row in response.rows if isinstance(row[0], str))
        for query, response in zip(queries, responses, strict=True)
        if isinstance(response, Answer) and response.complete
    }


def named_otherwise(question: Question, piece: Piece, tables: Mapping[str, Table], known: Values) -> tuple[Note, ...]:
    """Blocking notes where the words name another value of a column than the check asks for, or another year."""
    claim, computation = question.claim, question.check.computation
    notes = [note for one in _asked(computation, tables) for note in _notes(claim, one, known)]
    notes += [note for name in tables_of(computation) for note in _unasked(question, tables[name])]
    notes += _later_years(claim, computation, piece)
    return tuple(dict.fromkeys(notes))


def _later_years(claim: Claim, computation: Computation, piece: Piece) -> Iterator[Note]:
    """The words end in a year before the last of the measured rows: of a streak, or of a level that was reached."""
    last, period = piece.measurement.last, claim.period
    is_reached = isinstance(computation, Change) and _is_of_a_level(claim)
    if not last or not period or period.is_base or not (isinstance(computation, Trend) or is_reached):
        return
    if last.year > period.end.year:
        yield Note("other year", f"the words end in {period.end.year}, the measured rows in {last.year}")


def _is_of_a_level(claim: Claim) -> bool:
    """ "Rose to 4,000": the number is that of the end."""
    return claim.wording is not None and claim.wording.readings[0].of is Of.LEVEL


def _notes(claim: Claim, one: _Asked, known: Values) -> Iterator[Note]:
    if one.column.type is ColumnType.YEAR:
        yield from _other_years(claim, one)
    elif one.column.type is ColumnType.TEXT and not _all_named(claim, one):
        for other in sorted(known.get(_values_of(one), frozenset()) - one.values - {*one.column.totals}):
            if (word := _named(_beside(claim), one, other)) and not _is_part(claim, one, word):
                asks = " or ".join(sorted(map(str, one.values)))
                yield Note("other name", f'the words name "{word}", the check asks for {one.column.name} {asks}')
                return


def _unasked(question: Question, table: Table) -> Iterator[Note]:
    """What the words count is an alias of one value of a column, and the check reads nothing of that column."""
    words = question.claim.things
    if not words or not table.value_aliases:
        return
    read = frozenset().union(*(columns for name, columns in question.columns() if name == table.name))
    for column in dict.fromkeys(column for column, _, _ in table.value_aliases if column not in read):
        totals = {*table.column(column).totals}
        names = {alias: meant for of, alias, meant in table.value_aliases if of == column and meant not in totals}
        named = {meant: alias for alias, meant in names.items() if _stands(words, alias, column)}
        if len(named) == 1:
            (meant, alias), *_ = named.items()
            yield Note("other name", f'the words count "{alias}" ({column} {meant}), the check asks for no {column}')


def _other_years(claim: Claim, one: _Asked) -> Iterator[Note]:
    asked = {int(value) for value in one.values if isinstance(value, Decimal)}
    named = {int(year) for year in _YEAR.findall(_beside(claim))}
    if named - asked and asked - named:
        said, asks = (", ".join(map(str, sorted(years))) for years in (named - asked, asked))
        yield Note("other year", f"the words name {said}, the check asks for {one.column.name} {asks}")


def _beside(claim: Claim) -> str:
    """The quote without the words of its figure, which name nothing: "four" of "four times as many"."""
    figure = claim.says or (claim.wording.text if claim.wording else "")
    return claim.quote.replace(figure, " ") if figure else claim.quote


def _all_named(claim: Claim, one: _Asked) -> bool:
    words = f"{claim.prefix} {claim.quote} {claim.suffix}"
    return all(_named(words, one, str(value)) for value in one.values)


def _named(words: str, one: _Asked, value: str) -> str:
    """How the words name this value, by itself or by an alias; the empty string where they do not."""
    aliases = (alias for column, alias, meant in one.table.value_aliases if (column, meant) == (one.column.name, value))
    return next((name for name in (value, *aliases) if _stands(words, name, one.column.name)), "")


def _stands(words: str, name: str, column: str) -> bool:
    """The name stands there as a word, or its plural; a number only behind the column's name: "line 3"."""
    if name.casefold() in NO_NAMES:
        return False
    if name.isdigit():
        return bool(re.search(rf"\b{re.escape(column)} {re.escape(name)}\b", words, re.IGNORECASE))
    if len(name) < SHORTEST:
        return False
    how = re.IGNORECASE if name.islower() else re.NOFLAG
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?:e?s)?(?!\w)", words, how))


def _is_part(claim: Claim, one: _Asked, word: str) -> bool:
    """The word only stands inside a longer name that the check asks for: "Africa" in "Sub-Saharan Africa"."""
    return any(word in str(value) and str(value) in claim.quote for value in one.values)


def _values_of(one: _Asked) -> Query:
    return Query(one.table.name, (Figure("known"),), (one.column.name,), at_most=MOST_VALUES)


def _asked(computation: Computation, tables: Mapping[str, Table]) -> list[_Asked]:
    """The values asked for, by table and column."""
    found: dict[tuple[str, str], set[Scalar]] = {}
    for table, condition in _conditions(computation):
        for column, value in _equals(condition):
            found.setdefault((table, column), set()).add(value)
    return [
        _Asked(tables[table], tables[table].column(column), frozenset(values))
        for (table, column), values in found.items()
        if tables[table].has(column)
    ]


def _conditions(computation: Computation) -> Iterator[tuple[str, Cond]]:
    table = tables_of(computation)[0]
    match computation:
        case Single(measure):
            yield from _of_measure(measure)
        case Ratio(of, to):
            yield from _of_measure(of)
            yield from _of_measure(to) if to else ()
        case Change(of, start, end):
            yield from (*_of_measure(of), (table, start), (table, end))
        case Rank(of, by):
            yield from (*_of_measure(by), (table, of))
        case Trend(of):
            yield from _of_measure(of)
        case _:
            return


def _of_measure(measure: Measure) -> Iterator[tuple[str, Cond]]:
    yield measure.table, measure.where
    if measure.holds is not None:
        yield measure.table, measure.holds


def _equals(condition: Cond) -> Iterator[tuple[str, Scalar]]:
    """The columns and the values they must have; what is denied names nothing."""
    match condition:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _equals(part)
        case Compare("=", Name(column), Value(value)):
            yield column, value
        case In(Name(column), values):
            yield from ((column, value) for value in values)
        case _:
            return
