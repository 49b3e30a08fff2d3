"""What a run finds about quotes: changed, gone, in several places, without a text to stand in, or about the future."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from factcheck.gate.levels import finding
from factcheck.gate.rules import texts
from factcheck.model.claims import Claim, Statement
from factcheck.model.findings import Finding
from factcheck.model.places import Place
from factcheck.model.texts import ReadText
from factcheck.statements.anchors import Ambiguous, Found, Lost, find
from factcheck.statements.lines import LineIndex
from factcheck.statements.plain import plain
from factcheck.statements.resemblance import Wanted, Words, resembling
from factcheck.statements.sameness import same_claim
from factcheck.wording import Language, forecasts

CONTEXT = 80
SAME = "if it still means the same, factcheck relink takes the new words over"
OTHER = "it may claim something else now: quote the new words, and look at what the claim says and at its check"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Where a claim's quote stands in the statement's text, and the words around it.

    `at` is where what became of it stands, if it `is_changed`. `is_gone` where nothing like it stands there. `span` is
    that of the readable text.
    """

    at: Place | None = None
    before: str = ""
    after: str = ""
    findings: tuple[Finding, ...] = ()
    span: tuple[int, int] | None = None
    is_changed: bool = False
    is_gone: bool = False


def quoted(statement: Statement, claims: Sequence[Claim], language: Language) -> tuple[Quoted, ...]:
    """For each claim, its quote in the text. A statement whose text is not held is told once, with its first claim."""
    if statement.read is None:
        note = finding(texts.TextNotHeld, "the statement's text is not held", statement.place)
        return tuple(Quoted(findings=() if index else (note,)) for index, _ in enumerate(claims))
    looking = _Looking(statement, statement.read, language)
    return tuple(map(looking.quoted, claims))


class _Looking:
    """Looks the quotes of one statement up, in the order of its claims."""

    def __init__(self, statement: Statement, read: ReadText, language: Language) -> None:
        self._statement = statement
        self._read = read
        self._language = language
        self._plain = plain(read.text)
        self._lines = LineIndex(read.source)
        self._near: int | None = None

    def quoted(self, claim: Claim) -> Quoted:
        path = self._statement.text_path
        match find(self._plain, claim.quote, claim.prefix, claim.suffix):
            case Found(start, end):
                self._near = start
                return self._placed(start, end)
            case Lost():
                return self._resembling(claim)
            case Ambiguous(places):
                message = f"the quote stands in {len(places)} places of {path}"
                remedy = "add prefix: or suffix:, the words before or after it; factcheck relink proposes them"
                return Quoted(findings=(finding(texts.AmbiguousQuote, message, claim.quote_place, claim.id, remedy),))

    def _resembling(self, claim: Claim) -> Quoted:
        """What became of a quote that does not stand in the text."""
        like = resembling(self._words, Wanted(claim.quote, claim.prefix, claim.suffix, self._near))
        path = self._statement.text_path
        if like is None:
            message = f"the quote does not stand in {path}"
            remedy = "quote the text exactly as it is, or take the claim out"
            told = finding(texts.Lost, message, claim.quote_place, claim.id, remedy)
            return Quoted(findings=(told,), is_gone=True)
        placed = self._placed(like.start, like.end)
        message = f'the quote has changed, now {placed.at}: "{like.difference}"'
        same = same_claim(claim.quote, self._read.text[like.start : like.end], self._language)
        remedy = SAME if same else OTHER
        told = finding(texts.Changed, message, claim.quote_place, claim.id, remedy)
        return replace(placed, findings=(told,), is_changed=True)

    @cached_property
    def _words(self) -> Words:
        return Words(self._read.text)

    def _placed(self, start: int, end: int) -> Quoted:
        text = self._read.text
        place = self._lines.place(self._read.span(start, end)[0], self._statement.text_path)
        return Quoted(place, _last_words(text[:start]), _first_words(text[end:]), span=(start, end))


def _last_words(text: str) -> str:
    """What stands before, back to the line's beginning, in whole words."""
    line = text.rpartition("\n")[2]
    return line if len(line) <= CONTEXT else "... " + line[-CONTEXT:].partition(" ")[2]


def _first_words(text: str) -> str:
    line = text.partition("\n")[0]
    return line if len(line) <= CONTEXT else line[:CONTEXT].rpartition(" ")[0] + " ..."


def forecast(claim: Claim, language: Language, said: date | None) -> tuple[Finding, ...]:
    """A claim about the time after it was said cannot be checked: a person is to mark it so."""
    if claim.not_checkable is not None:
        return ()
    found = forecasts(claim.quote, language, said)
    if not found:
        return ()
    message = f'"{found[0].text}" speaks of what is still to come'
    remedy = "if so, mark it: not_checkable: {because: forecast, reason: ..., by: ..., on: ...}"
    return (finding(texts.Forecast, message, claim.quote_place, claim.id, remedy),)
