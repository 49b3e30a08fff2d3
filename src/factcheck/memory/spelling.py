"""Answers as JSON and back: every value keeps its type and each of its digits."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from factcheck.model.queries import Answer, Cell, ColumnProfile, Response, TableProfile


def spelled(response: Response) -> object:
    """The response as JSON can hold it. Raises TypeError for a failure, which is never kept."""
    match response:
        case Answer(rows, complete):
            return {"rows": [[_cell(cell) for cell in row] for row in rows], "complete": complete}
        case TableProfile(table, rows, columns):
            told = [[one.column, one.missing, one.censored, one.misfits, list(one.examples)] for one in columns]
            return {"table": table, "rows": rows, "columns": told}
        case _:
            raise TypeError("a failure is not kept")


def read(value: object) -> Response | None:
    """What was spelled; None where it is nothing, or something else."""
    try:
        return _read(value)
    except (KeyError, TypeError, ValueError, ArithmeticError):
        return None


def _read(value: object) -> Response | None:
    if not isinstance(value, dict):
        return None
    if "table" in value:
        return TableProfile(str(value["table"]), int(value["rows"]), tuple(_column(*one) for one in value["columns"]))
    return Answer(tuple(tuple(_value(cell) for cell in row) for row in value["rows"]), value["complete"] is True)


def _column(name: str, missing: int, censored: int, misfits: int, examples: Sequence[str]) -> ColumnProfile:
    return ColumnProfile(name, missing, censored, misfits, tuple(examples))


def _cell(cell: Cell) -> object:
    """Text, truth and nothing as they are; of a number, a date and a list the kind and the text."""
    match cell:
        case None | bool() | str():
            return cell
        case Decimal():
            return {"number": str(cell)}
        case date():
            return {"date": cell.isoformat()}
        case tuple():
            return {"list": list(cell)}


def _value(spelled_cell: object) -> Cell:
    match spelled_cell:
        case None | bool() | str():
            return spelled_cell
        case {"number": str(text)}:
            return Decimal(text)
        case {"date": str(text)}:
            return date.fromisoformat(text)
        case {"list": list(items)}:
            return tuple(map(str, items))
        case _:
            raise ValueError("no cell")
