"""Drafts claims from a text: one for each assertion, with its exact quote, ready for a person to add checks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.model.readings import Of
from factcheck.model.texts import BlockKind, ReadText
from factcheck.statements import context
from factcheck.statements.clauses import Clause, clauses, opening
from factcheck.statements.naming import name
from factcheck.statements.phrases import Word, words
from factcheck.statements.sentences import Sentence, sentences
from factcheck.statements.spotting import Spot, SpotKind, spots
from factcheck.statements.uniqueness import Surroundings, surroundings
from factcheck.wording import UnreadableWording, periods, spoken_in, wording, years
from factcheck.wording.language import Language

# Where one of these stands in a clause, the others are no claims of their own.
NOWHERE_ELSE = Surroundings()
STRONG = frozenset({SpotKind.FIGURE, SpotKind.SUPERLATIVE, SpotKind.FIRST, SpotKind.ONLY, SpotKind.SINCE})


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim without checks. `start` and `end` are those of its quote in the readable text, `at` those of its words.

    `says` is empty where the words that make it a claim fix no figure.
    """

    id: str
    quote: str
    start: int
    end: int
    at: tuple[int, int]
    says: str = ""
    around: Surroundings = NOWHERE_ELSE
    about: str = ""
    period: str = ""
    according_to: str = ""
    hedge: str = ""
    mentions: tuple[str, ...] = ()


def drafts(read: ReadText, language: Language) -> tuple[Draft, ...]:
    """The claims of a text, in order; each has an id of its own."""
    found = list(_every(read, language))
    told = surroundings(read.text, [(draft.start, draft.end) for draft in found])
    taken: dict[str, int] = {}
    kept = []
    for draft, around in zip(found, told, strict=True):
        taken[draft.id] = taken.get(draft.id, 0) + 1
        times = taken[draft.id]
        kept.append(_replaced(draft, draft.id if times == 1 else f"{draft.id}-{times}", around))
    return tuple(kept)


def _replaced(draft: Draft, named: str, around: Surroundings) -> Draft:
    return replace(draft, id=named, around=around)


def _every(read: ReadText, language: Language) -> Iterator[Draft]:
    subject = ""
    for sentence in sentences(read.text, read.blocks, language):
        drafting = _Drafting(read.text[sentence.start : sentence.end], sentence, language)
        own = drafting.subject
        is_pronoun = context.is_pronoun(own, language)
        yield from drafting.drafts(subject if is_pronoun else own)
        subject = subject if is_pronoun or not own or drafting.has_figure_in(own) else own


class _Drafting:
    """One sentence on its way to claims."""

    def __init__(self, text: str, sentence: Sentence, language: Language) -> None:
        self._text = text
        self._sentence = sentence
        self._language = language
        self._found = spots(text, language, is_heading=sentence.kind is BlockKind.HEADING)
        self._words: list[Word] = words(text)
        self._clauses = clauses(text, self._words, self._found, language) if self._found else []
        self.subject = context.subject(text, self._words, language, opening(self._words, language))

    def has_figure_in(self, subject: str) -> bool:
        """The subject is no one to be carried along: "nearly half of the cases"."""
        at = self._text.find(subject)
        return any(at <= spot.start < at + len(subject) for spot in self._found)

    def drafts(self, subject: str) -> Iterator[Draft]:
        if not self._found:
            return
        source = context.source(self._text, self._words, self._language)
        mentions = context.mentions(self._text, self._language)
        for clause in self._clauses:
            for spot in _claimed([one for one in self._found if clause.start <= one.start < clause.end]):
                yield self._draft(clause, spot, subject, source, mentions)

    def _draft(self, clause: Clause, spot: Spot, subject: str, source: str, mentions: tuple[str, ...]) -> Draft:
        quote = " ".join(self._text[clause.start : clause.end].split())
        says = (
            _readable(" ".join(self._text[spot.start : spot.end].split()), quote, self._language) if spot.says else ""
        )
        shift = self._sentence.start
        return Draft(
            id=name(self._text, quote, says or self._text[spot.start : spot.end], self._language),
            quote=quote,
            start=clause.start + shift,
            end=clause.end + shift,
            at=(spot.start + shift, spot.end + shift),
            says=says,
            about="" if subject in quote else " ".join(subject.split()),
            period=self._period(clause),
            according_to="" if source in quote else source,
            hedge=context.hedge(self._words, clause, self._text, self._language),
            mentions=mentions,
        )

    def _period(self, clause: Clause) -> str:
        """The one period that the sentence opens with, where it does not stand in the quote: "In 2023, ..."."""
        told = periods(self._text, self._language, None)
        if len(told) != 1 or told[0].start == date.min or self._text[: told[0].at[0]].strip():
            return ""
        return "" if clause.start < told[0].at[1] else _written(told[0].start, told[0].end)


def _claimed(found: Sequence[Spot]) -> list[Spot]:
    """The spots that are claims of their own: the strong ones, else the first of the others."""
    strong = [spot for spot in found if spot.kind in STRONG]
    return strong or list(found[:1])


def _readable(says: str, quote: str, language: Language) -> str:
    """The words, if they can be read alone and the quote says the same; else nothing."""
    try:
        read = wording(says, language)
    except UnreadableWording:
        return ""
    if any(reading.of is Of.YEAR and reading.value in _years(quote, language) for reading in read.readings):
        return says
    return says if spoken_in(quote, read, language) else ""


def _years(quote: str, language: Language) -> list[int]:
    return [year for _, _, year in years(quote, language)]


def _written(start: date, end: date) -> str:
    """The period as a claim file has it.

    >>> _written(date(2002, 1, 1), date(2021, 12, 31))
    '2002..2021'
    """
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year}..{end.year}"
    return str(start) if start == end else f"{start}..{end}"
