"""Words that a quote held at the base, and that no quote holds now: nobody would notice if they changed."""

from collections.abc import Iterable, Iterator
from itertools import groupby, takewhile

from factcheck.gate.weakening.lookup import Spans, overlap
from factcheck.gate.weakening.pairs import Pair
from factcheck.gate.weakening.telling import told
from factcheck.model.findings import Finding
from factcheck.statements import phrases
from factcheck.statements.resemblance import BREAKS

NEAR = 1000  # characters before and after a stretch, in which the rest of its sentence is looked for


def compared(pair: Pair) -> Iterator[Finding]:
    """The words that the claim let go of, where its quote is another. Those that stand in the text no more are none."""
    now, lookup = pair.now, pair.lookup
    if now is None or lookup is None:
        return
    there = lookup.spans(now.claim)
    stood = [_whole(lookup.read.text, span, pair.before.claim.quote) for span in pair.spans if overlap((span,), there)]
    quoted = tuple(span for one in pair.others for span in lookup.spans(one.claim)) if stood else ()
    if left := " ... ".join(_left(lookup.read.text, stood, quoted)):
        where = pair.statement.statement.text_path
        message = f'its quote is shorter: no quote holds "{left}" of {where} any more'
        yield told(message, now.claim.quote_place, now.claim.id)


def _whole(text: str, span: tuple[int, int], quote: str) -> tuple[int, int]:
    """The stretch with as many words more as the quote had before and after it, within the sentence."""
    wanted = [word.text for word in phrases.words(quote)]
    stretch = [word.text for word in phrases.words(text[slice(*span)])]
    if not stretch or stretch[0] not in wanted or stretch[-1] not in wanted:
        return span
    before = list(_until_the_end(phrases.words(text[max(0, span[0] - NEAR) : span[0]])[::-1]))
    after = list(_until_the_end(phrases.words(text[span[1] : span[1] + NEAR])))
    first, last = wanted.index(stretch[0]), wanted[::-1].index(stretch[-1])
    more = (before[:first][-1:], after[:last][-1:])
    start = max(0, span[0] - NEAR) + more[0][0].start if more[0] else span[0]
    return start, span[1] + more[1][0].end if more[1] else span[1]


def _until_the_end(words: Iterable[phrases.Word]) -> Iterator[phrases.Word]:
    return takewhile(lambda word: word.text not in BREAKS, words)


def _left(text: str, stood: Iterable[tuple[int, int]], quoted: Spans) -> Iterator[str]:
    """The words of the stretches that no quote holds, those that follow each other together."""
    for start, end in stood:
        said = [word for word in phrases.words(text[start:end]) if any(map(str.isalnum, word.text))]
        words = [(start + word.start, start + word.end) for word in said]
        for is_held, group in groupby(words, key=lambda word: overlap((word,), quoted)):
            together = list(group)
            if not is_held:
                yield " ".join(text[together[0][0] : together[-1][1]].split())
