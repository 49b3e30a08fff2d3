"""Conditions on the rows of a table: a line or a mapping, read into one tree and bound to the table's schema."""

from factcheck.conditions.binding import bind
from factcheck.conditions.entries import Entry, Given, bind_entries
from factcheck.conditions.mistakes import At, BadCondition, Mistake
from factcheck.conditions.operands import expression, type_of
from factcheck.conditions.parser import parse
from factcheck.conditions.written import column_name, expression_written, written
from factcheck.model.conditions import Cond
from factcheck.model.tables import Table

__all__ = [
    "At",
    "BadCondition",
    "Entry",
    "Given",
    "Mistake",
    "bind_entries",
    "column_name",
    "condition",
    "expression",
    "expression_written",
    "type_of",
    "written",
]


def condition(line: str, table: Table) -> Cond:
    """The condition that a line asks of the rows of a table. Raises BadCondition with every mistake found."""
    return bind(parse(line), table)
