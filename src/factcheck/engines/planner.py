"""How requests on one table are answered together: by one scan, or from one grouped cube.

Each scan of a file costs about the same, whatever it adds up; what it adds costs a little for every figure and row.
Measured with 100 checks on 10 million rows of Parquet (2 cores): one query after the other 8.6 seconds, one scan with
`sum(case when ... )` 3.3, the same with `filter (where ...)` 16.3, one cube 0.9. Below about 20 conditions the cube's
grouping costs more than it saves. A cube of columns with very many values is as large as the table; so it is tried on
the file's first rows, and the scan stands in for it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from factcheck.engines.cubes import Cube, cube_for
from factcheck.engines.figures import MIDDLES, Flag, Item, Quantity, item
from factcheck.engines.sql import CannotAskError
from factcheck.engines.statements import Block
from factcheck.model.conditions import ALL_ROWS, Cond, Name, columns_of
from factcheck.model.queries import ONE, Listing, Profile, Query, Request

# More conditions than this, or more scans, are answered from a cube.
MANY_CONDITIONS = 20
MANY_SCANS = 3

# Of one statement. The engine holds a vector of values for each: 3,000 of them are refused for want of memory and
# asked one by one. Measured with 1,000 claims on one table: 22 seconds then, 4.5 with 400 at a time, 5.8 with 100.
MOST_FIGURES = 400

Strategy = Literal["separate", "scan", "cube"]


@dataclass(frozen=True, slots=True)
class Part:
    """The block that answers the request at `position`."""

    position: int
    block: Block


@dataclass(frozen=True, slots=True)
class Together:
    """One block for several requests; `places` says which of its aggregates are whose."""

    block: Block
    places: tuple[tuple[int, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way to answer all parts. Where there is a cube it is tried on the first rows of the file."""

    strategy: Strategy
    asked: str
    ways: str
    scanned: tuple[Together, ...]
    cube: Cube | None = None
    cubed: tuple[Together, ...] = ()

    @property
    def reason(self) -> str:
        return f"{self.asked}: {self.ways}"


def part(position: int, request: Query | Profile) -> Part:
    """The block of a request. A query without groups takes its condition into each figure."""
    match request:
        case Profile(_, columns):
            counts = (one for column in columns for one in _counts(column))
            return Part(position, Block((Item("known", Quantity(ONE)), *(Item("known", one) for one in counts))))
        case Query(_, figures, (), where):
            return Part(position, Block(tuple(item(figure, where) for figure in figures)))
        case Query(_, figures, by, where, at_most):
            return Part(position, Block(tuple(map(item, figures)), by, where, at_most))


def one_sided(one: Part, censored: Collection[str]) -> Part:
    """The part with each figure asked once where its two ends are one: where no column of it has censored cells."""
    items = tuple(_one_sided(each, censored) for each in one.block.items)
    return replace(one, block=replace(one.block, items=items))


def _one_sided(one: Item, censored: Collection[str]) -> Item:
    if isinstance(one.of, Flag) or not one.quantity_columns.isdisjoint(censored):
        return one
    return replace(one, of=replace(one.of, side="low"))


def _counts(column: str) -> tuple[Flag | Quantity, ...]:
    """What is counted of a profiled column; the misfits are the rest."""
    return Flag(column, "missing"), Flag(column, "censored"), Quantity(Name(column))


def attempts(
    parts: Sequence[Part], *, many_conditions: int = MANY_CONDITIONS, many_scans: int = MANY_SCANS
) -> tuple[Attempt, ...]:
    """The ways to answer the parts, the best first; the last needs no trial."""
    scans = together(parts)
    conditions = _conditions(parts)
    counted = f"{_count(_figures(parts), 'figure')} under {_count(len(conditions), 'condition')}"
    strategy: Strategy = "separate" if len(parts) == 1 else "scan"
    plain = Attempt(strategy, counted, _count(len(scans), "scan"), scans)
    if len(conditions) <= many_conditions and len(scans) <= many_scans:
        return (plain,)
    return (*_cubes(parts, counted), plain)


def plan_lines(requests: Sequence[Request]) -> tuple[str, ...]:
    """One line for each table: how its requests are answered, and why."""
    return tuple(f"{table}: {_line(group)}" for table, group in by_table(requests).items())


def by_table(requests: Sequence[Request]) -> dict[str, dict[int, Request]]:
    """The requests with their positions, table by table."""
    groups: dict[str, dict[int, Request]] = {}
    for position, request in enumerate(requests):
        groups.setdefault(request.table, {})[position] = request
    return groups


def _line(group: Mapping[int, Request]) -> str:
    try:
        parts = [part(position, one) for position, one in group.items() if not isinstance(one, Listing)]
    except CannotAskError as error:
        return f"not planned: {error.message}"
    lists = _count(len(group) - len(parts), "list of rows", "lists of rows")
    if not parts:
        return lists
    best, *rest = attempts(parts)
    ways = best.reason + (f"; if that makes too many groups, {rest[-1].ways}" if rest else "")
    return ways if len(parts) == len(group) else f"{ways}; {lists}"


def together(parts: Iterable[Part], *, most: int = MOST_FIGURES) -> tuple[Together, ...]:
    """Parts with the same groups, as one block, or as several where that would be more than `most` figures."""
    alike: dict[tuple[tuple[str, ...], Cond, int], list[Part]] = {}
    for one in parts:
        alike.setdefault((one.block.by, one.block.where, one.block.at_most), []).append(one)
    return tuple(_merged(some) for group in alike.values() for some in _portions(group, most))


def _portions(parts: Iterable[Part], most: int) -> Iterator[list[Part]]:
    portion: list[Part] = []
    figures = 0
    for one in parts:
        if portion and figures + len(one.block.items) > most:
            yield portion
            portion, figures = [], 0
        portion.append(one)
        figures += len(one.block.items)
    yield portion


def _merged(parts: Sequence[Part]) -> Together:
    items: dict[Item, int] = {}
    places = []
    for one in parts:
        chosen = tuple(items.setdefault(item, len(items)) for item in one.block.items)
        places.append((one.position, chosen))
    first = parts[0].block
    return Together(Block(tuple(items), first.by, first.where, first.at_most), tuple(places))


def _cubes(parts: Sequence[Part], counted: str) -> list[Attempt]:
    """A cube that also counts distinct values, and one that leaves those to a scan."""
    found: list[Attempt] = []
    for in_cube in (_fits_cube, _fits_lean_cube):
        cubed = tuple(one for one in parts if all(map(in_cube, one.block.items)))
        keys = _keys(cubed)
        if keys and (not found or found[-1].cube is None or keys != found[-1].cube.keys):
            scanned = together(one for one in parts if one not in cubed)
            items = tuple(item for one in cubed for item in one.block.items)
            cube = cube_for(items, keys)
            ways = f"one cube of {', '.join(keys)}"
            ways += f", and {_count(len(scanned), 'scan')} for the rest" if scanned else ""
            found.append(Attempt("cube", counted, ways, scanned, cube, together(cubed)))
    return found


def _fits_cube(one: Item) -> bool:
    """Middles need every value."""
    return one.kind not in MIDDLES


def _fits_lean_cube(one: Item) -> bool:
    return _fits_cube(one) and one.kind != "distinct"


def _keys(parts: Iterable[Part]) -> tuple[str, ...]:
    keys: set[str] = set()
    for one in parts:
        keys.update(one.block.by, columns_of(one.block.where))
        for counted in one.block.items:
            keys |= columns_of(counted.where)
            keys |= counted.quantity_columns if counted.kind == "distinct" else frozenset()
    return tuple(sorted(keys))


def _conditions(parts: Iterable[Part]) -> frozenset[Cond]:
    return frozenset(item.where for one in parts for item in one.block.items if item.where != ALL_ROWS)


def _figures(parts: Iterable[Part]) -> int:
    return sum(len(one.block.items) for one in parts)


def _count(number: int, one: str, several: str = "") -> str:
    return f"{number} {one if number == 1 else several or one + 's'}"
