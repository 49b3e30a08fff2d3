"""Whole statements: each is one SELECT, made of layers that type cells, judge conditions, and add up."""

from decimal import Decimal

import ibis.expr.types as ir

from factcheck.engines.figures import MIDDLES, Flag, Item, Quantity, is_count_of_rows
from factcheck.engines.ibis import values
from factcheck.engines.ibis.cells import Frame, frame
from factcheck.engines.ibis.dialects import Dialect
from factcheck.engines.ibis.sources import Stored, placed
from factcheck.engines.ibis.terms import Scope, Term, product, single, term
from factcheck.engines.ibis.truths import truth
from factcheck.engines.sql import BOOLEAN, CannotAskError, SqlType, decimal_type
from factcheck.engines.statements import Block
from factcheck.model.conditions import ALL_ROWS
from factcheck.model.queries import FigureKind

_WHOLE = decimal_type(0)
_ONE = Decimal(1)


def sql(expression: ir.Table, typed: Frame, dialect: Dialect) -> str:
    """The SELECT of an expression that is built on typed columns."""
    tree = dialect.compiler.to_sqlglot(expression)
    return dialect.sql(placed(tree, typed.stored, typed.columns, dialect))


def scan(stored: Stored, block: Block, dialect: Dialect) -> str:
    """The block's aggregates; with groups, one group more than is asked for."""
    typed = frame(stored, block.columns, flagged=block.flagged)
    chosen = {f"a{place}": value_of(one, typed) for place, one in enumerate(block.items)}
    judged = layer(typed, block, chosen)
    totals = {f"a{place}": _aggregate(one.kind, judged[f"a{place}"]) for place, one in enumerate(block.items)}
    keys = [f"g{place}" for place, _ in enumerate(block.by)]
    if not keys:
        return sql(judged.aggregate(**totals), typed, dialect)
    grouped = judged.group_by(keys).aggregate(**totals)
    return sql(grouped.limit(block.at_most + 1), typed, dialect)


def layer(typed: Frame, block: Block, chosen: dict[str, ir.Value]) -> ir.Table:
    """The rows in scope, with the keys g of their groups and what they give to each aggregate."""
    table = typed.table
    kept = table.filter(truth(block.where, typed.scope)) if block.where != ALL_ROWS else table
    keys = {f"g{place}": group_key(typed, column) for place, column in enumerate(block.by)}
    return kept.select(**keys, **chosen)


def group_key(typed: Frame, column: str) -> ir.Value:
    """A group's key: the value, or NULL for a cell that could have several."""
    one = typed.scope.column(column)
    return values.when(one.low == one.high, one.low) if one.is_span else one.low


def value_of(one: Item, typed: Frame) -> ir.Value:
    """What a row gives to an aggregate: NULL in the rows that do not count."""
    if isinstance(one.of, Flag):
        value: ir.Value = values.when(typed.flag(one.of), _one())
    elif is_count_of_rows(one):
        value = _one()
    else:
        value = _quantity(one.of, typed.scope, one.kind)
    return value if one.where == ALL_ROWS else values.when(truth(one.where, typed.scope), value)


def _one() -> ir.Value:
    return values.constant(_ONE, _WHOLE)


def _quantity(one: Quantity, scope: Scope, kind: FigureKind) -> ir.Value:
    """The quantity of one row. Raises CannotAskError where the figure has no sense for it."""
    of = term(one.of, scope)
    if one.weight is not None:
        weight = _of_numbers(term(one.weight, scope), "weight")
        of = _where_known(weight, of) if one.weighs_known else product(_of_numbers(of, kind), weight)
    _check(of.type, kind)
    return of.low if one.side == "low" else of.high


def _aggregate(kind: FigureKind, value: ir.Value) -> ir.Value:
    match kind:
        case "sum":
            return value.sum()
        case "known":
            return value.count()
        case "least":
            return value.min()
        case "most":
            return value.max()
        case "distinct":
            return value.nunique()
        case "lower_middle" | "upper_middle":
            raise AssertionError(kind)


def _where_known(weight: Term, of: Term) -> Term:
    known = of.low.notnull()
    low = values.when(known, weight.low)
    return Term(low, values.when(known, weight.high), weight.type) if weight.is_span else single(low, weight.type)


def _of_numbers(one: Term, what: str) -> Term:
    if one.type.kind != "number":
        raise CannotAskError(f"{what} needs numbers, not {one.type.kind}", "name a number column")
    return one


def _check(sql_type: SqlType, kind: FigureKind) -> None:
    if kind in ("sum", *MIDDLES) and sql_type.kind != "number":
        raise CannotAskError(f"{kind} needs numbers, not {sql_type.kind}", "name a number column")
    if kind != "known" and sql_type.kind == "list":
        raise CannotAskError(f"{kind} of a list column has no meaning", "use contains in a condition")
    if kind in ("least", "most") and sql_type == BOOLEAN:
        raise CannotAskError(f"{kind} of true and false has no meaning")
