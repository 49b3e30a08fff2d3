"""Figures as aggregates: what is added, counted or ranked, and under which condition."""

from dataclasses import dataclass
from typing import Literal

from factcheck.engines.expressions import Scope, Term, product, term
from factcheck.engines.sql import BOOLEAN, CannotAskError, SqlType, decimal_type
from factcheck.model.conditions import ALL_ROWS, Cond, Expr, Value, both, columns_of
from factcheck.model.queries import Figure, FigureKind, Side

FlagKind = Literal["missing", "censored", "misfit"]

MIDDLES = ("lower_middle", "upper_middle")


@dataclass(frozen=True, slots=True)
class Quantity:
    """What one row gives to a figure: an expression, or the weight of a row where the expression is known."""

    of: Expr
    weight: Expr | None = None
    side: Side = "low"
    weighs_known: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """Whether the cell of a column is missing, censored, or does not fit its type."""

    column: str
    what: FlagKind


@dataclass(frozen=True, slots=True)
class Item:
    """One aggregate over the rows where `where` is certainly true."""

    kind: FigureKind
    of: Quantity | Flag
    where: Cond = ALL_ROWS

    @property
    def quantity_columns(self) -> frozenset[str]:
        match self.of:
            case Flag(column):
                return frozenset({column})
            case Quantity(of, weight):
                return columns_of(of) | (columns_of(weight) if weight is not None else frozenset())

    @property
    def columns(self) -> frozenset[str]:
        return self.quantity_columns | columns_of(self.where)


def item(figure: Figure, where: Cond = ALL_ROWS) -> Item:
    """The aggregate that answers a figure among the rows of `where`.

    The weight says how often a row counts, which changes neither the least nor the most nor which values there are.
    """
    condition = both(where, figure.where)
    if figure.kind in MIDDLES and figure.weight is not None:
        raise CannotAskError("the median of weighted rows is not supported", "leave out weight, or use the mean")
    if figure.kind == "sum":
        return Item("sum", Quantity(figure.of, figure.weight, figure.side), condition)
    if figure.kind == "known" and figure.weight is not None:
        return Item("sum", Quantity(figure.of, figure.weight, figure.side, weighs_known=True), condition)
    return Item(figure.kind, Quantity(figure.of, side=figure.side), condition)


def quantity(one: Quantity, scope: Scope, kind: FigureKind) -> tuple[str, SqlType]:
    """The SQL of a quantity for one row, and its type. Raises CannotAskError where the figure has no sense for it."""
    of = term(one.of, scope)
    if one.weight is not None:
        weight = _of_numbers(term(one.weight, scope), "weight")
        of = _where_known(weight, of) if one.weighs_known else product(_of_numbers(of, kind), weight)
    _check(of, kind)
    return (of.low if one.side == "low" else of.high), of.type


def aggregate(kind: FigureKind, value: str, sql_type: SqlType) -> str:
    """The SQL of an aggregate over values that are NULL in the rows that do not count.

    The upper middle is the lower middle of the negatives: engines have one exact order statistic, which takes the
    lower of two.
    """
    match kind:
        case "sum":
            return f"coalesce(sum({value}), 0)"
        case "known":
            return f"count({value})"
        case "least":
            return f"min({value})"
        case "most":
            return f"max({value})"
        case "distinct":
            return f"count(distinct {value})"
        case "lower_middle":
            return f"quantile_disc({value}, 0.5)"
        case "upper_middle":
            return f"-quantile_disc(-cast({value} as {decimal_type(sql_type.scale).name}), 0.5)"


def is_count_of_rows(one: Item) -> bool:
    """Whether every row that counts gives one: the sum of a one that is written out, or how often it is known."""
    if not isinstance(one.of, Quantity) or not isinstance(one.of.of, Value) or one.of.weight is not None:
        return False
    return one.kind == "known" or (one.kind == "sum" and one.of.of.value == 1)


def _where_known(weight: Term, of: Term) -> Term:
    low = f"case when {of.low} is not null then {weight.low} end"
    high = f"case when {of.low} is not null then {weight.high} end"
    return Term(low, high if weight.is_span else low, weight.type)


def _of_numbers(one: Term, what: str) -> Term:
    if one.type.kind != "number":
        raise CannotAskError(f"{what} needs numbers, not {one.type.kind}", "name a number column")
    return one


def _check(of: Term, kind: FigureKind) -> None:
    if kind in ("sum", *MIDDLES):
        _of_numbers(of, kind)
    if kind != "known" and of.type.kind == "list":
        raise CannotAskError(f"{kind} of a list column has no meaning", "use contains in a condition")
    if kind in ("least", "most") and of.type == BOOLEAN:
        raise CannotAskError(f"{kind} of true and false has no meaning")
