"""The settings that hold, and where each comes from."""

from collections.abc import Sequence

from factcheck.model.settings import Setting
from factcheck.reports.drawing.layout import Line, Span, columns, line, wrapped
from factcheck.reports.drawing.safe import visible

NARROW = 60
INDENT = 2


def render(settings: Sequence[Setting], *, width: int) -> list[Line]:
    """A line a setting: its name, its value, its origin."""
    name = max(len(one.name) for one in settings)
    return [row for one in settings for row in _row(one, name, width)]


def _row(one: Setting, name: int, width: int) -> list[Line]:
    value, origin = visible(one.value), visible(one.origin)
    if width < NARROW:
        told = wrapped(f"{value} ({origin})", width - INDENT)
        return [line(Span(one.name, "strong")), *(line(" " * INDENT, part) for part in told)]
    room = (width - name - 2 * INDENT) // 2
    return columns([(one.name, name, "strong"), (value, room, ""), (origin, room, "faint")])
