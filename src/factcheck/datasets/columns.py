"""A column from the description of one field."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from factcheck.datasets.description import Constraints, Field, Schema
from factcheck.errors import FactcheckError, Problem
from factcheck.files.nodes import Lines, problem_at
from factcheck.files.shapes import Placed
from factcheck.model.tables import Censored, Column, ColumnType

# The standard's own default, which other tools read a list by.
LIST_DELIMITER = ","


def column(
    field: Field, schema: Schema, lines: Lines, *, censored: tuple[Censored, ...], totals: tuple[str, ...]
) -> Column:
    """The column a field describes. Raises FactcheckError with every problem found.

    A cell that is declared censored is not missing, even where it is listed so for tools that know no censoring.
    """
    problems = [*_marks(field, lines), *_constraints(field, lines)]
    if problems:
        raise FactcheckError(*problems)
    kind = ColumnType(field.type)
    hidden = censored if kind.is_numeric else ()
    missing = schema.missing if field.missing is None else field.missing
    limits = field.constraints or Constraints()
    return Column(
        name=field.name.value,
        type=kind,
        missing=tuple(cell for cell in missing if cell not in {one.cell for one in hidden}),
        censored=hidden,
        delimiter=_or(field.delimiter, LIST_DELIMITER),
        decimal_char=_or(field.decimal_char, "."),
        group_char=_or(field.group_char, ""),
        minimum=_limit(limits.minimum) if kind.is_numeric else None,
        maximum=_limit(limits.maximum) if kind.is_numeric else None,
        totals=totals,
        unit=field.unit,
        scale=field.scale.value if field.scale else Decimal(1),
        description=field.description or field.title,
    )


def _marks(field: Field, lines: Lines) -> list[Problem]:
    """What is wrong with the characters a field is punctuated with."""
    checks: list[tuple[Placed[str] | None, Callable[[str], bool], str]] = [
        (field.delimiter, bool, "a list needs a delimiter between its elements"),
        (field.decimal_char, _is_mark, "a decimal mark is one character and no digit"),
        (field.group_char, lambda mark: mark == "" or _is_mark(mark), "a group mark is one character and no digit"),
    ]
    found = [problem_at(one.node, why, lines) for one, holds, why in checks if one and not holds(one.value)]
    if field.group_char and field.group_char.value == _or(field.decimal_char, "."):
        told = "the group mark and the decimal mark are the same"
        remedy = 'write another for one of them; decimalChar is "." where it is not written'
        found.append(problem_at(field.group_char.node, told, lines, remedy))
    if field.scale and field.scale.value == 0:
        found.append(problem_at(field.scale.node, "a scale of 0 leaves nothing", lines))
    return found


def _is_mark(mark: str) -> bool:
    return len(mark) == 1 and not mark.isdigit() and mark not in "+-"


def _constraints(field: Field, lines: Lines) -> list[Problem]:
    if field.constraints is None or not ColumnType(field.type).is_numeric:
        return []
    limits = (field.constraints.minimum, field.constraints.maximum)
    return [
        problem_at(one.node, "the limit of a number must be a number", lines)
        for one in limits
        if one is not None and _limit(one) is None
    ]


def _limit(limit: Placed[str] | None) -> Decimal | None:
    if limit is None:
        return None
    try:
        number = Decimal(limit.value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _or(placed: Placed[str] | None, otherwise: str) -> str:
    return placed.value if placed else otherwise
