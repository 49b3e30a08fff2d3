"""A condition as a mapping of columns to values: all of them must hold.

`{year: 2002..2021, country: [NL, BE], sex: Female}`; on numbers, years and dates also `{population: "> 1000"}`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from factcheck.conditions.binding import bind
from factcheck.conditions.cursor import MOST_NODES
from factcheck.conditions.mistakes import At, BadCondition, Mistake
from factcheck.conditions.operands import TRUTHS, column_of
from factcheck.conditions.parser import COMPARISONS, parse_expression
from factcheck.conditions.tree import Between, Compared, Days, Number, OneOf, Operand, Text, Tree, Word
from factcheck.conditions.written import column_name
from factcheck.model.conditions import Comparison, Cond, Or, both
from factcheck.model.tables import Column, ColumnType, Table

_COMPARISON = re.compile(r"(==|!=|<>|<=|>=|[=<>])\s*+")
_RANGE = re.compile(r"\s*+\.\.\s*+")
_SPELLINGS = {"==": "=", "<>": "!="}


@dataclass(frozen=True, slots=True)
class Given:
    """A column's name or a value, as written, and where."""

    text: str
    at: At


@dataclass(frozen=True, slots=True)
class Entry:
    """A column and the values it may have; `is_list` where they were written as a list."""

    column: Given
    values: tuple[Given, ...]
    is_list: bool = False


def bind_entries(entries: Iterable[Entry], table: Table) -> Cond:
    """The condition that every entry holds; of no entries, every row. Raises BadCondition with every mistake."""
    every = tuple(entries)
    if sum(1 + len(entry.values) for entry in every) > MOST_NODES:
        remedy = "split it, or mark the rows in the data"
        raise BadCondition(Mistake(f"a condition of more than {MOST_NODES} parts", every[0].column.at, remedy))
    bound: list[Cond] = []
    mistakes: list[Mistake] = []
    for entry in every:
        try:
            bound.append(_entry(entry, table))
        except BadCondition as bad:
            mistakes.extend(bad.mistakes)
    if mistakes:
        raise BadCondition(*mistakes)
    return both(*bound)


def _entry(entry: Entry, table: Table) -> Cond:
    word = Word(entry.column.text, entry.column.at, quoted=True)
    column = column_of(word, table)
    if not entry.values:
        remedy = f"write a value, or a line: {column_name(column.name)} is not known"
        raise BadCondition(Mistake("a list of no values", word.at, remedy))
    trees = [_tree(word, given, column, table) for given in entry.values]
    equal = [tree.right for tree in trees if isinstance(tree, Compared) and tree.op == "="]
    if entry.is_list and len(equal) == len(trees):
        return bind(OneOf(word, tuple(equal), word.at), table)
    ways = tuple(bind(tree, table) for tree in trees)
    return ways[0] if len(ways) == 1 else Or(ways)


def _tree(word: Word, given: Given, column: Column, table: Table) -> Tree:
    if not (column.type.is_numeric or column.type.is_time):
        return Compared("=", word, _plain(given, column), given.at)
    if sign := _COMPARISON.match(given.text):
        op: Comparison = COMPARISONS[_SPELLINGS.get(sign[1], sign[1])]
        return Compared(op, word, _constant(_part(given, sign.end(), len(given.text)), column, table), given.at)
    if dots := _RANGE.search(given.text):
        low = _constant(_part(given, 0, dots.start()), column, table)
        high = _constant(_part(given, dots.end(), len(given.text)), column, table)
        return Between(word, low, high, given.at)
    return Compared("=", word, _constant(given, column, table), given.at)


def _plain(given: Given, column: Column) -> Operand:
    if column.type is ColumnType.BOOLEAN and given.text.lower() in TRUTHS:
        return Word(given.text, given.at)
    if given.text.startswith(("!=", "<>")):
        remedy = f"write the condition as a line: {column_name(column.name)} != '...'"
        raise BadCondition(Mistake(f'"{column.name}" is compared by equality here', given.at, remedy))
    return Text(given.text, given.at)


def _constant(given: Given, column: Column, table: Table) -> Operand:
    """A number or days; an alias of the column stays a text, to be replaced later."""
    if any(name == column.name and alias == given.text for name, alias, _ in table.value_aliases):
        return Text(given.text, given.at)
    try:
        read = parse_expression(given.text)
    except BadCondition:
        return Text(given.text, given.at)
    return replace(read, at=given.at) if isinstance(read, Number | Days) else Text(given.text, given.at)


def _part(given: Given, start: int, end: int) -> Given:
    at = At(given.at.offset + start, max(1, end - start), given.at.text)
    return Given(given.text[start:end].strip(), at)
