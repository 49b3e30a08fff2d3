"""`rank`: the place of one group among all, by a measure.

    rank: {of: {country: NL}, by: {sum: emissions}, each: country}

Judged by the bounds of every group. A tie refutes "the highest", "the record" and "the first"; "no country has more"
and "among the highest" allow it. Where the groups are years, it also gives the last earlier year that was not beaten,
which "highest since 2008" reads. Rows that are totals of others are left out.

Supports: "the Netherlands emit the most", where no other country's sum is as high.
Refutes: "the Netherlands emit the most", where Belgium's sum is the same: a tie.
Cannot decide: "the Netherlands emit the most", where a country may be absent from the table.
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from factcheck.amounts.asking import Kinds, missing_note, question
from factcheck.amounts.groups import Group, Using, groups, shown, year_of
from factcheck.amounts.scope import no_totals
from factcheck.checks.interface import Occasion, Tables
from factcheck.errors import FactcheckError, Problem
from factcheck.model.claims import Measure, Rank
from factcheck.model.conditions import Compare, Name, Value, both
from factcheck.model.measurements import Amount, Measurement, Note
from factcheck.model.numbers import Interval
from factcheck.model.queries import Answer, Cell, Query
from factcheck.model.readings import Of, Way
from factcheck.model.tables import Table

GIVES = frozenset({Of.RANK, Of.YEAR})
SHOWN = 3


def plan(rank: Rank, tables: Tables, kinds: Kinds) -> tuple[Query, ...]:
    _key(rank)
    return (question(kinds, _by(rank, tables), tables[rank.by.table], by=(rank.each,)),)


def combine(
    rank: Rank,
    tables: Tables,
    answers: Sequence[Answer],
    kinds: Kinds,
    occasion: Occasion,
) -> Measurement:
    """The places of the group from the top and from the bottom, with ties and without."""
    table = tables[rank.by.table]
    every, carried = groups(kinds, _by(rank, tables), table, answers[0])
    own = next((group for group in every if group.key == _key(rank)), None)
    if own is None:
        return _absent(rank, table, carried)
    others = [group for group in every if group is not own]
    return replace(
        carried,
        amounts=_amounts(rank, table, own, others),
        workings=(*_workings(own, others), *_reach(rank, table, every)),
        notes=(*_ties(own, others), *missing_note(carried.unknown, carried.unknown), *carried.notes),
        by_bounds=True,
        whole=True,
    )


def _by(rank: Rank, tables: Tables) -> Measure:
    """The measure over the groups that are no totals of the others."""
    where = rank.by.where
    return replace(rank.by, where=both(where, no_totals(tables[rank.by.table].column(rank.each), where)))


def _key(rank: Rank) -> Cell:
    """The group meant. Raises FactcheckError where `of` does not name one value of the column `each`."""
    match rank.of:
        case Compare("=", Name(column), Value(value)) if column == rank.each:
            return value
    raise FactcheckError(
        Problem(
            f"of: must name one value of {rank.each}", remedy=f"write of: {{{rank.each}: VALUE}}, and the rest in by:"
        )
    )


def _absent(rank: Rank, table: Table, carried: Measurement) -> Measurement:
    key = _key(rank)
    if table.complete is False:
        return replace(carried, empty=f"{key} is not in the table, which is incomplete", by_bounds=True)
    raise FactcheckError(
        Problem(f'no {rank.each} in {table.name} is "{key}", or its number is unknown', remedy="check of: and where:")
    )


def _amounts(rank: Rank, table: Table, own: Group, others: Sequence[Group]) -> tuple[Amount, ...]:
    by_time = own.amount.of is Of.YEAR
    first, last = (Way.LOWEST, Way.HIGHEST) if by_time else (Way.HIGHEST, Way.LOWEST)
    ends = [(Way.HIGHEST, Way.HIGHEST), (Way.LOWEST, Way.LOWEST), (Way.FIRST, first), (Way.LAST, last)]
    places = tuple(
        _place(own, others, table, way=way, end=end, ties=ties) for way, end in ends for ties in (False, True)
    )
    if not table.column(rank.each).type.is_time:
        return places
    return places + tuple(_since(rank, own, others, table, way=way) for way in (Way.HIGHEST, Way.LOWEST))


def _place(own: Group, others: Sequence[Group], table: Table, *, way: Way, end: Way, ties: bool) -> Amount:
    """One more than the groups that beat it; who shares a place stands on no place alone, but past it."""

    def places(using: Using) -> Interval:
        beaten = [_beats(other, own, end=end, ties=ties, using=using) for other in others]
        if not ties and any(_equals(other, own, using=using) for other in others):
            ahead = [_beats(other, own, end=end, ties=True, using=using) for other in others]
            first = Fraction(1 + ahead.count(True))
            return Interval(first, first + ahead.count(None) + 1, low_open=True, high_open=True)
        return Interval(Fraction(1 + beaten.count(True)), Fraction(1 + len(beaten) - beaten.count(False)))

    bounds = places("bounds")
    opened = Interval(bounds.low, None) if table.complete is False else bounds
    return Amount(Of.RANK, places("known"), opened, places("if_complete"), way, ties)


def _beats(other: Group, own: Group, *, end: Way, ties: bool, using: Using) -> bool | None:
    """Whether the other group comes before; None where its interval and ours leave it open."""
    theirs, ours = other.judged(using), own.judged(using)
    if end is Way.LOWEST:
        theirs, ours = -theirs, -ours
    gap = theirs - ours
    above = Interval(Fraction(0), None, low_open=ties)
    if gap.inside(above):
        return True
    return False if gap.apart(above) else None


def _equals(other: Group, own: Group, *, using: Using) -> bool:
    """The two surely have the same number."""
    return own.judged(using).is_point and other.judged(using) == own.judged(using)


def _since(rank: Rank, own: Group, others: Sequence[Group], table: Table, *, way: Way) -> Amount:
    """The last earlier year whose value was as high (low) or higher (lower); before the first year if there is none."""
    column = table.column(rank.each)
    own_year = year_of(own.key, column) or 0
    earlier = [(year, other) for other in others if (year := year_of(other.key, column)) and year < own_year]
    before = min((year for year, _ in earlier), default=own_year)

    def last(using: Using) -> Interval:
        told = [(year, _beats(other, own, end=way, ties=False, using=using)) for year, other in earlier]
        certain = max((year for year, beats in told if beats), default=None)
        possible = max((year for year, beats in told if beats is not False), default=None)
        low = None if certain is None else Fraction(certain)
        return Interval(low, Fraction(before if possible is None else possible), high_open=possible is None)

    bounds = last("bounds")
    opened = Interval(bounds.low, Fraction(own_year)) if table.complete is False else bounds
    return Amount(Of.YEAR, last("known"), opened, last("if_complete"), way)


def _ties(own: Group, others: Sequence[Group]) -> tuple[Note, ...]:
    tied = [str(other.key) for other in others if _equals(other, own, using="known")]
    return (Note("tie", f"with {', '.join(tied)}"),) if tied else ()


def _reach(rank: Rank, table: Table, every: Sequence[Group]) -> tuple[str, ...]:
    """Where the groups are years: from which on there are data, since "all-time" is no longer than that."""
    years = [year for group in every if (year := year_of(group.key, table.column(rank.each)))]
    return (f"the data begin in {min(years)}",) if years else ()


def _workings(own: Group, others: Sequence[Group]) -> tuple[str, ...]:
    """The group, and who stands next to it at either end."""
    by_height = sorted(others, key=lambda group: group.amount.known.low or Fraction(0), reverse=True)
    highest = ", ".join(map(str, by_height[:SHOWN]))
    lowest = ", ".join(map(str, by_height[-1:]))
    told = f"{own.key} {shown(own.amount)} of {len(others) + 1:,} groups"
    return (told, f"the others: highest {highest}; lowest {lowest}") if others else (told,)
