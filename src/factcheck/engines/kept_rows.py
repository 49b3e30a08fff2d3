"""Many rows to show of one CSV file: it is read once, into the worker, and not once for each claim."""

from collections.abc import Sequence

from factcheck.engines.frames import Stored
from factcheck.engines.sources import raw, source
from factcheck.engines.sql import Statement, name, select
from factcheck.model.conditions import columns_of
from factcheck.model.queries import Rows

SEVERAL = 4  # below, keeping costs more than reading again


def is_worth_it(stored: Stored, requests: Sequence[Rows]) -> bool:
    """Text has to be read from its beginning each time. Parquet finds its rows by itself, and may be far larger."""
    return stored.table.file.format == "csv" and len(requests) >= SEVERAL


def reading(stored: Stored, requests: Sequence[Rows]) -> Statement:
    """Every row of the file as it stands there, with the columns that the requests speak of."""
    asked = frozenset().union(*({*one.columns, *columns_of(one.where)} for one in requests))
    columns = [column.name for column in stored.table.columns if column.name in asked]
    return Statement(select([f"{raw(column)} as {name(column)}" for column in columns], source(stored.table)))
