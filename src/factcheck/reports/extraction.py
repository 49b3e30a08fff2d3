"""What `extract` did or would do: each new claim, each that is gone, what was not read; or the difference."""

import difflib
from collections.abc import Iterable

from factcheck.model.drafted import Drafted
from factcheck.reports.drawing.layout import Line, Span, Style, line, wrapped
from factcheck.reports.drawing.safe import visible

STYLES: dict[str, Style] = {"+": "good", "-": "bad", "@": "faint"}


def summary(found: Drafted, *, dry: bool) -> list[str]:
    """What happened to the file, in a few lines."""
    would = "would be " if dry else ""
    where = f"{would}written to {found.shown}, a new file" if found.old is None else f"{would}added to {found.shown}"
    number = len(found.added)
    told = [
        f"{number} {'claim' if number == 1 else 'claims'} {where}" if number else f"nothing to add to {found.shown}"
    ]
    told += [f"gone: the words of {one} are no longer in the text ({would}marked)" for one in found.gone]
    told += [f"back: the words of {one} are in the text again; take its mark out" for one in found.back]
    return told + ([f"not read: {', '.join(found.left_out)}"] if found.left_out else [])


def render(told: Iterable[str], *, width: int) -> list[Line]:
    return [line(part) for one in told for part in wrapped(visible(one), width)]


def difference(old: str, new: str, shown: str) -> list[Line]:
    """The lines that differ, as `diff` writes them."""
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), f"a/{shown}", f"b/{shown}", lineterm="")
    return [line(Span(visible(one), STYLES.get(one[:1], ""))) for one in lines]
