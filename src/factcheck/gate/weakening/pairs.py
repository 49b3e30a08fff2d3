"""Which claim of now a claim of the base has become."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.gate.weakening.heirs import text_now
from factcheck.gate.weakening.lookup import Lookup, Spans, overlap
from factcheck.model.findings import ClaimResult, StatementResult
from factcheck.model.sides import Side
from factcheck.model.texts import ReadText
from factcheck.statements.plain import plain


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim at the base and what it is now; None where it is gone. `statement` is that of the base.

    `lookup` looks quotes up in the statement's text as it is now, None where there is none. `spans` are where the words
    of the base, or words like them, stand in it, told where the claim quotes others. `others` are all claims about it.
    """

    statement: StatementResult
    before: ClaimResult
    now: ClaimResult | None
    lookup: Lookup | None = None
    spans: Spans = ()
    others: Sequence[ClaimResult] = ()

    @property
    def text(self) -> ReadText | None:
        return self.lookup.read if self.lookup else None


@dataclass(frozen=True, slots=True)
class _Open:
    """A claim of the base, the claims of now that it may have become, and where its words stand now."""

    statement: StatementResult
    before: ClaimResult
    others: Sequence[ClaimResult]
    text: Lookup | None
    spans: Spans = ()


def pairs(base: Side, head: Side, names: Mapping[str, str]) -> Iterator[Pair]:
    """Each claim of the base with the one of now: the same id, else the same words, else words at the same place.

    Each claim of now stands for one claim of the base, so that one of two that quote the same words is missed. An id
    stands for nothing by itself where the claim's words stand in the text, and the id quotes others.
    """
    wanted = list(_open(base, head, names))
    found: dict[int, ClaimResult] = {}
    taken: set[tuple[str, str]] = set()
    for suits in (_has_its_id, _has_its_words, _holds_its_words, _stands_there):
        for index, one in enumerate(wanted):
            if index in found:
                continue
            now = next((each for each in one.others if _key(each) not in taken and suits(one, each, names)), None)
            if now is not None:
                found[index] = now
                taken.add(_key(now))
    for index, one in enumerate(wanted):
        yield Pair(one.statement, one.before, found.get(index), one.text, one.spans, one.others)


def _open(base: Side, head: Side, names: Mapping[str, str]) -> Iterator[_Open]:
    texts: dict[str, Lookup | None] = {}
    for statement in base.report.statements:
        path = statement.statement.text_path
        if path not in texts:
            read = text_now(statement.statement, head, names)
            texts[path] = Lookup(read) if read else None
        text, others = texts[path], _about_the_same(statement, head, names)
        for one in statement.claims:
            is_same = any(words(one) == words(each) for each in others if each.claim.id == one.claim.id)
            spans = text.spans(one.claim) or text.like(one.claim) if text and not is_same else ()
            yield _Open(statement, one, others, text, spans)


def _key(one: ClaimResult) -> tuple[str, str]:
    return one.claim.place.path, one.claim.id


def _about_the_same(statement: StatementResult, head: Side, names: Mapping[str, str]) -> list[ClaimResult]:
    """The claims of now about the same text, or in the same file where the text is not held."""
    text = names.get(statement.statement.text_path, statement.statement.text_path)
    return [
        one
        for each in head.report.statements
        if (text and each.statement.text_path == text) or each.path == statement.path
        for one in each.claims
    ]


def _has_its_id(one: _Open, now: ClaimResult, names: Mapping[str, str]) -> bool:
    path = one.before.claim.place.path
    is_named = now.claim.id == one.before.claim.id and now.claim.place.path in (path, names.get(path))
    if not is_named or words(one.before) == words(now) or one.text is None or not one.spans:
        return is_named
    there = one.text.spans(now.claim)
    return not there or overlap(one.spans, there)  # what does not stand in the text is told as such


def _has_its_words(one: _Open, now: ClaimResult, names: Mapping[str, str]) -> bool:
    del names
    return words(one.before) == words(now)


def _holds_its_words(one: _Open, now: ClaimResult, names: Mapping[str, str]) -> bool:
    del names
    return words(one.before) in words(now)


def _stands_there(one: _Open, now: ClaimResult, names: Mapping[str, str]) -> bool:
    del names
    return one.text is not None and overlap(one.spans, one.text.spans(now.claim))


def words(one: ClaimResult) -> str:
    return _plain(one.claim.quote)


@lru_cache(maxsize=1 << 14)
def _plain(quote: str) -> str:
    return plain(quote).text.strip()
