"""Every meaning a line of whole wordings can have, and what it says."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from factcheck.model.numbers import Interval
from factcheck.model.readings import Of, Reading, Remark
from factcheck.wording import changes, ranks, streaks
from factcheck.wording.grammar import Text
from factcheck.wording.match import Match
from factcheck.wording.senses import Sense, per, plain
from factcheck.wording.sizes import bare_size, size

LEAST_OF_A_CROWD = 2
FAR_MORE_THAN_A_CROWD = 10


def amount(found: Match, text: Text) -> Sense:
    return Sense(plain(size(found.one("amount"), text), text.language.rules))


def end_of_a_ranking(found: Match, text: Text) -> Sense:
    """ "The top 10%": the share."""
    return Sense(plain(bare_size(found.one("quantity"), text), text.language.rules))


def rate(found: Match, text: Text) -> Sense:
    """ "150 a day", "20 victims per week"."""
    said = plain(size(found.one("amount"), text), text.language.rules)
    return Sense(per(said, found.one("rate").entry.unit) or said)


def crowd(found: Match, text: Text) -> Sense:
    """ "Dozens", "tens of thousands": at least two of the unit."""
    unit = found.one("crowd").entry.value or Fraction(1)
    accepts = Interval(unit * LEAST_OF_A_CROWD, None)
    far = Remark("understated", Interval(unit * FAR_MORE_THAN_A_CROWD, None))
    least = f"{int(unit * LEAST_OF_A_CROWD):,}".replace(",", text.language.group)
    rule = found.entry.rule.replace("{n}", least)
    return Sense((Reading(Of.LEVEL, accepts, rule, remarks=(far,), value=unit),))


def share(found: Match) -> Sense:
    """Words with an interval of their own: most, the vast majority, all, none."""
    return Sense((_fixed(found, Of.SHARE),))


def nothing(found: Match) -> Sense:
    """ "None", "no": no share, and no number."""
    share = _fixed(found, Of.SHARE)
    return Sense((share, replace(share, of=Of.LEVEL)))


def level(found: Match) -> Sense:
    """ "The only": exactly one."""
    return Sense((_fixed(found, Of.LEVEL),))


def relative(found: Match) -> Sense:
    """ "Stable", "unchanged": a relative change within an interval of its own."""
    return Sense((_fixed(found, Of.RELATIVE),))


def year(found: Match) -> Sense:
    """ "Since 1951", where that is what is said: the year alone."""
    said = found.numbers[0].value
    return Sense((Reading(Of.YEAR, Interval.at(said), found.entry.rule, value=said),))


def _fixed(found: Match, of: Of) -> Reading:
    entry = found.entry
    if entry.accepts is None:
        raise ValueError(f'the line of "{entry.patterns[0]}" has no interval')
    remarks = (entry.remark,) if entry.remark else ()
    value = entry.accepts.low if entry.value is None else entry.value
    return Reading(of, entry.accepts, entry.rule, absolute=entry.absolute, remarks=remarks, value=value)


def sense(found: Match, text: Text) -> Sense:
    """What a whole wording says. Raises KeyError for a meaning that stands in neither list."""
    means = found.entry.means
    return OF_A_SIZE[means](found, text) if means in OF_A_SIZE else OF_A_LINE[means](found)


# Wordings with an amount in them, or a number to print.
OF_A_SIZE: dict[str, Callable[[Match, Text], Sense]] = {
    "amount": amount,
    "rate": rate,
    "crowd": crowd,
    "end_of_a_ranking": end_of_a_ranking,
    "changed": changes.changed,
    "changed_by": changes.changed_by,
    "changed_plainly": changes.changed_by,
    "lost": changes.changed_by,
    "changed_to": changes.changed_to,
    "passed": changes.passed,
    "changed_from_to": changes.changed_from_to,
    "more": changes.more,
    "among": ranks.among,
}

# Wordings whose own line says everything.
OF_A_LINE: dict[str, Callable[[Match], Sense]] = {
    "share": share,
    "nothing": nothing,
    "level": level,
    "relative": relative,
    "year": year,
    "rank": ranks.rank,
    "unbeaten": ranks.unbeaten,
    "since": ranks.since,
    "streak": streaks.streak,
    "every_since": streaks.every_since,
}
