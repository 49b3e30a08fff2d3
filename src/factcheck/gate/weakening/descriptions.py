"""Datasets of which the bytes are those of the base, and what is said of them is not."""

from collections.abc import Iterator

from factcheck.checks import tables_of
from factcheck.model.claims import Claim
from factcheck.model.sides import Side
from factcheck.model.tables import Column, Table

UNPINNED = "unpinned"  # what stands for the hash of a table in an engine


def described_anew(claim: Claim, base: Side, head: Side) -> Iterator[str]:
    """The datasets of its checks that say other things of the same data, under the name of the base or another."""
    for name in dict.fromkeys(name for check in claim.checks for name in tables_of(check.computation)):
        now, then = head.tables.get(name), list(_same_data(name, base, head))
        if now is not None and then and all(_meaning(one, now) != _meaning(now, one) for one in then):
            yield name


def _same_data(name: str, base: Side, head: Side) -> Iterator[Table]:
    """The tables of the base with the same bytes: the one of that name, else those of the same part of a file."""
    read, now = head.hashes.get(name, UNPINNED), head.tables.get(name)
    if read == UNPINNED or now is None:
        return
    same = {one: table for one, table in base.tables.items() if base.hashes.get(one) == read}
    if name in base.tables:
        yield from (table for one, table in same.items() if one == name)
    else:
        yield from (table for table in same.values() if _part(table) == _part(now))


def _part(table: Table) -> tuple[str, ...]:
    """Which of the tables of a file it is."""
    return table.file.sheet, table.file.inner, table.file.records, table.file.stored


def _meaning(table: Table, other: Table) -> tuple[object, ...]:
    """What of a description decides verdicts: of columns and short names, of those that both have."""
    names = ("as_of", "starts", "ends", "lasting", "complete", "uncertainty", "prices", "key", "value_aliases")
    file, short = table.file, dict(other.column_aliases)
    read = (file.format, file.encoding, file.delimiter, file.quote, file.header_row, file.layout)
    columns = tuple(_column(column) for column in table.columns if other.has(column.name))
    aliases = frozenset(one for one in table.column_aliases if one[0] in short)
    row = table.row if other.row else ""
    return (*(getattr(table, name) for name in names), *read, *_part(table), columns, aliases, row)


def _column(one: Column) -> tuple[object, ...]:
    forms = (one.delimiter, one.decimal_char, one.group_char)
    return (
        one.name,
        one.type,
        one.missing,
        one.censored,
        *forms,
        one.minimum,
        one.maximum,
        one.totals,
        one.unit,
        one.scale,
    )
