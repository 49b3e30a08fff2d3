"""What a fact-checker would want covered of a sentence: its figures, and claims whose words hold no number."""

from collections.abc import Iterator

from factcheck.model.readings import Of, Way, Wording
from factcheck.statements.boilerplate import boilerplate
from factcheck.statements.comparisons import comparisons
from factcheck.statements.figures import Figure, figures
from factcheck.statements.ordinals import is_rank
from factcheck.statements.phrases import Phrase, phrases
from factcheck.statements.places import Places
from factcheck.statements.race_times import race_times
from factcheck.statements.reach import reaches, reaches_of_places
from factcheck.statements.repeats import Repeats
from factcheck.statements.said import Said
from factcheck.statements.spot import Spot, SpotKind
from factcheck.statements.unasserted import (
    is_a_kind,
    is_a_manner_of_speaking,
    is_a_margin,
    is_an_attribute,
    is_an_attribute_of_lack,
    is_before_a_number,
    is_compared,
    is_done_to_something,
    is_joined_on,
    is_of_oneself,
    is_only_planned,
    is_only_possible,
    is_part_of_a_plan,
    is_supposed,
    is_the_other_side,
    is_wished_for,
)
from factcheck.statements.unnumbered import unnumbered
from factcheck.wording.language import Language

Span = tuple[int, int]
NOT_WHERE_ASKED = frozenset({SpotKind.SHARE, SpotKind.CHANGE, SpotKind.COMPARISON, SpotKind.STATUS})
PLACES = frozenset({SpotKind.FIRST, SpotKind.SUPERLATIVE, SpotKind.COMPARISON})
MOST_IN_A_ROW = 8  # numbers after one name: "Teller 52, 63"


def spots(text: str, language: Language, *, is_heading: bool = False, is_asked: bool = False) -> tuple[Spot, ...]:
    """The figures of a sentence, and its claims without a number, in order; none overlaps another.

    `is_asked` where the sentence only says what should be done: of that "all schools" and "higher than" claim nothing.
    """
    sentence = _Sentence(text, language, is_heading=is_heading)
    found: list[Spot] = []
    taken = Places(len(text))
    for each in (sentence.figures(), sentence.unnumbered(), sentence.since(), sentence.extremes(), sentence.others()):
        for spot in each:
            if not taken.touch(spot[:2]):
                taken.add(spot[:2])
                found.append(spot)
    found += (spot for spot in sentence.since_events(found) if not taken.touch(spot[:2]))
    repeats = Repeats(sentence.said, found)
    unsaid = NOT_WHERE_ASKED if is_asked else frozenset[SpotKind]()
    return tuple(sorted(spot for spot in found if spot.kind not in unsaid and not repeats.holds(spot)))


class _Sentence:
    """One sentence, its words, and the places in it where nothing is claimed."""

    def __init__(self, text: str, language: Language, *, is_heading: bool) -> None:
        self.said = Said(text, language)
        numbers = boilerplate(text, self.said.words, language, is_heading=is_heading)
        self._numbers = Places(len(text), numbers)
        self._idioms = [phrase[:2] for phrase in self._phrases("idle")]
        self._idle = Places(len(text), [*numbers, *self._idioms])

    def figures(self) -> Iterator[Spot]:
        for found in figures(self.said.text, self.said.language):
            kind = _kind(found)
            span = (found.start, found.end)
            is_idle = self._numbers.touch(span) or (kind is not SpotKind.FIGURE and self._is_idle(span))
            if is_idle or not self._claims(kind, found.wording, span):
                continue
            yield Spot(*span, kind, says=found.wording is not None, of=found.of)

    def unnumbered(self) -> Iterator[Spot]:
        for span in (*unnumbered(self.said), *race_times(self.said)):
            yield Spot(*span, SpotKind.FIGURE)

    def since(self) -> Iterator[Spot]:
        """ "Since 1951", "since the spring of 2023", "founded in 1951": the time itself is what is asserted."""
        words = self.said.words
        for first, last in reaches(self.said):
            yield Spot(words[first].start, words[last].end, SpotKind.SINCE, says=self.said.is_year(first + 1))

    def since_events(self, found: list[Spot]) -> Iterator[Spot]:
        """ "The first time since the pandemic", "its lowest since the war": how far back a place reaches."""
        tops = [spot.start for spot in found if spot.kind in PLACES]
        for first, last in reaches_of_places(self.said, tops):
            yield Spot(self.said.words[first].start, self.said.words[last].end, SpotKind.SINCE)

    def extremes(self) -> Iterator[Spot]:
        said, endings = self.said, tuple(self.said.listed("extreme_endings"))
        not_extremes = said.listed("not_extremes")
        for phrase in self._phrases("extremes"):
            is_said = said.is_determined(phrase.first, said.word(phrase.first))
            if (
                is_said
                and not self._is_idle(phrase[:2])
                and not is_a_manner_of_speaking(said, phrase.first, phrase.after)
            ):
                yield Spot(phrase.start, phrase.end, SpotKind.SUPERLATIVE)
        for at, word in enumerate(said.words):
            is_extreme = word.text.endswith(endings) and len(word.text) > len("best") if endings else False
            is_one = is_extreme and word.text not in not_extremes and not said.is_capital(at)
            if (
                is_one
                and not is_a_kind(said, at)
                and not self._is_idle(word[1:])
                and not is_a_manner_of_speaking(said, at, at + 1)
            ):
                yield Spot(word.start, word.end, SpotKind.SUPERLATIVE)

    def others(self) -> Iterator[Spot]:
        lists = {"shares": SpotKind.SHARE, "statuses": SpotKind.STATUS, "moved": SpotKind.CHANGE}
        for name, kind in lists.items():
            for phrase in self._phrases(name):
                if not self._is_idle(phrase[:2]) and self._asserts(phrase, kind):
                    yield Spot(phrase.start, self._end_of_words(phrase), kind)
        for span in comparisons(self.said.words, self.said.language):
            if not self._is_idle(span):
                yield Spot(*span, SpotKind.COMPARISON)
        yield from self._only()
        yield from self._moving()

    def _moving(self) -> Iterator[Spot]:
        """ "The gap is widening", where no number says by how much."""
        for phrase in self._phrases("moving"):
            if self.said.is_in("be", phrase.first - 1) and not self._is_idle(phrase[:2]):
                yield Spot(phrase.start, phrase.end, SpotKind.CHANGE)
        for phrase in self._phrases("directions"):
            if self.said.is_in("be", phrase.first - 1) and self._is_for_a_time(phrase.after):
                yield Spot(phrase.start, phrase.end, SpotKind.CHANGE)

    def _is_for_a_time(self, at: int) -> bool:
        """ "Are down" before "for the first time"."""
        return self.said.is_in("before_a_streak", at) and self.said.is_in("first", at + 2)

    def _end_of_words(self, phrase: Phrase) -> int:
        """The end of a phrase without a mark at its end, which only says that nothing follows: "are up ."."""
        last = phrase.after - 1
        return self.said.words[last - 1 if self.said.is_mark(last) else last].end

    def _asserts(self, phrase: Phrase, kind: SpotKind) -> bool:
        if is_of_oneself(self.said, phrase.first) or is_supposed(self.said, phrase.first):
            return False
        match kind:
            case SpotKind.SHARE if self.said.is_in("excepting", phrase.after - 1):
                return self.said.is_number(phrase.after)
            case SpotKind.SHARE:
                is_stated = _is_stated(self.said, phrase.first, phrase.after, "plans")
                return is_stated and not (self._deals_out(phrase) or is_a_margin(self.said, phrase.after - 1))
            case SpotKind.STATUS:
                is_verbal = self.said.is_in("verbal_statuses", phrase.after - 1)
                is_adverb = phrase.first == 0 and self.said.is_mark(phrase.after)
                is_of_something = not (is_adverb if is_verbal else self._ends(phrase.after))
                return is_of_something and not is_only_possible(self.said, phrase.first)
            case _:
                return not is_an_attribute(self.said, phrase)

    def _ends(self, at: int) -> bool:
        """No noun begins there: "current from the south"."""
        return self.said.is_mark(at) or self.said.is_in("closers", at)

    def _only(self) -> Iterator[Spot]:
        """ "Only Norway has more", where a sentence begins with the word and a name follows; "Scotland's only"."""
        said, only = self.said, self.said.listed("only")
        for at, word in enumerate(said.words):
            if word.text not in only:
                continue
            is_named = said.raw(at + 1)[:1].isupper() or said.is_in("articles", at + 1)
            begins = said.raw(at)[:1].isupper() and not said.is_capital(at)
            if (begins and is_named) or (said.word(at - 1) == "," and said.is_capital(at + 1)):
                yield Spot(word.start, said.words[at + 1].end, SpotKind.ONLY)
            elif self._is_owned(at) and not self._ends(at + 1):
                yield Spot(word.start, word.end, SpotKind.ONLY)

    def _is_owned(self, at: int) -> bool:
        """ "Scotland's only", "his only"."""
        before = self.said.word(at - 1)
        return before.endswith(tuple(self.said.listed("possessives"))) or before in self.said.listed("owners")

    def _deals_out(self, phrase: Phrase) -> bool:
        """ "10p each in issue", "every 104 minutes": what each gets, and how often; not "each year since 2004"."""
        said, last = self.said, phrase.after - 1
        if said.is_in("dealing", phrase.first) and said.is_in("before_dealing", phrase.first - 1):
            return True
        if not said.is_in("dealing", last):
            return False
        if said.is_in("in", phrase.first - 1) and said.is_in("spans", phrase.after):
            return False  # "in every year from 2028"
        is_a_unit = said.is_in("dealt", phrase.after)
        return (
            is_a_unit
            or said.is_number(phrase.after)
            or not said.word(phrase.after).isalpha()
            or self._ends(phrase.after)
        )

    def _claims(self, kind: SpotKind, wording: Wording | None, span: Span) -> bool:
        """The wording claims something here, and is no name, noun or adverb that looks like it."""
        if wording is None:
            return True
        said, at = self.said, self.said.index(span[0])
        is_name = said.is_capital(at) and said.words[at].text.isalpha()
        match kind:
            case SpotKind.CHANGE:
                is_unsaid = is_name or is_supposed(said, at) or is_the_other_side(said, at)
                return not is_unsaid and self._is_verb(at, said.index(span[1] - 1), wording)
            case SpotKind.FIRST:
                return not is_name and is_rank(said, at, said.index(span[1] - 1), wording)
            case SpotKind.FIGURE:
                is_one = said.is_in("be", at - 1) and self._is_one_of_them(at)
                return not is_one and self._is_counted(at, wording) and not is_a_margin(said, said.index(span[1] - 1))
            case SpotKind.SUPERLATIVE:
                last = said.index(span[1] - 1)
                is_a_noun = at == last and self._is_a_noun(at)
                is_none = is_name or is_a_noun or is_a_kind(said, last) or is_before_a_number(said, last)
                return not (is_none or is_a_manner_of_speaking(said, at, last + 1))
            case _ if is_name or is_joined_on(said, said.index(span[1] - 1) + 1):
                return False
            case _:
                is_stated = kind is not SpotKind.SHARE or _is_stated(said, at, said.index(span[1] - 1) + 1, "duties")
                return is_stated and not is_of_oneself(said, at) and not is_compared(said, at)

    def _is_a_noun(self, at: int) -> bool:
        """ "The worst disciplinary record", "no record was kept"; not "a club record", "record sales"."""
        said, endings = self.said, tuple(self.said.listed("extreme_endings"))
        if not said.is_in("records", at):
            return False
        before = (at - 1, at - 2)
        is_of_the_most = any(said.is_in("extremes", one) or said.word(one).endswith(endings) for one in before)
        return is_of_the_most or said.is_in("nones", at - 1) or any(said.is_in("dealing", one) for one in before)

    def _is_one_of_them(self, at: int) -> bool:
        """ "My mother was one of them": no count."""
        said = self.said
        return said.is_in("pronouns", at) and said.is_in("part_of", at + 1) and said.is_in("those", at + 2)

    def _is_counted(self, at: int, wording: Wording) -> bool:
        """Its digits are no code, no base and no name: "0417", "per 1,000", "Landsat 8"."""
        if not (wording.text[0].isdigit() or wording.text[-1].isdigit()):
            return True
        is_code = wording.text[0] == "0" and wording.text[1:2].isdigit()
        is_base = wording.text[0] == "1" and self.said.is_in("per", at - 1)
        return not (is_code or is_base) and not (wording.text.isdigit() and self._is_in_a_name(at))

    def _is_verb(self, at: int, last: int, wording: Wording) -> bool:
        """ "Rose", "is growing", "were flat"; not "the rise", "growing costs", "at constant prices"."""
        first = self.said.word(at)
        is_level = any(reading.of is Of.RELATIVE and reading.value == 0 for reading in wording.readings)
        if self.said.is_in("falling_things", at - 1):
            return False
        if first.endswith("ing") or is_level:
            is_apart = is_level and self.said.is_mark(at - 1) and self._ends(at + 1)
            before = at - 2 if self.said.word(at - 1).endswith(tuple(self.said.listed("adverb_endings"))) else at - 1
            is_said = is_apart or self.said.is_in("be", before) or " " in wording.text
            return is_said and not is_only_possible(self.said, before)
        if at == last and (is_done_to_something(self.said, at) or self._is_one_thing(at)):
            return False
        is_a_noun = first.endswith(tuple(self.said.listed("plural_endings"))) and self._is_of_things(at)
        is_the_most = self.said.word(at - 1).endswith(tuple(self.said.listed("extreme_endings")))
        return not (is_a_noun or is_the_most or self.said.is_in("before_a_rank", at - 1))

    def _is_one_thing(self, at: int) -> bool:
        """ "A pay rise": a noun, since "prices rise" would have a subject in the plural."""
        before, plural = self.said.word(at - 1), tuple(self.said.listed("plural_endings"))
        is_plural = before.endswith(plural) or self.said.is_in("plurals", at - 1)
        return self.said.is_in("nouns_or_verbs", at) and not is_plural and not self.said.is_in("closers", at - 1)

    def _is_of_things(self, at: int) -> bool:
        """ "Increases reached a plateau", "Falls per day": nouns, at the head of a sentence or before a verb."""
        after = self.said.word(at + 1)
        return at == 0 or self.said.is_in("verbs", at + 1) or after.endswith(tuple(self.said.listed("past_endings")))

    def _is_in_a_name(self, at: int) -> bool:
        """ "Landsat 8, ...": a bare number between a name and a mark or another name."""
        said, after = self.said, self.said.raw(at + 1)
        if said.word(at - 1).endswith(tuple(said.listed("possessives"))):
            return False
        is_of_things = after[:1].islower() or after[:1].isdigit() or after in ("%", "$", "€", "£")
        is_of_things = is_of_things and not self._is_called(at)
        before = at - 1
        for _ in range(MOST_IN_A_ROW):
            if said.raw(before) == "," and before > 1 and said.raw(before - 1).isdigit():
                before -= 2
        is_after_a_name = (
            (before > 0 or self._is_called(at)) and said.raw(before)[:1].isupper() and said.raw(before).isalpha()
        )
        return is_after_a_name and not said.is_month(before) and not is_of_things

    def _is_called(self, at: int) -> bool:
        """ "Halcyon 2 is the first", at the head of a sentence; not "in Halcyon 2 were found"."""
        said = self.said
        return at == 1 and said.is_in("singular_verbs", at + 1)

    def _is_idle(self, span: Span) -> bool:
        """It shares words with an idiom; not where it says more with it: "the lowest on record"."""
        return self._idle.touch(span) and not any(_is_more(span, idiom) for idiom in self._idioms)

    def _phrases(self, name: str) -> Iterator[Phrase]:
        return phrases(self.said.words, self.said.language, name)


def _is_stated(said: Said, at: int, after: int, plans: str) -> bool:
    """The share is neither wished or planned, nor the other side of a comparison: "more than all of its neighbours"."""
    is_wished = is_part_of_a_plan(said, at) or is_only_planned(said, after, plans) or is_wished_for(said, at)
    return not (is_wished or is_an_attribute_of_lack(said, at) or said.is_in("than", at - 1))


def _is_more(span: Span, idiom: Span) -> bool:
    return span[0] <= idiom[0] and idiom[1] <= span[1] and span != idiom


def _kind(figure: Figure) -> SpotKind:
    """What kind of claim it is, by the first reading of its words."""
    if figure.is_number or figure.wording is None:
        return SpotKind.FIGURE
    reading = figure.wording.readings[0]
    if reading.of is Of.RANK:
        return SpotKind.FIRST if reading.way in (Way.FIRST, Way.LAST) else SpotKind.SUPERLATIVE
    if reading.of is Of.LEVEL and reading.absolute and reading.accepts.low == reading.accepts.high == 1:
        return SpotKind.ONLY
    return SpotKind.SHARE if reading.absolute or reading.of is Of.SHARE else SpotKind.CHANGE
