"""A person's decisions on a claim: whether one may be taken, and what it writes into the claim file."""

from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.gate.quotes import Quoted
from factcheck.gate.rules import RULES, named, slug
from factcheck.model.claims import Claim, Waiver
from factcheck.model.decided import Fields, Put
from factcheck.model.findings import ClaimResult, Finding, Verdict
from factcheck.model.signed import Stamp

_NO_FAULT = frozenset({Verdict.SUPPORTED.value, Verdict.NOT_CHECKABLE.value})


def not_signable(result: ClaimResult, quote: Quoted, stamp: Stamp) -> str:
    """Why nobody can sign the claim as it stands; empty where one may."""
    if quote.is_changed or quote.is_gone:
        return "its words do not stand in the text; edit the quote, or the text"
    if not stamp.text:
        return "its words stand in several places of the text; edit the claim, and add prefix or suffix"
    if result.verdict is Verdict.ERROR or not all(found for _, found in stamp.data):
        return "a check could not run, so nobody knows what it would be signed on"
    return ""


def accepted(claim: Claim, stamp: Stamp, *, by: str, on: date) -> Put:
    """The sign-off, in the place of an earlier one."""
    fields: Fields = (("by", by), ("on", str(on)), ("verdict", stamp.verdict), ("text", stamp.text))
    fields += (("claim", stamp.claim), *((("data", stamp.data),) if stamp.data else ()))
    return Put(claim.id, "signed", fields)


def waivable(findings: Sequence[Finding]) -> list[str]:
    """The findings on a claim that a waiver can be for, each once, as they are written."""
    kinds = dict.fromkeys(one.kind for one in findings if not one.waived)
    return [slug(kind) for kind in kinds if kind not in _NO_FAULT and not RULES[kind].is_fixed]


def waived(claim: Claim, finding: str, *, reason: str, until: date, by: str) -> Put:
    """The waiver, beside those of other findings, and in the place of one of the same."""
    others = [_waiver(one) for one in claim.waivers if named(one.finding) is not named(finding)]
    new: Fields = (("finding", finding), ("reason", reason), ("until", str(until)), ("by", by))
    return Put(claim.id, "waive", [*others, new] if others else new)


def _waiver(one: Waiver) -> Fields:
    fields: Fields = (("finding", one.finding), ("reason", one.reason), ("until", str(one.until)))
    return (*fields, ("by", one.by)) if one.by else fields


def marked(claim: Claim, because: str, *, reason: str, by: str, on: date) -> Put:
    """The mark that no data can settle it."""
    return Put(claim.id, "not_checkable", (("because", because), ("reason", reason), ("by", by), ("on", str(on))))


def noted(claim: Claim, words: str) -> Put:
    """The note; after the words of the one there is.

    >>> from factcheck.model.places import Place
    >>> noted(Claim("a", "x", Place("a.yaml"), Place("a.yaml"), note="Ask Bob"), "Asked.").value
    'Ask Bob. Asked.'
    """
    return Put(claim.id, "note", " ".join(_joined(claim.note.strip(), words)))


def _joined(old: str, new: str) -> Iterator[str]:
    if old:
        yield old if old.endswith((".", "!", "?", "…", ";", ":")) else f"{old}."
    yield new
