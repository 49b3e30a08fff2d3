"""Tables of cases as a database keeps them: cells in types of their own, in PostgreSQL, Spark and Parquet alike."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, localcontext
from pathlib import Path

import psycopg
import pyarrow as pa
import pyarrow.parquet as pq
from plain_python import value_of
from psycopg import sql

from factcheck.engines.addresses import Address
from factcheck.engines.duckdb import open_engine
from factcheck.engines.ibis.described import described
from factcheck.engines.ibis.opening import connection
from factcheck.engines.interface import Engine
from factcheck.model.tables import Censored, Column, ColumnType, DataFile, Table

Value = Decimal | str | date | bool | list[str] | None

# A number stands for a censored cell, whose text no number column can hold.
SENTINEL = Decimal(-5)

_POSTGRES = {
    ColumnType.TEXT: "text",
    ColumnType.INTEGER: "numeric(38)",
    ColumnType.NUMBER: "numeric",
    ColumnType.YEAR: "smallint",
    ColumnType.DATE: "date",
    ColumnType.BOOLEAN: "boolean",
    ColumnType.LIST: "text[]",
}


@dataclass(frozen=True, slots=True)
class Typed:
    """A table and its rows, each cell a value of its column's type or nothing."""

    table: Table
    rows: tuple[tuple[Value, ...], ...]

    @property
    def name(self) -> str:
        return self.table.name


def typed(table: Table, content: str) -> Typed:
    """The rows of a CSV text as a database would keep them. What does not fit its type is not there."""
    columns = tuple(map(_marked, table.columns))
    _, *lines = csv.reader(io.StringIO(content))
    rows = tuple(tuple(_cell(column, cell) for column, cell in zip(table.columns, line, strict=True)) for line in lines)
    return Typed(Table(table.name, columns, DataFile(table.name, "", "table", stored=table.name, engine="there")), rows)


def in_postgres(one: Typed, url: str) -> Engine:
    names = [sql.Identifier(column.name) for column in one.table.columns]
    types = [sql.SQL(_POSTGRES[column.type]) for column in one.table.columns]
    made = sql.SQL(", ").join(sql.SQL("{} {}").format(*pair) for pair in zip(names, types, strict=True))
    places = sql.SQL(", ").join(sql.Placeholder() for _ in names)
    table = sql.Identifier(one.name)
    with psycopg.connect(url, autocommit=True) as session, session.cursor() as cursor:
        cursor.execute(sql.SQL("drop table if exists {}").format(table))
        cursor.execute(sql.SQL("create table {} ({})").format(table, made))
        cursor.executemany(sql.SQL("insert into {} values ({})").format(table, places), one.rows)
    return opened(one.table, Address("there", url, (one.name,)), one.name)


def in_spark(one: Typed, url: str) -> Engine:
    from pyspark.sql import types as spark

    from factcheck.engines.ibis.spark import started

    kinds = {
        ColumnType.TEXT: spark.StringType(),
        ColumnType.INTEGER: spark.DecimalType(38, 0),
        ColumnType.NUMBER: spark.DecimalType(38, 18),
        ColumnType.YEAR: spark.IntegerType(),
        ColumnType.DATE: spark.DateType(),
        ColumnType.BOOLEAN: spark.BooleanType(),
        ColumnType.LIST: spark.ArrayType(spark.StringType()),
    }
    schema = spark.StructType([spark.StructField(column.name, kinds[column.type]) for column in one.table.columns])
    years = [column.type is ColumnType.YEAR for column in one.table.columns]
    rows = [
        tuple(int(str(cell)) if year and cell is not None else cell for cell, year in zip(row, years, strict=True))
        for row in one.rows
    ]
    started(url).createDataFrame(rows, schema).createOrReplaceGlobalTempView(one.name)
    return opened(one.table, Address("there", url, (one.name,)), f"global_temp.{one.name}")


def in_duckdb(one: Typed, folder: Path) -> Engine:
    kinds: Mapping[ColumnType, pa.DataType] = {
        ColumnType.TEXT: pa.string(),
        ColumnType.INTEGER: pa.decimal128(38, 0),
        ColumnType.NUMBER: pa.decimal128(38, 18),
        ColumnType.YEAR: pa.decimal128(4, 0),
        ColumnType.DATE: pa.date32(),
        ColumnType.BOOLEAN: pa.bool_(),
        ColumnType.LIST: pa.list_(pa.string()),
    }
    schema = pa.schema([(column.name, kinds[column.type]) for column in one.table.columns])
    cells = {column.name: [row[at] for row in one.rows] for at, column in enumerate(one.table.columns)}
    path = folder / f"{one.name}.parquet"
    pq.write_table(pa.table(cells, schema=schema), path)
    return open_engine({one.name: replace(one.table, file=DataFile(path.name, str(path), "parquet"))})


def opened(table: Table, address: Address, stored: str) -> Engine:
    """The engine at an address, on one table of it."""
    there = replace(table, file=replace(table.file, stored=stored, format="table", engine=address.engine))
    engine, problems = described(address.engine, connection(address, seconds=60), {table.name: there}, seconds=60)
    assert not problems, problems
    return engine


def _marked(column: Column) -> Column:
    ends: Sequence[Censored] = [replace(one, cell=str(SENTINEL)) for one in column.censored]
    return replace(column, censored=tuple(ends))


def _cell(column: Column, cell: str) -> Value:
    if column.type is ColumnType.TEXT:
        return cell
    if column.type is ColumnType.LIST:
        return None if cell in column.missing else cell.split(column.delimiter)
    if any(cell == one.cell for one in column.censored):
        return SENTINEL
    with localcontext(prec=60):
        return value_of(replace(column, scale=Decimal(1)), cell)
