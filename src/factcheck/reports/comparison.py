"""Two files of a dataset: rows, columns, and the verdicts that change."""

from collections.abc import Iterator, Sequence

from factcheck.model.findings import ClaimResult
from factcheck.model.kept import ChangedRow, Comparison, Verdicts
from factcheck.model.queries import Cell
from factcheck.model.spelling import plural
from factcheck.reports.drawing.layout import Line, Span, field, line, wrapped
from factcheck.reports.drawing.safe import visible
from factcheck.reports.drawing.words import SHORT, SYMBOLS, numbers

LABEL = 10


def differs(comparison: Comparison) -> bool:
    """Whether anything is not the same."""
    return any(
        (
            comparison.columns_gone,
            comparison.columns_new,
            comparison.gone,
            comparison.new_rows,
            comparison.changed,
            comparison.verdicts,
        )
    )


def render(comparison: Comparison, *, rows: int, width: int) -> list[Line]:
    """What differs, and the verdicts with their old and new numbers."""
    title = f"{comparison.name}: {comparison.old} against {comparison.new}"
    lines = [line(Span(part, "strong")) for part in wrapped(visible(title), width)]
    lines += _field("rows", _rows(comparison), width)
    lines += _field("columns", _columns(comparison), width)
    shown = [
        *_changed(comparison, rows),
        *_whole("gone", comparison.gone, rows),
        *_whole("new", comparison.new_rows, rows),
    ]
    for label, text in shown:
        lines += _field(label, text, width)
    return [*lines, line(), *_verdicts(comparison, width)]


def _rows(comparison: Comparison) -> str:
    counts = [
        f"{len(rows):,} {word}"
        for rows, word in ((comparison.new_rows, "new"), (comparison.gone, "gone"), (comparison.changed, "changed"))
        if rows
    ]
    how = f" (told apart by {', '.join(comparison.key)})" if comparison.key else " (no key: a changed row is both)"
    told = ", ".join(counts) + how if counts else "the same rows"
    more = "" if comparison.complete else ", and more than are looked at"
    return f"{comparison.rows_before:,} before, {comparison.rows_after:,} now: {told}{more}"


def _columns(comparison: Comparison) -> str:
    parts = []
    if comparison.columns_gone:
        parts.append(f"gone: {', '.join(comparison.columns_gone)}")
    if comparison.columns_new:
        parts.append(f"new: {', '.join(comparison.columns_new)}")
    cells: dict[str, int] = {}
    for row in comparison.changed:
        for name, _, _ in row.cells:
            cells[name] = cells.get(name, 0) + 1
    if cells:
        told = ", ".join(f"{name} ({plural(number, 'cell')})" for name, number in cells.items())
        parts.append(f"changed: {told}")
    how = "; cells are compared by their values: the files write them differently" if comparison.by_value else ""
    return ("; ".join(parts) or "the same columns") + how


def _changed(comparison: Comparison, rows: int) -> Iterator[tuple[str, str]]:
    for row in comparison.changed[:rows]:
        yield "changed", f"{_key(comparison, row)}: {', '.join(_cell(*cell) for cell in row.cells)}"
    if len(comparison.changed) > rows > 0:
        yield "", f"and {len(comparison.changed) - rows:,} more"


def _key(comparison: Comparison, row: ChangedRow) -> str:
    return ", ".join(f"{name} {value}" for name, value in zip(comparison.key, row.key, strict=True))


def _cell(name: str, was: Cell, now: Cell) -> str:
    return f'{name} "{_text(was)}" now "{_text(now)}"'


def _whole(label: str, found: Sequence[Sequence[Cell]], rows: int) -> Iterator[tuple[str, str]]:
    for row in found[:rows]:
        yield label, " | ".join(map(_text, row)).strip()
    if len(found) > rows > 0:
        yield "", f"and {len(found) - rows:,} more"


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _verdicts(comparison: Comparison, width: int) -> list[Line]:
    if comparison.unread:
        told = f"the claims on it could not be judged: {comparison.unread}"
        return [line(Span(part, "bad")) for part in wrapped(visible(told), width)]
    lines: list[Line] = []
    for one in comparison.verdicts:
        lines += _verdict(one, width)
    turned = sum(one.before.verdict is not one.after.verdict for one in comparison.verdicts)
    told = f"{plural(comparison.claims, 'claim')} on it: {turned} would change the verdict, "
    told += f"{len(comparison.verdicts) - turned} the number alone"
    return [*lines, *(line(Span(part, "strong")) for part in wrapped(told, width))]


def _verdict(one: Verdicts, width: int) -> list[Line]:
    name = f"{one.after.claim.id}  {one.path}"
    lines = [line("  ", part) for part in wrapped(visible(name), width - 2)]
    for label, result in (("was", one.before), ("now", one.after)):
        lines += [line("  ", *part) for part in _field(label, _result(result), width - 2)]
    return lines


def _result(result: ClaimResult) -> str:
    said, found = numbers(result)
    reason = f", {result.reason}" if result.reason else ""
    return f"{SYMBOLS[result.verdict]} {SHORT[result.verdict]}{reason}: {said}, {found}"


def _field(label: str, text: str, width: int) -> list[Line]:
    return field(label, visible(text), width, label_width=LABEL, style="faint")
