"""Refuted claims -> a true figure in the text and in the claim file together, proven before anything is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from factcheck import checks
from factcheck.claimed import others_about
from factcheck.claims.load import ClaimFile
from factcheck.claims.load import load as load_claims
from factcheck.claims.rewording import NewWords, reworded
from factcheck.errors import FactcheckError, Problem
from factcheck.files.text import read_bytes
from factcheck.files.write import Rewrite, write_together
from factcheck.languages import load as load_language
from factcheck.model.claims import Claim, Ignored, Statement
from factcheck.model.corrections import Correction, Proposal
from factcheck.model.findings import ClaimResult, StatementResult, Verdict
from factcheck.model.fixes import Changed, Fix
from factcheck.model.places import Place
from factcheck.model.texts import ReadText
from factcheck.statements.anchors import Ambiguous, Found, find
from factcheck.statements.carrying import Span, carried
from factcheck.statements.lines import LineIndex
from factcheck.texts import DOCUMENTS, format_of
from factcheck.texts.rewriting import Edit, encoded, rewritten
from factcheck.wiring import Corrected, Project

NOT_HELD = "the statement's text is not held here"
A_DOCUMENT = "the text is a {form} file, which is not written: change it there, and the quote with it"
SEVERAL_PLACES = "the quote stands in several places of the text: add prefix: or suffix:"
NOT_CARRIED = "the words of the quote stand otherwise in the text"
OVERLAPS = "another correction changes some of these words"
PARTLY = "the quote of {claim} holds a part of these words"
ELSEWHERE = "{path} quotes these words too: change both by hand"
ONCE_MORE = "its quote holds another correction too: make that one first, then run it once more"
WAIVED = "waived: {why}; --claim {claim} takes it all the same"
NOT_TRUE = "with these words {claim} would be {verdict}"


@dataclass(frozen=True, slots=True)
class Fixed:
    """One claim file with its text: what is proposed, and both files as they would be; none where none would change."""

    fixes: tuple[Fix, ...]
    files: tuple[Rewrite, ...] = ()
    changed: tuple[Changed, ...] = ()
    failed: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Change:
    """What one fix changes: words of the text, and the claims that hold them."""

    fix: Fix
    edit: Edit
    claims: tuple[NewWords, ...]


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
        changes = [one for one in wanted if isinstance(one, _Change)]
        told, files = self._proven(changes) if changes else ({}, NO_FILES)
        fixes = [one.fix if isinstance(one, _Change) else one for one in wanted]
        fixes = [replace(one, chosen=None, refused=told[one.claim]) if one.claim in told else one for one in fixes]
        return Fixed(tuple(fixes), files.rewrites, files.changed)

    @property
    def _statement(self) -> Statement:
        if self.file.statement is None:
            raise AssertionError("a file without a statement has nothing to fix")
        return self.file.statement

    def _correction(self, result: ClaimResult) -> Correction | None:
        return self.found.corrections.get((self.file.path, result.claim.id))

    def _fix(self, result: ClaimResult, meant: StatementResult) -> Fix | _Change:
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
            return self._change(replace(fix, chosen=proposal), claim, proposal, self._read(meant.statement))
        except _RefusedError as refused:
            return replace(fix, refused=refused.why)

    def _read(self, statement: Statement) -> ReadText:
        """The text. Raises _RefusedError where it cannot be written."""
        form = format_of(statement.text_path)
        if statement.read is None:
            raise _RefusedError(NOT_HELD)
        if form in DOCUMENTS:
            raise _RefusedError(A_DOCUMENT.format(form=form))
        return statement.read

    def _change(self, fix: Fix, claim: Claim, proposal: Proposal, read: ReadText) -> _Change:
        anchor = find(read.text, claim.quote, claim.prefix, claim.suffix)
        if not isinstance(anchor, Found):
            raise _RefusedError(SEVERAL_PLACES if isinstance(anchor, Ambiguous) else NOT_CARRIED)
        span = carried((proposal.start, proposal.end), claim.quote, read.text[anchor.start : anchor.end])
        if span is None:
            raise _RefusedError(NOT_CARRIED)
        edit = Edit(anchor.start + span[0], anchor.start + span[1], proposal.words)
        own = NewWords(claim.quote_place, proposal.quote, proposal.says, proposal.old, proposal.words)
        also = self._also(claim, edit, read)
        source = read.span(edit.start, edit.end)[0]
        at = LineIndex(read.source, read.sections).place(source, self._statement.text_path)
        fix = replace(fix, at=at, also=tuple(other.id for other, _ in also))
        return _Change(fix, edit, (own, *(words for _, words in also)))

    def _also(self, claim: Claim, edit: Edit, read: ReadText) -> list[tuple[Claim, NewWords]]:
        """Other claims of the file whose quotes hold the words. Raises _RefusedError where they cannot go with them."""
        for other in self._others():
            for one in other.claims:
                if any(_overlap(place, edit) for place in _places(read.text, one)):
                    raise _RefusedError(ELSEWHERE.format(path=other.path))
        found = []
        for one in self.file.claims:
            for place in _places(read.text, one) if one.id != claim.id else ():
                if _overlap(place, edit):
                    found.append((one, _with_words(one, place, edit, read.text)))
        return found

    def _others(self) -> list[ClaimFile]:
        """Every other claim file about the text."""
        text = self.file.text_file
        of_the_run = [one for one in self.project.files if one.text_file == text and one.path != self.file.path]
        return [*of_the_run, *(self.others.get(text, ()) if text else ())]

    def _proven(self, changes: Sequence[_Change]) -> "tuple[dict[str, str], _Files]":
        """Why some of the changes are not made, and the files with all others, which hold together."""
        kept: list[_Change] = []
        told: dict[str, str] = {}
        files = NO_FILES
        try:
            return {}, self._files(changes)
        except (_RefusedError, FactcheckError):
            pass  # then one by one, so that each tells its own reason
        for change in changes:
            try:
                files = self._files([*kept, change])
                kept.append(change)
            except _RefusedError as refused:
                told[change.fix.claim] = refused.why
            except FactcheckError as error:
                told[change.fix.claim] = error.problems[0].message
        return told, files

    def _files(self, changes: Sequence[_Change]) -> "_Files":
        """The text and the claim file with the changes. Raises _RefusedError where the claims would not hold."""
        statement, shown = self._statement, self._statement.text_path
        read = self._read(statement)
        edits = _apart([one.edit for one in changes])
        new = rewritten(read, edits, format_of(shown), shown)
        text_path = self.file.text_file or Path(shown)
        old_text, old_file = read_bytes(text_path, shown), read_bytes(self.path, self.file.path)
        words = _merged([one for change in changes for one in change.claims])
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
        """Raises _RefusedError unless the new files are as good as the old ones, with these claims supported."""
        loaded = load_claims(
            self.path,
            self.file.path,
            self.project.catalogue.tables,
            language_of=load_language,
            gives=checks.gives,
            text_of=lambda *_: new,
            instead=written.removeprefix("\ufeff"),
        )
        if loaded.problems != self.file.problems:
            raise _RefusedError(next((one.message for one in loaded.problems), "the claim file would read otherwise"))
        before = next(each for each in self.found.statements if each.path == self.file.path)
        (after,) = self.found.again(loaded)
        for old, result in zip(before.claims, after.claims, strict=True):
            same = (old.verdict, old.said_at is None) == (result.verdict, result.said_at is None)
            is_true = result.verdict is Verdict.SUPPORTED and result.said_at is not None
            if not (is_true if old.claim.id in fixed else same or is_true):
                raise _RefusedError(NOT_TRUE.format(claim=old.claim.id, verdict=result.verdict.value))
        for one in self.file.ignored:
            if _places(self._read(self._statement).text, one) and not _places(new.text, one):
                raise _RefusedError("words that the claim file ignores would be gone")


@dataclass(frozen=True, slots=True)
class _Files:
    rewrites: tuple[Rewrite, ...] = ()
    changed: tuple[Changed, ...] = ()


NO_FILES = _Files()


def _places(text: str, one: Claim | Ignored) -> tuple[Span, ...]:
    """Where the quote stands in the text; more than one place where it is ambiguous."""
    match find(text, one.quote, one.prefix, one.suffix):
        case Found(start, end):
            return ((start, end),)
        case Ambiguous(places):
            return places
        case _:
            return ()


def _overlap(place: Span, edit: Edit) -> bool:
    return place[0] < edit.end and edit.start < place[1]


def _with_words(one: Claim, place: Span, edit: Edit, text: str) -> NewWords:
    """The claim with the new words in its quote, and in its `says` where that has them."""
    if not (place[0] <= edit.start and edit.end <= place[1]):
        raise _RefusedError(PARTLY.format(claim=one.id))
    span = carried((edit.start - place[0], edit.end - place[0]), text[slice(*place)], one.quote)
    if span is None:
        raise _RefusedError(NOT_CARRIED)
    old = one.quote[slice(*span)]
    quote = one.quote[: span[0]] + edit.words + one.quote[span[1] :]
    says = one.says.replace(old, edit.words) if one.says.count(old) == 1 else ""
    return NewWords(one.quote_place, quote, says, old, edit.words)


def _apart(edits: Sequence[Edit]) -> list[Edit]:
    """The edits, each once. Raises _RefusedError where two differ about the same words."""
    kept = sorted(set(edits), key=lambda one: (one.start, one.end))
    if any(one.end > other.start for one, other in pairwise(kept)):
        raise _RefusedError(OVERLAPS)
    return kept


def _merged(claims: Sequence[NewWords]) -> list[NewWords]:
    """What each claim becomes, once. Raises _RefusedError where a quote would change in two places."""
    merged: dict[Place, NewWords] = {}
    for one in claims:
        known = merged.setdefault(one.quote_place, one)
        if known.quote != one.quote:
            raise _RefusedError(ONCE_MORE)
        if one.says and not known.says:
            merged[one.quote_place] = one
    return list(merged.values())


class _RefusedError(Exception):
    """A correction that is told and not made, with the reason."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)
