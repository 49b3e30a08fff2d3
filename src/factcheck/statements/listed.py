"""Claims of a sentence that stand in the lists of its language: "neither", "remains", "has improved", "-est"."""

from collections.abc import Iterator

from factcheck.statements.comparisons import comparisons
from factcheck.statements.phrases import Phrase, phrases
from factcheck.statements.said import Said
from factcheck.statements.silence import Silence
from factcheck.statements.spot import Spot, SpotKind
from factcheck.statements.unasserted import (
    is_a_kind,
    is_a_manner_of_speaking,
    is_a_margin,
    is_an_attribute,
    is_dealt_out,
    is_of_oneself,
    is_only_possible,
    is_stated,
    is_supposed,
)

LISTS = {"shares": SpotKind.SHARE, "statuses": SpotKind.STATUS, "moved": SpotKind.CHANGE}


def listed(said: Said, silence: Silence) -> Iterator[Spot]:
    """Their places in a sentence; what comes first is nearer to what is said where two share a word."""
    yield from _extremes(said, silence)
    for span in comparisons(said):
        if not silence.holds(span):
            yield Spot(*span, SpotKind.COMPARISON)
    for name, kind in LISTS.items():
        for phrase in _phrases(said, name):
            if not silence.holds(phrase[:2]) and _asserts(said, phrase, kind):
                yield Spot(phrase.start, _end_of_words(said, phrase), kind)
    yield from _only(said)
    yield from _moving(said, silence)


def _extremes(said: Said, silence: Silence) -> Iterator[Spot]:
    """ "Top of the table", "the busiest"."""
    for phrase in _phrases(said, "extremes"):
        is_said = said.is_determined(phrase.first, said.word(phrase.first)) and not silence.holds(phrase[:2])
        if is_said and not is_a_manner_of_speaking(said, phrase.first, phrase.after):
            yield Spot(phrase.start, phrase.end, SpotKind.SUPERLATIVE)
    for at in _the_most(said):
        word = said.words[at]
        is_idle = silence.holds(word[1:]) or is_a_kind(said, at) or is_a_manner_of_speaking(said, at, at + 1)
        if not is_idle:
            yield Spot(word.start, word.end, SpotKind.SUPERLATIVE)


def _the_most(said: Said) -> Iterator[int]:
    """The numbers of the words that end as "busiest" does; not "forest", "Everest"."""
    endings, others = tuple(said.listed("extreme_endings")), said.listed("not_extremes")
    for at, word in enumerate(said.words if endings else ()):
        is_extreme = word.text.endswith(endings) and len(word.text) > len("best")
        is_by_itself = (
            said.is_in("irregular_extremes", at) and said.is_in("being", at - 1) and said.is_in("within", at + 1)
        )
        if is_by_itself or (is_extreme and word.text not in others and not said.is_capital(at)):
            yield at


def _asserts(said: Said, phrase: Phrase, kind: SpotKind) -> bool:
    if is_of_oneself(said, phrase.first) or is_supposed(said, phrase.first):
        return False
    match kind:
        case SpotKind.SHARE if said.is_in("excepting", phrase.after - 1):
            return said.is_number(phrase.after)
        case SpotKind.SHARE:
            is_so = is_stated(said, phrase.first, phrase.after, "plans")
            return is_so and not (is_dealt_out(said, phrase) or is_a_margin(said, phrase.after - 1))
        case SpotKind.STATUS:
            is_verbal = said.is_in("verbal_statuses", phrase.after - 1)
            is_alone = said.is_mark(phrase.after) and (phrase.first == 0 or said.is_in("bare_statuses", phrase.first))
            is_of_one = said.is_in("pronouns", phrase.after)  # "will replace the current one"
            is_of_something = not (is_alone if is_verbal else said.ends_there(phrase.after) or is_of_one)
            return is_of_something and not is_only_possible(said, phrase.first)
        case _:
            return not is_an_attribute(said, phrase)


def _end_of_words(said: Said, phrase: Phrase) -> int:
    """The end of a phrase without a mark at its end, which only says that nothing follows: "are up ."."""
    last = phrase.after - 1
    return said.words[last - 1 if said.is_mark(last) else last].end


def _only(said: Said) -> Iterator[Spot]:
    """ "Only Norway has more", where a sentence begins with the word and a name follows; "Scotland's only"."""
    only = said.listed("only")
    for at, word in enumerate(said.words):
        if word.text not in only:
            continue
        is_named = said.raw(at + 1)[:1].isupper() or said.is_in("articles", at + 1)
        begins = said.raw(at)[:1].isupper() and not said.is_capital(at)
        is_inside = said.is_in("heads", at - 1) or said.is_in("joins", at - 1) or said.is_in("relatives", at - 1)
        if is_named and (begins or (at > 0 and is_inside)):
            yield Spot(word.start, said.words[at + 1].end, SpotKind.ONLY)
        elif _is_owned(said, at) and not said.ends_there(at + 1):
            yield Spot(word.start, word.end, SpotKind.ONLY)


def _is_owned(said: Said, at: int) -> bool:
    """ "Scotland's only", "his only"."""
    return said.ends_as("possessives", at - 1) or said.is_in("owners", at - 1)


def _moving(said: Said, silence: Silence) -> Iterator[Spot]:
    """ "The gap is widening", where no number says by how much."""
    for phrase in _phrases(said, "moving"):
        before = _before(said, phrase)
        if said.is_in("be", before) and not (is_only_possible(said, before) or silence.holds(phrase[:2])):
            yield Spot(phrase.start, phrase.end, SpotKind.CHANGE)
    for phrase in _phrases(said, "directions"):
        before = _before(said, phrase)
        is_told = _is_for_a_time(said, phrase.after) or (before < phrase.first - 1 and said.is_mark(phrase.after))
        if said.is_in("be", before) and is_told:
            yield Spot(phrase.start, phrase.end, SpotKind.CHANGE)


def _before(said: Said, phrase: Phrase) -> int:
    """The number of the word before a phrase, past the "also" of "is also widening"."""
    return phrase.first - 2 if said.is_in("between", phrase.first - 1) else phrase.first - 1


def _is_for_a_time(said: Said, at: int) -> bool:
    """ "Are down" before "for the first time"."""
    return said.is_in("before_a_streak", at) and said.is_in("first", at + 2)


def _phrases(said: Said, name: str) -> Iterator[Phrase]:
    return phrases(said.words, said.language, name)
