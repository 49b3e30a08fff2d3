"""A condition -> a line that reads back as the same condition."""

import re
from datetime import date
from decimal import Decimal
from typing import assert_never

from factcheck.conditions.leaves import KEYWORDS
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
    Scalar,
    Value,
)

_PLAIN_NAME = re.compile(r"[^\W0-9]\w*")
_RESERVED = KEYWORDS | {"true", "false", "yes", "no"}


def written(condition: Cond) -> str:
    """The condition as a line.

    >>> written(And((In(Name("country"), ("NL", "BE")), Not(Known(Name("end date"))))))
    "country in ('NL', 'BE') and `end date` is not known"
    """
    match condition:
        case And(parts):
            return " and ".join(map(_part, parts)) if parts else "all"
        case Or(parts):
            return " or ".join(map(_part, parts))
        case Not(of):
            return _negated(of)
        case Is(of, truth):
            return f"({written(of)}) is {truth}"
        case _:
            return _test(condition)


def expression_written(expr: Expr) -> str:
    """The expression as a line."""
    match expr:
        case Name(column):
            return column_name(column)
        case Value(value):
            return _constant(value)
        case Arith(op, left, right):
            first = _operand(left, bracketed=op == "*")
            return f"{first} {op} {_operand(right, bracketed=True)}"
        case _:
            assert_never(expr)


def column_name(name: str) -> str:
    """The column as it is written in a condition: in backquotes where its name is no plain word."""
    if _PLAIN_NAME.fullmatch(name) and name.lower() not in _RESERVED:
        return name
    return "`" + name.replace("`", "``") + "`"


def _test(condition: Compare | In | Contains | HasText | Known) -> str:
    match condition:
        case Compare(op, left, right):
            return f"{expression_written(left)} {op} {expression_written(right)}"
        case In(of, values):
            return f"{expression_written(of)} in ({', '.join(map(_constant, values))})"
        case Contains(column, item, only):
            only_word = "only " if only else ""
            return f"{column_name(column)} {only_word}contains {expression_written(item)}"
        case HasText(column, text):
            return f"{column_name(column)} has text {_constant(text)}"
        case Known(of):
            return f"{expression_written(of)} is known"
        case _:
            assert_never(condition)


def _negated(condition: Cond) -> str:
    match condition:
        case Known(of):
            return f"{expression_written(of)} is not known"
        case In(of, values):
            return f"{expression_written(of)} not in ({', '.join(map(_constant, values))})"
        case _:
            return f"not ({written(condition)})"


def _part(condition: Cond) -> str:
    text = written(condition)
    return f"({text})" if isinstance(condition, And | Or) else text


def _operand(expr: Expr, *, bracketed: bool) -> str:
    text = expression_written(expr)
    return f"({text})" if bracketed and isinstance(expr, Arith) else text


def _constant(value: Scalar) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
        case _:
            return "'" + value.replace("'", "''") + "'"
