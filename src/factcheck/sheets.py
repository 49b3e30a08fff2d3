"""Claim files as a person reviews them: each claim with its result, its place in the text, and what it stands on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from factcheck import claimed
from factcheck.claims.load import ClaimFile
from factcheck.datasets.package import Catalogue
from factcheck.engines.process import Worker
from factcheck.errors import FactcheckError, Problem
from factcheck.files.text import read_bytes
from factcheck.gate.identity import subjects
from factcheck.gate.quotes import Quoted, quoted
from factcheck.gating import language_of
from factcheck.model.decided import Put
from factcheck.model.explained import Explanation
from factcheck.model.findings import ClaimResult, Finding, Report, StatementResult
from factcheck.model.settings import Settings
from factcheck.review.stamps import Stamping, changes
from factcheck.review.standing import standing
from factcheck.review.talking import Subject
from factcheck.wiring import open_project


@dataclass(frozen=True, slots=True)
class Sheet:
    """One claim file: `text` is what stands in it, `results` are those of its claims when it was last checked.

    `stale` are the claims that have to be checked again before they are shown.
    """

    path: Path
    shown: str
    text: str
    file: ClaimFile
    statement: StatementResult | None
    results: tuple[ClaimResult, ...]
    quotes: tuple[Quoted, ...]
    findings: tuple[tuple[Finding, ...], ...]
    hashes: Mapping[str, str]
    catalogue: Catalogue
    problems: tuple[Problem, ...] = ()
    stale: frozenset[str] = field(default_factory=frozenset)

    def ids(self) -> tuple[str, ...]:
        return tuple(result.claim.id for result in self.results)

    def open_ids(self) -> tuple[str, ...]:
        """The claims that nobody has decided on, or that changed since."""
        return tuple(result.claim.id for result in self.results if standing(result).is_open)

    def is_stale(self, name: str) -> bool:
        return name in self.stale

    def subject(self, name: str) -> Subject | None:
        """The claim as the file has it now; None where it is gone, or has a mistake."""
        for result, quote, findings in zip(self.results, self.quotes, self.findings, strict=False):
            if result.claim.id == name and self.statement is not None:
                return self._subject(result, quote, findings, self.statement)
        return None

    def _subject(
        self, result: ClaimResult, quote: Quoted, findings: tuple[Finding, ...], statement: StatementResult
    ) -> Subject:
        claims = self.file.claims
        fresh = replace(result, claim=next((one for one in claims if one.id == result.claim.id), result.claim))
        stamp = Stamping(statement.statement, claims, self.hashes, language_of(self.file)).stamp(fresh, quote)
        signed = fresh.claim.signed
        told = replace(fresh, changed=changes(signed.stamp, stamp) if signed else ())
        moved = fresh.claim.place.line - result.claim.place.line
        return Subject(told, quote, stamp, tuple(self._moved(one, moved) for one in findings))

    def _moved(self, one: Finding, lines: int) -> Finding:
        """The finding where it stands now: answers above it have put lines into the file."""
        if one.place is None or one.place.path != self.shown:
            return one
        return replace(one, place=replace(one.place, line=one.place.line + lines))

    def explanation(self, one: Subject) -> Explanation:
        """The claim as a report shows it."""
        if self.statement is None:
            raise AssertionError("a claim without a statement has no result")
        return Explanation(one.result, self.statement, one.quote.before, one.quote.after, findings=one.findings)

    def after(self, text: str, put: Put) -> "Sheet":
        """The sheet once the decision stands in its file. What was measured is the same; a verdict may be another."""
        file = claimed.loaded(self.path, self.shown, self.catalogue)
        stale = self.stale | {put.claim} if put.key in ("waive", "not_checkable") else self.stale
        return replace(self, text=text, file=file, problems=file.problems, stale=stale)


@dataclass(frozen=True, slots=True)
class Found:
    """The sheets of what was named, and everything that is wrong with files."""

    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...]


def opened(paths: Sequence[str], *, today: date, settings: Settings, worker: Worker | None = None) -> Found:
    """The claim files that are meant, loaded and checked."""
    with open_project(paths, today=today, settings=settings, worker=worker) as project:
        texts = {path: _text(path, file.path) for file, path in project.with_paths()}
        side = project.side()
        statements = {each.path: each for each in side.report.statements}
        found = dict(_findings(side.report))
        sheets = []
        for file, path in project.with_paths():
            statement = statements.get(file.path)
            results = statement.claims if statement else ()
            sheets.append(
                Sheet(
                    path=path,
                    shown=file.path,
                    text=texts[path],
                    file=file,
                    statement=statement,
                    results=results,
                    quotes=quoted(file.statement, file.claims, language_of(file)) if file.statement else (),
                    findings=tuple(found.get(id(result), ()) for result in results),
                    hashes=side.hashes,
                    catalogue=project.catalogue,
                    problems=file.problems,
                )
            )
        return Found(tuple(sheets), project.mistakes())


def _text(path: Path, shown: str) -> str:
    """What stands in the file; nothing where it cannot be read, which loading has told."""
    try:
        return read_bytes(path, shown).decode("utf-8", "replace")
    except FactcheckError:
        return ""


def _findings(report: Report) -> Iterator[tuple[int, tuple[Finding, ...]]]:
    """The findings on each result of a report, by the result's identity: ids are unique within one file only."""
    told: dict[int, list[Finding]] = {}
    for finding, result in zip(report.findings, subjects(report.findings, report.claims), strict=True):
        if result is not None:
            told.setdefault(id(result), []).append(finding)
    yield from ((key, tuple(found)) for key, found in told.items())
