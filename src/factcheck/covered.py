"""What of a text its claim files cover, and what is to be said of the rest."""

from collections.abc import Sequence

from factcheck.claimed import files_about
from factcheck.claims.load import ClaimFile
from factcheck.gate.applying import settled
from factcheck.gate.levels import finding, of_problem
from factcheck.gate.rules import texts
from factcheck.gating import covering
from factcheck.given import Source, language_of, left_out
from factcheck.model.coverage import Coverage, Item
from factcheck.model.findings import Finding
from factcheck.model.places import Place
from factcheck.model.settings import Settings
from factcheck.wiring import DEFAULT


def coverage(source: Source, settings: Settings = DEFAULT, *, language: str = "en") -> Coverage:
    """What of a text its claim files cover."""
    files, problems = files_about(source.path) if source.path else ((), ())
    code = next((file.statement.language for file in files if file.statement), language)
    found, on_figures = covering(source.read, source.shown, language_of(code), files, settings.min_coverage)
    findings, told = settled((*map(of_problem, problems), *on_figures, *_nothing(source, found, files)), settings)
    return Coverage(
        path=source.shown,
        items=found,
        files=tuple(file.path for file in files),
        left_out=left_out(source.read),
        findings=findings,
        told=told,
    )


def _nothing(source: Source, found: Sequence[Item], files: Sequence[ClaimFile]) -> list[Finding]:
    if not found:
        return [finding(texts.NothingToCover, "no figure and no superlative was found", Place(source.shown))]
    if not files and source.path:
        remedy = f"write one: factcheck extract {source.shown}"
        return [finding(texts.NoClaimFile, "no claim file is about this text", Place(source.shown), remedy=remedy)]
    return []
