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
from dataclasses import dataclass, replace
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
from factcheck.model.spelling import plural
from factcheck.model.tables import Table

GIVES = frozenset({Of.RANK, Of.YEAR})
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Field:
    """The group meant, and those it stands among; `stray` is what a row without a key may be."""

    own: Group
    others: tuple[Group, ...]
    stray: Group | None
    table: Table


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
    found = groups(kinds, _by(rank, tables), table, answers[0])
    own = next((group for group in found.every if group.key == _key(rank)), None)
    if own is None:
        return _absent(rank, table, found.carried)
    field = Field(own, tuple(group for group in found.every if group is not own), found.stray, table)
    unknown = found.carried.unknown
    return replace(
        found.carried,
        amounts=_amounts(rank, field),
        workings=(*_workings(field), *_reach(rank, field)),
        notes=(*_ties(field), *missing_note(unknown, unknown), *found.carried.notes),
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


def _amounts(rank: Rank, field: Field) -> tuple[Amount, ...]:
    by_time = field.own.amount.of is Of.YEAR
    first, last = (Way.LOWEST, Way.HIGHEST) if by_time else (Way.HIGHEST, Way.LOWEST)
    ends = [(Way.HIGHEST, Way.HIGHEST), (Way.LOWEST, Way.LOWEST), (Way.FIRST, first), (Way.LAST, last)]
    places = tuple(_place(field, way=way, end=end, ties=ties) for way, end in ends for ties in (False, True))
    if not field.table.column(rank.each).type.is_time:
        return places
    return places + tuple(_since(rank, field, way=way) for way in (Way.HIGHEST, Way.LOWEST))


def _place(field: Field, *, way: Way, end: Way, ties: bool) -> Amount:
    """One more than the groups that beat it; who shares a place stands on none alone, but between it and the next."""

    def places(using: Using) -> Interval:
        ahead = [_beats(other, field.own, end=end, ties=True, using=using) for other in field.others]
        level = ahead if ties else [_beats(other, field.own, end=end, using=using) for other in field.others]
        equal = 0 if ties else [_equals(other, field.own, using=using) for other in field.others].count(True)
        least, most = 1 + ahead.count(True), 1 + len(level) - level.count(False) - max(equal - 1, 0)
        shared = level.count(True) > ahead.count(True)
        if _may_beat(field, end=end, ties=ties, using=using):
            return Interval(Fraction(least), None, low_open=shared)
        return Interval(Fraction(least), Fraction(most), low_open=shared, high_open=equal > 0)

    bounds = places("bounds")
    opened = Interval(bounds.low, None, bounds.low_open) if field.table.complete is False else bounds
    return Amount(Of.RANK, places("known"), opened, places("if_complete"), way, ties)


def _may_beat(field: Field, *, end: Way, ties: bool, using: Using) -> bool:
    """Rows whose key is missing may be groups that come before."""
    if field.stray is None or using == "known":
        return False
    return _beats(field.stray, field.own, end=end, ties=ties, using=using) is not False


def _beats(other: Group, own: Group, *, end: Way, ties: bool = False, using: Using) -> bool | None:
    """Whether the other group comes before, or with it unless `ties` are allowed; None where it may or may not."""
    theirs, ours = other.judged(using), own.judged(using)
    if end is Way.LOWEST:
        theirs, ours = -theirs, -ours
    gap = theirs - ours
    above = Interval(Fraction(0), None, low_open=ties)
    if gap.apart(above):
        return False
    return True if other.sure and gap.inside(above) else None


def _equals(other: Group, own: Group, *, using: Using) -> bool:
    """The two surely have the same number."""
    return other.sure and own.judged(using).is_point and other.judged(using) == own.judged(using)


def _since(rank: Rank, field: Field, *, way: Way) -> Amount:
    """The last earlier year whose value was as high (low) or higher (lower); before the first year if there is none."""
    column = field.table.column(rank.each)
    own_year = year_of(field.own.key, column) or 0
    earlier = [(year, other) for other in field.others if (year := year_of(other.key, column)) and year < own_year]
    before = min((year for year, other in earlier if other.sure), default=own_year)

    def last(using: Using) -> Interval:
        told = [(year, _beats(other, field.own, end=way, using=using)) for year, other in earlier]
        certain = max((year for year, beats in told if beats), default=None)
        possible = max((year for year, beats in told if beats is not False), default=None)
        low = None if certain is None else Fraction(certain)
        if _may_beat(field, end=way, ties=False, using=using):
            return Interval(low, Fraction(own_year), high_open=True)
        unbeaten = possible is None or possible < before
        return Interval(low, Fraction(before if unbeaten or possible is None else possible), high_open=unbeaten)

    bounds = last("bounds")
    opened = Interval(bounds.low, Fraction(own_year)) if field.table.complete is False else bounds
    return Amount(Of.YEAR, last("known"), opened, last("if_complete"), way)


def _ties(field: Field) -> tuple[Note, ...]:
    tied = [str(other.key) for other in field.others if _equals(other, field.own, using="known")]
    return (Note("tie", f"with {', '.join(tied)}"),) if tied else ()


def _reach(rank: Rank, field: Field) -> tuple[str, ...]:
    """Where the groups are years: from which on there are data, since "all-time" is no longer than that."""
    column = field.table.column(rank.each)
    years = [year for group in (field.own, *field.others) if (year := year_of(group.key, column))]
    return (f"the data begin in {min(years)}",) if years else ()


def _workings(field: Field) -> tuple[str, ...]:
    """The group, and who stands next to it at either end."""
    own, others = field.own, field.others
    by_height = sorted(others, key=lambda group: group.amount.known.low or Fraction(0), reverse=True)
    highest = ", ".join(map(str, by_height[:SHOWN]))
    lowest = ", ".join(map(str, by_height[-1:]))
    told = f"{own.key} {shown(own.amount)} of {plural(len(others) + 1, 'group')}"
    return (told, f"the others: highest {highest}; lowest {lowest}") if others else (told,)
