"""Builds a project from options: its datasets, its claim files, the engine, the languages. Nothing is decided here."""

import os
import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from factcheck import checks, claimed, explaining, gating, pipeline
from factcheck.claims.find import claim_files_about
from factcheck.claims.load import ClaimFile
from factcheck.datasets.fingerprint import Fingerprint, changed_meanwhile, compared, unlocked
from factcheck.datasets.keys import key_problem
from factcheck.datasets.lock import NOTHING, Lock, pinned
from factcheck.datasets.lock import load as load_lock
from factcheck.datasets.package import Catalogue
from factcheck.datasets.ready import ready
from factcheck.engines.duckdb import open_engine
from factcheck.engines.interface import Engine
from factcheck.engines.process import Worker
from factcheck.engines.remote import connected
from factcheck.engines.several import Several
from factcheck.errors import FactcheckError, Problem, did_you_mean
from factcheck.evidence.weighing import Scales
from factcheck.files.paths import project_root
from factcheck.gate.applying import applied
from factcheck.gate.levels import of_change, of_problem, of_remark
from factcheck.gate.narrowing import narrowed
from factcheck.gate.quotes import Quoted, quoted
from factcheck.languages import load as load_language
from factcheck.model.claims import Claim, Statement
from factcheck.model.coverage import Item
from factcheck.model.explained import DatasetShown, Explanation
from factcheck.model.findings import ClaimResult, Finding, Report, StatementResult
from factcheck.model.queries import Answer, Duplicates
from factcheck.model.settings import Settings
from factcheck.model.sides import Side
from factcheck.model.tables import Table
from factcheck.wording import wording

# For commands that judge nothing.
ANY_DAY = date.max
DEFAULT = Settings()
DESCRIPTION = Path("datasets/datapackage.yaml")


@dataclass(frozen=True, slots=True)
class Opened:
    """Tables whose files were read: an engine on them, their hashes, and why others cannot be used."""

    engine: Engine
    tables: Mapping[str, Table]
    fingerprints: Mapping[str, Fingerprint]
    unusable: Mapping[str, Problem]
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class Project:
    """What is described and what is claimed; `report` and its like ask the engine."""

    root: Path
    catalogue: Catalogue
    folder: Path
    today: date
    lock: Lock = NOTHING
    settings: Settings = DEFAULT
    named: tuple[str, ...] = ()
    files: tuple[ClaimFile, ...] = ()
    problems: tuple[Problem, ...] = ()
    paths: tuple[Path, ...] = ()
    worker: Worker | None = None
    _opened: list[Engine] = field(default_factory=list)

    def report(self, *, only: Sequence[str] = ()) -> Report:
        """The verdicts on all claims, or on those whose ids are named, and every finding."""
        side = self.side(only=only)
        settings = replace(self.settings, allow_empty=True) if only else self.settings
        return applied(side.report, settings)

    def side(self, *, only: Sequence[str] = ()) -> Side:
        """The report before the settings are applied, and what a comparison with another run needs besides."""
        opened = self.opened(self._tables_used())
        statements, findings, items = self._judged(opened)
        mistakes = map(of_problem, self.mistakes())
        found = (*mistakes, *opened.findings, *findings)
        report = Report(statements, found, str(self.today), below=self._below())
        told = self._narrowed(report, only, opened.tables) if only else report
        tables = {name: pinned(table, self.lock) for name, table in opened.tables.items()}
        return Side(told, tables, items, settings=self.settings)

    def _below(self) -> str:
        here = Path.cwd().resolve()
        below = here.relative_to(self.root).as_posix() if here.is_relative_to(self.root) else ""
        return "" if below == "." else below

    def explanations(self, claim: str, *, rows: int, plan: bool) -> tuple[Explanation, ...]:
        """The claim of that id, of each file that has one. Raises FactcheckError where none has."""
        opened = self.opened(self._tables_used())
        statements, findings, _ = self._judged(opened)
        report = Report(statements, (*opened.findings, *findings))
        kept = self._narrowed(report, [claim], opened.tables)
        return tuple(
            self._explained(result, statement, kept.findings, opened, rows=rows, plan=plan)
            for statement in kept.statements
            for result in statement.claims
        )

    def dataset(self, name: str, *, rows: int) -> DatasetShown:
        """One dataset as it was found. Raises FactcheckError where there is none of that name, or it cannot be read."""
        if name not in self.catalogue.tables:
            known = did_you_mean(name, self.catalogue.tables, has="The datasets are")
            raise FactcheckError(*self.catalogue.problems, Problem(f'unknown dataset "{name}"', remedy=known))
        opened = self.opened([name])
        if name in opened.unusable:
            raise FactcheckError(opened.unusable[name])
        table, found = self.catalogue.tables[name], opened.fingerprints.get(name)
        shown = explaining.dataset_shown(table, found, opened.engine, rows=rows, problems=())
        return replace(shown, findings=opened.findings)

    def with_paths(self) -> tuple[tuple[ClaimFile, Path], ...]:
        """The claim files, each with where it lies."""
        return tuple(zip(self.files, self.paths, strict=True))

    def resting_on(self, datasets: Sequence[str]) -> tuple[tuple[Statement, Claim], ...]:
        """The claims with a check on one of these datasets, which are named, or meant by their files."""
        names = {name for one in datasets for name in self._meant(one)}
        return tuple(
            (file.statement, claim)
            for file in self.files
            if file.statement
            for claim in file.claims
            if any(names.intersection(checks.tables_of(check.computation)) for check in claim.checks)
        )

    def _meant(self, dataset: str) -> list[str]:
        """The datasets of a name or a file. Raises FactcheckError where there is none."""
        tables = self.catalogue.tables
        if dataset in tables:
            return [dataset]
        path = Path(dataset).resolve()
        found = [
            name
            for name, table in tables.items()
            if not table.file.engine and Path(table.file.absolute).resolve() == path
        ]
        if not found:
            known = did_you_mean(dataset, tables, has="The datasets are")
            raise FactcheckError(*self.catalogue.problems, Problem(f'unknown dataset "{dataset}"', remedy=known))
        return found

    def _tables_used(self) -> list[str]:
        used = [
            name
            for file in self.files
            for claim in file.claims
            for check in claim.checks
            for name in checks.tables_of(check.computation)
        ]
        return list(dict.fromkeys(used))

    def mistakes(self) -> tuple[Problem, ...]:
        """What is wrong with the description, with what was named, and with the claim files, each once."""
        told = [
            *self.catalogue.problems,
            *self.lock.problems,
            *self.problems,
            *(one for file in self.files for one in file.problems),
        ]
        return tuple(dict.fromkeys(told))

    def _narrowed(self, report: Report, ids: Sequence[str], tables: Mapping[str, Table]) -> Report:
        """The report on these claims only. Raises FactcheckError where one of them is not in it, with what is wrong."""
        known = dict.fromkeys(result.claim.id for result in report.claims)
        for wanted in ids:
            if wanted not in known:
                remedy = did_you_mean(wanted, known, has="The claims are")
                raise FactcheckError(Problem(f'no claim "{wanted}"', remedy=remedy), *self.mistakes())
        return narrowed(report, ids, tables)

    def opened(self, names: Iterable[str]) -> Opened:
        """The datasets of these names: those that can be read, and what is wrong with the others."""
        tables = {name: self.catalogue.tables[name] for name in names}
        elsewhere = {name: table for name, table in tables.items() if table.file.engine}
        here = {name: table for name, table in tables.items() if name not in elsewhere}
        files = compared(here, lock=self.lock, locked=self.settings.locked)
        unusable = {**files.unusable, **(unlocked(elsewhere, self.lock) if self.settings.locked else {})}
        usable, problems = ready({name: table for name, table in here.items() if name not in unusable}, self.folder)
        unread = [name for name in here if name not in usable and name not in unusable]
        unusable.update(zip(unread, problems, strict=False))
        embedded = open_engine(usable, worker=self.worker)
        asked = {name: table for name, table in elsewhere.items() if name not in unusable}
        beyond = connected(asked, os.environ)
        engine = Several(embedded, beyond.engines) if elsewhere else embedded
        self._opened.append(engine)
        unusable |= beyond.unusable
        usable |= {name: elsewhere[name] for name in beyond.engines}
        unusable |= _doubled(usable, engine)
        findings = (*map(of_change, files.changed), *_remarks(usable))
        return Opened(engine, tables, files.fingerprints, unusable, findings)

    def _judged(
        self, opened: Opened
    ) -> tuple[tuple[StatementResult, ...], tuple[Finding, ...], Mapping[str, tuple[Item, ...]]]:
        stated = [
            pipeline.Stated(file.claims, file.statement.publisher if file.statement else "") for file in self.files
        ]
        hashes = {name: found.sha256 for name, found in opened.fingerprints.items()}
        english = load_language("en")
        scales = Scales(opened.tables, lambda words: wording(words, english), self.today, hashes, opened.unusable)
        found = pipeline.results(stated, opened.engine, scales)
        if meanwhile := _changed_meanwhile(opened):
            scales = replace(scales, unusable={**opened.unusable, **meanwhile})
            found = pipeline.results(stated, opened.engine, scales)
        statements: list[StatementResult] = []
        findings: list[Finding] = []
        quotes: dict[str, tuple[Quoted, ...]] = {}
        for file, results in zip(self.files, found, strict=True):
            if told := gating.gated(file, results, self.today):
                statement, on_claims, quotes[file.path] = told
                statements.append(statement)
                findings += on_claims
        covered = gating.coverage_of(self.files, self._others(), quotes, self.settings.min_coverage)
        return tuple(statements), (*findings, *covered.findings), covered.items

    def _others(self) -> dict[Path, list[ClaimFile]]:
        """Claim files about the texts of this run that are not part of it: what they cover is covered."""
        if not self.named:
            return {}
        known = {file.path for file in self.files}
        texts = dict.fromkeys(file.text_file for file in self.files if file.text_file)
        found = {text: claim_files_about(text, Path.cwd()) for text in texts}
        return {
            text: [claimed.loaded(path, shown, self.catalogue) for path, shown in about if shown not in known]
            for text, about in found.items()
        }

    def _explained(
        self,
        result: ClaimResult,
        statement: StatementResult,
        findings: Sequence[Finding],
        opened: Opened,
        *,
        rows: int,
        plan: bool,
    ) -> Explanation:
        language = load_language(statement.statement.language)
        (quote,) = quoted(statement.statement, [result.claim], language)
        told = ["factcheck", "check", statement.path, "--claim", result.claim.id, "--today", str(self.today)]
        return Explanation(
            result=result,
            statement=statement,
            before=quote.before,
            after=quote.after,
            rows=explaining.rows_behind(result, opened.tables, opened.engine, at_most=rows),
            findings=tuple(findings),
            repeat=shlex.join([*told, *(["--locked"] if self.settings.locked else [])]),
            plan=opened.engine.plan_lines(explaining.requests(result, opened.tables)) if plan else (),
        )

    def close(self) -> None:
        for engine in self._opened:
            engine.close()
        if self.worker is not None and not self._opened:
            self.worker.close()


def _changed_meanwhile(opened: Opened) -> dict[str, Problem]:
    """The tables whose files somebody wrote since they were hashed."""
    told = {name: changed_meanwhile(opened.tables[name], found) for name, found in opened.fingerprints.items()}
    return {name: problem for name, problem in told.items() if problem is not None}


def _doubled(tables: Mapping[str, Table], engine: Engine) -> dict[str, Problem]:
    """The tables in which a key that is declared to tell rows apart does not."""
    keyed = [table for table in tables.values() if table.key]
    answers = engine.answers([Duplicates(table.name, table.key) for table in keyed])
    return {
        table.name: key_problem(table, answer.rows)
        for table, answer in zip(keyed, answers, strict=True)
        if isinstance(answer, Answer) and answer.rows
    }


def _remarks(tables: Mapping[str, Table]) -> Iterator[Finding]:
    for table in tables.values():
        yield from (of_remark(table.file.path, remark, table.place) for remark in table.file.remarks)


@contextmanager
def open_project(
    named: Sequence[str],
    *,
    today: date | None,
    settings: Settings = DEFAULT,
    claims: bool = True,
    worker: Worker | None = None,
) -> Iterator[Project]:
    """The project that the paths lie in, with the claim files they name; closed afterwards, its worker ended.

    A worker that was started before saves the time it takes to get ready.
    """
    worker = worker or Worker()
    root = project_root(Path(named[0]) if named else Path.cwd())
    with TemporaryDirectory(prefix="factcheck-") as folder:
        catalogue = claimed.catalogue_of(root)
        found = claimed.meant(named, root, catalogue) if claims else claimed.NOTHING
        project = Project(
            root=root,
            catalogue=catalogue,
            folder=Path(folder),
            today=today or ANY_DAY,
            lock=load_lock(root),
            settings=settings,
            named=tuple(named),
            files=found.files,
            problems=(*found.problems, *(() if settings.allow_empty else found.empty)),
            paths=found.paths,
            worker=worker,
        )
        try:
            yield project
        finally:
            project.close()
