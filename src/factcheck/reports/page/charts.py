"""Charts as numbers to draw: bars that lie (a ranking) or stand (a series, a distribution), and a share as one bar."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.model.findings import Judgement
from factcheck.model.numbers import Interval
from factcheck.model.pictured import Bar, Drawing
from factcheck.model.readings import Of
from factcheck.model.spelling import interval, percent
from factcheck.reports.drawing.layout import cut, width_of
from factcheck.reports.page.number_lines import written
from factcheck.reports.page.values import Chart, DrawnBar

WIDE, HIGH = 340, 90  # what a bar may fill
ROW = 34  # a lying bar with its label above
LETTER = 7
MARK = 3  # letters, for the mark of the one that is meant
WIDEST = 40  # a standing bar with its gap
ZERO = Fraction(0)
WHOLE = Interval(Fraction(0), Fraction(1))


def chart(drawing: Drawing) -> Chart:
    """Bars from zero on; beyond what is known, a part that is open: what the unknown could add."""
    lies = drawing.drawn_as == "ranking"
    room = WIDE if lies else HIGH
    ends = [end for bar in drawing.bars for end in (bar.value.low, bar.value.high) if end is not None]
    low, high = min([*ends, ZERO]), max([*ends, ZERO])
    scale = Fraction(room) / ((high - low) or 1)
    step = Fraction(ROW) if lies else min(Fraction(WIDE, max(len(drawing.bars), 1)), Fraction(WIDEST))
    named = frozenset() if lies else _named(drawing.bars, step)
    bars = tuple(
        _bar(bar, drawing.of, at * step, low, scale, named=at in named, step=step)
        for at, bar in enumerate(drawing.bars)
    )
    if lies:
        bars = tuple(replace(bar, name=_beside(bar)) for bar in bars)
    height = ROW * len(bars) if lies else HIGH
    return Chart(drawing.drawn_as, _told(drawing), bars, written(height), written(-low * scale), written(step * 4 / 5))


def _told(drawing: Drawing) -> str:
    """What is drawn, with the numbers of the bars that are meant."""
    meant = "; ".join(f"{bar.label}: {interval(bar.value, drawing.of)}" for bar in drawing.bars if bar.is_meant)
    more = f"{drawing.left_out:,} more are not drawn." if drawing.left_out else ""
    return " ".join(part for part in (drawing.told, f"{meant}." if meant else "", more) if part)


def _named(bars: Sequence[Bar], step: Fraction) -> frozenset[int]:
    """The bars with a name below them: those that are meant, then the first and the last, as far as there is room."""
    meant = [at for at, bar in enumerate(bars) if bar.is_meant]
    placed: list[int] = []
    for at in (*meant[::-1], 0, len(bars) - 1):
        if all(abs(at - other) * step >= LETTER * len(bars[at].label) for other in placed):
            placed.append(at)
    return frozenset(placed)


def _beside(bar: DrawnBar) -> str:
    """As much of a lying bar's label as there is room for before its number."""
    room = WIDE // LETTER - len(bar.text) - MARK
    return bar.label if width_of(bar.label) <= room else cut(bar.label, room - 1) + "…"


def _bar(bar: Bar, of: Of, at: Fraction, low: Fraction, scale: Fraction, *, named: bool, step: Fraction) -> DrawnBar:
    ends = [end for end in (bar.value.low, bar.value.high) if end is not None]
    least, most = min(ends, default=ZERO), max(ends, default=ZERO)
    sure = least if least > 0 else most if most < 0 else ZERO
    start, end = min(ZERO, sure), max(ZERO, sure)
    return DrawnBar(
        label=bar.label,
        text=interval(bar.value, of),
        start=written((start - low) * scale),
        long=written((end - start) * scale),
        open_from=written((least - low) * scale),
        open=written((most - least) * scale),
        at=written(at),
        name=bar.label if named else "",
        middle=written(min(max(at + step * 2 / 5, Fraction(LETTER * len(bar.label), 2)), Fraction(WIDE))),
        is_meant=bar.is_meant,
    )


def share_bar(judgement: Judgement, kind: str) -> Chart | None:
    """What surely belongs to the share, what is unknown, and what surely does not; None where it is no share."""
    amount = judgement.amount
    if kind != "share" or amount is None or amount.of is not Of.SHARE or not amount.bounds.inside(WHOLE):
        return None
    low, high = amount.bounds.low or ZERO, amount.bounds.high or ZERO
    parts = (("has it", ZERO, low), ("unknown", low, high), ("has it not", high, Fraction(1)))
    bars = tuple(_part(name, start, end) for name, start, end in parts if end > start)
    told = ", ".join(f"{bar.label} {bar.text}" for bar in bars)
    return Chart("share", f"Of the whole: {told}.", bars, "24", "0")


def _part(name: str, start: Fraction, end: Fraction) -> DrawnBar:
    return DrawnBar(name, percent(end - start), written(start * WIDE), written((end - start) * WIDE))
