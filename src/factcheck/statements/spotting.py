"""What a fact-checker would want covered of a sentence: its figures, and claims whose words hold no number."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from factcheck.model.readings import Of, Way, Wording
from factcheck.statements.boilerplate import boilerplate
from factcheck.statements.figures import Figure, figures
from factcheck.statements.phrases import Phrase, phrases, words
from factcheck.statements.places import Places
from factcheck.wording.language import Language

Span = tuple[int, int]
YEAR = range(1500, 2101)
NEAR = 4  # characters, room for "by"
FAR = 6  # words from "since" to its year: "since the spring of 2023"


class SpotKind(StrEnum):
    FIGURE = "figure"
    SUPERLATIVE = "superlative"
    FIRST = "first"
    ONLY = "only"
    SHARE = "share"
    CHANGE = "change"
    COMPARISON = "comparison"
    STATUS = "status"
    SINCE = "since"


class Spot(NamedTuple):
    """`text[start:end]` of the sentence. `says` is whether its words can be read as what a claim says.

    `of` is what is counted: "trafficked victims".
    """

    start: int
    end: int
    kind: SpotKind
    says: bool = False
    of: str = ""


def spots(text: str, language: Language, *, is_heading: bool = False) -> tuple[Spot, ...]:
    """The figures of a sentence, and its claims without a number, in order; none overlaps another."""
    sentence = _Sentence(text, language, is_heading=is_heading)
    found: list[Spot] = []
    taken = Places(len(text))
    for each in (sentence.figures(), sentence.since(), sentence.extremes(), sentence.others()):
        for spot in each:
            if not taken.touch(spot[:2]):
                taken.add(spot[:2])
                found.append(spot)
    figures_at = Places(len(text), (spot[:2] for spot in found if spot.kind is SpotKind.FIGURE))
    return tuple(sorted(spot for spot in found if not sentence.belongs_to_a_figure(spot, found, figures_at)))


class _Sentence:
    """One sentence, its words, and the places in it where nothing is claimed."""

    def __init__(self, text: str, language: Language, *, is_heading: bool) -> None:
        self.text = text
        self.language = language
        self.words = words(text)
        self._at = {word.start: at for at, word in enumerate(self.words)}
        numbers = boilerplate(text, self.words, language, is_heading=is_heading)
        self._numbers = Places(len(text), numbers)
        self._idle = Places(len(text), [*numbers, *(phrase[:2] for phrase in self._phrases("idle"))])

    def figures(self) -> Iterator[Spot]:
        for found in figures(self.text, self.language):
            kind = _kind(found)
            span = (found.start, found.end)
            idle = self._numbers if kind is SpotKind.FIGURE else self._idle
            if idle.touch(span) or not self._claims(kind, found.wording, span):
                continue
            yield Spot(*span, kind, says=found.wording is not None, of=found.of)

    def since(self) -> Iterator[Spot]:
        """ "Since 1951", "since the spring of 2023", "founded in 1951": the time itself is what is asserted."""
        for at, word in enumerate(self.words):
            is_since = word.text in self.language.listed("since")
            if not is_since and not (
                word.text in self.language.listed("begun") and self._word(at + 1) in self.language.listed("begun_in")
            ):
                continue
            year = next((after for after in range(at + 1, at + 1 + FAR) if self._is_time(after)), None)
            if year is None:
                continue
            last = year + 1 if self._is_year(year + 1) else year
            yield Spot(word.start, self.words[last].end, SpotKind.SINCE, says=self._is_year(at + 1))

    def extremes(self) -> Iterator[Spot]:
        listed, endings = self.language.listed, tuple(self.language.listed("extreme_endings"))
        for phrase in self._phrases("extremes"):
            if not self._is_idle(phrase[:2]) and self._is_determined(phrase.first, self._word(phrase.first)):
                yield Spot(phrase.start, phrase.end, SpotKind.SUPERLATIVE)
        for at, word in enumerate(self.words):
            is_extreme = word.text.endswith(endings) and len(word.text) > len("best") if endings else False
            is_name = at > 0 and self.text[word.start].isupper()
            if is_extreme and word.text not in listed("not_extremes") and not is_name and not self._is_idle(word[1:]):
                yield Spot(word.start, word.end, SpotKind.SUPERLATIVE)

    def others(self) -> Iterator[Spot]:
        lists = {"shares": SpotKind.SHARE, "statuses": SpotKind.STATUS, "moved": SpotKind.CHANGE}
        for name, kind in lists.items():
            for phrase in self._phrases(name):
                if not self._is_idle(phrase[:2]):
                    yield Spot(phrase.start, phrase.end, kind)
        for at, word in enumerate(self.words):
            if word.text in self.language.listed("comparatives") and not self._is_idle(word[1:]):
                if self._word(at + 1) in self.language.listed("than"):
                    yield Spot(word.start, self.words[at + 1].end, SpotKind.COMPARISON)
                elif self._word(at - 1) in self.language.listed("degrees"):
                    yield Spot(self.words[at - 1].start, word.end, SpotKind.COMPARISON)

    def belongs_to_a_figure(self, spot: Spot, found: Sequence[Spot], figures_at: Places) -> bool:
        """ "Eased by half a point", "larger than 0.1", "ten largest", "has 5 since 2000": the figure is the claim."""
        if spot.kind in (SpotKind.CHANGE, SpotKind.COMPARISON):
            return figures_at.touch((spot.end, spot.end + NEAR + 1))
        if spot.kind is SpotKind.SUPERLATIVE:
            return figures_at.touch((max(0, spot.start - 2), spot.start))
        if spot.kind is not SpotKind.SINCE:
            return False
        clause = self.text.rfind(",", 0, spot.start) + 1
        inside = [other for other in found if clause <= other.start and other.end <= spot.start]
        return {other.kind for other in inside} in ({SpotKind.FIGURE}, {SpotKind.FIGURE, SpotKind.CHANGE})

    def _claims(self, kind: SpotKind, wording: Wording | None, span: Span) -> bool:
        """The wording claims something here, and is no name, noun or adverb that looks like it."""
        if wording is None:
            return True
        at = self._index(span[0])
        is_name = at > 0 and self.text[span[0]].isupper() and self.words[at].text.isalpha()
        if kind is SpotKind.CHANGE:
            return not is_name and self._is_verb(at, wording)
        if kind is SpotKind.FIRST:
            return not is_name and self._is_rank(at, self._index(span[1] - 1), wording)
        if kind is SpotKind.FIGURE and (wording.text[0].isdigit() or wording.text[-1].isdigit()):
            is_code = wording.text[0] == "0" and wording.text[1:2].isdigit()
            return not is_code and not (wording.text.isdigit() and self._is_in_a_name(at))
        return kind is SpotKind.FIGURE or not is_name

    def _is_verb(self, at: int, wording: Wording) -> bool:
        """ "Rose", "is growing", "were flat"; not "the rise", "growing costs", "at constant prices"."""
        before = self._word(at - 1)
        first = self.words[at].text
        if first.endswith("ing") or any(
            reading.of is Of.RELATIVE and reading.value == 0 for reading in wording.readings
        ):
            return before in self.language.listed("be") or " " in wording.text
        return before not in self.language.listed("before_a_rank")

    def _is_rank(self, at: int, last: int, wording: Wording) -> bool:
        """ "The first public dataset", "her 50th goal"; not "at first", "the second half", "second-hand"."""
        following, after = self._word(last + 1), self.words[last].end
        if following in self.language.listed("steps") or self.text[after : after + 1] == "-":
            return False
        if self._raw(last + 1)[:1].isupper():
            return False
        if self._word(at - 1) in self.language.listed("ranked"):
            return True
        is_numbered = following[:1].isdigit() or following in self.language.listed("pronouns")
        return following.isalpha() and not is_numbered and self._is_determined(at, wording.text.lower())

    def _is_determined(self, at: int, said: str) -> bool:
        """ "The", "its" or "world's" stands before it, or is its first word."""
        determiners = self.language.listed("before_a_rank")
        before = self._word(at - 1)
        return (
            said.split(maxsplit=1)[0] in determiners
            or before in determiners
            or before.endswith(tuple(self.language.listed("possessives")))
        )

    def _is_in_a_name(self, at: int) -> bool:
        """ "Landsat 8, ...": a bare number between a name and a mark or another name."""
        before, after = self._raw(at - 1), self._raw(at + 1)
        if before == "," and at > 1 and self._raw(at - 2).isdigit():
            return self._is_in_a_name(at - 2)
        is_after_a_name = at > 1 and before[:1].isupper() and before.isalpha()
        return is_after_a_name and not (after[:1].islower() or after[:1].isdigit() or after in ("%", "$", "€", "£"))

    def _is_idle(self, span: Span) -> bool:
        return self._idle.touch(span)

    def _is_time(self, at: int) -> bool:
        return self._is_year(at) or (
            self._word(at) in self.language.listed("seasons") and not self._word(at - 1).isdigit()
        )

    def _is_year(self, at: int) -> bool:
        word = self._word(at)
        return len(word) == len("2023") and word.isdigit() and int(word) in YEAR

    def _index(self, offset: int) -> int:
        """The number of the word at an offset."""
        while offset not in self._at and offset > 0:
            offset -= 1
        return self._at.get(offset, 0)

    def _word(self, at: int) -> str:
        return self.words[at].text if 0 <= at < len(self.words) else ""

    def _raw(self, at: int) -> str:
        return self.text[self.words[at].start : self.words[at].end] if 0 <= at < len(self.words) else ""

    def _phrases(self, name: str) -> Iterator[Phrase]:
        return phrases(self.words, self.language, name)


def _kind(figure: Figure) -> SpotKind:
    """What kind of claim it is, by the first reading of its words."""
    if figure.is_number or figure.wording is None:
        return SpotKind.FIGURE
    reading = figure.wording.readings[0]
    if reading.of is Of.RANK:
        return SpotKind.FIRST if reading.way in (Way.FIRST, Way.LAST) else SpotKind.SUPERLATIVE
    if reading.of is Of.LEVEL and reading.value is None and reading.accepts.low == 1:
        return SpotKind.ONLY
    return SpotKind.SHARE if reading.absolute or reading.of is Of.SHARE else SpotKind.CHANGE
