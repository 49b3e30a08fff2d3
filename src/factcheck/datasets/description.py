"""What datasets/datapackage.yaml may hold: a Data Package, and what a fact-checker must know besides.

The keys up to `schema` are the standard's and other tools read them; those from `row` on are ours, which the standard
allows.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from factcheck.datasets.written import HASH, MARGIN, NAMES, RANGE, TOTALS, Totals
from factcheck.files.json_schema import json_schema
from factcheck.files.scalars import Days
from factcheck.files.shapes import Entries, JsonObject, Key, Placed
from factcheck.model.places import Place
from factcheck.model.tables import Uncertainty

_NOWHERE = Place("")

FieldType = Literal["string", "integer", "number", "year", "date", "boolean", "list"]
FormatName = Literal["csv", "tsv", "parquet", "json", "jsonl", "xlsx", "xls", "xlsb", "ods", "dta", "sav", "sqlite"]
Compression = Literal["gz", "zip", "no"]


@dataclass(frozen=True, slots=True)
class Constraints:
    """What the publisher promises of a column's values."""

    minimum: Annotated[Placed[str] | None, Key("No value is less. It bounds what a missing cell may be.")] = None
    maximum: Annotated[Placed[str] | None, Key("No value is greater. It bounds what a missing cell may be.")] = None
    required: Annotated[bool, Key("No cell is missing.")] = False
    unique: Annotated[bool, Key("No value comes twice.")] = False
    enum: Annotated[tuple[str, ...], Key("The values there are.")] = ()
    pattern: Annotated[str, Key("The form of the values, as a regular expression.")] = ""
    min_length: Annotated[int | None, Key("No text is shorter.", name="minLength")] = None
    max_length: Annotated[int | None, Key("No text is longer.", name="maxLength")] = None


@dataclass(frozen=True, slots=True)
class Field:
    """One column. A cell that has not the declared form is counted, shown, and unknown."""

    name: Annotated[Placed[str], Key("The column's name, exactly as in the file.")]
    place: Place
    type: Annotated[FieldType, Key("The type of its cells; text where it is left out.")] = "string"
    title: Annotated[str, Key("A name for people.")] = ""
    description: Annotated[str, Key("What the column holds.")] = ""
    example: Annotated[str, Key("A value it may have.")] = ""
    format: Annotated[Literal["default"], Key("Only the standard's default forms are read.")] = "default"
    unit: Annotated[str, Key("The unit of a number: percent, USD, persons.")] = ""
    scale: Annotated[Placed[Decimal] | None, Key("A value is the number written, times this: 1000000.")] = None
    delimiter: Annotated[Placed[str] | None, Key("What stands between the elements of a list; a comma.")] = None
    item_type: Annotated[Literal["string"], Key("The elements of a list are texts.", name="itemType")] = "string"
    decimal_char: Annotated[Placed[str] | None, Key("The decimal mark; a point.", name="decimalChar")] = None
    group_char: Annotated[Placed[str] | None, Key("What groups thousands; nothing.", name="groupChar")] = None
    missing: Annotated[
        tuple[str, ...] | None, Key("Cells that mean there is no value, in this column.", name="missingValues")
    ] = None
    constraints: Annotated[Constraints | None, Key("What is promised of its values.")] = None


@dataclass(frozen=True, slots=True)
class Schema:
    """The columns, in the order of the file."""

    fields: Annotated[tuple[Field, ...], Key("The columns, all of them, in the order of the file.")]
    missing: Annotated[
        tuple[str, ...], Key('Cells that mean there is no value; [""] where left out.', name="missingValues")
    ] = ("",)
    primary_key: Annotated[tuple[str, ...], Key("The columns that tell rows apart.", name="primaryKey"), NAMES] = ()
    standard: Annotated[str, Key("The standard's own schema.", name="$schema")] = ""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a text file is punctuated, or where in a spreadsheet the table stands."""

    place: Place = _NOWHERE
    delimiter: Annotated[Placed[str] | None, Key("What stands between cells; a comma.")] = None
    quote_char: Annotated[Placed[str] | None, Key("What stands around a cell.", name="quoteChar")] = None
    double_quote: Annotated[
        Placed[bool] | None, Key("A quote mark inside a cell is doubled; no other way is read.", name="doubleQuote")
    ] = None
    header: Annotated[Placed[bool] | None, Key("A table has a line of names; no other is read.")] = None
    header_rows: Annotated[
        tuple[int, ...],
        Key(
            "The line of names, where notes stand above it: [3]; or the lines over one another: [2, 3].",
            name="headerRows",
        ),
    ] = ()
    header_join: Annotated[str, Key("What joins names over one another; a space.", name="headerJoin")] = " "
    comment_rows: Annotated[
        tuple[int, ...], Key("Rows that are not the table's: notes below it, a line of units.", name="commentRows")
    ] = ()
    rename: Annotated[
        Entries[str], Key("Names for columns that have none or share one, by their place: {3: abroad}.")
    ] = ()
    range: Annotated[Placed[str] | None, Key("Where in a sheet the table stands: B3:F20, or the columns B:F.")] = None
    fill_down: Annotated[
        tuple[str, ...], Key("Columns in which an empty cell is the one above it, as below merged cells.")
    ] = ()
    sheet: Annotated[str, Key("The sheet of a workbook; its first.", name="sheetName")] = ""
    property: Annotated[str, Key("Where in a JSON file the rows stand: data.items.")] = ""
    table: Annotated[str, Key("The table of a database file.")] = ""
    standard: Annotated[str, Key("The standard's own schema.", name="$schema")] = ""


@dataclass(frozen=True, slots=True)
class Wide:
    """A table with a column for every year, or the like, to be read as one row for each."""

    place: Place
    keep: Annotated[tuple[str, ...], Key("The columns that stay.", or_one=True)]
    names: Annotated[
        tuple[str, ...],
        Key("The column, or columns, for the names of all others: year; one for each line of names.", or_one=True),
    ]
    values: Annotated[str, Key("The column for their cells: emissions.")]
    leave_out: Annotated[tuple[str, ...], Key("Columns that are neither, such as a total.", or_one=True)] = ()


@dataclass(frozen=True, slots=True)
class SourceOf:
    """Where a dataset was taken from."""

    title: Annotated[str, Key("What it is called there.")] = ""
    publisher: Annotated[str, Key("Who published it.")] = ""
    path: Annotated[str, Key("Its address.")] = ""
    published: Annotated[Days | None, Key("The day it was published.")] = None
    email: Annotated[str, Key("Whom to ask.")] = ""
    version: Annotated[str, Key("Which release.")] = ""


@dataclass(frozen=True, slots=True)
class License:
    """A licence the data are under."""

    name: Annotated[str, Key("Its short name, such as CC-BY-4.0.")] = ""
    title: Annotated[str, Key("Its full name.")] = ""
    path: Annotated[str, Key("Its address.")] = ""


@dataclass(frozen=True, slots=True)
class Margin:
    """How far the source says its values may lie from the truth."""

    size: Annotated[
        Uncertainty, Key("3% of the value, 2 points of a share, 500, or unstated.", name="plus_minus"), MARGIN
    ]
    source: Annotated[str, Key("Where the source says so.")] = ""
    quote: Annotated[str, Key("The words in which it says so.")] = ""


@dataclass(frozen=True, slots=True)
class Aliases:
    """Short names for claims to use."""

    columns: Annotated[Entries[str], Key("A short name for a column: {region: victim_region}.")] = ()
    values: Annotated[Entries[Entries[str]], Key("Other writings of values: {country: {NL: Netherlands}}.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """One dataset: its file, where it comes from, its columns, and what its rows do and do not hold."""

    ONE_OF: ClassVar[tuple[str, ...]] = ("path", "engine")

    name: Annotated[Placed[str], Key("What claims call it: small letters, digits, hyphens.")]
    path: Annotated[Placed[str] | None, Key("The file, from the folder of this description.")] = None
    engine: Annotated[
        Placed[str] | None,
        Key("Instead of a file: the engine that holds the table. Its address is in FACTCHECK_ENGINE_<NAME>."),
    ] = None
    table: Annotated[Placed[str] | None, Key("The table of that engine: victims, or public.victims.")] = None
    snapshot: Annotated[
        Placed[str] | None,
        Key("Of that table: the name of a state of it that never changes. A promise: answers about it are remembered."),
    ] = None
    schema: Annotated[Schema, Key("The columns.")]
    place: Place
    title: Annotated[str, Key("What it is called.")] = ""
    description: Annotated[str, Key("What it holds.")] = ""
    format: Annotated[FormatName | None, Key("The format of the file; the ending of its name.")] = None
    mediatype: Annotated[str, Key("The format of the file as the Internet calls it.")] = ""
    encoding: Annotated[Placed[str] | None, Key("The encoding of a text file; utf-8.")] = None
    compression: Annotated[
        Compression | None, Key("gz or zip, where one table is packed; the ending of the file's name.")
    ] = None
    inner_path: Annotated[str, Key("The file in a zip archive that holds several.", name="innerpath")] = ""
    download: Annotated[str, Key("The address the file is downloaded from: https://...")] = ""
    hash: Annotated[str, Key("The file's fingerprint: sha256:..."), HASH] = ""
    bytes: Annotated[int | None, Key("The file's size.")] = None
    dialect: Annotated[Dialect | None, Key("How the file is punctuated.")] = None
    unpivot: Annotated[Wide | None, Key("Makes a wide table long; `schema` describes the long one.")] = None
    sources: Annotated[tuple[SourceOf, ...], Key("Where it was taken from.")] = ()
    licenses: Annotated[tuple[License, ...], Key("The licences it is under.")] = ()
    row: Annotated[str, Key("What one row is: victim, country and year.")] = ""
    as_of: Annotated[Days | None, Key("The day its values describe; of a month or year, the last day.")] = None
    published: Annotated[Days | None, Key("The day it was released.")] = None
    start: Annotated[Days | None, Key("The first day its rows describe.", name="from")] = None
    end: Annotated[Days | None, Key("The last day its rows describe.", name="to")] = None
    lasting: Annotated[bool, Key("Its values do not age.")] = False
    complete: Annotated[bool | None, Key("Whether every row there should be is there.")] = None
    complete_reason: Annotated[str, Key("How one knows, or what is absent.")] = ""
    totals: Annotated[Totals, Key("Values that stand for a sum over other rows: {Sex: Total}."), TOTALS] = ()
    censored: Annotated[
        Entries[Annotated[tuple[Decimal, Decimal], RANGE]], Key('Cells that hide a number: {"<5": 0..4}.')
    ] = ()
    uncertainty: Annotated[Margin | None, Key("The error of sampled or synthetic data.")] = None
    prices: Annotated[Literal["constant", "current"] | None, Key("Whether money is adjusted for inflation.")] = None
    aliases: Annotated[Aliases | None, Key("Short names for claims to use.")] = None


@dataclass(frozen=True, slots=True)
class Package:
    """The datasets of a project: a Data Package of the Frictionless standard."""

    resources: Annotated[tuple[Resource, ...], Key("The datasets.")]
    name: Annotated[str, Key("A short name of the whole.")] = ""
    title: Annotated[str, Key("A title of the whole.")] = ""
    description: Annotated[str, Key("What the whole holds.")] = ""
    version: Annotated[str, Key("The version of the whole.")] = ""
    created: Annotated[str, Key("When it was made.")] = ""
    homepage: Annotated[str, Key("Where it is on the web.")] = ""
    keywords: Annotated[tuple[str, ...], Key("Words to find it by.")] = ()
    licenses: Annotated[tuple[License, ...], Key("The licences of all datasets that name none.")] = ()
    sources: Annotated[tuple[SourceOf, ...], Key("Where all datasets were taken from that name none.")] = ()
    standard: Annotated[str, Key("The standard's own schema.", name="$schema")] = ""


def schema() -> JsonObject:
    """The JSON Schema that every good description fits."""
    return json_schema(Package, "Description of the datasets of factcheck")
