"""What a run finds that stood before already: at the base of a change, or in a baseline."""

from collections.abc import Collection
from dataclasses import replace

from factcheck.gate.identity import Identity, identities
from factcheck.gate.rules import runs
from factcheck.model.findings import Finding, Report

NEVER_KNOWN = frozenset({runs.Weakened.name, runs.NothingChecked.name})


def without_known(report: Report, known: Collection[Identity], where: str) -> Report:
    """The report with the findings that were known set apart, and a line that says how many.

    What could not be checked, and a file that is wrong, always count: nothing is known of them.
    """
    told = identities(report.findings, report.claims)
    is_known = [_may_be(one) and identity in known for one, identity in zip(report.findings, told, strict=True)]
    new = tuple(one for one, old in zip(report.findings, is_known, strict=True) if not old)
    old = tuple(one for one, old in zip(report.findings, is_known, strict=True) if old)
    many = "1 finding" if len(old) == 1 else f"{len(old)} findings"
    lines = (f"{many} stood {where} already",) if old else ()
    return replace(report, findings=new, known=(*report.known, *old), told=(*report.told, *lines))


def _may_be(one: Finding) -> bool:
    return one.code == 1 and one.kind not in NEVER_KNOWN
