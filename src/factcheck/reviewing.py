"""Claim files, gone through one claim at a time by a person whose every answer is written at once: for `review`."""

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from factcheck.claims.placing import placed
from factcheck.engines.process import Worker
from factcheck.errors import ExitCode, FactcheckError, Problem, did_you_mean
from factcheck.files.text import read_bytes
from factcheck.files.write import write
from factcheck.gate.levels import exit_code, of_problem
from factcheck.model.decided import Put
from factcheck.model.findings import Level
from factcheck.model.places import Place
from factcheck.model.settings import Settings
from factcheck.model.spelling import plural
from factcheck.reports import review as pages
from factcheck.reports.drawing.layout import Line
from factcheck.review.standing import Article, article
from factcheck.review.talking import Answer, Desk, EndedError, Subject, Talk
from factcheck.sheets import Sheet, opened
from factcheck.wiring import Project

CHANGED = "somebody has changed the file meanwhile: nothing was written, and it is read again"
DONE = {
    Answer.ACCEPT: "accepted",
    Answer.WAIVE: "waived",
    Answer.MARK: "marked not checkable",
    Answer.NOTE: "noted",
    Answer.EDIT: "edited",
}


class Room(Desk, Protocol):
    """Where the person sits: what they see, and their editor."""

    @property
    def width(self) -> int:
        """The columns there are."""

    def show(self, lines: Sequence[Line]) -> None:
        """Lines as they are."""

    def complain(self, problems: Sequence[Problem]) -> None:
        """What is wrong with the files, before anything is asked."""

    def edit(self, path: Path, line: int) -> str:
        """The file in their editor, at a line, until they leave it; gives why it could not be opened."""

    def waiting(self) -> AbstractContextManager[None]:
        """Says what takes so long."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of a review. `claims` are the ids asked for, all where there is none; `every` also the decided."""

    paths: tuple[str, ...]
    claims: tuple[str, ...]
    every: bool
    by: str
    today: date
    settings: Settings


def articles(project: Project) -> list[Article]:
    """Where each claim file of a project is, in their order."""
    results = {each.path: each for each in project.report().statements}
    return [article(file.path, results.get(file.path), len(file.taken_out)) for file in project.files]


def reviewed(asked: Asked, room: Room, worker: Worker) -> int:
    """Goes through the claims; gives the exit code, which is that of mistakes in the files as they are at the end."""
    with room.waiting():
        found = opened(asked.paths, today=asked.today, settings=asked.settings, worker=worker)
    review = _Review(asked, room, found.sheets, found.problems)
    room.complain(found.problems)
    try:
        review.run()
    except (EndedError, KeyboardInterrupt):
        room.tell("ended: every answer that was taken is written")
    review.conclude()
    return int(review.code())


class _Review:
    """One review: the sheets as they are now, and which claim is shown."""

    def __init__(self, asked: Asked, room: Room, sheets: Iterable[Sheet], problems: Sequence[Problem]) -> None:
        self._asked = asked
        self._room = room
        self._talk = Talk(room, by=asked.by, today=asked.today)
        self._sheets = {sheet.shown: sheet for sheet in sheets}
        self._of_project = [one for one in problems if not any(one in each.problems for each in self._sheets.values())]
        self._order = [(sheet.shown, name) for sheet in self._sheets.values() for name in self._wanted(sheet)]
        self._at = 0
        self._done: Counter[Answer] = Counter()

    def _wanted(self, sheet: Sheet) -> list[str]:
        """The claims of a file that are to be shown: those asked for, else those that nobody has decided on."""
        if self._asked.claims:
            return [name for name in sheet.ids() if name in self._asked.claims]
        return list(sheet.ids() if self._asked.every else sheet.open_ids())

    def run(self) -> None:
        self._refuse_unknown()
        decided = sum(len(sheet.ids()) for sheet in self._sheets.values()) - len(self._order)
        if decided and not self._asked.claims:
            what = "is" if decided == 1 else "are"
            self._room.tell(f"{plural(decided, 'claim')} {what} decided already; --all shows them too")
        if not self._order:
            self._room.tell("there is no claim to look at")
        while self._at < len(self._order):
            self._one()

    def _refuse_unknown(self) -> None:
        known = dict.fromkeys(name for sheet in self._sheets.values() for name in sheet.ids())
        for name in self._asked.claims:
            if name not in known:
                raise FactcheckError(
                    Problem(f'no claim "{name}"', remedy=did_you_mean(name, known, has="The claims are"))
                )

    def _one(self) -> None:
        """Shows a claim, and asks until the person goes elsewhere."""
        shown, name = self._order[self._at]
        if self._sheets[shown].is_stale(name):
            self._read_again(shown)
        subject = self._sheets[shown].subject(name)
        if subject is None:
            self._at += 1
            return
        progress = f"{self._at + 1} of {len(self._order)}"
        self._room.show(
            pages.render(self._sheets[shown].explanation(subject), progress=progress, width=self._room.width)
        )
        while not self._moved(self._talk.answer(), shown, name):
            pass

    def _moved(self, answer: Answer, shown: str, name: str) -> bool:
        """Does what was answered; whether a claim is to be shown now, the same or another."""
        subject = self._sheets[shown].subject(name)
        if subject is None or answer is Answer.QUIT:
            self._at = len(self._order)
        elif answer is Answer.SKIP:
            self._at += 1
        elif answer is Answer.BACK:
            return self._went_back()
        elif answer is Answer.EDIT:
            return self._edited(shown, subject.result.claim.place)
        else:
            return self._decided(answer, shown, subject)
        return True

    def _went_back(self) -> bool:
        if not self._at:
            self._room.tell("this is the first")
            return False
        self._at -= 1
        return True

    def _decided(self, answer: Answer, shown: str, subject: Subject) -> bool:
        put = self._asked_for(answer, subject)
        if put is None:
            self._room.tell("nothing was written")
            return False
        try:
            is_written = self._written(shown, put)
        except FactcheckError as error:
            self._complained(error.problems)
            return False
        if not is_written:
            self._room.tell(CHANGED)
            self._read_again(shown)
            return True
        self._done[answer] += 1
        self._room.tell(f"{DONE[answer]}: {shown}")
        self._at += answer is not Answer.NOTE
        return answer is not Answer.NOTE

    def _asked_for(self, answer: Answer, subject: Subject) -> Put | None:
        if answer is Answer.ACCEPT:
            return self._talk.accepted(subject)
        if answer is Answer.WAIVE:
            return self._talk.waived(subject)
        return self._talk.marked(subject) if answer is Answer.MARK else self._talk.noted(subject)

    def _written(self, shown: str, put: Put) -> bool:
        """Puts the decision into its file; False where somebody has changed the file. Raises FactcheckError."""
        sheet = self._sheets[shown]
        if read_bytes(sheet.path, shown).decode("utf-8", "replace") != sheet.text:
            return False
        text = placed(sheet.text, shown, put)
        try:
            write(sheet.path, text)
        except OSError as error:
            message = f"it cannot be written: {error.strerror or error}"
            raise FactcheckError(Problem(message, Place(shown), "nothing was written")) from None
        self._sheets[shown] = sheet.after(text, put)
        return True

    def _edited(self, shown: str, place: Place) -> bool:
        """The person's editor, until the file has no mistake or they leave it so; False where it cannot be opened."""
        before = self._sheets[shown].text
        while True:
            if why := self._room.edit(self._sheets[shown].path, place.line):
                self._room.tell(f"{why} ({place})")
                return False
            self._read_again(shown)
            problems = self._sheets[shown].problems
            self._complained(problems)
            place = next((one.place for one in problems if one.place and one.place.path == shown), place)
            if not problems or not self._talk.is_sure("Edit it again?"):
                self._done[Answer.EDIT] += before != self._sheets[shown].text
                return True

    def _complained(self, problems: Sequence[Problem]) -> None:
        self._room.show(pages.problems(list(map(of_problem, problems)), width=self._room.width))

    def _read_again(self, shown: str) -> None:
        """The file as it is now, checked again. New claims come into the round, those that are gone leave it."""
        old = self._sheets[shown]
        with self._room.waiting():
            found = opened([shown], today=self._asked.today, settings=self._asked.settings)
        sheet = next((one for one in found.sheets if one.shown == shown), None)
        self._sheets[shown] = sheet or replace(old, results=(), problems=found.problems)
        kept = {name for path, name in self._order if path == shown}
        now = [(shown, name) for name in self._sheets[shown].ids() if name in kept or name not in old.ids()]
        first = next((at for at, (path, _) in enumerate(self._order) if path == shown), self._at)
        here = self._order[self._at] if self._at < len(self._order) else None
        others = [one for one in self._order if one[0] != shown]
        self._order = [*others[:first], *now, *others[first:]]
        self._at = self._order.index(here) if here in self._order else min(self._at, len(self._order))

    def conclude(self) -> None:
        """What was written."""
        told = [f"{number} {DONE[answer]}" for answer, number in self._done.items() if number]
        if told or self._order:
            self._room.tell(", ".join(told) or "nothing was written")

    def code(self) -> ExitCode:
        mistakes = [*self._of_project, *(one for sheet in self._sheets.values() for one in sheet.problems)]
        return exit_code(map(of_problem, mistakes), fail_on=Level.ERROR)
