"""Whole statements: each is one SELECT, made of layers that type cells, judge conditions, and add up."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from factcheck.engines.figures import Flag, Item, aggregate, is_count_of_rows, quantity
from factcheck.engines.frames import Frame, Stored, frame
from factcheck.engines.sources import source
from factcheck.engines.sql import Parameters, SqlType, Statement, decimal_type, select
from factcheck.engines.truths import truth
from factcheck.model.conditions import ALL_ROWS, Cond, columns_of
from factcheck.model.queries import Rows


@dataclass(frozen=True, slots=True)
class Block:
    """Aggregates that one statement gives: one row, or one for each group of `by` among the rows of `where`."""

    items: tuple[Item, ...]
    by: tuple[str, ...] = ()
    where: Cond = ALL_ROWS
    at_most: int = 1

    @property
    def columns(self) -> frozenset[str]:
        return frozenset(self.by) | columns_of(self.where) | frozenset().union(*(one.columns for one in self.items))

    @property
    def flagged(self) -> frozenset[str]:
        return frozenset(one.of.column for one in self.items if isinstance(one.of, Flag))


@dataclass(slots=True)
class Layer:
    """A select list in which equal expressions stand once."""

    prefix: str
    names: dict[str, str] = field(default_factory=dict)

    def name(self, sql: str) -> str:
        return self.names.setdefault(sql, f"{self.prefix}{len(self.names)}")

    @property
    def selected(self) -> list[str]:
        return [f"{sql} as {name}" for sql, name in self.names.items()]


def scan(stored: Stored, block: Block) -> Statement:
    """The block's aggregates, straight from the file."""
    parameters = Parameters()
    typed = frame(stored, block.columns, parameters=parameters, flagged=block.flagged)
    conditions, values = Layer("c"), Layer("e")
    chosen = []
    for one in block.items:
        value, sql_type = value_of(one, typed)
        chosen.append(aggregate(one.kind, chosen_value(one, values.name(value), conditions, typed), sql_type))
    inner = select(typed.selected, source(stored.table))
    return grouped(block, typed, chosen, [*conditions.selected, *values.selected], inner)


def value_of(one: Item, typed: Frame) -> tuple[str, SqlType]:
    """What a row gives to an aggregate."""
    if isinstance(one.of, Flag):
        return f"case when {typed.flag(one.of)} then 1 end", decimal_type(0)
    if is_count_of_rows(one):
        return "1", decimal_type(0)
    return quantity(one.of, typed.scope, one.kind)


def chosen_value(one: Item, value: str, conditions: Layer, typed: Frame) -> str:
    """The value in the rows where the item's condition is certainly true, NULL elsewhere."""
    if one.where == ALL_ROWS:
        return value
    return f"case when {conditions.name(truth(one.where, typed.scope))} then {value} end"


def grouped(block: Block, typed: Frame, chosen: Sequence[str], middle: Collection[str], inner: str) -> Statement:
    """The aggregates `chosen` over what `middle` names, group by group, with one group more than is asked for."""
    names = [f"g{position}" for position, _ in enumerate(block.by)]
    keys = [f"{group_key(typed, column)} as {name}" for column, name in zip(block.by, names, strict=True)]
    where = truth(block.where, typed.scope) if block.where != ALL_ROWS else ""
    judged = select([*keys, *middle], f"({inner})", where=where)
    limit = block.at_most + 1 if names else None
    sql = select([*names, *chosen], f"({judged})", by=names, limit=limit)
    return typed.scope.parameters.statement(sql)


def rows(stored: Stored, request: Rows, *, kept: str = "") -> Statement:
    """Rows as typed, each column followed by the text of its cell where that is censored; one row more than asked.

    They are of the file, or of the table in which the worker has `kept` what `typed_rows` gives.
    """
    parameters = Parameters()
    typed, inner = _typed(stored, [request], parameters)
    if kept:
        parameters = Parameters()  # what types the cells was bound when they were kept
        typed = replace(typed, scope=replace(typed.scope, parameters=parameters))
    wanted = [stored.number(column) for column in request.columns]
    shown = [shown for number in wanted for shown in (f"v{number}", f"case when s{number} then r{number} end")]
    where = truth(request.where, typed.scope)
    return parameters.statement(select(shown, kept or f"({inner})", where=where, limit=request.at_most + 1))


def typed_rows(stored: Stored, requests: Sequence[Rows]) -> Statement:
    """All rows of the file, typed, with what is asked for of any."""
    parameters = Parameters()
    return parameters.statement(_typed(stored, requests, parameters)[1])


def _typed(stored: Stored, requests: Sequence[Rows], parameters: Parameters) -> tuple[Frame, str]:
    shown = dict.fromkeys(column for one in requests for column in one.columns)
    columns = {*shown, *(column for one in requests for column in columns_of(one.where))}
    typed = frame(stored, columns, parameters=parameters, flagged=frozenset(shown))
    written = [f"{typed.written[column]} as r{stored.number(column)}" for column in shown]
    return typed, select([*typed.selected, *written], source(stored.table))


def examples(stored: Stored, columns: Sequence[str], *, at_most: int) -> Statement:
    """Rows with a cell that does not fit its type, in the file's order: each column's cell if it is one, or NULL."""
    parameters = Parameters()
    typed = frame(stored, columns, parameters=parameters, flagged=columns)
    written = [f"{typed.written[column]} as r{position}" for position, column in enumerate(columns)]
    misfits = [typed.flag(Flag(column, "misfit")) for column in columns]
    shown = [f"case when {misfit} then r{position} end" for position, misfit in enumerate(misfits)]
    inner = select([*typed.selected, *written], source(stored.table))
    return parameters.statement(select(shown, f"({inner})", where=" or ".join(misfits), limit=at_most))


def group_key(typed: Frame, column: str) -> str:
    """A group's key: the value, or NULL for a cell that could have several."""
    one = typed.scope.column(column)
    return f"case when {one.low} = {one.high} then {one.low} end" if one.is_span else one.low
