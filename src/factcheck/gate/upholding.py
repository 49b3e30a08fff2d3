"""A claim's verdict holds only for words that stand in the text; a person may waive a finding for a time."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from factcheck.errors import Problem, did_you_mean
from factcheck.gate.levels import finding, findings_of, of_problem
from factcheck.gate.quotes import Quoted
from factcheck.gate.rules import RULES, named, runs, slug
from factcheck.model.claims import Claim, Waiver
from factcheck.model.findings import ClaimResult, Finding, Verdict

JUDGED = frozenset({Verdict.SUPPORTED, Verdict.REFUTED, Verdict.CONFLICTING, Verdict.NOT_ENOUGH})
CHANGED, LOST = "quote changed", "quote lost"


def upheld(result: ClaimResult, quote: Quoted) -> ClaimResult:
    """The result, placed in the text. The verdict on words that do not stand there any more does not count."""
    placed = replace(result, said_at=quote.at)
    if result.verdict not in JUDGED or not (quote.is_changed or quote.is_gone):
        return placed
    return replace(placed, verdict=Verdict.NOT_ENOUGH, reason=CHANGED if quote.is_changed else LOST)


def findings_on(result: ClaimResult, quote: Quoted, besides: Sequence[Finding], today: date) -> tuple[Finding, ...]:
    """Everything found on one claim, the waived among it, and what is wrong with its waivers."""
    verdict = () if result.reason in (CHANGED, LOST) else findings_of(result)
    return _waived((*quote.findings, *verdict, *besides), result.claim, today)


def with_waiver(result: ClaimResult, found: Sequence[Finding]) -> ClaimResult:
    """The result with the waiver of its verdict, where there is one."""
    return replace(result, waived=next((one.waived for one in found if one.kind == result.verdict.value), ""))


def _waived(found: Sequence[Finding], claim: Claim, today: date) -> tuple[Finding, ...]:
    """Each finding, with the waiver that is for it; and what is wrong with the waivers."""
    for waiver in claim.waivers:
        found = [_with(one, waiver, today) for one in found]
    return (*found, *(told for waiver in claim.waivers for told in _about(waiver, claim, found, today)))


def _with(one: Finding, waiver: Waiver, today: date) -> Finding:
    rule = named(waiver.finding)
    if rule is None or rule.is_fixed or one.kind != rule.name or today > waiver.until:
        return one
    return replace(one, waived=f"{waiver.reason} (until {waiver.until}{f', {waiver.by}' if waiver.by else ''})")


def _about(waiver: Waiver, claim: Claim, found: Sequence[Finding], today: date) -> Iterator[Finding]:
    """What there is to say about a waiver itself."""
    rule = named(waiver.finding)
    if rule is None:
        remedy = did_you_mean(slug(waiver.finding), map(slug, RULES), has="The findings are")
        yield of_problem(Problem(f'no finding is called "{waiver.finding}"', waiver.place, remedy), claim=claim.id)
    elif rule.is_fixed:
        told = f"{slug(rule.name)} cannot be waived"
        yield of_problem(Problem(told, waiver.place, "mend what it tells"), claim=claim.id)
    elif all(one.kind != rule.name for one in found):
        told = f"the claim has no finding {slug(rule.name)} any more"
        yield finding(runs.UnusedWaiver, told, waiver.place, claim.id, "take the waiver out")
    elif today > waiver.until:
        told = f"the waiver of {rule.name} ended on {waiver.until}: {waiver.reason}"
        yield finding(runs.ExpiredWaiver, told, waiver.place, claim.id, "mend it, or agree on another day")
