"""Where the table stands in its file, from its description: rows of names, a range, rows left out, wide to long."""

import re
from collections.abc import Iterator

from factcheck.datasets.description import Dialect, Resource, Wide
from factcheck.datasets.headers import MOST_COLUMNS
from factcheck.errors import Problem
from factcheck.files.nodes import Lines, problem_at
from factcheck.model.tables import Layout, Unpivot

_RANGE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})?:([A-Z]{1,3})([1-9][0-9]{0,6})?")
_PLACE = re.compile(r"[1-9][0-9]{0,5}")
_LETTERS = 26


def layout(resource: Resource) -> tuple[Layout, int]:
    """The layout, and the row that holds the line of names: the last of several, else the first of the range."""
    dialect = resource.dialect or Dialect()
    cells = dialect.range.value if dialect.range else ""
    *above, names = dialect.header_rows or (first_row(cells),)
    wide = resource.unpivot
    texts = [field.name.value for field in resource.schema.fields if field.type == "string"]
    told = tuple(column.text for column, values in resource.totals if column.text in texts or not values)
    unpivot = Unpivot(wide.keep, wide.names, wide.values, wide.leave_out, told) if wide else None
    left_out = tuple(sorted(dialect.comment_rows))
    renamed = tuple(sorted((int(place.text), name) for place, name in dialect.rename if _is_place(place.text)))
    return Layout(tuple(above), dialect.header_join, left_out, cells, dialect.fill_down, unpivot, renamed), names


def bounds(cells: str) -> tuple[int, int | None, int | None]:
    """The first column of a range, the column after its last, and its last row; None where it has no end.

    >>> bounds("B3:F20"), bounds("A:C"), bounds("")
    ((1, 6, 20), (0, 3, None), (0, None, None))
    """
    found = _RANGE.fullmatch(cells)
    if not found:
        return 0, None, None
    return _number(found[1]) - 1, _number(found[3]), int(found[4]) if found[4] else None


def first_row(cells: str) -> int:
    """The row a range begins in; the first where it does not say."""
    found = _RANGE.fullmatch(cells)
    return int(found[2]) if found and found[2] else 1


def layout_mistakes(resource: Resource, lines: Lines) -> list[Problem]:
    """What cannot be a layout."""
    dialect = resource.dialect or Dialect()
    problems = []
    rows = dialect.header_rows
    if any(row < 1 for row in rows) or list(rows) != sorted(set(rows)):
        problems.append(problem_at(dialect.place, "headerRows are counted from 1, the uppermost first", lines, "[3]"))
    if any(row < 1 for row in dialect.comment_rows):
        problems.append(problem_at(dialect.place, "commentRows are counted from 1", lines, "[12, 13]"))
    for place, name in dialect.rename:
        if not _is_place(place.text) or not name.strip():
            remedy = "write the column's place, counted from 1, and its name: {3: abroad}"
            problems.append(problem_at(place, "this renames no column", lines, remedy))
    if dialect.range and not _is_range(dialect.range.value):
        remedy = "write B3:F20, or B:F for whole columns"
        problems.append(problem_at(dialect.range.node, "this is no range of cells", lines, remedy))
    return [*problems, *(_wide_mistakes(resource, resource.unpivot, lines) if resource.unpivot else ())]


def _is_place(written: str) -> bool:
    return bool(_PLACE.fullmatch(written)) and int(written) <= MOST_COLUMNS


def _is_range(cells: str) -> bool:
    if not _RANGE.fullmatch(cells):
        return False
    left, right, last = bounds(cells)
    return right is not None and left < right and (last is None or first_row(cells) <= last)


def _wide_mistakes(resource: Resource, wide: Wide, lines: Lines) -> Iterator[Problem]:
    """The schema describes the long table: the columns kept, then the names, then the cells."""
    long = [*wide.keep, *wide.names, wide.values]
    described = [field.name.value for field in resource.schema.fields]
    rows = max(1, len((resource.dialect or Dialect()).header_rows))
    if len(wide.names) not in (1, rows):
        message = f"names are {len(wide.names)}, and the rows of names {rows}"
        yield problem_at(wide.place, message, lines, "give one name, or one for each of the headerRows")
    if len(set(long)) < len(long):
        yield problem_at(wide.place, "a column comes twice in the long table", lines, "choose another name")
    elif long != described:
        remedy = f"describe these columns in this order: {', '.join(long)}"
        yield problem_at(wide.place, "the schema must describe the long table", lines, remedy)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number
