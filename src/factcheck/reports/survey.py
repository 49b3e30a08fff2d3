"""What `doctor` found: section by section, a line for each part, and below what is missing the line that mends it."""

from collections.abc import Sequence

from factcheck.model.surveyed import Part, Section, State
from factcheck.reports.drawing.layout import Line, Span, Style, line, padded, width_of, wrapped
from factcheck.reports.drawing.safe import visible

MARKS: dict[State, tuple[str, Style]] = {
    State.WELL: ("✓", "good"),
    State.IDLE: ("–", "faint"),
    State.WANTING: ("✗", "bad"),
}
NARROW = 60
INDENT = 4


def render(sections: Sequence[Section], *, width: int) -> list[Line]:
    """Everything that was looked at."""
    lines: list[Line] = []
    for section in sections:
        names = max(width_of(visible(part.name)) for part in section.parts)
        lines += [line()] if lines else []
        lines += [line(Span(part, "strong")) for part in wrapped(visible(section.title), width)]
        lines += [row for part in section.parts for row in _part(part, names, width)]
    return lines


def _part(part: Part, names: int, width: int) -> list[Line]:
    sign, style = MARKS[part.state]
    name, told = visible(part.name), visible(part.told)
    indent = INDENT if width < NARROW else INDENT + names + 2
    first, *rest = wrapped(told, width - indent) or [""]
    if width < NARROW:
        lines = [line("  ", Span(sign, style), " ", name), line(" " * indent, first)]
    else:
        lines = [line("  ", Span(sign, style), " ", padded(name, names), "  ", first)]
    lines += [line(" " * indent, one) for one in rest]
    return lines + [
        line(" " * indent, Span(one, "strong")) for one in wrapped(visible(part.remedy), width - indent) if one
    ]
