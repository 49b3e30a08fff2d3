"""The line of names in a file, against the columns its description lists."""

from collections import Counter
from collections.abc import Sequence

from factcheck.errors import ExitCode, FactcheckError, Problem
from factcheck.model.tables import Table

MOST_COLUMNS = 20_000
_SHOWN = 8


def folded(name: str) -> str:
    """The name as the embedded engine tells it from others: without the capitals of plain letters.

    >>> folded("Né") == folded("né"), folded("É") == folded("é")
    (True, False)
    """
    return "".join(one.lower() if one.isascii() else one for one in name)


def check_header(header: Sequence[str], table: Table) -> None:
    """Raises FactcheckError unless the names are those of the columns, in their order."""
    if len(header) > MOST_COLUMNS:
        told = f"has {len(header):,} columns; at most {MOST_COLUMNS:,} are read"
        remedy = "check the delimiter, or split the table"
        raise FactcheckError(Problem(f"{table.file.path} {told}", table.place, remedy, code=ExitCode.NOT_CHECKED))
    described = [column.name for column in table.columns]
    if list(header) == described:
        return
    found = Counter(header)
    twice = [name for name, times in found.items() if times > 1]
    absent = [name for name in described if name not in found]
    extra = [name for name in header if name not in set(described)]
    if twice or "" in found:
        told = f"has columns of the same name: {_listed(twice)}" if any(twice) else "has a column without a name"
        place = next(at for at, name in enumerate(header, start=1) if not name or name in header[: at - 1])
        range_too = "" if any(twice) else "; or range, where the table is narrower"
        raise _refused(table, told, f"write dialect: {{rename: {{{place}: its name}}}}{range_too}")
    if len(header) == 1 and extra and len(described) > 1:
        remedy = f"declare the delimiter; the line of names is: {header[0][:80]}"
        raise _refused(table, f"has no {table.file.delimiter!r} in its line of names", remedy)
    if absent or extra:
        parts = [f"has no column {_listed(absent)}"] if absent else []
        parts += [f"has columns that are not described: {_listed(extra)}"] if extra else []
        raise _refused(table, "; it ".join(parts), f"its columns are: {_listed(header)}")
    raise _refused(table, "has its columns in another order", f"describe them in this order: {_listed(header)}")


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(f'"{name}"' for name in names[:_SHOWN])
    return shown + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")


def _refused(table: Table, what: str, remedy: str) -> FactcheckError:
    return FactcheckError(Problem(f"{table.file.path} {what}", table.place, remedy))
