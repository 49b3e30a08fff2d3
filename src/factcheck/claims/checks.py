"""A check as written -> a check bound to its tables."""

from factcheck.claims.asked_rows import Data
from factcheck.claims.check_shape import ChangeShape, CheckShape, MeasureShape, RankShape, RatioShape, TrendShape
from factcheck.claims.collecting import Collected, needed
from factcheck.claims.idle_keys import refuse_idle
from factcheck.claims.measures import measure
from factcheck.claims.published import published
from factcheck.files.shapes import Placed
from factcheck.model.claims import Change, Check, CheckKind, Computation, Rank, Ratio, Single, Trend
from factcheck.model.conditions import ALL_ROWS, Compare, Cond, Name, Value
from factcheck.model.tables import ColumnType, Table

_FOLLOWED = (ColumnType.YEAR, ColumnType.DATE, ColumnType.INTEGER)


def check(shape: CheckShape, data: Data) -> Check:
    """The check, bound to its tables. Raises FactcheckError with every problem found."""
    found = Collected()
    found.attempt(refuse_idle, shape, data)
    bound = found.attempt(_bound, shape, data)
    found.stop_at_problems()
    kind, computation = needed(bound)
    return Check(kind, computation, shape.place)


def _bound(shape: CheckShape, data: Data) -> tuple[CheckKind, Computation]:
    if shape.ratio:
        return "ratio", _ratio(shape.ratio, shape, data)
    if shape.change:
        return "change", _change(shape.change, shape, data)
    if shape.rank:
        return "rank", _rank(shape.rank, shape, data)
    if shape.trend:
        return "trend", _trend(shape.trend, shape, data)
    if shape.figure:
        return "figure", published(shape, shape.figure, data)
    single = measure(shape, data)
    return single.kind, Single(single, shape.per.value if shape.per else "")


def _ratio(ratio: RatioShape, outer: CheckShape, data: Data) -> Ratio:
    if ratio.to is None and ratio.per is None:
        raise data.refusal(ratio.place, "a ratio needs what it is divided by", "add to: a measure, or per: day")
    found = Collected()
    of = found.attempt(measure, ratio.of, data, outer)
    to = found.attempt(measure, ratio.to, data, outer) if ratio.to else None
    found.stop_at_problems()
    return Ratio(needed(of), to, ratio.per or "")


def _change(change: ChangeShape, outer: CheckShape, data: Data) -> Change:
    table = _table(change.of, outer, data)
    found = Collected()
    of = found.attempt(measure, change.of, data, outer)
    start = found.attempt(data.condition, change.start, table) or ALL_ROWS
    end = found.attempt(data.condition, change.end, table) or ALL_ROWS
    if start == end and not found.problems:
        found.problems.extend(data.refusal(change.end.node, "from and to are the same rows", "name two times").problems)
    found.stop_at_problems()
    return Change(needed(of), start, end)


def _rank(rank: RankShape, outer: CheckShape, data: Data) -> Rank:
    table = _table(rank.by, outer, data)
    found = Collected()
    by = found.attempt(measure, rank.by, data, outer)
    each = found.attempt(_group_column, rank.each, data, table)
    of = found.attempt(data.condition, rank.of, table) or ALL_ROWS
    if each and not found.problems and not _names_one(of, each):
        remedy = f"write of: {{{each}: VALUE}}, and put the rest into by: with where:"
        found.problems.extend(data.refusal(rank.of.node, f"of must name one value of {each}", remedy).problems)
    found.stop_at_problems()
    return Rank(of, needed(by), needed(each))


def _trend(trend: TrendShape, outer: CheckShape, data: Data) -> Trend:
    table = _table(trend.of, outer, data)
    found = Collected()
    of = found.attempt(measure, trend.of, data, outer)
    over = found.attempt(data.column, trend.over, table)
    if over and table.column(over).type not in _FOLLOWED:
        remedy = "name a column of years, dates or whole numbers"
        message = f'"{over}" is no time to follow a measure over'
        found.problems.extend(data.refusal(trend.over.node, message, remedy).problems)
    found.stop_at_problems()
    return Trend(needed(of), needed(over))


def _table(inner: MeasureShape, outer: MeasureShape, data: Data) -> Table:
    return data.table(inner.dataset or outer.dataset, inner.place)


def _group_column(each: Placed[str], data: Data, table: Table) -> str:
    name = data.column(each, table)
    if table.column(name).type is ColumnType.LIST:
        raise data.refusal(each.node, f'"{name}" holds lists', "name a column with one value in each row")
    return name


def _names_one(of: Cond, each: str) -> bool:
    match of:
        case Compare("=", Name(column), Value()):
            return column == each
        case _:
            return False
