"""What a person is asked about a claim, and what their answers decide. Whoever sits at the desk is asked again."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from factcheck.gate.quotes import Quoted
from factcheck.model.decided import Put
from factcheck.model.findings import ClaimResult, Finding
from factcheck.model.signed import Stamp
from factcheck.review.decisions import accepted, marked, not_signable, noted, waivable, waived
from factcheck.review.standing import AGAINST

T = TypeVar("T")

BECAUSE = ("opinion", "wish", "forecast", "too vague")
UNWRITABLE = frozenset({"Cc", "Cs"})
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


class Answer(StrEnum):
    ACCEPT = "accept"
    EDIT = "edit"
    WAIVE = "waive"
    MARK = "mark"
    NOTE = "note"
    SKIP = "skip"
    BACK = "back"
    QUIT = "quit"


ANSWERS = "[a]ccept [e]dit [w]aive [m]ark not checkable [n]ote [s]kip [b]ack [q]uit"


class Desk(Protocol):
    """The person: asked a question at a time; `ask` raises EndedError where they have gone."""

    def ask(self, question: str) -> str:
        """One line of theirs."""

    def tell(self, words: str) -> None:
        """A remark, in our own words alone."""


class EndedError(Exception):
    """The person has gone: the end of the input, or Ctrl-C."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A claim as it is shown: its result, its quote in the text, the findings on it, what it stands on."""

    result: ClaimResult
    quote: Quoted
    stamp: Stamp
    findings: tuple[Finding, ...] = ()


class Talk:
    """Asks one person, whose name is asked where it is not known, and once."""

    def __init__(self, desk: Desk, *, by: str, today: date) -> None:
        self._desk = desk
        self._by = by.strip()
        self._today = today

    def answer(self) -> Answer:
        """What to do with the claim that is shown."""
        while True:
            found = chosen(self._desk.ask(ANSWERS), list(Answer))
            if found:
                return Answer(found)
            self._desk.tell("answer with one of these words, or its first letter")

    def is_sure(self, question: str) -> bool:
        """Yes; anything that is no answer is asked again, and an empty line is no."""
        return self._asked(f"{question} yes or no", _one_of(("yes", "no")), "answer yes or no") == "yes"

    def accepted(self, one: Subject) -> Put | None:
        """The sign-off; nothing where it cannot be signed, or the person goes back."""
        if why := not_signable(one.result, one.quote, one.stamp):
            self._desk.tell(f"it cannot be signed: {why}")
            return None
        verdict = one.result.verdict
        if verdict in AGAINST and not self.is_sure(f"It is {verdict.value}, and stays so. Sign it all the same?"):
            return None
        by = self._name()
        return accepted(one.result.claim, one.stamp, by=by, on=self._today) if by else None

    def waived(self, one: Subject) -> Put | None:
        """The waiver of one finding."""
        kinds = waivable(one.findings)
        if not kinds:
            self._desk.tell("there is nothing to waive")
            return None
        wrong = f"one of: {', '.join(kinds)}"
        kind = (
            kinds[0] if len(kinds) == 1 else self._asked(f"which finding ({', '.join(kinds)})", _one_of(kinds), wrong)
        )
        reason = self._words(f"why {kind} need not count") if kind else None
        until = self._day("until which day") if reason else None
        by = self._name() if until else None
        if not (kind and reason and until and by):
            return None
        return waived(one.result.claim, kind, reason=reason, until=until, by=by)

    def marked(self, one: Subject) -> Put | None:
        """The mark that no data can settle it."""
        wrong = f"one of: {', '.join(BECAUSE)}"
        because = self._asked(f"what it is ({', '.join(BECAUSE)})", _one_of(BECAUSE), wrong)
        reason = self._words("why no data can settle it") if because else None
        by = self._name() if reason else None
        if not (because and reason and by):
            return None
        return marked(one.result.claim, because, reason=reason, by=by, on=self._today)

    def noted(self, one: Subject) -> Put | None:
        """The note, beside the one there is."""
        words = self._words("note")
        return noted(one.result.claim, words) if words else None

    def _name(self) -> str | None:
        if not self._by:
            self._by = self._words("your name, or your desk's") or ""
        return self._by or None

    def _words(self, question: str) -> str | None:
        return self._asked(question, writable, "it holds characters that cannot be written into the file")

    def _day(self, question: str) -> date | None:
        wrong = f"a day like {self._today}, and none that is over"
        return self._asked(f"{question} ({self._today} or later)", lambda typed: _later(typed, self._today), wrong)

    def _asked(self, question: str, takes: Callable[[str], T | None], wrong: str) -> T | None:
        """Asks until the answer can be taken; None for an empty line, which goes back."""
        while typed := self._desk.ask(question).strip():
            if (taken := takes(typed)) is not None:
                return taken
            self._desk.tell(wrong)
        return None


def chosen(typed: str, words: Sequence[str]) -> str:
    """The one word that begins so; empty where none does, or several.

    >>> chosen("W", ["accept", "waive"]), chosen("", ["accept"]), chosen("no", ["note", "not-enough"])
    ('waive', '', '')
    """
    small = typed.strip().lower()
    found = [word for word in words if small and word.startswith(small)]
    return small if small in words else found[0] if len(found) == 1 else ""


def _one_of(words: Sequence[str]) -> Callable[[str], str | None]:
    return lambda typed: chosen(typed, words) or None


def writable(typed: str) -> str | None:
    """The words with single spaces; None where a character is none that a file of words may hold.

    >>> writable(" the  table\\u00a0is late "), writable("a\\x1b[31m")
    ('the table is late', None)
    """
    words = " ".join(typed.split())
    return None if any(unicodedata.category(one) in UNWRITABLE for one in words) else words


def _later(typed: str, today: date) -> date | None:
    try:
        day = date.fromisoformat(typed) if _DAY.fullmatch(typed) else None
    except ValueError:
        return None
    return day if day and day >= today else None
