"""Claims that check less than at the base, and verdicts that got better though the words are the same."""

from collections.abc import Iterator

from factcheck.checks import tables_of
from factcheck.gate.weakening.pairs import Pair, words
from factcheck.gate.weakening.telling import told
from factcheck.model.claims import Change, Check, Claim, Measure, Published, Rank, Ratio, Single, Trend
from factcheck.model.findings import ClaimResult, Finding, Verdict
from factcheck.model.sides import Side
from factcheck.statements.anchors import Lost, find
from factcheck.statements.resemblance import Wanted, Words, resembling

# The lower the better; a check that could not run says nothing of what would have been found.
RANK = {
    Verdict.SUPPORTED: 0,
    Verdict.NOT_CHECKABLE: 1,
    Verdict.NOT_ENOUGH: 2,
    Verdict.CONFLICTING: 3,
    Verdict.REFUTED: 3,
}


def dropped(pair: Pair, head: Side) -> Iterator[Finding]:
    """A claim that was taken out, though its words, or words like them, still stand in the text."""
    claim, statement = pair.before.claim, pair.statement.statement
    if statement.read is None:
        yield told(f'the claim "{claim.id}" was taken out of {pair.statement.path}', None, claim.id)
        return
    text = head.texts.get(statement.text_path)
    if text is None:
        return
    if not isinstance(find(text.text, claim.quote, claim.prefix, claim.suffix), Lost):
        where = f"though its words stand in {statement.text_path}"
        yield told(f'the claim "{claim.id}" was taken out, {where}', None, claim.id)
    elif like := resembling(Words(text.text), Wanted(claim.quote, claim.prefix, claim.suffix)):
        where = f'and its words in {statement.text_path} changed: "{like.difference}"'
        yield told(f'the claim "{claim.id}" was taken out, {where}', None, claim.id)


def compared(pair: Pair, base: Side, head: Side) -> Iterator[Finding]:
    """What the claim checks less than before."""
    now = pair.now
    if now is None:
        return
    before = pair.before
    for message in (*_less(before.claim, now.claim), *_better(pair, before, now, base, head)):
        yield told(message, now.claim.quote_place, now.claim.id)


def _less(before: Claim, now: Claim) -> Iterator[str]:
    if now.not_checkable is not None and before.not_checkable is None:
        yield f"it is marked not checkable now ({now.not_checkable.because})"
    if len(now.checks) < len(before.checks):
        yield f"it has {_many(len(now.checks))} now, and had {_many(len(before.checks))}"
    if before.wording is not None and now.wording is None and now.against is None:
        yield f'"{before.wording.text}" is no longer what it says'
    waived = {one.finding: one.until for one in before.waivers}
    for waiver in now.waivers:
        if waiver.finding not in waived or waived[waiver.finding] < waiver.until:
            yield f"{waiver.finding} is waived until {waiver.until} now"
    if _bounded(now) < _bounded(before):
        yield "missing: bounds was taken out"
    if _excepted(now) > _excepted(before):
        yield "more published rows are left out by except"


def _many(checks: int) -> str:
    return "no check" if not checks else "1 check" if checks == 1 else f"{checks} checks"


def _bounded(claim: Claim) -> int:
    return sum(measure.missing == "bounds" for check in claim.checks for measure in measures(check))


def _excepted(claim: Claim) -> int:
    return sum(len(one.computation.excepted) for one in claim.checks if isinstance(one.computation, Published))


def measures(check: Check) -> tuple[Measure, ...]:
    """Every measure that a check takes."""
    match check.computation:
        case Single(measure):
            return (measure,)
        case Ratio(of, to):
            return (of,) if to is None else (of, to)
        case Change(of) | Trend(of):
            return (of,)
        case Rank(_, by):
            return (by,)
        case Published():
            return ()


def _better(pair: Pair, before: ClaimResult, now: ClaimResult, base: Side, head: Side) -> Iterator[str]:
    """The verdict got better, the words are the same, and it is not only that more is checked."""
    if Verdict.ERROR in (before.verdict, now.verdict) or RANK[now.verdict] >= RANK[before.verdict]:
        return
    if not _stands_as_it_was(pair, head) or now.claim.not_checkable is not None:
        return
    changed = (*_changed(before.claim, now.claim), *_changed_tables(before.claim, base, head))
    if changed:
        yield (
            f"it was {before.verdict.value} and is {now.verdict.value} now, though its words in the text are the same; "
            f"changed: {', '.join(changed)}"
        )


def _stands_as_it_was(pair: Pair, head: Side) -> bool:
    """The words that were quoted at the base stand in the text of now."""
    claim, now = pair.before.claim, pair.now
    text = head.texts.get(pair.statement.statement.text_path)
    if text is not None:
        return not isinstance(find(text.text, claim.quote, claim.prefix, claim.suffix), Lost)
    return now is not None and words(pair.before) in words(now)


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


def _described(table: object) -> tuple[object, ...]:
    names = ("columns", "row", "as_of", "starts", "ends", "lasting", "complete", "uncertainty", "prices", "key")
    more = ("column_aliases", "value_aliases", "sources")
    return tuple(getattr(table, name) for name in (*names, *more))
