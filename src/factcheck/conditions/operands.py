"""Names, constants and sums of a condition, against the columns of a table."""

from dataclasses import dataclass

from factcheck.conditions.mistakes import At, BadCondition, Mistake
from factcheck.conditions.parser import parse_expression
from factcheck.conditions.tree import Constant, Days, Number, Operand, Sum, Text, Word
from factcheck.errors import did_you_mean
from factcheck.model.conditions import Arith, Expr, Name, Value
from factcheck.model.tables import Column, ColumnType, Table

TRUTHS = {"true": True, "yes": True, "false": False, "no": False}


@dataclass(frozen=True, slots=True)
class Truth:
    """The word true, false, yes or no, where no column is called so."""

    value: bool
    at: At
    text: str


@dataclass(frozen=True, slots=True)
class Operated:
    """An expression on columns, and its type; `column` where it is one column alone."""

    expr: Expr
    type: ColumnType
    at: At
    column: Column | None = None

    @property
    def called(self) -> str:
        return f'"{self.column.name}"' if self.column else "the sum"


def expression(text: str, table: Table) -> Expr:
    """What a measure is of: a column, an alias of one, or arithmetic on columns, tried in this order.

    Raises BadCondition where it is none of them.
    """
    if named := _named(text, table):
        return Name(named.name)
    side = operated(parse_expression(text), table)
    if isinstance(side, Operated):
        return side.expr
    raise BadCondition(
        Mistake("this names no column", side.at, did_you_mean(text, _names(table), has="The dataset has"))
    )


def type_of(expr: Expr, table: Table) -> ColumnType:
    """The type of an expression on the table's columns."""
    return table.column(expr.column).type if isinstance(expr, Name) else ColumnType.NUMBER


def operated(operand: Operand, table: Table) -> Operated | Constant | Truth:
    """The operand with its names found. Raises BadCondition where a column is not there or does not add up."""
    match operand:
        case Word():
            return _word(operand, table)
        case Sum():
            return Operated(_summed(operand, table), ColumnType.NUMBER, operand.at)
        case _:
            return operand


def beside(operand: Operand, other: Operated | Constant | Truth, table: Table) -> Operated | Constant | Truth:
    """The operand beside another: beside a column of yes and no, these words are no columns, even if some are there."""
    if isinstance(other, Operated) and other.type is ColumnType.BOOLEAN and isinstance(operand, Word):
        return _truth(operand) or operated(operand, table)
    return operated(operand, table)


def column_of(word: Word, table: Table) -> Column:
    """The column of that name or alias. Raises BadCondition with the names there are."""
    if found := _named(word.text, table):
        return found
    remedy = did_you_mean(word.text, _names(table), has="The dataset has")
    if not word.quoted and not remedy.startswith("did"):
        remedy = f"a text stands in single quotes: '{word.text}'. {remedy}"
    raise BadCondition(Mistake(f'unknown column "{word.text}" in dataset "{table.name}"', word.at, remedy))


def truth_column(word: Word, table: Table) -> Column:
    """The column, if it holds yes and no."""
    column = column_of(word, table)
    if column.type is not ColumnType.BOOLEAN:
        message = f'"{column.name}" is not compared with anything'
        raise BadCondition(Mistake(message, word.at, f"write: {column.name} = value, or {column.name} is known"))
    return column


def _named(name: str, table: Table) -> Column | None:
    actual = name if table.has(name) else dict(table.column_aliases).get(name, name)
    return table.column(actual) if table.has(actual) else None


def _word(word: Word, table: Table) -> Operated | Truth:
    truth = _truth(word)
    if truth and not _named(word.text, table):
        return truth
    column = column_of(word, table)
    return Operated(Name(column.name), column.type, word.at, column)


def _truth(word: Word) -> Truth | None:
    if word.quoted or word.text.lower() not in TRUTHS:
        return None
    return Truth(TRUTHS[word.text.lower()], word.at, word.text)


def _summed(operand: Operand, table: Table) -> Expr:
    match operand:
        case Sum():
            return Arith(operand.op, _summed(operand.left, table), _summed(operand.right, table))
        case Number():
            return Value(operand.value)
        case Word():
            column = column_of(operand, table)
            if column.type.is_numeric:
                return Name(column.name)
            raise BadCondition(Mistake(f'"{column.name}" holds no numbers to add', operand.at, _declare(column)))
        case Days():
            parted = operand.text.replace("-", " - ")
            raise BadCondition(Mistake("a date cannot be added", operand.at, f"if a sum is meant, write {parted}"))
        case Text():
            raise BadCondition(Mistake("a text cannot be added", operand.at, "write numbers without quotes"))


def _declare(column: Column) -> str:
    return f"its declared type is {column.type}; if it holds numbers, declare that in the description of the dataset"


def _names(table: Table) -> list[str]:
    return [column.name for column in table.columns] + [alias for alias, _ in table.column_aliases]
