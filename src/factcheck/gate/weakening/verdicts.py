"""Verdicts that got better though the words are the same, or together with what is said of the same data."""

from collections.abc import Iterator

from factcheck.checks import tables_of
from factcheck.gate.weakening.descriptions import described_anew
from factcheck.gate.weakening.pairs import Pair, words
from factcheck.model.claims import Claim
from factcheck.model.findings import ClaimResult, Verdict
from factcheck.model.sides import Side
from factcheck.model.tables import Table
from factcheck.statements import phrases
from factcheck.statements.anchors import Lost, find
from factcheck.statements.sameness import same_claim
from factcheck.wording import Language

# The lower the better; a check that could not run says nothing of what would have been found.
RANK = {
    Verdict.SUPPORTED: 0,
    Verdict.NOT_CHECKABLE: 1,
    Verdict.NOT_ENOUGH: 2,
    Verdict.CONFLICTING: 3,
    Verdict.REFUTED: 3,
}
AGAINST = frozenset({Verdict.REFUTED, Verdict.CONFLICTING})


def better(pair: Pair, now: ClaimResult, base: Side, head: Side, language: Language) -> Iterator[str]:
    """The verdict got better, the words claim the same, and it is not only that an open claim is checked more."""
    before = pair.before
    if Verdict.ERROR in (before.verdict, now.verdict) or RANK[now.verdict] >= RANK[before.verdict]:
        return
    if now.claim.not_checkable is not None or not _claims_the_same(pair, now, language):
        return
    changed = (*_changed(before.claim, now.claim), *_changed_tables(before.claim, base, head))
    if changed or before.verdict in AGAINST or now.claim.against is not None:
        what = ", ".join(changed) or "what it rests on"
        yield (
            f"it was {before.verdict.value} and is {now.verdict.value} now, though its words in the text are the same; "
            f"changed: {what}"
        )


def redescribed(pair: Pair, now: ClaimResult, base: Side, head: Side, language: Language) -> Iterator[str]:
    """The words are others, nothing is against them, and the same bytes of data are described otherwise."""
    if now.verdict in AGAINST:
        return
    found = list(described_anew(now.claim, base, head))
    if found and not _claims_the_same(pair, now, language):  # the words last: looking them up takes longer
        what = ", ".join(found)
        yield f"its words changed, and with them the description of {what}, though the data are the same"


def _claims_the_same(pair: Pair, now: ClaimResult, language: Language) -> bool:
    """The words of the base stand in the text of now, or did but gain or lose some that tell nothing."""
    claim = pair.before.claim
    if pair.text is None:
        return words(pair.before) in words(now)
    around = ((claim.prefix, claim.suffix), ("", ""))
    if any(not isinstance(find(pair.text.text, claim.quote, *each), Lost) for each in around):
        return True
    return _is_within(claim.quote, now.claim.quote) and same_claim(claim.quote, now.claim.quote, language)


def _is_within(one: str, other: str) -> bool:
    """All words of one stand in the other, in their order."""
    shorter, longer = sorted(([each.text for each in phrases.words(text)] for text in (one, other)), key=len)
    rest = iter(longer)
    return all(word in rest for word in shorter)


def _changed(before: Claim, now: Claim) -> Iterator[str]:
    """What of the claim is another; checks that were only added are none."""
    if not {one.computation for one in before.checks} <= {one.computation for one in now.checks}:
        yield "check"
    fields = ("quote", "says", "counts", "period", "said")
    yield from (name for name in fields if getattr(before, name) != getattr(now, name))


def _changed_tables(before: Claim, base: Side, head: Side) -> Iterator[str]:
    """The datasets of its checks that are described otherwise, or have other bytes."""
    names = dict.fromkeys(name for check in before.checks for name in tables_of(check.computation))
    for name in names:
        then, now = base.tables.get(name), head.tables.get(name)
        if then is None or now is None:
            continue
        if then.file.sha256 != now.file.sha256 or _hash(name, base) != _hash(name, head):
            yield f"the data of {name}"
        elif _described(then) != _described(now):
            yield f"the description of {name}"


def _hash(name: str, side: Side) -> str:
    """The hash of the bytes that a run read."""
    found = (one for result in side.report.claims for one in result.evidence if one.table == name and one.sha256)
    return next((one.sha256 for one in found), "")


def _described(table: Table) -> tuple[object, ...]:
    names = ("columns", "row", "as_of", "starts", "ends", "lasting", "complete", "uncertainty", "prices", "key")
    more = ("column_aliases", "value_aliases", "sources")
    return tuple(getattr(table, name) for name in (*names, *more))
