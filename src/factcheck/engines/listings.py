"""Statements that list rows for a person: those that share a key, and those in which two tables differ."""

from factcheck.engines.cells import cells
from factcheck.engines.frames import Stored, frame
from factcheck.engines.sources import raw, source
from factcheck.engines.sql import Parameters, Statement, select
from factcheck.engines.statements import group_key
from factcheck.engines.storage import text_of
from factcheck.model.queries import Difference, Duplicates
from factcheck.model.tables import Column


def duplicates(stored: Stored, request: Duplicates) -> Statement:
    """Keys that come more than once, or are missing in part, and how often they come; one more than asked."""
    parameters = Parameters()
    typed = frame(stored, request.columns, parameters=parameters)
    names = [f"g{position}" for position, _ in enumerate(request.columns)]
    keys = [f"{group_key(typed, column)} as {name}" for column, name in zip(request.columns, names, strict=True)]
    inner = select(typed.selected, source(stored.table))
    counted = select([*names, "count(*) as n"], f"({select(keys, f'({inner})')})", by=names)
    wrong = " or ".join(["n > 1", *(f"{name} is null" for name in names)])
    listed = select([*names, "n"], f"({counted})", where=wrong)
    return parameters.statement(f"{listed} order by n desc, {', '.join(names)} limit {request.at_most + 1}")


def difference(stored: Stored, other: Stored, request: Difference) -> Statement:
    """Rows that come more often on one side, and how much more; one more than asked."""
    names = [f"c{position}" for position, _ in enumerate(request.columns)]
    parameters = Parameters()
    sides = []
    for one, sign in ((stored, 1), (other, -1)):
        texts = _values(one, request.columns, parameters) if request.by_value else _texts(one, request.columns)
        told = [f"{text} as {name}" for text, name in zip(texts, names, strict=True)]
        sides.append(select([*told, f"{sign} as side"], source(one.table)))
    counted = select([*names, "sum(side) as balance"], f"({' union all '.join(sides)})", by=names)
    listed = select([*names, "balance"], f"({counted})", where="balance <> 0")
    return parameters.statement(f"{listed} order by {', '.join(names)} limit {request.at_most + 1}")


def _texts(stored: Stored, columns: tuple[str, ...]) -> list[str]:
    """Each cell as a reader sees it, whatever type the file keeps it in."""
    return [text_of(raw(stored.column(column).name), stored.stored(column)) for column in columns]


def _values(stored: Stored, columns: tuple[str, ...], parameters: Parameters) -> list[str]:
    """Each cell as its value: a number without groups, with a point and no zeros after it; nothing where it is missing.

    A cell that is censored, or does not fit, stays as it is written.
    """
    return [_value(stored.column(column), stored.stored(column), parameters) for column in columns]


def _value(column: Column, stored: str, parameters: Parameters) -> str:
    found = cells(column, raw(column.name), stored=stored, parameters=parameters)
    if not column.type.is_numeric:
        return f"case when {found.missing} then null else {found.written} end"
    number = f"cast({found.low} as VARCHAR)"
    plain = f"case when contains({number}, '.') then rtrim(rtrim({number}, '0'), '.') else {number} end"
    shown = f"case when {found.censored} then {found.written} else coalesce({plain}, {found.written}) end"
    return f"case when {found.missing} then null else {shown} end"
