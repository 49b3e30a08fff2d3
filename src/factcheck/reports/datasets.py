"""Datasets as described and as found, for `factcheck data`."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from factcheck.model.explained import DatasetShown, Distribution
from factcheck.model.places import DESCRIPTION
from factcheck.model.queries import ColumnProfile
from factcheck.model.spelling import cut, number, percent, plural
from factcheck.model.tables import Column, ColumnType, Table, Uncertainty
from factcheck.reports.drawing.layout import NARROW, Line, Span, Style, field, line, padded, wrapped
from factcheck.reports.drawing.problems import finding_lines
from factcheck.reports.drawing.rows import rows_table
from factcheck.reports.drawing.safe import visible

LABEL = 16
BAR = 12
LONGEST = 60
HEIGHTS = "▁▂▃▄▅▆▇█"


def listing(tables: Sequence[Table], *, width: int) -> list[Line]:
    """A few lines for each dataset."""
    if not tables:
        return [line(f"no datasets: describe one in {DESCRIPTION}")]
    return [one for at, table in enumerate(tables) for one in [*([line()] if at else []), *_entry(table, width)]]


def _entry(table: Table, width: int) -> list[Line]:
    named = [line(Span(part, "strong")) for part in wrapped(visible(table.name), width)]
    told = [table.title, f"one row is one {table.row}" if table.row else "what one row is is not said"]
    told.append(f"describes {table.as_of}" if table.as_of else "the day it describes is not said")
    told.append(_complete(table))
    return named + [line("  ", part) for text in told for part in wrapped(visible(text), width - 2) if part]


def _complete(table: Table) -> str:
    if table.complete is None:
        return "completeness is not said, so it counts as complete"
    return "complete" if table.complete else f"incomplete: {table.complete_reason}"


def one(shown: DatasetShown, *, width: int) -> list[Line]:
    """Everything known about one dataset."""
    table = shown.table
    lines = [line(Span(part, "strong")) for part in wrapped(visible(table.title or table.name), width)]
    for label, text in _fields(shown):
        lines += _field(label, text, width)
    if shown.profile is not None:
        profiles = {profile.column: profile for profile in shown.profile.columns}
        lines += [
            line(),
            *(
                one
                for column in table.columns
                for one in (
                    *_column(column, profiles.get(column.name), width),
                    *_distribution(column, shown.distributions.get(column.name), width),
                )
            ),
        ]
    if shown.rows is not None and shown.rows.rows:
        lines += [line(), *rows_table(shown.rows, indent=2, width=width)]
    for finding in shown.findings:
        lines += [line(), *finding_lines(finding, width=width)]
    return lines


def _fields(shown: DatasetShown) -> list[tuple[str, str]]:
    table = shown.table
    told = [
        ("name", table.name),
        *_origin(shown),
        ("rows", f"{shown.profile.rows:,}, each one {table.row or '?'}" if shown.profile else ""),
        ("describes", _days(table)),
        ("published", table.published),
        ("complete", "yes" if table.complete else _complete(table)),
        ("uncertainty", _uncertainty(table.uncertainty)),
        ("prices", table.prices),
        *(("source", ", ".join(filter(None, (one.title, one.publisher, one.url)))) for one in table.sources),
        *(("licence", licence) for licence in table.licenses),
    ]
    return [(label, text) for label, text in told if text]


def _origin(shown: DatasetShown) -> list[tuple[str, str]]:
    file = shown.table.file
    if file.snapshot:
        return [("table", file.path), ("snapshot", f"{file.snapshot}; that it never changes is its author's promise")]
    if file.engine:
        return [("table", file.path), ("sha256", "unpinned: a table of an engine may change any day")]
    return [("file", f"{file.path}, {plural(shown.bytes, 'byte')}"), ("sha256", f"{shown.sha256} {_pinned(shown)}")]


def _pinned(shown: DatasetShown) -> str:
    if not shown.table.file.sha256:
        return "(not pinned)"
    return "(as pinned)" if shown.table.file.sha256 == shown.sha256 else "(NOT as pinned)"


def _days(table: Table) -> str:
    period = f"{table.starts} to {table.ends}" if table.starts and table.ends else ""
    return ", ".join(filter(None, (str(table.as_of) if table.as_of else "", period))) or "not said"


def _uncertainty(uncertainty: Uncertainty | None) -> str:
    if uncertainty is None:
        return ""
    if uncertainty.assumed:
        return "the source names no size; 5%, or 2.5 points of a share, is assumed"
    sizes = [
        percent(uncertainty.relative) if uncertainty.relative else "",
        f"{number(uncertainty.points * 100)} points" if uncertainty.points else "",
        number(uncertainty.absolute) if uncertainty.absolute else "",
    ]
    return f"plus or minus {', '.join(filter(None, sizes))}: {uncertainty.source}"


def _column(column: Column, profile: ColumnProfile | None, width: int) -> list[Line]:
    counts = ""
    if profile is not None:
        misfits = "misfit" if profile.misfits == 1 else "misfits"
        parts = [("missing", profile.missing), ("censored", profile.censored), (misfits, profile.misfits)]
        counts = ", ".join(f"{number:,} {word}" for word, number in parts if number)
    examples = ", ".join(f'"{cut(cell, LONGEST)}"' for cell in profile.examples) if profile else ""
    unit = f" in {column.unit}" if column.unit else ""
    text = f"{column.type.value}{unit}" + (f"; {counts}" if counts else "") + (f": {examples}" if examples else "")
    return _field(column.name, text, width, style="")


def _distribution(column: Column, spread: Distribution | None, width: int) -> list[Line]:
    """Numbers as steps between the least and the greatest, others as a bar for each frequent value."""
    if spread is None:
        return []
    if spread.low is not None and spread.high is not None:
        ends = f"{_end(column, spread.low)} to {_end(column, spread.high)}"
        return _bar(_steps(spread.steps) if len(spread.steps) > 1 else "", ends, width)
    if spread.different is None:
        return _bar("", "too many different values to count", width)
    most = spread.values[0][1] if spread.values else 1
    lines: list[Line] = []
    for value, times in spread.values:
        lines += _bar(
            padded("█" * max(1, BAR * times // most), BAR), f"{times:,} {visible(cut(value, LONGEST))}", width
        )
    others = spread.different - len(spread.values)
    return lines + (_bar("", f"and {others:,} other value{'' if others == 1 else 's'}", width) if others else [])


def _end(column: Column, value: Decimal) -> str:
    return str(value) if column.type is ColumnType.YEAR else number(Fraction(value))


def _bar(bar: str, text: str, width: int) -> list[Line]:
    """A bar with its words beside it, or below it where the terminal is narrow."""
    indent = " " * (LABEL + 2 if width >= NARROW else 4)
    room = width - len(indent) - len(bar) - 2
    if room < BAR:
        return [line(indent, part) for part in ([bar] if bar else []) + wrapped(text, width - len(indent))]
    first, *rest = wrapped(text, room)
    before = f"{bar}  " if bar else ""
    return [line(indent, before, first), *(line(indent, " " * len(before), part) for part in rest)]


def _steps(counts: Sequence[int]) -> str:
    """A column for each count; nothing is a dot, and the least that there is can be seen."""
    most = max(counts, default=0)
    return "".join(HEIGHTS[(count * (len(HEIGHTS) - 1)) // most] if count else "·" for count in counts)


def _field(label: str, text: str, width: int, *, style: Style = "faint") -> list[Line]:
    return field(visible(label), visible(text), width, label_width=LABEL, style=style)
