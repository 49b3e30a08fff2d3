"""Builds a project from options: its datasets, its claim files, the engine, the languages. Nothing is decided here."""

import os
import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from factcheck import claimed, correcting, explaining, gating, picturing, pipeline
from factcheck.claims.load import ClaimFile
from factcheck.datasets.lock import NOTHING, Lock, pinned
from factcheck.datasets.lock import load as load_lock
from factcheck.datasets.package import Catalogue
from factcheck.engines.process import Worker
from factcheck.errors import FactcheckError, Problem, did_you_mean
from factcheck.evidence.weighing import Scales
from factcheck.files.paths import project_root
from factcheck.gate.applying import applied
from factcheck.gate.levels import of_problem
from factcheck.gate.narrowing import narrowed
from factcheck.gate.quotes import quoted
from factcheck.languages import load as load_language
from factcheck.memory.memory import Memory, memory_for, nothing
from factcheck.memory.runs import RestsOn
from factcheck.model.claims import Claim, Statement
from factcheck.model.explained import DatasetShown, Explanation
from factcheck.model.findings import ClaimResult, Finding, Report, StatementResult
from factcheck.model.settings import Settings
from factcheck.model.sides import Side
from factcheck.model.tables import Table
from factcheck.opened import Opened, open_tables, uncertain, written_meanwhile
from factcheck.wording import wording

# For commands that judge nothing.
ANY_DAY = date.max
DEFAULT = Settings()


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
    pictured: bool = False
    memory: Memory = field(default_factory=nothing)
    _opened: list[Opened] = field(default_factory=list)

    def report(self, *, only: Sequence[str] = ()) -> Report:
        """The verdicts on all claims, or on those whose ids are named, and every finding."""
        side = self.side(only=only)
        settings = replace(self.settings, allow_empty=True) if only else self.settings
        return applied(side.report, settings)

    def side(self, *, only: Sequence[str] = ()) -> Side:
        """The report before the settings are applied, and what a comparison with another run needs besides."""
        opened = self.opened(claimed.tables_used(self.files))
        judged = self._judged(opened, self.files)
        covered = gating.coverage_of(self.files, self._others(), judged.quotes, self.settings.min_coverage)
        found = (*map(of_problem, self.mistakes()), *opened.findings, *judged.findings, *covered.findings)
        reviewer = self.settings.reviewer
        report = Report(judged.statements, found, str(self.today), below=self._below(), reviewer=reviewer)
        told = self._narrowed(report, only, opened.tables) if only else report
        if self.pictured:
            corrected = self._corrected(told.statements, opened)
            told = picturing.pictured(told, covered.items, opened.tables, opened.engine, self._repeat, corrected)
        tables = {name: pinned(table, self.lock) for name, table in opened.tables.items()}
        return Side(told, tables, covered.items, settings=self.settings, hashes=opened.hashes)

    def _below(self) -> str:
        here = Path.cwd().resolve()
        below = here.relative_to(self.root).as_posix() if here.is_relative_to(self.root) else ""
        return "" if below == "." else below

    def explanations(self, claim: str, *, rows: int, plan: bool) -> tuple[Explanation, ...]:
        """The claim of that id, of each file that has one. Raises FactcheckError where none has."""
        opened = self.opened(claimed.tables_used(self.files))
        judged = self._judged(opened, self.files)
        report = Report(judged.statements, (*opened.findings, *judged.findings))
        kept = self._narrowed(report, [claim], opened.tables)
        corrected = self._corrected(kept.statements, opened)
        return tuple(
            replace(
                self._explained(result, statement, kept.findings, opened, rows=rows, plan=plan),
                correction=corrected.get((statement.path, result.claim.id)),
            )
            for statement in kept.statements
            for result in statement.claims
        )

    def corrected(self, *, only: Sequence[str] = (), asked: str = "") -> correcting.Corrected:
        """The verdicts with what there is to correct, for all claims or those named. Raises FactcheckError as `report`.

        `asked` are words that a person wants instead of those that would be found.
        """
        opened = self.opened(claimed.tables_used(self.files))
        judged = self._judged(opened, self.files)
        report = Report(judged.statements, (*opened.findings, *judged.findings))
        kept = self._narrowed(report, only, opened.tables) if only else report
        found = self._corrected(kept.statements, opened, asked)
        return correcting.Corrected(
            kept, found, judged.statements, lambda file: self._judged(opened, [file]).statements
        )

    def _corrected(
        self, statements: Sequence[StatementResult], opened: Opened, asked: str = ""
    ) -> correcting.Corrections:
        """Of each refuted claim what would be true instead, by claim file and id."""
        return correcting.corrections(statements, opened.tables, opened.engine, self.today, asked=asked)

    def _repeat(self, path: str, claim: str) -> str:
        """The command that gives this verdict again."""
        told = ["factcheck", "check", path, "--claim", claim, "--today", str(self.today)]
        return shlex.join([*told, *(["--locked"] if self.settings.locked else [])])

    def dataset(self, name: str, *, rows: int) -> DatasetShown:
        """One dataset as it was found. Raises FactcheckError where there is none of that name, or it cannot be read."""
        if name not in self.catalogue.tables:
            raise FactcheckError(*self.catalogue.problems, self.catalogue.absent(name))
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
        return claimed.resting_on(datasets, self.files, self.catalogue)

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
        locked = self.settings.locked
        found = open_tables(tables, self.lock, self.folder, self.worker, self.memory, locked=locked)
        self._opened.append(found)
        return found

    def rests_on(self) -> RestsOn | None:
        """What its verdicts rest on besides the files that it reads; None where a table is another engine's."""
        used = [self.catalogue.tables[name].file for name in claimed.tables_used(self.files)]
        if self.settings.locked or any(file.engine for file in used):
            return None
        files = [table.file for table in self.catalogue.tables.values() if not table.file.engine]
        folders = dict.fromkeys(str(Path(file.absolute).parent) for file in files)
        return RestsOn(self.memory.hashes.used, tuple(folders))

    def _judged(self, opened: Opened, files: Sequence[ClaimFile]) -> gating.Gated:
        stated = [pipeline.Stated(file.claims, file.statement.publisher if file.statement else "") for file in files]
        hashes = {name: found.sha256 for name, found in opened.fingerprints.items()}
        english = load_language("en")
        scales = Scales(opened.tables, lambda words: wording(words, english), self.today, hashes, opened.unusable)
        found = pipeline.results(stated, opened.engine, scales)
        if meanwhile := written_meanwhile(opened):
            scales = replace(scales, unusable={**opened.unusable, **meanwhile})
            found = pipeline.results(stated, opened.engine, scales)
        return gating.gated(files, found, self.today, opened.hashes)

    def _others(self) -> dict[Path, list[ClaimFile]]:
        """Claim files about the texts of this run that are not part of it: what they cover is covered."""
        return claimed.others_about(self.files, self.paths, self.catalogue) if self.named else {}

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
        return Explanation(
            result=result,
            statement=statement,
            before=quote.before,
            after=quote.after,
            rows=explaining.rows_behind(result, opened.tables, opened.engine, at_most=rows),
            findings=tuple(findings),
            repeat=self._repeat(statement.path, result.claim.id),
            plan=opened.engine.plan_lines(explaining.requests(result, opened.tables)) if plan else (),
            hashes={name: found.sha256 for name, found in opened.fingerprints.items()},
        )

    def close(self) -> None:
        """Ends the engines; what they answered is remembered, unless a file is not certain to be what was hashed."""
        for opened in self._opened:
            opened.engine.close()
            for name in uncertain(opened, self.memory.began):
                self.memory.answers.forget(name)
        self.memory.close()
        if self.worker is not None:
            self.worker.close()


@contextmanager
def open_project(
    named: Sequence[str],
    *,
    today: date | None,
    settings: Settings = DEFAULT,
    claims: bool = True,
    worker: Worker | None = None,
    pictured: bool = False,
    fresh: bool = False,
) -> Iterator[Project]:
    """The project that the paths lie in, with the claim files they name; closed afterwards, its worker ended.

    A worker that was started before saves the time it takes to get ready. `pictured` reports hold what a page shows.
    Nothing is taken from memory where no claims are asked for, or where a `fresh` run is.
    """
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
            pictured=pictured,
            memory=nothing() if fresh or not claims else memory_for(root, os.environ),
        )
        try:
            yield project
        finally:
            project.close()
