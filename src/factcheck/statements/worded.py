"""Claims of a sentence that the wording engine reads: figures, and "all", "rose", "the first", "the highest"."""

from collections.abc import Iterator

from factcheck.model.readings import Of, Way, Wording
from factcheck.statements.counting import is_a_race, is_a_step, is_counted, is_one_in_order, is_one_of_them
from factcheck.statements.figures import Figure, figures
from factcheck.statements.moving import is_told
from factcheck.statements.ordinals import is_rank
from factcheck.statements.said import Said
from factcheck.statements.silence import Silence
from factcheck.statements.spot import Spot, SpotKind
from factcheck.statements.unasserted import (
    is_a_duty,
    is_a_kind,
    is_a_manner_of_speaking,
    is_a_margin,
    is_compared,
    is_joined_on,
    is_of_oneself,
    is_stated,
    is_supposed,
    is_the_other_side,
)

Span = tuple[int, int]


def worded(said: Said, silence: Silence) -> Iterator[Spot]:
    """Their places in a sentence, in order."""
    for found in figures(said.text, said.language):
        kind, span = _kind(found), (found.start, found.end)
        is_silent = silence.has_number(span) or (kind is not SpotKind.FIGURE and silence.holds(span))
        is_silent = is_silent and not _is_of_a_number(said, kind, span)
        if not is_silent and _claims(said, kind, found.wording, span):
            yield Spot(*span, kind, says=found.wording is not None, of=found.of)


def _is_of_a_number(said: Said, kind: SpotKind, span: Span) -> bool:
    """ "At all four sites" is no "at all"."""
    return kind is SpotKind.SHARE and said.is_number(said.index(span[1] - 1) + 1)


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


def _claims(said: Said, kind: SpotKind, wording: Wording | None, span: Span) -> bool:
    """The wording claims something here, and is no name, noun or adverb that looks like it."""
    if wording is None:
        return True
    at, last = said.index(span[0]), said.index(span[1] - 1)
    is_name = said.is_capital(at) and said.words[at].text.isalpha()
    match kind:
        case SpotKind.CHANGE:
            is_unsaid = is_name or is_supposed(said, at) or is_the_other_side(said, at)
            return not is_unsaid and is_told(said, at, last, wording)
        case SpotKind.FIRST:
            return not is_name and is_rank(said, at, last, wording)
        case SpotKind.FIGURE:
            is_none = is_one_of_them(said, at) or is_one_in_order(said, last) or is_a_margin(said, last)
            is_none = is_none or is_a_race(said, at, last) or is_a_step(said, at)
            return is_counted(said, at, wording) and not is_none
        case SpotKind.SUPERLATIVE:
            is_a_noun = at == last and _is_a_noun(said, at)
            is_hedge = said.is_in("nones", at) and said.is_in("comparatives", at + 1)  # "no more than it earns"
            is_none = is_name or is_hedge or is_a_noun or is_a_kind(said, last) or is_a_duty(said, at, last)
            return not (is_none or is_a_manner_of_speaking(said, at, last + 1))
        case _ if is_name or is_joined_on(said, last + 1):
            return False
        case _:
            is_so = kind is not SpotKind.SHARE or is_stated(said, at, last + 1, "duties")
            return is_so and not is_of_oneself(said, at) and not is_compared(said, at)


def _is_a_noun(said: Said, at: int) -> bool:
    """ "The worst disciplinary record", "no record was kept"; not "a club record", "record sales"."""
    if not said.is_in("records", at):
        return False
    if said.is_in("plans", at - 1):
        return True  # "should record"
    before = (at - 1, at - 2)
    is_of_the_most = any(said.is_in("extremes", one) or said.ends_as("extreme_endings", one) for one in before)
    return is_of_the_most or said.is_in("nones", at - 1) or any(said.is_in("dealing", one) for one in before)
