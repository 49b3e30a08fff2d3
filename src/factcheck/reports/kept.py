"""What became of datasets: one line each, and each problem where it belongs, on stderr."""

from collections.abc import Sequence

from factcheck.model.kept import Kept
from factcheck.model.places import DESCRIPTION
from factcheck.reports.drawing.layout import Line, Span, line, wrapped
from factcheck.reports.drawing.safe import visible


def render(kept: Sequence[Kept], *, width: int) -> list[Line]:
    """A mark, the name and what is said of each."""
    if not kept:
        return [line(f"no datasets: describe one in {DESCRIPTION}")]
    lines: list[Line] = []
    for one in kept:
        first, *rest = wrapped(f"{visible(one.name)}: {visible(one.told)}", width - 2)
        lines += [line(Span("✓ " if one.good else "✗ ", "good" if one.good else "bad"), first)]
        lines += [line("  ", part) for part in rest]
    return lines
