"""What a run finds about the figures of a text: those that no claim covers, and what of them is too little."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.gate.levels import finding
from factcheck.gate.rules import runs, texts
from factcheck.model.claims import Ignored
from factcheck.model.coverage import Item, covered, ignored, percent
from factcheck.model.findings import Finding
from factcheck.model.places import Place

FULL = 100


def uncovered(items: Sequence[Item], but: Sequence[tuple[int, int]] = ()) -> Iterator[Finding]:
    """The items that nothing covers; but not those in words (characters of the file) that are told of otherwise."""
    for item in items:
        if item.is_open and not any(start <= item.start and item.end <= end for start, end in but):
            remedy = "write a claim that says it (factcheck extract), or name it below ignore:"
            told = finding(texts.Uncovered, f'no claim covers "{item.words}"', item.place, remedy=remedy)
            yield replace(told, sentence=item.sentence)


def too_little(items: Sequence[Item], path: str, wanted: Fraction | None) -> Iterator[Finding]:
    """Where less of a text is covered than the percentage asked for; a text without figures has nothing to cover."""
    counted = len(items) - ignored(items)
    if wanted is None or not counted or Fraction(covered(items), counted) * FULL >= wanted:
        return
    told = f"claims cover {percent(items)} of its figures and other claims, {covered(items)} of {counted}"
    remedy = f"at least {float(wanted):g}% are asked for: factcheck coverage {path} shows the open ones"
    yield finding(texts.LowCoverage, told, Place(path), remedy=remedy)


def idle(entries: Sequence[Ignored], used: Sequence[Item]) -> Iterator[Finding]:
    """Entries below `ignore:` that no item of the text rests on."""
    because = {item.because for item in used}
    for entry in entries:
        if entry.because not in because:
            told = f'"{entry.quote}" holds no figure of the text that needs to be ignored'
            yield finding(runs.UnusedWaiver, told, entry.place, remedy="take the entry out")
