"""What a change did to the gate itself: where less is checked than at the base, or a verdict got better by itself."""

from collections.abc import Callable, Iterator

from factcheck.gate.weakening import claims, coverage, datasets, dropped, quotes, settings, texts
from factcheck.gate.weakening.heirs import new_names
from factcheck.gate.weakening.pairs import pairs
from factcheck.model.findings import Finding
from factcheck.model.places import Place
from factcheck.model.sides import Side
from factcheck.wording import Language

LanguageOf = Callable[[str], Language]


def weakened(base: Side, head: Side, language_of: LanguageOf) -> tuple[Finding, ...]:
    """A finding for each thing that checks less than it did, each once, in the order of the base's files."""
    return tuple(dict.fromkeys(_weakened(base, head, language_of)))


def _weakened(base: Side, head: Side, language_of: LanguageOf) -> Iterator[Finding]:
    names = new_names(base, head)
    yield from settings.compared(base, head)
    yield from datasets.compared(base, head)
    yield from texts.compared(base, head, names)
    gone: set[str] = set()
    kept: set[Place] = set()
    for pair in pairs(base, head, names):
        if pair.now is None:
            found = tuple(dropped.compared(pair, head, names))
            gone |= {pair.before.claim.id} if found else set()
        else:
            language = language_of(pair.statement.statement.language)
            found = (*claims.compared(pair, base, head, language), *quotes.compared(pair))
            kept.add(pair.now.claim.place)
        yield from found
    yield from claims.born_waived(head, kept)
    yield from coverage.compared(base, head, gone, names)
