"""Typed columns: the layer of a statement that turns raw cells into values, once for all that read them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from factcheck.engines.cells import Cells, cells
from factcheck.engines.expressions import Scope, Term
from factcheck.engines.figures import Flag
from factcheck.engines.sources import raw
from factcheck.engines.sql import CannotAskError, Parameters
from factcheck.engines.storage import TEXT
from factcheck.model.tables import Column, Table


@dataclass(frozen=True, slots=True)
class Stored:
    """A table with the types its file keeps the columns in."""

    table: Table
    types: Mapping[str, str]

    def column(self, column: str) -> Column:
        if not self.table.has(column):
            raise CannotAskError(f"{self.table.name} has no column {column!r}", "name a column of its schema")
        if self.types and column not in self.types:
            raise CannotAskError(f"{self.table.file.path} has no column {column!r}", "correct the schema or the file")
        return self.table.column(column)

    def stored(self, column: str) -> str:
        return self.types.get(column, TEXT)

    def number(self, column: str) -> int:
        """The position of a column in the schema; its names in a statement bear it."""
        return self.table.columns.index(self.column(column))


@dataclass(frozen=True, slots=True)
class Frame:
    """The select list that types columns, and the scope of what stands above it.

    `written` are the cells' texts, and `sure` the columns of which every cell that is there is known.
    """

    selected: tuple[str, ...]
    scope: Scope
    stored: Stored
    written: Mapping[str, str]
    sure: frozenset[str]

    def flag(self, flag: Flag) -> str:
        """Whether a cell is missing, censored or a misfit, for statements above a frame that was asked for flags."""
        number = self.stored.number(flag.column)
        match flag.what:
            case "missing":
                return f"m{number}"
            case "censored":
                return f"s{number}"
            case "misfit":
                return f"(not m{number} and not s{number} and v{number} is null)"


def frame(
    stored: Stored,
    columns: Collection[str],
    *,
    parameters: Parameters,
    flagged: Collection[str] = (),
    keyed: bool = False,
) -> Frame:
    """Types for the columns, in the order of the schema; `keyed` reads them from a cube instead of the file."""
    selected: list[str] = []
    terms: dict[str, Term] = {}
    written: dict[str, str] = {}
    sure: set[str] = set()
    for column in sorted({*columns, *flagged}, key=stored.number):
        number = stored.number(column)
        place = f"t.k{number}" if keyed else raw(column)
        typed = cells(stored.column(column), place, stored=stored.stored(column), parameters=parameters)
        selected += _selected(typed, number, flagged=column in flagged)
        written[column] = typed.written
        if typed.is_sure:
            sure.add(column)
        terms[column] = Term(f"v{number}", f"w{number}" if typed.is_span else f"v{number}", typed.type)
    return Frame(tuple(selected), Scope(stored.table.name, terms, parameters), stored, written, frozenset(sure))


def _selected(typed: Cells, number: int, *, flagged: bool) -> list[str]:
    selected = [f"{typed.low} as v{number}"]
    if typed.is_span:
        selected.append(f"{typed.high} as w{number}")
    if flagged:
        selected += [f"{typed.missing} as m{number}", f"{typed.censored} as s{number}"]
    return selected
