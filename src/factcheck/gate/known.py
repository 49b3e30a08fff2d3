"""What a run finds that stood before already: at the base of a change, or in a baseline."""

from collections.abc import Collection
from dataclasses import replace

from factcheck.gate.identity import identities
from factcheck.gate.rules import runs
from factcheck.model.findings import ClaimResult, Finding, Level, Report
from factcheck.model.places import Place
from factcheck.model.spelling import plural

NEVER_KNOWN = frozenset({runs.Weakened.name, runs.NothingChecked.name})


def without_known(report: Report, known: Collection[str], where: str) -> Report:
    """The report with the findings of these fingerprints set apart, and a line that says how many.

    What could not be checked, and a file that is wrong, always count: nothing is known of them.
    """
    told = identities(report.findings, report.claims, below=report.below)
    is_known = [
        may_be_known(one) and identity.fingerprint in known for one, identity in zip(report.findings, told, strict=True)
    ]
    new = tuple(one for one, old in zip(report.findings, is_known, strict=True) if not old)
    old = tuple(one for one, old in zip(report.findings, is_known, strict=True) if old)
    grave = sum(one.level is not Level.NOTE for one in old)
    lines = (f"{plural(grave, 'finding')} above notes stood {where} already",) if grave else ()
    places = {(one.kind, one.place) for one in old}
    statements = tuple(
        replace(each, claims=tuple(_marked(result, places, where) for result in each.claims))
        for each in report.statements
    )
    return replace(
        report, statements=statements, findings=new, known=(*report.known, *old), told=(*report.told, *lines)
    )


def _marked(result: ClaimResult, places: Collection[tuple[str, Place | None]], where: str) -> ClaimResult:
    """The result, with where its verdict was known."""
    return replace(result, known=where) if (result.verdict.value, result.claim.quote_place) in places else result


def may_be_known(one: Finding) -> bool:
    """No finding that a change, an empty run or a file that cannot be read gives."""
    return one.code == 1 and one.kind not in NEVER_KNOWN
