"""Figures of a text that a claim covered at the base, and none does now."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from factcheck.gate.upholding import CHANGED, LOST
from factcheck.gate.weakening.telling import told
from factcheck.model.coverage import Item
from factcheck.model.findings import Finding
from factcheck.model.sides import Side
from factcheck.statements.phrases import words


def compared(base: Side, head: Side, dropped: Collection[str], names: Mapping[str, str]) -> Iterator[Finding]:
    """Each such figure whose sentence is as it was, but for its figures; not those of claims that are told of as taken
    out, or as changed.
    """
    former = {names.get(path, path): items for path, items in base.items.items()}
    for path, items in head.items.items():
        before = former.get(path, ())
        same = {(one.words, one.sentence): one for one in before if one.claims}
        for item in items:
            known = same.get((item.words, item.sentence))
            if known is None or item.claims or set(known.claims) <= set(dropped):
                continue
            how = f"is ignored now ({item.because})" if item.because else "is covered by no claim now"
            yield told(f'"{item.words}" {how}; at the base {", ".join(known.claims)} covered it', item.place)
        yield from _others(before, items, {*dropped, *_told(head)})
        if path in former:
            yield from _born_ignored(before, items)


def _born_ignored(before: Sequence[Item], items: Sequence[Item]) -> Iterator[Finding]:
    """Figures that are new to the text and come with the entry that lets them pass; not those that only moved."""
    stood = {(one.words, one.sentence) for one in before}
    open_before = Counter(one.words for one in before if not one.claims)
    for item in (one for one in items if not one.claims):
        open_before[item.words] -= 1
        if item.because and open_before[item.words] < 0 and (item.words, item.sentence) not in stood:
            yield told(f'"{item.words}" is new, and is ignored ({item.because})', item.place)


def _told(head: Side) -> Iterator[str]:
    """The claims whose words changed or are lost: that is told of them."""
    yield from (one.claim.id for one in head.report.claims if one.reason in (CHANGED, LOST))


def _others(before: Sequence[Item], items: Sequence[Item], told_of: Collection[str]) -> Iterator[Finding]:
    """Figures that no claim covers and that stand where other figures stood, which a claim covered."""
    stood = {sentence for sentence, _ in _sentences(before)} - {sentence for sentence, _ in _sentences(items)}
    former = {_frame(sentence, found): found for sentence, found in _sentences(before) if sentence in stood}
    for sentence, found in _sentences(items):
        for now, then in zip(found, former.get(_frame(sentence, found), ()), strict=False):
            if then.claims and not now.claims and not set(then.claims) <= set(told_of):
                where = f'stands where "{then.words}" stood, which {", ".join(then.claims)} covered'
                yield told(f'"{now.words}" {where}; no claim covers it', now.place)


def _sentences(items: Iterable[Item]) -> list[tuple[str, list[Item]]]:
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        found[item.sentence].append(item)
    return list(found.items())


def _frame(sentence: str, items: Sequence[Item]) -> tuple[object, ...]:
    """The words of a sentence without its figures, and how many those are."""
    at, rest = 0, []
    for item in items:
        start = sentence.find(item.words, at)
        if start >= 0:
            rest.append(sentence[at:start])
            at = start + len(item.words)
    return len(items), tuple(word.text for word in words(" # ".join([*rest, sentence[at:]])))
