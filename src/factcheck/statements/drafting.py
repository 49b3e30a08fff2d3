"""Drafts claims from a text: one for each assertion, with its exact quote, ready for a person to add checks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from factcheck.model.readings import Of, Period, Wording
from factcheck.model.texts import BlockKind, ReadText
from factcheck.statements import context
from factcheck.statements.clauses import clauses, opening
from factcheck.statements.naming import name
from factcheck.statements.phrases import Word, words
from factcheck.statements.sentences import Sentence, sentences
from factcheck.statements.spot import Spot, SpotKind
from factcheck.statements.spotting import spots
from factcheck.statements.uniqueness import Surroundings, surroundings
from factcheck.wording import UnreadableWording, periods, same, spoken_in, wording, wordings, years
from factcheck.wording.language import Language

# Where one of these stands in a clause, the others are no claims of their own.
MOST = 12
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
    counts: str = ""
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
        is_speaker = context.is_the_speaker(own, language)
        yield from drafting.drafts("" if is_speaker else subject if is_pronoun else own)
        subject = subject if is_pronoun or not own or drafting.has_figure_in(own) else own


class _Drafting:
    """One sentence on its way to claims."""

    def __init__(self, text: str, sentence: Sentence, language: Language) -> None:
        self._text = text
        self._sentence = sentence
        self._language = language
        self._found = spots(text, language, is_heading=sentence.kind is BlockKind.HEADING, is_asked=sentence.is_asked)
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
        period = self._opening_period()
        for clause in self._clauses:
            quote = " ".join(self._text[clause.start : clause.end].split())
            whole = Draft(
                id="",
                quote=quote,
                start=clause.start + self._sentence.start,
                end=clause.end + self._sentence.start,
                at=(0, 0),
                about="" if subject in quote else " ".join(subject.split()),
                period=_written(period.start, period.end) if period and clause.start >= period.at[1] else "",
                according_to="" if source in quote else source,
                hedge=context.hedge(self._words, clause, self._text, self._language),
                mentions=mentions,
            )
            yield from self._said(whole, [one for one in self._found if clause.start <= one.start < clause.end])

    def _said(self, whole: Draft, found: Sequence[Spot]) -> Iterator[Draft]:
        """A claim for each thing that a clause says."""
        read = {one.text: one for one in wordings(whole.quote, self._language)}
        for spot in _claimed(found):
            words_of_spot = " ".join(self._text[spot.start : spot.end].split())
            says = self._sayable(spot, words_of_spot, whole.quote, read)
            yield replace(
                whole,
                id=name(self._text, whole.quote, says or words_of_spot, self._language),
                at=(spot.start + self._sentence.start, spot.end + self._sentence.start),
                says=says,
                counts=spot.of if spot.kind is SpotKind.FIGURE and spot.of in whole.quote else "",
            )

    def _sayable(self, spot: Spot, words: str, quote: str, read: Mapping[str, Wording]) -> str:
        """The words, or with what they count where they need it: "1.5 m people"; nothing where they cannot be read."""
        with_noun = f"{words} {spot.of}"
        said = (words, with_noun) if spot.of and with_noun in quote else (words,)
        return next((one for one in said if spot.says and self._is_readable(one, quote, read)), "")

    def _is_readable(self, says: str, quote: str, read: Mapping[str, Wording]) -> bool:
        """The words can be read alone, and the quote says the same."""
        try:
            alone = wording(says, self._language)
        except UnreadableWording:
            return False
        if says in read and same(read[says], alone):
            return True
        if any(reading.of is Of.YEAR and reading.value in _years(quote, self._language) for reading in alone.readings):
            return True
        return spoken_in(quote, alone, self._language) is not None

    def _opening_period(self) -> Period | None:
        """The one period that the sentence opens with: "In 2023, ..."."""
        told = periods(self._text, self._language, None)
        if len(told) != 1 or told[0].start == date.min or self._text[: told[0].at[0]].strip():
            return None
        return told[0]


def _claimed(found: Sequence[Spot]) -> list[Spot]:
    """The spots that are claims of their own: the strong ones, else the first of the others.

    What holds more figures than a person puts into a clause is a table or a list, and one claim.
    """
    strong = [spot for spot in found if spot.kind in STRONG]
    return strong if 0 < len(strong) <= MOST else list(found[:1])


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
