"""What is known about a table before it is read: its schema, what a row is, and what may be missing from it."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from factcheck.model.places import Place


class ColumnType(StrEnum):
    """Types a column may be declared to have; the names are those of the Table Schema standard."""

    TEXT = "string"
    INTEGER = "integer"
    NUMBER = "number"
    YEAR = "year"
    DATE = "date"
    BOOLEAN = "boolean"
    LIST = "list"

    @property
    def is_numeric(self) -> bool:
        return self in (ColumnType.INTEGER, ColumnType.NUMBER, ColumnType.YEAR)

    @property
    def is_time(self) -> bool:
        return self in (ColumnType.YEAR, ColumnType.DATE)


@dataclass(frozen=True, slots=True)
class Censored:
    """A cell that stands for a range: "<5" is 0 to 4."""

    cell: str
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Column:
    """One column as declared. Cells that have not the declared form are misfits: counted, shown, and unknown.

    `missing` are the whole cells that mean "no value". `minimum` and `maximum` are promised by the description and
    bound what a missing cell may be. `totals` are the values that stand for a sum over the other rows.
    A value is the number written, times `scale`, in `unit`.
    """

    name: str
    type: ColumnType = ColumnType.TEXT
    missing: tuple[str, ...] = ("",)
    censored: tuple[Censored, ...] = ()
    delimiter: str = ";"
    decimal_char: str = "."
    group_char: str = ""
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    totals: tuple[str, ...] = ()
    unit: str = ""
    scale: Decimal = Decimal(1)
    description: str = ""


# The tool's own assumption where a source has an error and names no size for it, printed wherever it is used.
ASSUMED_RELATIVE = Fraction(5, 100)
ASSUMED_POINTS = Fraction(25, 1000)


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """How far the source says its values may lie from the truth.

    `relative` is a fraction of the value; `points` is absolute and is for shares. `assumed` marks the tool's own
    size where the source names none.
    """

    relative: Fraction = Fraction(0)
    points: Fraction = Fraction(0)
    absolute: Fraction = Fraction(0)
    assumed: bool = False
    source: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Who published something, and where it can be read."""

    title: str = ""
    publisher: str = ""
    url: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Unpivot:
    """A wide table made long: `keep` stay; of every other column the name goes into `names`, its cell into `values`.

    Of the columns `told` of `names` the description tells which values are totals, or that none is.
    """

    keep: tuple[str, ...]
    names: tuple[str, ...]
    values: str
    leave_out: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table lies among the rows of its file, which are counted from 1.

    `above` are rows of names over the line of names, put together by `join`; `left_out` are rows that are not the
    table's; `cells` is where it stands ("B3:F20"); in the columns `filled` an empty cell is the one above it.
    `renamed` gives names to columns that have none or share one, by their place, counted from 1.
    """

    above: tuple[int, ...] = ()
    join: str = " "
    left_out: tuple[int, ...] = ()
    cells: str = ""
    filled: tuple[str, ...] = ()
    unpivot: Unpivot | None = None
    renamed: tuple[tuple[int, str], ...] = ()


AS_IT_IS = Layout()


@dataclass(frozen=True, slots=True)
class DataFile:
    """The bytes a table is read from. `path` is as declared, relative to the description; `absolute` is where it is.

    `sha256` is what the description pins; the empty string where it pins nothing. `inner` names a file in an archive,
    `sheet` a sheet of a workbook, `records` where in a JSON file the rows stand, `stored` a table of a database.
    `remarks` are what a reader found that a person would want to know. `engine` names the engine whose table `stored`
    is meant instead of a file; there is nothing at `absolute` then. `snapshot` is the name under which its rows are
    promised to stay the same. `is_twin` says that a copy in Parquet lies there.
    """

    path: str
    absolute: str
    format: str
    encoding: str = "utf-8"
    delimiter: str = ","
    quote: str = '"'
    sha256: str = ""
    bytes: int | None = None
    sheet: str = ""
    header_row: int = 1
    layout: Layout = AS_IT_IS
    compression: str = ""
    inner: str = ""
    records: str = ""
    stored: str = ""
    address: str = ""
    remarks: tuple[str, ...] = ()
    engine: str = ""
    snapshot: str = ""
    is_twin: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A dataset as described: provenance, schema, and what its rows do and do not hold.

    `complete` is None where the description does not say. `starts` and `ends` are the period the values describe;
    `as_of` the day they describe: of a month or a year its last day, and `as_of_first` its first.
    """

    name: str
    columns: tuple[Column, ...]
    file: DataFile
    title: str = ""
    row: str = ""
    as_of: date | None = None
    as_of_first: date | None = None
    starts: date | None = None
    ends: date | None = None
    lasting: bool = False
    published: str = ""
    complete: bool | None = None
    complete_reason: str = ""
    uncertainty: Uncertainty | None = None
    prices: str = ""
    sources: tuple[Source, ...] = ()
    licenses: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    column_aliases: tuple[tuple[str, str], ...] = ()
    value_aliases: tuple[tuple[str, str, str], ...] = ()
    place: Place | None = None
    _by_name: dict[str, Column] = field(default_factory=dict, init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        self._by_name.update({column.name: column for column in self.columns})

    def column(self, name: str) -> Column:
        """The column of that name. Raises KeyError where there is none."""
        return self._by_name[name]

    def has(self, name: str) -> bool:
        return name in self._by_name

    @property
    def time(self) -> Column | None:
        """The first column that holds years or dates."""
        return next((column for column in self.columns if column.type.is_time), None)
