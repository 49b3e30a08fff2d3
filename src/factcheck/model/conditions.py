"""Conditions on the rows of a table, as trees of plain values.

A condition is true, false or unknown for a row: unknown where a cell it needs is missing, or censored so that the
comparison could go either way.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Scalar = Decimal | str | date | bool
Comparison = Literal["=", "!=", "<", "<=", ">", ">="]
Truth = Literal["true", "false", "unknown"]


@dataclass(frozen=True, slots=True)
class Name:
    """A column, by the name it has in the table."""

    column: str


@dataclass(frozen=True, slots=True)
class Value:
    """A constant, in the type of the column it is compared with."""

    value: Scalar


@dataclass(frozen=True, slots=True)
class Arith:
    """Whole and decimal arithmetic; division is never the engine's."""

    op: Literal["+", "-", "*"]
    left: "Expr"
    right: "Expr"


Expr = Name | Value | Arith


@dataclass(frozen=True, slots=True)
class Compare:
    op: Comparison
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class In:
    """The expression equals one of the values."""

    of: Expr
    values: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class Contains:
    """A list column has the item among its elements; with `only`, it has no other element."""

    column: str
    item: Expr
    only: bool = False


@dataclass(frozen=True, slots=True)
class HasText:
    """A text column has the given characters somewhere in it, case as written."""

    column: str
    text: str


@dataclass(frozen=True, slots=True)
class Known:
    """The expression has a value: its cells are neither missing nor misfits. Never unknown itself."""

    of: Expr


@dataclass(frozen=True, slots=True)
class Not:
    of: "Cond"


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts; with no parts, every row."""

    parts: tuple["Cond", ...] = ()


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple["Cond", ...]


@dataclass(frozen=True, slots=True)
class Is:
    """The condition has this truth for the row. Never unknown itself."""

    of: "Cond"
    truth: Truth


Cond = Compare | In | Contains | HasText | Known | Not | And | Or | Is

ALL_ROWS = And()


def both(*conditions: Cond) -> Cond:
    """All of the conditions, without the ones that ask nothing."""
    parts: list[Cond] = []
    for condition in conditions:
        parts.extend(condition.parts if isinstance(condition, And) else (condition,))
    return parts[0] if len(parts) == 1 else And(tuple(parts))


def conjuncts(condition: Cond) -> tuple[Cond, ...]:
    """The parts that must all hold for the condition to hold."""
    if not isinstance(condition, And):
        return (condition,)
    return tuple(part for inner in condition.parts for part in conjuncts(inner))


def columns_of(node: Expr | Cond) -> frozenset[str]:
    """The columns a condition or an expression reads."""
    match node:
        case Name(column) | HasText(column):
            return frozenset({column})
        case Value():
            return frozenset()
        case Contains(column, item):
            return frozenset({column}) | columns_of(item)
        case Arith() | Compare():
            return columns_of(node.left) | columns_of(node.right)
        case And() | Or():
            return frozenset().union(*map(columns_of, node.parts))
        case _:
            return columns_of(node.of)
