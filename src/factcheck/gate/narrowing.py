"""A report on some of its claims: their verdicts, and the findings that bear on them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.checks import tables_of
from factcheck.model.findings import ClaimResult, Finding, Level, Report
from factcheck.model.places import Place
from factcheck.model.tables import Table


def narrowed(report: Report, ids: Sequence[str], tables: Mapping[str, Table]) -> Report:
    """The report on the claims of these ids. An input that is wrong stays told, whatever it is about."""
    statements = [
        replace(each, claims=tuple(result for result in each.claims if result.claim.id in ids))
        for each in report.statements
    ]
    kept = tuple(each for each in statements if each.claims)
    places: list[Place | None] = [each.statement.place for each in kept]
    places += [place for each in kept for result in each.claims for place in _described(result, tables)]
    findings = tuple(finding for finding in report.findings if _is_about(finding, ids, places))
    return replace(report, statements=kept, findings=findings)


def _described(result: ClaimResult, tables: Mapping[str, Table]) -> list[Place | None]:
    """Where the datasets are described that the claim's checks read."""
    return [tables[name].place for check in result.claim.checks for name in tables_of(check.computation)]


def _is_about(finding: Finding, ids: Sequence[str], places: Sequence[Place | None]) -> bool:
    """The finding is about one of the claims, their statements or datasets, or about an input that is wrong."""
    if finding.claim:
        return finding.claim in ids
    return finding.level is Level.ERROR or finding.place in places
