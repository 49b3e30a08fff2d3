"""Rose, fell, up, down, more, fewer: readings of change, with its sign."""

from dataclasses import replace
from fractions import Fraction

from factcheck.model.numbers import Interval
from factcheck.model.readings import Of, Reading, Remark, Way
from factcheck.wording.bands import Band, bare
from factcheck.wording.grammar import Text
from factcheck.wording.match import Match
from factcheck.wording.quantity import Kind
from factcheck.wording.senses import Sense, measure_of, plain, reading
from factcheck.wording.sizes import Size, size
from factcheck.wording.units import quantity

CHANGE_OF = {
    Kind.NUMBER: Of.DIFFERENCE,
    Kind.PERCENT: Of.RELATIVE,
    Kind.POINTS: Of.POINTS,
    Kind.SHARE: Of.RELATIVE,
}
MISTAKEN_FOR = {Kind.PERCENT: Of.POINTS, Kind.POINTS: Of.RELATIVE}


def changed(found: Match, text: Text) -> Sense:
    """ "Rose", "fell": the sign of the difference."""
    return Sense((_went(_way(found), text),))


def changed_by(found: Match, text: Text) -> Sense:
    """ "Rose by 25%", "up 3 points", "a fall of a third", "rose threefold"."""
    return Sense((_change(size(found.one("amount"), text), _way(found)),))


def changed_to(found: Match, text: Text) -> Sense:
    """ "Rose to 4,000": the level, and besides that it rose."""
    return _reached(size(found.one("amount"), text), found, text)


def passed(found: Match, text: Text) -> Sense:
    """ "Fell below 50": the level too, and besides that it fell."""
    return _reached(size(found, text), found, text)


def _reached(end: Size, found: Match, text: Text) -> Sense:
    said = plain(end, text.language.rules)
    levels = tuple(one for one in said if one.of is not Of.RELATIVE)
    return Sense(levels, (_went(_way(found), text),))


def changed_from_to(found: Match, text: Text) -> Sense:
    """ "Rose from 3,000 to 4,000": the level, and besides the difference between both."""
    start, end = quantity(found.one("quantity"), text), size(found.one("amount"), text)
    levels = tuple(one for one in plain(end, text.language.rules) if one.of is not Of.RELATIVE)
    apart = end.band.accepts - bare(start, text.language.rules).accepts
    of = Of.POINTS if end.kind is Kind.PERCENT else Of.DIFFERENCE
    value = end.quantity.value - start.value
    unit, measure = end.quantity.unit, measure_of(end.quantity)
    difference = Reading(of, apart, found.entry.rule, value=value, unit=unit, measure=measure)
    way = _way(found)
    return Sense(levels, (difference,) if way is Way.ANY else (difference, _went(way, text)))


def more(found: Match, text: Text) -> Sense:
    """ "25% more", "4,000 fewer", "three times more": the last has two senses."""
    said = size(found.one("amount"), text)
    way = _way(found)
    if said.kind is not Kind.TIMES or way is Way.DOWN:
        return Sense((_change(said, way),))
    return Sense((reading(Of.RATIO, said.band), reading(Of.RATIO, _and_itself(said.band))))


def _and_itself(band: Band) -> Band:
    """Three times more, as three times as much on top of it."""
    one = Interval.at(1)
    return band.mapped(lambda interval: interval + one, band.value + 1)


def _way(found: Match) -> Way:
    """The way of the first word that has one."""
    slots = (found.get(slot) for slot in ("change", "verb", "updown", "signed", "losing", "downward", "rise", "more"))
    return next((match.entry.way for match in slots if match), Way.ANY)


def _went(way: Way, text: Text) -> Reading:
    up = Interval(Fraction(0), None, low_open=True)
    if way is Way.DOWN:
        return Reading(Of.DIFFERENCE, -up, text.language.rules["fell"])
    return Reading(Of.DIFFERENCE, up, text.language.rules["rose"])


def _change(said: Size, way: Way) -> Reading:
    if said.kind is Kind.TIMES:
        return reading(Of.RATIO, _turned(said.band) if way is Way.DOWN else said.band)
    band = _beyond_nothing(said.band)
    signed = band.negated() if way is Way.DOWN else band
    change = reading(CHANGE_OF[said.kind], signed, said.quantity)
    if said.kind not in MISTAKEN_FOR:
        return change
    mistaken = Remark("percent or points", signed.accepts, MISTAKEN_FOR[said.kind])
    return replace(change, remarks=(*change.remarks, mistaken))


def _turned(band: Band) -> Band:
    """Fell threefold: a third is left."""
    one = Interval.at(1)
    return band.mapped(lambda interval: one / interval, 1 / band.value)


def _beyond_nothing(band: Band) -> Band:
    """ "Rose by less than 25%" still says that it rose."""

    def above(interval: Interval) -> Interval:
        return Interval(Fraction(0), interval.high, low_open=True, high_open=interval.high_open)

    if band.accepts.low is not None:
        return band
    return band._replace(accepts=above(band.accepts))
