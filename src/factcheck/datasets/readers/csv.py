"""Text tables: cells between delimiters, in quotes where they hold one."""

import csv
from collections.abc import Iterator
from pathlib import Path

from factcheck.datasets.readers.interface import Grid, UnreadableError
from factcheck.model.tables import DataFile

LONGEST_CELL = 2_000_000


def grid(file: DataFile) -> Grid:
    """The rows of the text. A row that is cut by a line end inside quotes has the number of its first line."""
    return Grid(_rows(file))


def _rows(file: DataFile) -> Iterator[tuple[int, list[str]]]:
    encoding = "utf-8-sig" if file.encoding.lower() in ("utf-8", "utf8") else file.encoding
    csv.field_size_limit(LONGEST_CELL)
    at = 0
    try:
        with Path(file.absolute).open(encoding=encoding, newline="") as text:
            rows = csv.reader(text, delimiter=file.delimiter, quotechar=file.quote, strict=True)
            for row in rows:
                at, number = rows.line_num, at + 1
                yield number, row
    except UnicodeError as error:
        raise UnreadableError(
            f"{file.path}:{at + 1}: not all of it is {file.encoding} ({error})", "declare the encoding it has"
        ) from None
    except csv.Error as error:
        remedy = "check the delimiter, and for a quote mark that is not closed or not doubled"
        raise UnreadableError(f"{file.path}:{at + 1}: cannot be read ({error})", remedy) from None
