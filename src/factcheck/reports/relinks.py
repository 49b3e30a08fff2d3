"""What `relink` proposes, and what a person has to look at."""

from collections.abc import Sequence

from factcheck.model.relinks import Relink
from factcheck.reports.drawing.layout import Line, Span, line, wrapped
from factcheck.reports.drawing.safe import visible

INDENT = "  "


def render(relinks: Sequence[Relink], *, width: int, written: bool) -> list[Line]:
    """Each claim with the difference or the choice, and how many there are of each."""
    lines = [part for one in relinks for part in (*_relink(one, width), line())]
    proposed = sum(bool(one.words) for one in relinks)
    did = "written" if written else "proposed; --write puts them into the claim files"
    told = f"{proposed} new {'quote' if proposed == 1 else 'quotes'} {did if proposed else 'proposed'}"
    left = len(relinks) - proposed
    told += f"; {left} for a person to look at" if left else ""
    return [*lines, *(line(Span(part, "strong")) for part in wrapped(told, width))]


def _relink(one: Relink, width: int) -> list[Line]:
    head = f"{visible(str(one.place))}: {visible(one.claim)}"
    lines = [line(Span(part, "strong")) for part in wrapped(head, width)]
    return lines + [line(INDENT, part) for said in _told(one) for part in wrapped(visible(said), width - len(INDENT))]


def _told(one: Relink) -> list[str]:
    if one.around:
        choices = [_choice(prefix, suffix) for prefix, suffix in one.around]
        return [f'"{one.quote}" stands in {len(choices)} places; add one of these:', *choices]
    where = f" ({one.at})" if one.at else ""
    told = [f'"{one.difference or one.quote}"{where}']
    return [*told, f"not taken over: {one.refused}"] if one.refused else told


def _choice(prefix: str, suffix: str) -> str:
    return ", ".join(f"{key}: {words}" for key, words in (("prefix", prefix), ("suffix", suffix)) if words)
