"""Highest, second largest, first, top five, highest since: readings of rank."""

from fractions import Fraction

from factcheck.model.numbers import Interval
from factcheck.model.readings import Of, Reading, Remark, Way
from factcheck.wording.grammar import Text
from factcheck.wording.match import Match
from factcheck.wording.senses import Sense

FIRST = Fraction(1)


def rank(found: Match) -> Sense:
    """ "The highest", "second largest", "the first": one place, which nobody else may hold."""
    place = _place(found)
    return Sense((Reading(Of.RANK, Interval.at(place), found.entry.rule, way=_way(found), ties=False, value=place),))


def unbeaten(found: Match) -> Sense:
    """ "No country higher": the first place, which others may hold too."""
    return Sense((Reading(Of.RANK, Interval.at(1), found.entry.rule, way=_way(found), value=FIRST),))


def among(found: Match, text: Text) -> Sense:
    """ "One of the highest", "in the top five": down to the place said, or as far as the language reaches."""
    places = found.numbers[0].value if found.numbers else Fraction(text.language.top)
    rule = found.entry.rule.replace("{top}", str(places))
    return Sense((Reading(Of.RANK, Interval(FIRST, places), rule, way=_way(found), value=places),))


def since(found: Match) -> Sense:
    """ "The highest since 2008": the last year before that was not beaten is 2008 or earlier."""
    year = found.numbers[-1].value
    further = Remark("understated", Interval(None, year, high_open=True))
    rule = found.entry.rule.replace("{year}", str(year))
    reading = Reading(
        Of.YEAR, Interval(None, year), rule, way=_way(found), remarks=(further,), since=int(year), value=year
    )
    return Sense((reading,))


def _place(found: Match) -> Fraction:
    return found.numbers[0].value if found.numbers else found.entry.value or FIRST


def _way(found: Match) -> Way:
    """The way of the superlative, or of a comparative, or of the line itself."""
    slots = (found.get(slot) for slot in ("superlative", "higher"))
    return next((match.entry.way for match in slots if match), found.entry.way)
