"""Datasets whose bytes were pinned at the base, and are not now."""

from collections.abc import Iterator

from factcheck.gate.weakening.telling import told
from factcheck.model.findings import Finding
from factcheck.model.sides import Side


def compared(base: Side, head: Side) -> Iterator[Finding]:
    for name, before in base.tables.items():
        now = head.tables.get(name)
        if now is not None and before.file.sha256 and not now.file.sha256:
            yield told(f'nothing pins the bytes of the dataset "{name}" any more', now.place)
