"""What `fix` proposes for refuted claims, what it wrote, and what is left for a person."""

import difflib
from collections.abc import Iterator, Sequence

from factcheck.model.fixes import Changed, Fix
from factcheck.model.spelling import plural
from factcheck.reports.drawing.corrected import could_say, would_fit
from factcheck.reports.drawing.layout import Line, Span, Style, field, line, wrapped
from factcheck.reports.drawing.safe import visible

INDENT = "  "
NO_END = "\\ No newline at end of file"
STYLES: dict[str, Style] = {"-": "bad", "+": "good", "@": "faint"}


def render(fixes: Sequence[Fix], *, width: int, written: bool, only_left: bool = False) -> list[Line]:
    """Each refuted claim with what could be said instead, and how many there are of each.

    With `only_left` those alone that are left for a person.
    """
    shown = [one for one in fixes if one.chosen is None or not only_left]
    lines = [part for one in shown for part in (*_fix(one, width, written=written), line())]
    return [*lines, *(line(Span(part, "strong")) for part in wrapped(_summary(fixes, written=written), width))]


def diff(changed: Sequence[Changed]) -> list[Line]:
    """A unified diff, as patch and git take it; its lines are never wrapped."""
    return [line(Span(visible(told), STYLES.get(told[0], ""))) for one in changed for told in _unified(one)]


def _unified(one: Changed) -> Iterator[str]:
    old, new = one.old.splitlines(keepends=True), one.new.splitlines(keepends=True)
    for told in difflib.unified_diff(old, new, f"a/{one.path}", f"b/{one.path}"):
        yield told.rstrip("\r\n") or " "
        if told[0] in "+- " and not told.endswith(("\n", "\r")):
            yield NO_END


def _summary(fixes: Sequence[Fix], *, written: bool) -> str:
    refuted = [one for one in fixes if not one.spared]
    ready = sum(one.chosen is not None for one in refuted)
    if not refuted:
        return "no claim is refuted: nothing to correct"
    did = "corrected in text and claim file" if written else "can be corrected: --diff shows how, --write does it"
    told = f"{plural(len(refuted), 'refuted claim')}: {ready} {did}"
    left = len(refuted) - ready
    return told + (f"; {left} for a person to look at" if left else "")


def _fix(one: Fix, width: int, *, written: bool) -> Iterator[Line]:
    for part in wrapped(visible(f"{one.place}: {one.claim}"), width):
        yield line(Span(part, "strong"))
    for part in wrapped(visible(f'"{one.quote}"'), width - len(INDENT)):
        yield line(INDENT, part)
    for label, text in _told(one, written=written):
        yield from field(label, visible(text), width) if text else ()


def _told(one: Fix, *, written: bool) -> Iterator[tuple[str, str]]:
    if one.spared:
        yield "left as is", f"{one.spared}: only a refuted claim is corrected"
        return
    yield "could say", could_say(one.correction)
    yield "would fit", would_fit(one.correction.alternatives)
    if one.chosen is None:
        yield "by hand", one.refused if one.correction.proposals else ""
        return
    also = f", and in the quote of {', '.join(one.also)}" if one.also else ""
    where = f" at {one.at}{also}" if one.at else also
    yield "wrote" if written else "writes", f'"{one.chosen.words}" for "{one.chosen.old}"{where}'
