"""A second reading of what figures mean: plain Python over rows of texts, slow and without SQL."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from factcheck.model.conditions import (
    And,
    Arith,
    Compare,
    Cond,
    Contains,
    Expr,
    HasText,
    In,
    Is,
    Known,
    Name,
    Not,
    Or,
    Value,
)
from factcheck.model.queries import Cell, Figure, Query
from factcheck.model.tables import Column, ColumnType, Table

DECIMALS = 18  # of a number column
Plain = Decimal | str | date | bool
Ends = tuple[Plain, Plain] | None
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Naive:
    """A table held in memory."""

    table: Table
    rows: Sequence[Row]

    def answer(self, query: Query) -> set[tuple[Cell, ...]]:
        """The rows of a query's answer, in no order."""
        groups: dict[tuple[Cell, ...], list[Row]] = {} if query.by else {(): []}
        for row in self.rows:
            if self.truth(query.where, row) is True:
                groups.setdefault(tuple(self._key(column, row) for column in query.by), []).append(row)
        return {key + tuple(self._figure(one, rows) for one in query.figures) for key, rows in groups.items()}

    def truth(self, condition: Cond, row: Row) -> bool | None:
        match condition:
            case Not(of):
                return _not(self.truth(of, row))
            case And(parts):
                return _not(_any([_not(self.truth(part, row)) for part in parts]))
            case Or(parts):
                return _any([self.truth(part, row) for part in parts])
            case Is(of, wanted):
                return self.truth(of, row) is {"true": True, "false": False, "unknown": None}[wanted]
            case _:
                return self._of_cells(condition, row)

    def _of_cells(self, condition: Compare | In | Contains | HasText | Known, row: Row) -> bool | None:
        match condition:
            case Compare(op, left, right):
                return self._compared(op, left, right, row)
            case In(of, values):
                found = [self._compared("=", of, Value(value), row) for value in values]
                return _any(found) if self.ends(of, row) is not None else None
            case Contains(column, item, only):
                return _contains(self.elements(column, row), self.ends(item, row), only=only)
            case HasText(column, text):
                ends = self.ends(Name(column), row)
                return None if ends is None else text in str(ends[0])
            case Known(of):
                return self.known(of, row)

    def _compared(self, op: str, left: Expr, right: Expr, row: Row) -> bool | None:
        """A number with more decimals than a column has equals none of its values, whatever hides in a range."""
        ends, others = self.ends(left, row), self.ends(right, row)
        if op in ("=", "!=") and ends is not None and others is not None:
            for one, constant in ((left, right), (right, left)):
                if isinstance(constant, Value) and not isinstance(one, Value) and not self._may_be(one, constant.value):
                    return op == "!="
        return _compared(op, ends, others)

    def _may_be(self, one: Expr, value: Plain) -> bool:
        return not isinstance(value, Decimal) or _places(value) <= self._decimals(one)

    def _decimals(self, one: Expr) -> int:
        match one:
            case Value(value):
                return _places(value) if isinstance(value, Decimal) else 0
            case Name(name):
                column = self.table.column(name)
                return (DECIMALS if column.type is ColumnType.NUMBER else 0) + _places(column.scale)
            case Arith("*", left, right):
                return self._decimals(left) + self._decimals(right)
            case Arith(_, left, right):
                return max(self._decimals(left), self._decimals(right))

    def known(self, of: Expr, row: Row) -> bool:
        if isinstance(of, Name) and self.table.column(of.column).type is ColumnType.LIST:
            return self.elements(of.column, row) is not None
        return self.ends(of, row) is not None

    def ends(self, expression: Expr, row: Row) -> Ends:
        match expression:
            case Value(value):
                return value, value
            case Name(column):
                return _cell(self.table.column(column), row[column])
            case Arith(op, left, right):
                return _arithmetic(op, self.ends(left, row), self.ends(right, row))

    def elements(self, column: str, row: Row) -> list[str] | None:
        cell = row[column]
        declared = self.table.column(column)
        return None if cell in declared.missing else cell.split(declared.delimiter)

    def _key(self, column: str, row: Row) -> Cell:
        ends = self.ends(Name(column), row)
        return ends[0] if ends is not None and ends[0] == ends[1] else None

    def _figure(self, figure: Figure, rows: Iterable[Row]) -> Cell:
        chosen = [row for row in rows if self.truth(figure.where, row) is True]
        if figure.kind == "known":
            weights = [self._weight(figure, row) for row in chosen if self.known(figure.of, row)]
            return sum((weight for weight in weights if weight is not None), Decimal(0))
        of = Arith("*", figure.of, figure.weight) if figure.weight and figure.kind == "sum" else figure.of
        side = 0 if figure.side == "low" else 1
        values = [ends[side] for row in chosen if (ends := self.ends(of, row)) is not None]
        return _of_values(figure.kind, values)

    def _weight(self, figure: Figure, row: Row) -> Decimal | None:
        if figure.weight is None:
            return Decimal(1)
        ends = self.ends(figure.weight, row)
        return None if ends is None else _number(ends[0 if figure.side == "low" else 1])


def _places(number: Decimal) -> int:
    """The decimals a number needs."""
    return max(0, -int(number.normalize().as_tuple().exponent))


def _of_values(kind: str, values: list[Plain]) -> Cell:
    ordered = sorted(values, key=_rank)
    middle = len(ordered) // 2
    match kind:
        case "sum":
            return sum(map(_number, values), Decimal(0))
        case "distinct":
            return Decimal(len(set(values)))
        case "least":
            return ordered[0] if ordered else None
        case "most":
            return ordered[-1] if ordered else None
        case "lower_middle":
            return ordered[middle if len(ordered) % 2 else middle - 1] if ordered else None
        case _:
            return ordered[middle] if ordered else None


def _cell(column: Column, cell: str) -> Ends:
    if cell in column.missing:
        return None
    for censored in column.censored:
        if cell == censored.cell:
            return censored.low * column.scale, censored.high * column.scale
    value = value_of(column, cell)
    return None if value is None else (value, value)


def value_of(column: Column, cell: str) -> Plain | None:
    match column.type:
        case ColumnType.INTEGER if re.fullmatch(r"[+-]?[0-9]+", cell):
            return Decimal(cell) * column.scale
        case ColumnType.NUMBER if re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?", cell):
            return Decimal(cell) * column.scale
        case ColumnType.YEAR if re.fullmatch(r"[0-9]{4}", cell):
            return Decimal(cell)
        case ColumnType.BOOLEAN if cell in ("true", "false"):
            return cell == "true"
        case ColumnType.DATE:
            try:
                return date.fromisoformat(cell)
            except ValueError:
                return None
        case ColumnType.TEXT:
            return cell
        case _:
            return None


def _number(value: Plain) -> Decimal:
    assert isinstance(value, Decimal)
    return value


def _arithmetic(op: str, left: Ends, right: Ends) -> Ends:
    if left is None or right is None:
        return None
    (low, high), (other_low, other_high) = map(_numbers, (left, right))
    if op == "+":
        return low + other_low, high + other_high
    if op == "-":
        return low - other_high, high - other_low
    corners = [one * other for one in (low, high) for other in (other_low, other_high)]
    return min(corners), max(corners)


def _numbers(ends: tuple[Plain, Plain]) -> tuple[Decimal, Decimal]:
    return _number(ends[0]), _number(ends[1])


def _compared(op: str, left: Ends, right: Ends) -> bool | None:
    """True or false where every pair of numbers within the ends agrees."""
    if left is None or right is None:
        return None
    if op in ("!=", ">", ">="):
        return _not(_compared({"!=": "=", ">": "<=", ">=": "<"}[op], left, right))
    low, high, other_low, other_high = map(_rank, (*left, *right))
    if op == "=":
        if low == high == other_low == other_high:
            return True
        return False if high < other_low or low > other_high else None
    if op == "<":
        return True if high < other_low else (False if low >= other_high else None)
    return True if high <= other_low else (False if low > other_high else None)


def _rank(value: Plain) -> Fraction:
    """A number that orders values of one type: texts by their bytes, days by the calendar."""
    match value:
        case str():
            return Fraction(int.from_bytes(value.encode()), 256 ** len(value.encode()))
        case date():
            return Fraction(value.toordinal())
        case _:
            return Fraction(value)


def _contains(elements: list[str] | None, item: Ends, *, only: bool) -> bool | None:
    if elements is None or item is None:
        return None
    matches = [None if element == "" else element == item[0] for element in elements]
    return _not(_any([_not(match) for match in matches])) if only else _any(matches)


def _any(truths: Sequence[bool | None]) -> bool | None:
    if True in truths:
        return True
    return None if None in truths else False


def _not(truth: bool | None) -> bool | None:
    return None if truth is None else not truth
