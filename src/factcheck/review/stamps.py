"""What a claim stands on, as hashes; and what of it is other than when a person signed it."""

import hashlib
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from factcheck.checks import tables_of
from factcheck.gate.levels import finding
from factcheck.gate.quotes import Quoted
from factcheck.gate.rules import runs
from factcheck.model.claims import Claim, Statement
from factcheck.model.findings import ClaimResult, Finding, Verdict
from factcheck.model.signed import NOT_HELD, Signature, Stamp
from factcheck.statements.plain import plain
from factcheck.statements.sentences import Sentence, sentences
from factcheck.wording import Language


class Stamping:
    """Stamps for the claims of one statement. `hashes` are those of datasets, by their names, as they were read."""

    def __init__(
        self, statement: Statement, claims: Sequence[Claim], hashes: Mapping[str, str], language: Language
    ) -> None:
        self._statement = statement
        self._claims = {claim.id: claim for claim in claims}
        self._hashes = hashes
        self._language = language

    def stamp(self, result: ClaimResult, quote: Quoted) -> Stamp:
        """What the claim stands on now."""
        read = self._read(result.claim)
        names = dict.fromkeys(name for one in read for check in one.checks for name in tables_of(check.computation))
        data = tuple((name, self._hashes.get(name, "")) for name in names)
        return Stamp(self._text(quote), self._claim(read), result.verdict.value, data)

    def _read(self, claim: Claim) -> list[Claim]:
        """The claim, and the one whose number it is compared with."""
        than = self._claims.get(claim.against.than) if claim.against else None
        return [claim, than] if than else [claim]

    def _claim(self, read: Sequence[Claim]) -> str:
        """The hash of what the file says of the claims, and of what they are judged by in its statement."""
        judged_by = [self._statement.publisher, self._statement.language, str(read[0].said or "")]
        return _hash(json.dumps([[one.content for one in read], judged_by]))

    def _text(self, quote: Quoted) -> str:
        """The hash of the sentences that the quote stands in, whatever their typesetting."""
        if self._statement.text is None:
            return NOT_HELD
        if quote.span is None:
            return ""
        start, end = quote.span
        within = self._sentences
        first = bisect_right(within, start, key=lambda one: one.end)
        last = bisect_left(within, end, key=lambda one: one.start)
        held = within[first:last]
        start, end = min([start, *(one.start for one in held)]), max([end, *(one.end for one in held)])
        return _hash(" ".join(plain(self._statement.text[start:end]).text.split()))

    @cached_property
    def _sentences(self) -> list[Sentence]:
        read = self._statement.read
        return list(sentences(read.text, read.blocks, self._language)) if read else []


def _hash(words: str) -> str:
    return f"sha256:{hashlib.sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()}"


def changes(signed: Stamp, now: Stamp) -> tuple[str, ...]:
    """What is other than when it was signed. What cannot be had now is no change: its own finding tells it.

    >>> changes(Stamp("a", "b", "supported", (("gdp", "c"),)), Stamp("a", "x", "supported", (("gdp", "y"),)))
    ('the claim', 'the data of gdp')
    """
    return tuple(_changes(signed, now))


def _changes(signed: Stamp, now: Stamp) -> Iterator[str]:
    is_other = False
    for what, before, since in _parts(signed, now):
        if before != since:
            is_other = True
            yield what
    if not is_other and now.verdict not in (signed.verdict, Verdict.ERROR.value):
        yield f"the verdict, which was {signed.verdict}"


def _parts(signed: Stamp, now: Stamp) -> Iterator[tuple[str, str, str]]:
    yield "the text", signed.text, now.text
    yield "the claim", signed.claim, now.claim
    before = dict(signed.data)
    for name, since in now.data:
        yield f"the data of {name}", before.get(name, ""), since or before.get(name, "")


def told(claim: Claim, signed: Signature, changed: Sequence[str]) -> Finding:
    """The finding that what a person signed is another now."""
    message = f"changed since {signed.by} signed it on {signed.on}: {', '.join(changed)}"
    return finding(runs.ChangedSinceSignOff, message, signed.place, claim.id, "look at it again: factcheck review")
