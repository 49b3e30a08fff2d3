"""What `explain` shows beside a verdict: the words around the quote, the rows a number rests on, how to repeat it."""

from dataclasses import dataclass

from factcheck.model.findings import ClaimResult, Finding, StatementResult
from factcheck.model.queries import Cell, TableProfile
from factcheck.model.tables import Source, Table


@dataclass(frozen=True, slots=True)
class RowsShown:
    """Some rows of a dataset; `complete` where they are all that the number rests on."""

    table: Table
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    complete: bool
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """One claim's result with its context. `before` and `after` are the words of the text around the quote."""

    result: ClaimResult
    statement: StatementResult
    before: str = ""
    after: str = ""
    rows: tuple[RowsShown, ...] = ()
    findings: tuple[Finding, ...] = ()
    repeat: str = ""
    plan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DatasetShown:
    """A dataset as described and as found. `sha256` and `bytes` are of the file as it is now."""

    table: Table
    sha256: str = ""
    bytes: int = 0
    profile: TableProfile | None = None
    rows: RowsShown | None = None
    findings: tuple[Finding, ...] = ()
