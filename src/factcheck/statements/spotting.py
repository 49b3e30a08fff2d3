"""What a fact-checker would want covered of a sentence: its figures, and claims whose words hold no number."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from factcheck.model.readings import Of, Way, Wording
from factcheck.statements.boilerplate import boilerplate
from factcheck.statements.figures import figures
from factcheck.statements.phrases import Phrase, phrases, words
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
    """`text[start:end]` of the sentence. `says` is whether its words can be read as what a claim says."""

    start: int
    end: int
    kind: SpotKind
    says: bool = False


def spots(text: str, language: Language, *, is_heading: bool = False) -> tuple[Spot, ...]:
    """The figures of a sentence, and its claims without a number, in order; none overlaps another."""
    sentence = _Sentence(text, language, is_heading=is_heading)
    found: list[Spot] = []
    for each in (sentence.figures(), sentence.since(), sentence.extremes(), sentence.others()):
        found += [spot for spot in each if not any(_overlap(spot, other) for other in found)]
    return tuple(sorted(spot for spot in found if not sentence.belongs_to_a_figure(spot, found)))


class _Sentence:
    """One sentence, its words, and the places in it where nothing is claimed."""

    def __init__(self, text: str, language: Language, *, is_heading: bool) -> None:
        self.text = text
        self.language = language
        self.words = words(text)
        self._at = {word.start: at for at, word in enumerate(self.words)}
        self._numbers = boilerplate(text, self.words, language, is_heading=is_heading)
        self._idle = (*(phrase[:2] for phrase in self._phrases("idle")), *self._numbers)

    def figures(self) -> Iterator[Spot]:
        for found in figures(self.text, self.language):
            kind = _kind(found.wording)
            span = (found.start, found.end)
            idle = self._numbers if kind is SpotKind.FIGURE else self._idle
            if _touches(span, idle) or not self._claims(kind, found.wording, span):
                continue
            yield Spot(*span, kind, says=True)

    def since(self) -> Iterator[Spot]:
        """ "Since 1951", "since the spring of 2023", "founded in 1951": the time itself is what is asserted."""
        for at, word in enumerate(self.words):
            if word.text != "since" and word.text not in self.language.listed("begun"):
                continue
            year = next((after for after in range(at + 1, at + 1 + FAR) if self._is_time(after)), None)
            if year is None or (word.text != "since" and self._word(at + 1) not in ("in", "since")):
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
                if self._word(at + 1) == "than":
                    yield Spot(word.start, self.words[at + 1].end, SpotKind.COMPARISON)
                elif self._word(at - 1) in self.language.listed("degrees"):
                    yield Spot(self.words[at - 1].start, word.end, SpotKind.COMPARISON)

    def belongs_to_a_figure(self, spot: Spot, found: Sequence[Spot]) -> bool:
        """ "Eased by half a point", "larger than 0.1", "ten largest", "has 5 since 2000": the figure is the claim."""
        beside = [other for other in found if other.kind is SpotKind.FIGURE and other is not spot]
        if spot.kind in (SpotKind.CHANGE, SpotKind.COMPARISON):
            return any(0 <= other.start - spot.end <= NEAR for other in beside)
        if spot.kind is SpotKind.SUPERLATIVE:
            return any(0 <= spot.start - other.end <= 1 for other in beside)
        if spot.kind is not SpotKind.SINCE:
            return False
        clause = self.text.rfind(",", 0, spot.start) + 1
        inside = [other for other in found if clause <= other.start and other.end <= spot.start]
        return {other.kind for other in inside} in ({SpotKind.FIGURE}, {SpotKind.FIGURE, SpotKind.CHANGE})

    def _claims(self, kind: SpotKind, wording: Wording, span: Span) -> bool:
        """The wording claims something here, and is no name, noun or adverb that looks like it."""
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
        return before not in self.language.listed("determiners")

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
        determiners = self.language.listed("determiners")
        before = self._word(at - 1)
        return said.split(maxsplit=1)[0] in determiners or before in determiners or before.endswith(("'s", "s'"))

    def _is_in_a_name(self, at: int) -> bool:
        """ "Landsat 8, ...": a bare number between a name and a mark or another name."""
        before, after = self._raw(at - 1), self._raw(at + 1)
        if before == "," and at > 1 and self._raw(at - 2).isdigit():
            return self._is_in_a_name(at - 2)
        is_after_a_name = at > 1 and before[:1].isupper() and before.isalpha()
        return is_after_a_name and not (after[:1].islower() or after[:1].isdigit() or after in ("%", "$", "€", "£"))

    def _is_idle(self, span: Span) -> bool:
        return _touches(span, self._idle)

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


def _kind(wording: Wording) -> SpotKind:
    """What kind of claim a wording is, by its first reading."""
    reading = wording.readings[0]
    if wording.figure:
        return SpotKind.FIGURE
    if reading.of is Of.RANK:
        return SpotKind.FIRST if reading.way in (Way.FIRST, Way.LAST) else SpotKind.SUPERLATIVE
    if reading.of is Of.LEVEL and reading.value is None and reading.accepts.low == 1:
        return SpotKind.ONLY
    return SpotKind.SHARE if reading.absolute or reading.of is Of.SHARE else SpotKind.CHANGE


def _touches(span: Span, others: Sequence[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _overlap(one: Spot, other: Spot) -> bool:
    return one.start < other.end and other.start < one.end


def covering(found: Sequence[Spot], start: int, end: int) -> tuple[Spot, ...]:
    """The spots that lie in `text[start:end]`."""
    return tuple(spot for spot in found if start <= spot.start and spot.end <= end)
