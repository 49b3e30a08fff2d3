"""What a fact-checker would want covered of a sentence: its figures, and claims whose words hold no number."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from factcheck.model.readings import Of, Way, Wording
from factcheck.statements.boilerplate import boilerplate
from factcheck.statements.comparisons import comparisons
from factcheck.statements.figures import Figure, figures
from factcheck.statements.phrases import Phrase, phrases, words
from factcheck.statements.places import Places
from factcheck.wording.language import Language

Span = tuple[int, int]
YEAR = range(1500, 2101)
NEAR = 4  # characters, room for "by"
OPENING = frozenset('"“„«')
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
        self._idioms = [phrase[:2] for phrase in self._phrases("idle")]
        self._idle = Places(len(text), [*numbers, *self._idioms])

    def figures(self) -> Iterator[Spot]:
        for found in figures(self.text, self.language):
            kind = _kind(found)
            span = (found.start, found.end)
            is_idle = self._numbers.touch(span) or (kind is not SpotKind.FIGURE and self._is_idle(span))
            if is_idle or not self._claims(kind, found.wording, span):
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
            is_one = is_extreme and word.text not in listed("not_extremes") and not self._is_capital(at)
            if is_one and not self._is_idle(word[1:]):
                yield Spot(word.start, word.end, SpotKind.SUPERLATIVE)

    def others(self) -> Iterator[Spot]:
        lists = {"shares": SpotKind.SHARE, "statuses": SpotKind.STATUS, "moved": SpotKind.CHANGE}
        for name, kind in lists.items():
            for phrase in self._phrases(name):
                if not self._is_idle(phrase[:2]) and not self._deals_out(phrase):
                    yield Spot(phrase.start, phrase.end, kind)
        for span in comparisons(self.words, self.language):
            if not self._is_idle(span):
                yield Spot(*span, SpotKind.COMPARISON)
        yield from self._only_names()

    def _only_names(self) -> Iterator[Spot]:
        """ "Only Norway has more": a sentence begins with the word, and a name follows."""
        for at, word in enumerate(self.words):
            is_head = self._raw(at)[:1].isupper() and not self._is_capital(at)
            if is_head and word.text in self.language.listed("only") and self._raw(at + 1)[:1].isupper():
                yield Spot(word.start, self.words[at + 1].end, SpotKind.ONLY)

    def _deals_out(self, phrase: Phrase) -> bool:
        """ "10p each in issue", "every 104 minutes": what each gets, and how often; not "each year since 2004"."""
        if self.words[phrase.after - 1].text not in self.language.listed("dealing"):
            return False
        following = self._word(phrase.after)
        return self._is_number(phrase.after) or not following.isalpha() or following in self.language.listed("closers")

    def belongs_to_a_figure(self, spot: Spot, found: Sequence[Spot], figures_at: Places) -> bool:
        """ "Eased by half a point", "larger than 0.1", "ten largest", "has 5 since 2000": the figure is the claim."""
        if spot.kind in (SpotKind.CHANGE, SpotKind.COMPARISON):
            is_measured = spot.kind is SpotKind.COMPARISON and figures_at.touch((max(0, spot.start - 2), spot.start))
            return is_measured or figures_at.touch((spot.end, spot.end + NEAR + 1))
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
        is_name = self._is_capital(at) and self.words[at].text.isalpha()
        if kind is SpotKind.CHANGE:
            return not is_name and self._is_verb(at, wording)
        if kind is SpotKind.FIRST:
            return not is_name and self._is_rank(at, self._index(span[1] - 1), wording)
        if kind is SpotKind.FIGURE and (wording.text[0].isdigit() or wording.text[-1].isdigit()):
            is_code = wording.text[0] == "0" and wording.text[1:2].isdigit()
            is_base = wording.text[0] == "1" and self._word(at - 1) in self.language.listed("per")
            return not (is_code or is_base) and not (wording.text.isdigit() and self._is_in_a_name(at))
        return kind is SpotKind.FIGURE or not is_name

    def _is_verb(self, at: int, wording: Wording) -> bool:
        """ "Rose", "is growing", "were flat"; not "the rise", "growing costs", "at constant prices"."""
        before = self._word(at - 1)
        first = self.words[at].text
        if first.endswith("ing") or any(
            reading.of is Of.RELATIVE and reading.value == 0 for reading in wording.readings
        ):
            return before in self.language.listed("be") or " " in wording.text
        is_a_noun = at == 0 and first.endswith(tuple(self.language.listed("plural_endings")))
        return not is_a_noun and before not in self.language.listed("before_a_rank")

    def _is_rank(self, at: int, last: int, wording: Wording) -> bool:
        """ "The first public dataset", "her 50th goal"; not "at first", "the second half", "second-hand"."""
        following, after = self._word(last + 1), self.words[last].end
        if following in self.language.listed("steps") or self.text[after : after + 1] == "-":
            return False
        if self._raw(last + 1)[:1].isupper() and (wording.readings[0].way is Way.LAST or not self._raw(last).islower()):
            return False
        is_one_of_some = following in self.language.listed("part_of") and self._is_number(last + 2)
        if is_one_of_some and self._word(at) in self.language.listed("articles"):
            return False
        if self._word(at - 1) in self.language.listed("ranked"):
            return True
        if self._raw(last)[:1].isdigit() and following in self.language.listed("ranked_in"):
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

    def _is_capital(self, at: int) -> bool:
        """A capital that says something: not that of a sentence's first word, nor of a quotation's."""
        before = self.words[at - 1].text if at else ""
        return bool(before) and before not in OPENING and self._raw(at)[:1].isupper()

    def _is_in_a_name(self, at: int) -> bool:
        """ "Landsat 8, ...": a bare number between a name and a mark or another name."""
        before, after = self._raw(at - 1), self._raw(at + 1)
        if before == "," and at > 1 and self._raw(at - 2).isdigit():
            return self._is_in_a_name(at - 2)
        is_after_a_name = at > 1 and before[:1].isupper() and before.isalpha()
        return is_after_a_name and not (after[:1].islower() or after[:1].isdigit() or after in ("%", "$", "€", "£"))

    def _is_idle(self, span: Span) -> bool:
        """It shares words with an idiom; not where it says more with it: "the lowest on record"."""
        return self._idle.touch(span) and not any(span[0] < start and end <= span[1] for start, end in self._idioms)

    def _is_number(self, at: int) -> bool:
        return self._word(at)[:1].isdigit() or self._word(at) in self.language.first["number_words"]

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
