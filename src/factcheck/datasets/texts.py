"""Text tables that an engine reads itself: the header must be the described one; another encoding becomes UTF-8."""

import codecs
import csv
import mmap
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

from factcheck.datasets.headers import check_header
from factcheck.errors import ExitCode, FactcheckError, Problem
from factcheck.model.tables import DataFile, Table

_UTF8 = ("utf-8", "utf-8-sig", "ascii")
_CHUNK = 1 << 20
_LONGEST_HEADER = 16_000_000


def ready(table: Table, folder: Path) -> DataFile:
    """The file an engine can read; a new one in `folder` where the encoding is not UTF-8.

    Raises FactcheckError where the header is not the described one, or where the bytes are not text.
    """
    file = table.file
    if codecs.lookup(file.encoding).name not in _UTF8:
        file = replace(file, absolute=str(_transcoded(table, folder)), encoding="utf-8")
    refuse_zeros(file, table)
    check_header(_header(file, table), table)
    return file


def _transcoded(table: Table, folder: Path) -> Path:
    file = table.file
    with tempfile.NamedTemporaryFile(dir=folder, suffix=".csv", delete=False) as target:
        try:
            with Path(file.absolute).open(encoding=file.encoding, newline="") as source:
                while text := source.read(_CHUNK):
                    target.write(text.encode())
        except UnicodeError as error:
            message = f"{file.path}: not all of it is {file.encoding} ({error})"
            raise _refused(message, "declare the encoding it has", table) from None
    return Path(target.name)


def refuse_zeros(file: DataFile, table: Table) -> None:
    """A byte of zero is in no text; it is the sign of UTF-16, or of a file that is no table."""
    with Path(file.absolute).open("rb") as opened:
        if opened.seek(0, 2) == 0:
            raise _refused(f"{file.path} is empty", "get the file again", table)
        with mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as content:
            place = content.find(b"\0")
            if place >= 0:
                line = content[:place].count(b"\n") + 1
                message = f"{file.path}:{line}: a byte of zero, which is in no text in UTF-8"
                raise _refused(message, "declare its encoding, perhaps utf-16", table)


def _header(file: DataFile, table: Table) -> list[str]:
    try:
        with Path(file.absolute).open(encoding="utf-8-sig", newline="") as source:
            for _ in range(file.header_row - 1):
                if not source.readline(_LONGEST_HEADER):
                    raise _refused(f"{file.path} has no row {file.header_row}", "check headerRows", table)
            rows = csv.reader(_lines(source), delimiter=file.delimiter, quotechar=file.quote, strict=True)
            return next(rows, [])
    except UnicodeDecodeError:
        line = first_other_line(Path(file.absolute), "utf-8")
        message = f"{file.path}:{line}: not all of it is {file.encoding}"
        raise _refused(message, "declare the encoding it has, perhaps windows-1252", table) from None
    except csv.Error as error:
        message = f"{file.path}:{file.header_row}: the line of names cannot be read ({error})"
        raise _refused(message, "check its encoding and delimiter", table) from None


def first_other_line(path: Path, encoding: str) -> int:
    """The number of the first line that is not of the encoding."""
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                line.decode(encoding)
            except UnicodeDecodeError:
                return number
    return 1


def _lines(source: IO[str]) -> Iterator[str]:
    """The lines of the file, of which none is longer than any line of names."""
    while line := source.readline(_LONGEST_HEADER):
        if len(line) == _LONGEST_HEADER:
            raise csv.Error(f"longer than {_LONGEST_HEADER // 1_000_000} million characters")
        yield line


def _refused(message: str, remedy: str, table: Table) -> FactcheckError:
    return FactcheckError(Problem(message, table.place, remedy, code=ExitCode.NOT_CHECKED))
