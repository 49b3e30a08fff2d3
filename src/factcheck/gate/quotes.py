"""What a run finds about quotes: gone, in several places, without a text to stand in, or about the future."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.model.claims import Claim, Statement
from factcheck.model.findings import Finding, Level
from factcheck.model.places import Place
from factcheck.model.texts import ReadText
from factcheck.statements.anchors import Ambiguous, Found, Lost, find
from factcheck.statements.lines import LineIndex
from factcheck.statements.plain import PlainText, plain
from factcheck.wording import Language, forecasts

CONTEXT = 80


@dataclass(frozen=True, slots=True)
class Quoted:
    """Where a claim's quote stands in the statement's text, and the words around it."""

    at: Place | None = None
    before: str = ""
    after: str = ""
    findings: tuple[Finding, ...] = ()


def quoted(statement: Statement, claims: Sequence[Claim]) -> tuple[Quoted, ...]:
    """For each claim, its quote in the text. A statement whose text is not held is told once, with its first claim."""
    if statement.read is None:
        note = Finding("text not held", Level.NOTE, "the statement's text is not held", statement.place)
        return tuple(Quoted(findings=() if index else (note,)) for index, _ in enumerate(claims))
    read = statement.read
    text, lines = plain(read.text), LineIndex(read.source, read.sections)
    return tuple(_quoted(claim, statement, read, text, lines) for claim in claims)


def _quoted(claim: Claim, statement: Statement, read: ReadText, text: PlainText, lines: LineIndex) -> Quoted:
    match find(text, claim.quote, claim.prefix, claim.suffix):
        case Found(start, end):
            place = lines.place(read.span(start, end)[0], statement.text_path)
            return Quoted(place, _last_words(read.text[:start]), _first_words(read.text[end:]))
        case Lost():
            message = f"the quote does not stand in {statement.text_path}"
            remedy = "quote the text exactly as it is, or take the claim out"
            kind, level = "lost", Level.ERROR
        case Ambiguous(places):
            message = f"the quote stands in {len(places)} places of {statement.text_path}"
            remedy = "add prefix: or suffix:, the words before or after it"
            kind, level = "ambiguous", Level.WARNING
    return Quoted(findings=(Finding(kind, level, message, claim.quote_place, claim.id, remedy),))


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
    return (Finding("forecast", Level.NOTE, message, claim.quote_place, claim.id, remedy),)
