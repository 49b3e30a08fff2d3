"""A cube: the table grouped once by every column that conditions name, from which all figures are then answered."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from factcheck.engines.figures import Flag, Item, Quantity, aggregate, is_count_of_rows
from factcheck.engines.frames import Frame, Stored, frame
from factcheck.engines.sources import raw, source
from factcheck.engines.sql import Parameters, SqlType, Statement, decimal_type, select
from factcheck.engines.statements import Block, Layer, chosen_value, grouped, value_of
from factcheck.model.conditions import Name, columns_of
from factcheck.model.queries import FigureKind

# What the values of a group's keys tell, however many rows it has.
_OF_KEYS: frozenset[FigureKind] = frozenset({"distinct", "least", "most"})
_TOTAL: dict[FigureKind, FigureKind] = {"sum": "sum", "known": "sum", "least": "least", "most": "most"}


@dataclass(frozen=True, slots=True)
class Cube:
    """The raw columns to group by, and what each group keeps: the aggregates of quantities that are not keys.

    `measures` are these with their names.
    """

    keys: tuple[str, ...]
    measures: Mapping[tuple[FigureKind, Quantity | Flag], str]

    def measure(self, one: Item) -> str | None:
        """The name of the measure an item is made from; None where the keys and the number of rows tell."""
        return self.measures.get((one.kind, one.of))


def cube_for(items: tuple[Item, ...], keys: tuple[str, ...]) -> Cube:
    """What the groups of these keys must keep for all items."""
    wanted = ((one.kind, one.of) for one in items if not _told_by_keys(one, frozenset(keys)))
    return Cube(keys, {measure: f"a{place}" for place, measure in enumerate(dict.fromkeys(wanted))})


def probe(stored: Stored, keys: tuple[str, ...], *, rows: int) -> Statement:
    """How many groups the first rows of the file make."""
    first = select([raw(key) for key in keys], source(stored.table), limit=rows)
    groups = select(("distinct *",), f"({first})")
    return Statement(select(("count(*)",), f"({groups})"))


def build(stored: Stored, cube: Cube) -> Statement:
    """The cube's groups: keys k, the number of rows n, measures a."""
    parameters = Parameters()
    items = {Item(kind, of): measure for (kind, of), measure in cube.measures.items()}
    block = Block(tuple(items))
    typed = frame(stored, block.columns, parameters=parameters, flagged=block.flagged)
    names = [f"k{stored.number(key)}" for key in cube.keys]
    keys = [f"{raw(key)} as {name}" for key, name in zip(cube.keys, names, strict=True)]
    values, measures, told = Layer("e"), ["count(*) as n"], ["n"]
    for one, measure in items.items():
        if sure := _told_by_others(one, cube, typed):
            told.append(f"{sure} as {measure}")
            continue
        value, sql_type = value_of(one, typed)
        measures.append(f"{_kept(one.kind, values.name(value), sql_type)} as {measure}")
        told.append(measure)
    inner = select([*keys, *typed.selected], source(stored.table))
    middle = select([*names, *values.selected], f"({inner})")
    groups = select([*names, *measures], f"({middle})", by=names)
    return parameters.statement(select([*names, *told], f"({groups})"))


def answer(stored: Stored, cube: Cube, block: Block, *, table: str) -> Statement:
    """The block's aggregates, from a cube that `table` names or selects."""
    parameters = Parameters()
    told = [one for one in block.items if cube.measure(one) is None]
    flagged = frozenset(one.of.column for one in told if isinstance(one.of, Flag))
    typed = frame(stored, _keys_asked(cube, block), parameters=parameters, flagged=flagged, keyed=True)
    conditions, values = Layer("c"), Layer("e")
    chosen = [_total(one, cube, typed, conditions, values) for one in block.items]
    inner = select([*typed.selected, "t.*"], table)
    middle = [*conditions.selected, *values.selected]
    return grouped(block, typed, chosen, middle, inner)


def by_keys(cube: Cube, items: Iterable[Item]) -> dict[frozenset[str], list[Item]]:
    """Items of blocks without groups, those on the same keys together."""
    alike: dict[frozenset[str], list[Item]] = {}
    for one in items:
        alike.setdefault(_keys_of(cube, one), []).append(one)
    return alike


def rolled_up(stored: Stored, cube: Cube, keys: Collection[str], items: Iterable[Item], *, table: str) -> Statement:
    """The cube with these keys only, and the measures of these items."""
    names = [f"k{stored.number(key)}" for key in cube.keys if key in keys]
    totals = {
        measure: aggregate(_TOTAL[one.kind], measure, decimal_type(0))
        for one in items
        if (measure := cube.measure(one)) is not None
    }
    measures = [f"{total} as {measure}" for measure, total in totals.items()]
    return Statement(select([*names, "sum(n) as n", *measures], table, by=names))


def _keys_asked(cube: Cube, block: Block) -> frozenset[str]:
    columns = frozenset(block.by) | columns_of(block.where)
    return columns.union(*(_keys_of(cube, one) for one in block.items))


def _keys_of(cube: Cube, one: Item) -> frozenset[str]:
    columns = columns_of(one.where)
    return columns | one.quantity_columns if cube.measure(one) is None else columns


def _told_by_keys(one: Item, keys: frozenset[str]) -> bool:
    """Whether the keys and the number of rows of each group are enough for an item."""
    if one.kind in _OF_KEYS or one.kind == "known":
        return one.kind == "distinct" or one.quantity_columns <= keys
    return is_count_of_rows(one)


def _told_by_others(one: Item, cube: Cube, typed: Frame) -> str:
    """The measure of a flag that other measures of the group tell; the empty string where none do.

    Where a cell is known or missing and nothing else, as in most files that keep types, each flag counted row by row
    would cost as much as a sum.
    """
    if not isinstance(one.of, Flag) or one.of.column not in typed.sure:
        return ""
    if one.of.what != "missing":
        return "0"
    known = cube.measure(Item("known", Quantity(Name(one.of.column))))
    return f"n - {known}" if known else ""


def _total(one: Item, cube: Cube, typed: Frame, conditions: Layer, values: Layer) -> str:
    """An item over groups: sums and counts are added, the least of the least is the least."""
    measure = cube.measure(one)
    if measure is not None:
        return aggregate(_TOTAL[one.kind], chosen_value(one, values.name(measure), conditions, typed), decimal_type(0))
    value, sql_type = value_of(one, typed)
    if one.kind in _OF_KEYS:
        return aggregate(one.kind, chosen_value(one, values.name(value), conditions, typed), sql_type)
    rows = values.name("n" if value == "1" else f"case when ({value}) is not null then n end")
    return aggregate("sum", chosen_value(one, rows, conditions, typed), decimal_type(0))


def _kept(kind: FigureKind, value: str, sql_type: SqlType) -> str:
    """A measure of one group: a sum over no known value stays NULL, so that it adds nothing."""
    return f"sum({value})" if kind == "sum" else aggregate(kind, value, sql_type)
