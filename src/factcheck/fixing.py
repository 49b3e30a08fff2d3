"""Refuted claims -> a true figure in the text and in the claim file together, proven before anything is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck import checks
from factcheck.claimed import others_about
from factcheck.claims.load import ClaimFile
from factcheck.claims.load import load as load_claims
from factcheck.claims.rewording import reworded
from factcheck.correcting import Corrected
from factcheck.corrections.changes import Change, LeftError, Surroundings, apart, change, merged, places
from factcheck.errors import FactcheckError, Problem
from factcheck.files.text import read_bytes
from factcheck.files.write import Rewrite, write_together
from factcheck.languages import load as load_language
from factcheck.model.claims import Claim, Statement
from factcheck.model.corrections import Correction
from factcheck.model.findings import ClaimResult, StatementResult, Verdict
from factcheck.model.fixes import Changed, Fix
from factcheck.model.texts import ReadText
from factcheck.texts import DOCUMENTS, format_of
from factcheck.texts.rewriting import encoded, rewritten
from factcheck.wiring import Project

NOT_HELD = "the statement's text is not held here"
A_DOCUMENT = "the text is a {form} file, which is not written: change it there, and the quote with it"
WAIVED = "waived: {why}; --claim {claim} takes it all the same"
NOT_TRUE = "with these words {claim} would be {verdict}"
NOT_THERE = "with these words the quote of {claim} would stand in no place of the text, or in several"


@dataclass(frozen=True, slots=True)
class Fixed:
    """One claim file with its text: what is proposed, and both files as they would be; none where none would change."""

    fixes: tuple[Fix, ...]
    files: tuple[Rewrite, ...] = ()
    changed: tuple[Changed, ...] = ()
    failed: tuple[Problem, ...] = ()


def fixes(project: Project, *, only: Sequence[str], asked: str = "") -> tuple[Fixed, ...]:
    """What there is to fix in each claim file, all of it proven. Raises FactcheckError where no such claim is there."""
    found = project.corrected(only=only, asked=asked)
    others = others_about(project.files, project.paths, project.catalogue)
    named = {each.path: each for each in found.report.statements}
    return tuple(
        _Fixing(project, found, file, path, others, asked_by_name=bool(only)).fixed(named[file.path])
        for file, path in project.with_paths()
        if file.path in named and file.statement is not None
    )


def written(one: Fixed) -> Fixed:
    """Writes the text and the claim file, both or neither; with `failed` where it is neither, and the fixes left."""
    try:
        write_together(one.files)
    except FactcheckError as error:
        why = error.problems[0].message
        left = tuple(replace(fix, chosen=None, refused=why) if fix.chosen else fix for fix in one.fixes)
        return replace(one, fixes=left, failed=error.problems)
    return one


@dataclass(frozen=True, slots=True)
class _Fixing:
    """The fixes of one claim file."""

    project: Project
    found: Corrected
    file: ClaimFile
    path: Path
    others: Mapping[Path, Sequence[ClaimFile]]
    asked_by_name: bool

    def fixed(self, meant: StatementResult) -> Fixed:
        wanted = [self._fix(one, meant) for one in meant.claims if self._correction(one) or self.asked_by_name]
        changes = [one for one in wanted if isinstance(one, Change)]
        told, files = self._proven(changes) if changes else ({}, NO_FILES)
        fixes = [one.fix if isinstance(one, Change) else one for one in wanted]
        fixes = [replace(one, chosen=None, refused=told[one.claim]) if one.claim in told else one for one in fixes]
        return Fixed(tuple(fixes), files.rewrites, files.changed)

    @property
    def _statement(self) -> Statement:
        if self.file.statement is None:
            raise AssertionError("a file without a statement has nothing to fix")
        return self.file.statement

    def _correction(self, result: ClaimResult) -> Correction | None:
        return self.found.corrections.get((self.file.path, result.claim.id))

    def _fix(self, result: ClaimResult, meant: StatementResult) -> Fix | Change:
        correction = self._correction(result) or Correction()
        claim = result.claim
        fix = Fix(claim.id, claim.quote_place, claim.quote, correction)
        if result.verdict is not Verdict.REFUTED:
            return replace(fix, spared=result.verdict.value)
        if result.waived and not self.asked_by_name:
            return replace(fix, refused=WAIVED.format(why=result.waived, claim=claim.id))
        if not correction.proposals:
            return replace(fix, refused=correction.nothing)
        proposal = correction.proposals[0]
        try:
            around = Surroundings(
                self._read(meant.statement), meant.statement.text_path, self.file.claims, self._others()
            )
            return change(replace(fix, chosen=proposal), claim, proposal, around)
        except LeftError as refused:
            return replace(fix, refused=refused.why)

    def _read(self, statement: Statement) -> ReadText:
        """The text. Raises LeftError where it cannot be written."""
        form = format_of(statement.text_path)
        if statement.read is None:
            raise LeftError(NOT_HELD)
        if form in DOCUMENTS:
            raise LeftError(A_DOCUMENT.format(form=form))
        return statement.read

    def _others(self) -> tuple[tuple[str, Claim], ...]:
        """The claims of every other file about the text."""
        text = self.file.text_file
        of_the_run = [one for one in self.project.files if one.text_file == text and one.path != self.file.path]
        every = [*of_the_run, *(self.others.get(text, ()) if text else ())]
        return tuple((each.path, one) for each in every for one in each.claims)

    def _proven(self, changes: Sequence[Change]) -> "tuple[dict[str, str], _Files]":
        """Why some of the changes are not made, and the files with all others, which hold together."""
        kept: list[Change] = []
        told: dict[str, str] = {}
        files = NO_FILES
        try:
            return {}, self._files(changes)
        except (LeftError, FactcheckError):
            pass  # then one by one, so that each tells its own reason
        for one in changes:
            try:
                files = self._files([*kept, one])
                kept.append(one)
            except LeftError as refused:
                told[one.fix.claim] = refused.why
            except FactcheckError as error:
                told[one.fix.claim] = error.problems[0].message
        return told, files

    def _files(self, changes: Sequence[Change]) -> "_Files":
        """The text and the claim file with the changes. Raises LeftError where the claims would not hold."""
        statement, shown = self._statement, self._statement.text_path
        read = self._read(statement)
        edits = apart([one.edit for one in changes])
        new = rewritten(read, edits, format_of(shown), shown)
        text_path = self.file.text_file or Path(shown)
        old_text, old_file = read_bytes(text_path, shown), read_bytes(self.path, self.file.path)
        words = merged([words for one in changes for words in one.claims])
        written = reworded(old_file.decode("utf-8"), self.file.path, words)
        self._prove(written, new, [one.fix.claim for one in changes])
        new_text = encoded(old_text, read, new, statement.encoding, shown)
        rewrites = (
            Rewrite(text_path, shown, old_text, new_text),
            Rewrite(self.path, self.file.path, old_file, written.encode("utf-8")),
        )
        changed = (
            Changed(shown, read.source, new.source),
            Changed(self.file.path, old_file.decode("utf-8"), written),
        )
        return _Files(rewrites, changed)

    def _prove(self, written: str, new: ReadText, fixed: Sequence[str]) -> None:
        """Raises LeftError unless the new files are as good as the old ones, with these claims supported."""
        loaded = load_claims(
            self.path,
            self.file.path,
            self.project.catalogue.tables,
            language_of=load_language,
            gives=checks.gives,
            text_of=lambda *_: new,
            instead=written.removeprefix("\ufeff"),
            is_unread=self.project.catalogue.is_unread,
        )
        if loaded.problems != self.file.problems:
            raise LeftError(next((one.message for one in loaded.problems), "the claim file would read otherwise"))
        before = next(each for each in self.found.statements if each.path == self.file.path)
        (after,) = self.found.again(loaded)
        for old, result in zip(before.claims, after.claims, strict=True):
            same = (old.verdict, old.said_at is None) == (result.verdict, result.said_at is None)
            is_true = result.verdict is Verdict.SUPPORTED and result.said_at is not None
            if not (is_true if old.claim.id in fixed else same or is_true):
                is_lost = result.said_at is None and old.said_at is not None
                why = NOT_THERE if is_lost else NOT_TRUE
                raise LeftError(why.format(claim=old.claim.id, verdict=result.verdict.value))
        for one in self.file.ignored:
            if places(self._read(self._statement).text, one) and not places(new.text, one):
                raise LeftError("words that the claim file ignores would be gone")


@dataclass(frozen=True, slots=True)
class _Files:
    rewrites: tuple[Rewrite, ...] = ()
    changed: tuple[Changed, ...] = ()


NO_FILES = _Files()
