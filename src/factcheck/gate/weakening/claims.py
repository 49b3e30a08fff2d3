"""Claims that check less than at the base."""

from collections.abc import Collection, Iterator

from factcheck.checks import tables_of
from factcheck.gate.weakening.pairs import Pair
from factcheck.gate.weakening.telling import told
from factcheck.gate.weakening.verdicts import better, redescribed
from factcheck.model.claims import Change, Check, Claim, Measure, Published, Rank, Ratio, Single, Trend
from factcheck.model.findings import ClaimResult, Finding
from factcheck.model.places import Place
from factcheck.model.sides import Side
from factcheck.model.spelling import plural
from factcheck.wording import Language


def born_waived(head: Side, known: Collection[Place]) -> Iterator[Finding]:
    """The waivers of claims that the base does not have: a sentence may not bring the waiver that lets it pass."""
    for one in head.report.claims:
        if one.claim.place not in known:
            for waiver in one.claim.waivers:
                yield told(
                    f"it is new, and {waiver.finding} is waived until {waiver.until}", waiver.place, one.claim.id
                )


def compared(pair: Pair, base: Side, head: Side, language: Language) -> Iterator[Finding]:
    """What the claim checks less than before."""
    now = pair.now
    if now is None:
        return
    verdicts = (*better(pair, now, base, head, language), *redescribed(pair, now, base, head, language))
    for message in (*_less(pair.before.claim, now.claim), *_unpinned(pair.before, now, base, head), *verdicts):
        yield told(message, now.claim.quote_place, now.claim.id)


def _less(before: Claim, now: Claim) -> Iterator[str]:
    yield from _let_off(before, now)
    if before.signed is not None and now.signed is None:
        yield f"the sign-off of {before.signed.by} was taken out"
    if len(now.checks) < len(before.checks):
        yield f"it has {_many(len(now.checks))} now, and had {_many(len(before.checks))}"
    if before.wording is not None and now.wording is None and now.against is None:
        yield f'"{before.wording.text}" is no longer what it says'
    elif _weighing(now) < min(_weighing(before), len(now.checks)):
        yield "a check only asks whether there are rows now"
    if _bounded(now) < _bounded(before):
        yield "missing: bounds was taken out"
    if _leaves_out_others(before, now):
        yield "other published rows are left out by except"
    if before.counts and not now.counts:
        yield f'it does not say any more that it counts "{before.counts}"'


def _let_off(before: Claim, now: Claim) -> Iterator[str]:
    """The mark and the waivers that it did not have."""
    if now.not_checkable is not None and before.not_checkable is None:
        yield f"it is marked not checkable now ({now.not_checkable.because})"
    waived = {one.finding: one.until for one in before.waivers}
    for waiver in now.waivers:
        if waiver.finding not in waived or waived[waiver.finding] < waiver.until:
            yield f"{waiver.finding} is waived until {waiver.until} now"


def _unpinned(before: ClaimResult, now: ClaimResult, base: Side, head: Side) -> Iterator[str]:
    """Datasets of another name that nothing pins, where all that the claim read was pinned."""
    then = _pins(before.claim, base)
    if then and all(then.values()):
        for name, pin in _pins(now.claim, head).items():
            if not pin and name not in then:
                yield f'its data were pinned, and nothing pins the dataset "{name}"'


def _pins(claim: Claim, side: Side) -> dict[str, str]:
    names = (name for check in claim.checks for name in tables_of(check.computation) if name in side.tables)
    return {name: side.tables[name].file.sha256 for name in names}


def _many(checks: int) -> str:
    return plural(checks, "check") if checks else "no check"


def _weighing(claim: Claim) -> int:
    """How many checks give something that the words are held against."""
    return sum(check.kind != "exists" for check in claim.checks)


def _bounded(claim: Claim) -> int:
    return sum(measure.missing == "bounds" for check in claim.checks for measure in measures(check))


def _leaves_out_others(before: Claim, now: Claim) -> bool:
    """Some rows are left out now that were not: another condition, or fewer columns that it asks for."""
    known = _excepted(before)
    return any(not any(then <= one for then in known) for one in _excepted(now))


def _excepted(claim: Claim) -> list[frozenset[tuple[str, str]]]:
    published = (one.computation for one in claim.checks if isinstance(one.computation, Published))
    return [frozenset(one.values) for each in published for one in each.excepted]


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
