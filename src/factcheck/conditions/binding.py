"""A condition as written + a table -> the condition on its rows, every name and type checked."""

from collections.abc import Iterable

from factcheck.conditions.comparing import compared, ranged
from factcheck.conditions.constants import item_of, listed
from factcheck.conditions.mistakes import BadCondition, Mistake
from factcheck.conditions.operands import Operated, column_of, operated, truth_column
from factcheck.conditions.tree import (
    Between,
    Compared,
    Holds,
    IsKnown,
    Joined,
    ListHas,
    Negation,
    OneOf,
    Operand,
    Text,
    TextHas,
    Tree,
    Word,
)
from factcheck.model.conditions import Compare, Cond, Contains, Expr, HasText, Known, Name, Not, Or, Value, both
from factcheck.model.tables import Column, ColumnType, Table


def bind(tree: Tree, table: Table) -> Cond:
    """The condition on the rows of the table. Raises BadCondition with every mistake found."""
    match tree:
        case Joined():
            return _joined(tree, table)
        case Negation():
            return Not(bind(tree.of, table))
        case Compared():
            return compared(tree, table)
        case Between():
            return ranged(tree, table)
        case OneOf():
            return listed(operated(tree.of, table), tree.items, table)
        case _:
            return _tested(tree, table)


def _tested(tree: ListHas | TextHas | IsKnown | Holds, table: Table) -> Cond:
    match tree:
        case ListHas():
            return _list_has(tree, table)
        case TextHas():
            return _text_has(tree, table)
        case IsKnown():
            return Known(_measured(tree.of, table).expr)
        case Holds():
            return Compare("=", Name(truth_column(tree.of, table).name), Value(True))  # noqa: FBT003 - a value of a cell


def _joined(tree: Joined, table: Table) -> Cond:
    parts = tuple(_all_bound(tree.parts, table))
    if tree.by == "or":
        return Or(tuple(inner for part in parts for inner in (part.parts if isinstance(part, Or) else (part,))))
    return both(*parts)


def _all_bound(trees: Iterable[Tree], table: Table) -> list[Cond]:
    bound: list[Cond] = []
    mistakes: list[Mistake] = []
    for tree in trees:
        try:
            bound.append(bind(tree, table))
        except BadCondition as bad:
            mistakes.extend(bad.mistakes)
    if mistakes:
        raise BadCondition(*mistakes)
    return bound


def _measured(operand: Operand, table: Table) -> Operated:
    side = operated(operand, table)
    if isinstance(side, Operated):
        return side
    raise BadCondition(Mistake("a constant is always known", operand.at, "write: COLUMN is known"))


def _list_has(tree: ListHas, table: Table) -> Cond:
    column = _column(tree.of, table, "contains")
    if column.type is ColumnType.TEXT:
        message = f'"{column.name}" holds text, and "Niger" is in "Nigeria"'
        remedy = f"write {column.name} = '...' for the whole text, or {column.name} has text '...' for a part of it"
        raise BadCondition(Mistake(message, tree.of.at, remedy))
    if column.type is not ColumnType.LIST:
        raise BadCondition(Mistake(f'"{column.name}" is no list', tree.of.at, f"write {column.name} = ..."))
    return Contains(column.name, _item(tree.item, column, table), tree.only)


def _item(item: Operand, column: Column, table: Table) -> Expr:
    if isinstance(item, Text):
        return Value(item_of(item, column, table))
    if isinstance(item, Word):
        other = column_of(item, table)
        if other.type is ColumnType.TEXT:
            return Name(other.name)
    remedy = f"write {column.name} contains 'item', or name a column of text"
    raise BadCondition(Mistake(f'"{column.name}" is a list of texts', item.at, remedy))


def _text_has(tree: TextHas, table: Table) -> Cond:
    column = _column(tree.of, table, "has text")
    if column.type is not ColumnType.TEXT:
        instead = "contains" if column.type is ColumnType.LIST else "="
        raise BadCondition(Mistake(f'"{column.name}" is not of text', tree.of.at, f"write {column.name} {instead} ..."))
    if not isinstance(tree.part, Text) or not tree.part.text:
        raise BadCondition(Mistake("has text needs a text", tree.part.at, f"write {column.name} has text 'part'"))
    return HasText(column.name, tree.part.text)


def _column(operand: Operand, table: Table, test: str) -> Column:
    if isinstance(operand, Word):
        return column_of(operand, table)
    raise BadCondition(Mistake(f"{test} needs a column before it", operand.at, f"write COLUMN {test} '...'"))
