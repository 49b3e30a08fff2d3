"""Settings applied to findings: other levels, what is left out, and what was said about it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.gate.levels import ORDER, finding
from factcheck.gate.rules import RULES, runs, slug
from factcheck.model.findings import Finding, Level, Report, Verdict
from factcheck.model.settings import Settings

FROM_DATA = frozenset({Verdict.SUPPORTED, Verdict.REFUTED, Verdict.CONFLICTING, Verdict.NOT_ENOUGH, Verdict.ERROR})


def applied(report: Report, settings: Settings) -> Report:
    """The report as the settings want it. What they make lighter or leave out is told, so that nothing is softened
    unseen.
    """
    findings, told = settled((*report.findings, *_nothing(report, settings)), settings)
    return replace(report, findings=findings, told=(*report.told, *told))


def settled(findings: Iterable[Finding], settings: Settings) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """The findings as the settings want them, and a line for each thing that they make lighter or leave out."""
    found = [_levelled(one, settings) for one in findings]
    kept = tuple(one for one in found if _is_told(one, settings))
    left = Counter(one.kind for one in found if not _is_told(one, settings))
    told = [f"left out by the settings: {number} {kind}" for kind, number in sorted(left.items())]
    return kept, (*_softened(settings, found), *told)


def _levelled(one: Finding, settings: Settings) -> Finding:
    level = settings.levels.get(one.kind)
    return one if level is None or RULES[one.kind].is_fixed else replace(one, level=level)


def _is_told(one: Finding, settings: Settings) -> bool:
    if RULES[one.kind].is_fixed:
        return True
    return one.kind not in settings.ignore and (not settings.select or one.kind in settings.select)


def _softened(settings: Settings, found: Iterable[Finding]) -> list[str]:
    """The settings that make a finding of this run lighter than its rule says."""
    met = {one.kind for one in found}
    return [
        f"{slug(kind)} is only a {level.value} by the settings"
        for kind, level in sorted(settings.levels.items())
        if kind in met and ORDER.index(level) < ORDER.index(RULES[kind].level)
    ]


def _nothing(report: Report, settings: Settings) -> Sequence[Finding]:
    """A run in which no claim was put to data, though nothing else says so."""
    checked = any(claim.evidence and claim.verdict in FROM_DATA for claim in report.claims)
    is_wrong = any(one.code != 1 and one.level is Level.ERROR for one in report.findings)
    if checked or is_wrong or settings.allow_empty:
        return ()
    many = len(report.claims)
    told = "not one claim was put to data" if many else "there was no claim"
    remedy = "write a check for a claim; where it is meant, give --allow-empty"
    place = report.statements[0].statement.place if report.statements else None
    return (finding(runs.NothingChecked, told, place, remedy=remedy),)
