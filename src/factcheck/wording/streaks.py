"""Three years in a row, every year since: readings of streaks."""

from fractions import Fraction

from factcheck.model.numbers import Interval
from factcheck.model.readings import Of, Reading, Remark, Way
from factcheck.wording.match import Match
from factcheck.wording.senses import Sense


def streak(found: Match) -> Sense:
    """ "Rose for the third year in a row", "three years of growth in a row": at least as long as said."""
    steps = (found.get("streak") or found).numbers[0].value
    longer = Remark("understated", Interval(steps, None, low_open=True))
    rule = found.entry.rule.replace("{n}", str(steps))
    accepts = Interval(steps, None)
    return Sense(
        tuple(Reading(Of.STREAK, accepts, rule, way=way, remarks=(longer,), value=steps) for way in _ways(found))
    )


def every_since(found: Match) -> Sense:
    """ "Fell every year since 2015": a streak that begins with the step after that year; `since` says where.

    How long that is depends on the last year of the data, so any length is accepted here.
    """
    year = found.numbers[-1].value
    rule = found.entry.rule.replace("{year}", str(year))
    accepts = Interval(Fraction(1), None)
    return Sense(tuple(Reading(Of.STREAK, accepts, rule, way=way, since=int(year), value=year) for way in _ways(found)))


def _ways(found: Match) -> tuple[Way, ...]:
    """The way of the change, wherever it stands: "growth for the third year", "the third year of growth".

    Where no word says which way, there are two senses.
    """
    streak = found.get("streak")
    slots = [match.get(slot) for match in (found, streak) if match for slot in ("change", "updown", "rise")]
    said = next((match.entry.way for match in slots if match), None)
    return (said,) if said else (Way.UP, Way.DOWN)
