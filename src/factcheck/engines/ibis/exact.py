"""The cells of an answer: exact, or refused."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

from factcheck.engines.ibis.connections import RefusedError
from factcheck.engines.sql import DIGITS
from factcheck.model.queries import Cell

Raw = list[tuple[Cell, ...]]


def exact(rows: Iterable[Sequence[object]]) -> Raw:
    """The rows as cells. Raises RefusedError where one holds a binary fraction, NaN, or more digits than are exact."""
    return [tuple(map(_cell, row)) for row in rows]


def _cell(cell: object) -> Cell:
    match cell:
        case None | bool() | str():
            return cell
        case int():
            return _number(Decimal(cell))
        case Decimal() if cell.is_finite():
            return _number(cell)
        case date() if not isinstance(cell, datetime):
            return cell
        case list() | tuple():
            return tuple(str(element) if element is not None else "" for element in cell)
        case _:
            raise RefusedError("inexact", f"inexact: the engine gave {type(cell).__name__} {cell}")


def _number(number: Decimal) -> Decimal:
    """The number without idle zeros; the embedded engine holds 38 digits, and so does every answer."""
    written = format(number, "f")
    shown = Decimal(written.rstrip("0").rstrip(".") if "." in written else written)
    if len(shown.as_tuple().digits) > DIGITS:
        raise RefusedError("inexact", f"the number has more than {DIGITS} digits")
    return shown
