"""Datasets that can refute less than at the base: nothing pins their bytes, or their description grants more."""

from collections.abc import Iterator

from factcheck.gate.weakening.telling import told
from factcheck.model.findings import Finding
from factcheck.model.sides import Side
from factcheck.model.tables import Table, Uncertainty


def compared(base: Side, head: Side) -> Iterator[Finding]:
    for name, before in base.tables.items():
        now = head.tables.get(name)
        if now is not None:
            yield from (told(message, now.place) for message in _less(name, before, now))


def _less(name: str, before: Table, now: Table) -> Iterator[str]:
    """What holds for every claim on the dataset, whether or not the verdict of one has changed already."""
    if before.file.sha256 and not now.file.sha256:
        yield f'nothing pins the bytes of the dataset "{name}" any more'
    if before.row and not now.row:
        yield f'the dataset "{name}" does not say any more what a row is ({before.row})'
    if now.complete is False and before.complete is not False:
        yield f'the dataset "{name}" is called incomplete: it refutes less'
    if _wider(before.uncertainty, now.uncertainty):
        yield f'the values of the dataset "{name}" may lie further from the truth than they did'


def _wider(before: Uncertainty | None, now: Uncertainty | None) -> bool:
    if now is None:
        return False
    known = before or Uncertainty()
    return now.relative > known.relative or now.points > known.points or now.absolute > known.absolute
