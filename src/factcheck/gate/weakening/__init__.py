"""What a change did to the gate itself: where less is checked than at the base, or a verdict got better by itself."""

from collections.abc import Iterator

from factcheck.gate.weakening import claims, coverage, datasets, settings, texts
from factcheck.gate.weakening.pairs import pairs
from factcheck.model.findings import Finding
from factcheck.model.sides import Side


def weakened(base: Side, head: Side) -> tuple[Finding, ...]:
    """A finding for each thing that checks less than it did, each once, in the order of the base's files."""
    return tuple(dict.fromkeys(_weakened(base, head)))


def _weakened(base: Side, head: Side) -> Iterator[Finding]:
    yield from settings.compared(base, head)
    yield from datasets.compared(base, head)
    yield from texts.compared(base, head)
    dropped: set[str] = set()
    for pair in pairs(base, head):
        if pair.now is None:
            found = tuple(claims.dropped(pair, head))
            dropped |= {pair.before.claim.id} if found else set()
        else:
            found = tuple(claims.compared(pair, base, head))
        yield from found
    yield from coverage.compared(base, head, dropped)
