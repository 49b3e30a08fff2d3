"""When many rows of one file are to be shown: it is read and typed once, and not once for each claim."""

from collections.abc import Sequence

from factcheck.engines.frames import Stored
from factcheck.model.queries import Rows

SEVERAL = 4  # below, keeping costs more than reading again


def is_worth_it(stored: Stored, requests: Sequence[Rows]) -> bool:
    """Text has to be read from its beginning each time. Parquet finds its rows by itself, and may be far larger."""
    return stored.table.file.format == "csv" and len(requests) >= SEVERAL
