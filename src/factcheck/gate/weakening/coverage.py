"""Figures of a text that a claim covered at the base, and none does now."""

from collections.abc import Collection, Iterator

from factcheck.gate.weakening.telling import told
from factcheck.model.findings import Finding
from factcheck.model.sides import Side


def compared(base: Side, head: Side, dropped: Collection[str]) -> Iterator[Finding]:
    """Each such figure whose sentence is as it was; not those of claims that are told of as taken out."""
    for path, items in head.items.items():
        before = {(one.words, one.sentence): one for one in base.items.get(path, ()) if one.claims}
        for item in items:
            known = before.get((item.words, item.sentence))
            if known is None or item.claims or set(known.claims) <= set(dropped):
                continue
            how = f"is ignored now ({item.because})" if item.because else "is covered by no claim now"
            yield told(f'"{item.words}" {how}; at the base {", ".join(known.claims)} covered it', item.place)
