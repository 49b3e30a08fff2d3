"""What `explain` shows beside a verdict: the words around the quote, the rows a number rests on, how to repeat it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from factcheck.model.corrections import Correction
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
    """One claim's result with its context. `before` and `after` are the words of the text around the quote.

    `hashes` are those of the files that were read, by the names of their datasets; `correction` is there where the
    claim is refuted.
    """

    result: ClaimResult
    statement: StatementResult
    before: str = ""
    after: str = ""
    rows: tuple[RowsShown, ...] = ()
    findings: tuple[Finding, ...] = ()
    repeat: str = ""
    plan: tuple[str, ...] = ()
    hashes: Mapping[str, str] = field(default_factory=dict)
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class Distribution:
    """How a column's values are spread: numbers by equal steps from `low` to `high`, others by the most frequent.

    `different` is how many values there are, None where they are too many to count.
    """

    values: tuple[tuple[str, int], ...] = ()
    different: int | None = None
    steps: tuple[int, ...] = ()
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class DatasetShown:
    """A dataset as described and as found. `sha256` and `bytes` are of the file as it is now."""

    table: Table
    sha256: str = ""
    bytes: int = 0
    profile: TableProfile | None = None
    rows: RowsShown | None = None
    findings: tuple[Finding, ...] = ()
    distributions: Mapping[str, Distribution] = field(default_factory=dict)
