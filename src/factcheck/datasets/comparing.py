"""Rows in which two files of a dataset differ: gone, new, or changed where a key says which row is which."""

from collections.abc import Sequence

from factcheck.model.kept import ChangedRow, Comparison
from factcheck.model.queries import Answer, Cell, Response

Row = tuple[Cell, ...]


def compared_rows(difference: Response, columns: tuple[str, ...], key: tuple[str, ...]) -> Comparison:
    """The comparison of the rows alone."""
    rows = difference.rows if isinstance(difference, Answer) else ()
    complete = difference.complete if isinstance(difference, Answer) else False
    old = [row[:-1] for row in rows for _ in range(int(str(row[-1])))]
    new = [row[:-1] for row in rows for _ in range(-int(str(row[-1])))]
    key = key if set(key) <= set(columns) and all(_tells_apart(rows, columns, key) for rows in (old, new)) else ()
    changed: list[ChangedRow] = []
    if key:
        old, new, changed = _by_key(old, new, columns, key)
    return Comparison(
        name="",
        old="",
        new="",
        rows_before=0,
        rows_after=0,
        columns=columns,
        key=key,
        gone=tuple(old),
        new_rows=tuple(new),
        changed=tuple(changed),
        complete=complete,
    )


def _tells_apart(rows: Sequence[Row], columns: tuple[str, ...], key: tuple[str, ...]) -> bool:
    """Whether no two rows have the same key; where two have, both must be shown."""
    places = [columns.index(name) for name in key]
    return len({tuple(row[place] for place in places) for row in rows}) == len(rows)


def _by_key(
    old: Sequence[Row], new: Sequence[Row], columns: tuple[str, ...], key: tuple[str, ...]
) -> tuple[list[Row], list[Row], list[ChangedRow]]:
    """The rows that only one side has, and those that both have, by their key, with the cells that changed."""
    places = [columns.index(name) for name in key]
    after = {tuple(row[place] for place in places): row for row in new}
    gone, changed = [], []
    for row in old:
        told = tuple(row[place] for place in places)
        other = after.pop(told, None)
        if other is None:
            gone.append(row)
        else:
            cells = zip(columns, row, other, strict=True)
            changed.append(ChangedRow(told, tuple((name, was, now) for name, was, now in cells if was != now)))
    return gone, list(after.values()), changed
