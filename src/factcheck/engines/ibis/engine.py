"""An engine beyond this machine: requests go to where the table is, and only answers come back.

It runs in the program's own process, and not in a worker as the embedded engine does. The worker is there because
files are read in it, which may be made to harm; here nothing is read but the short answers of a server that whoever
runs the program has named. The server has the limits on memory and time, a timer of ours cuts the line where it says
nothing, and a worker under a limit of address space could not start the Java that Spark needs.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Self

from factcheck.engines import planner
from factcheck.engines.figures import MIDDLES, Item, Quantity
from factcheck.engines.ibis import listings
from factcheck.engines.ibis.complaints import failure
from factcheck.engines.ibis.connections import Connection, RefusedError
from factcheck.engines.ibis.dialects import Dialect, dialect
from factcheck.engines.ibis.exact import Raw, exact
from factcheck.engines.ibis.middles import middle
from factcheck.engines.ibis.sources import Stored
from factcheck.engines.ibis.statements import scan
from factcheck.engines.planner import Part, Together
from factcheck.engines.profiles import SEARCHED_EXAMPLES, column_profiles, examples_of
from factcheck.engines.sql import CannotAskError
from factcheck.engines.statements import Block
from factcheck.model.queries import (
    ONE,
    Answer,
    Cell,
    Difference,
    Duplicates,
    Failure,
    Listing,
    Profile,
    Query,
    Request,
    Response,
    Rows,
    TableProfile,
)
from factcheck.model.spelling import plural

# Servers have a limit of columns in one SELECT: PostgreSQL's is 1,664.
MOST_ITEMS = 400

_ZERO = Decimal(0)
_COUNT = Item("known", Quantity(ONE))


class Elsewhere:
    """Answers requests on the tables of one engine, each with one SELECT or a few."""

    def __init__(self, name: str, connection: Connection, tables: Mapping[str, Stored], *, seconds: float) -> None:
        self._name = name
        self._connection = connection
        self._tables = dict(tables)
        self._seconds = seconds
        self._dialect: Dialect = dialect(connection.dialect)

    def answers(self, requests: Sequence[Request]) -> tuple[Response, ...]:
        """The responses to all requests, in their order; those on one table are answered together."""
        found: dict[int, Response] = {}
        for name, group in planner.by_table(requests).items():
            if name in self._tables:
                found |= self._of_table(self._tables[name], group)
            else:
                found |= dict.fromkeys(group, Failure(f"there is no dataset {name!r}"))
        return tuple(found[position] for position, _ in enumerate(requests))

    def plan_lines(self, requests: Sequence[Request]) -> tuple[str, ...]:
        """The statements that are sent, table by table."""
        lines: list[str] = []
        for name, group in planner.by_table(requests).items():
            stored = self._tables[name]
            told = [*self._statements(stored, group)]
            lines += [
                f"{name}: {plural(len(told), 'statement')} to {self._connection.called}, the engine {self._name}",
                *told,
            ]
        return tuple(lines)

    def rests_on(self, table: str) -> str:
        """What answers about a table rest on besides its rows: the engine, its version, how it keeps the columns."""
        stored = self._tables[table]
        return repr((self._connection.called, self._connection.version, stored.path, dict(stored.kept)))

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def _statements(self, stored: Stored, group: Mapping[int, Request]) -> Iterator[str]:
        parts = [planner.part(at, one) for at, one in group.items() if not isinstance(one, Listing)]
        for one in _together(parts):
            yield from (sql for _, sql in self._of_block(stored, one.block))
        for request in group.values():
            if isinstance(request, Rows):
                yield listings.rows(stored, request, self._dialect)

    def _of_table(self, stored: Stored, group: Mapping[int, Request]) -> dict[int, Response]:
        found: dict[int, Raw | Failure] = {}
        parts: list[Part] = []
        for position, request in group.items():
            if isinstance(request, Listing):
                continue
            try:
                part = planner.part(position, request)
                self._of_block(stored, part.block)
                parts.append(part)
            except CannotAskError as error:
                found[position] = Failure(error.message, error.remedy)
        found |= self._aggregates(stored, parts)
        return {position: self._response(stored, request, found.get(position)) for position, request in group.items()}

    def _aggregates(self, stored: Stored, parts: Sequence[Part]) -> dict[int, Raw | Failure]:
        """The rows of every part. Statements on several that are refused are asked again part by part."""
        found: dict[int, Raw | Failure] = {}
        for group in _together(parts):
            rows = self._block(stored, group.block)
            if not isinstance(rows, Failure):
                found |= _shared(group, rows)
            elif len(group.places) == 1:
                found[group.places[0][0]] = rows
            else:
                asked = {position for position, _ in group.places}
                for part in parts:
                    if part.position in asked:
                        found[part.position] = self._block(stored, part.block)
        return found

    def _block(self, stored: Stored, block: Block) -> Raw | Failure:
        """The block's rows: its keys, then its aggregates in their order."""
        others, *middles = [self._select(stored, sql) for _, sql in self._of_block(stored, block)]
        keys = len(block.by)
        if isinstance(others, Failure):
            return others
        by_key: list[Mapping[tuple[Cell, ...], Cell]] = []
        for one in middles:
            if isinstance(one, Failure):
                return one
            by_key.append({row[:keys]: row[keys] for row in one})
        return [_in_order(block, row[:keys], row[keys + 1 :], by_key) for row in others]

    def _of_block(self, stored: Stored, block: Block) -> list[tuple[Item | None, str]]:
        """One statement for all that adds up, and one for each middle."""
        others = tuple(one for one in block.items if one.kind not in MIDDLES)
        first = scan(stored, replace(block, items=(_COUNT, *others)), self._dialect)
        middles = [one for one in block.items if one.kind in MIDDLES]
        return [(None, first), *((one, middle(stored, block, one, self._dialect)) for one in middles)]

    def _response(self, stored: Stored, request: Request, rows: Raw | Failure | None) -> Response:
        if isinstance(rows, Failure):
            return rows
        match request:
            case Rows() | Duplicates():
                return self._listed(stored, request)
            case Difference():
                return Failure(f"{request.table} is a table of an engine, and only files are compared")
            case Query():
                return _answer(rows or [], at_most=request.at_most)
            case Profile(_, columns):
                return self._profile(stored, columns, (rows or [()])[0])

    def _listed(self, stored: Stored, request: Rows | Duplicates) -> Response:
        try:
            build = listings.rows if isinstance(request, Rows) else listings.duplicates
            sql = build(stored, request, self._dialect)  # type: ignore[arg-type]  # each with its own request
        except CannotAskError as error:
            return Failure(error.message, error.remedy)
        rows = self._select(stored, sql)
        if isinstance(rows, Failure):
            return rows
        return _answer(list(map(_shown, rows)) if isinstance(request, Rows) else rows, at_most=request.at_most)

    def _profile(self, stored: Stored, columns: Sequence[str], counts: Sequence[Cell]) -> Response:
        rows, profiles = column_profiles(columns, counts)
        misfits = [one.column for one in profiles if one.misfits]
        examples: dict[str, tuple[str, ...]] = {}
        for column in misfits:
            sql = listings.examples(stored, [column], self._dialect, at_most=SEARCHED_EXAMPLES)
            listed = self._select(stored, sql)
            if isinstance(listed, Failure):
                return listed
            examples |= examples_of([column], listed)
        shown = tuple(replace(one, examples=examples.get(one.column, ())) for one in profiles)
        return TableProfile(stored.table.name, rows, shown)

    def _select(self, stored: Stored, sql: str) -> Raw | Failure:
        try:
            return exact(self._connection.select(sql))
        except RefusedError as error:
            return failure(error, engine=self._name, table=stored.table.name, seconds=self._seconds)


def _together(parts: Iterable[Part]) -> list[Together]:
    """Parts with the same groups in one block, as long as it does not grow too large for a server."""
    groups: list[list[Part]] = [[]]
    items = 0
    for part in parts:
        items += len(part.block.items)
        if items > MOST_ITEMS and groups[-1]:
            groups.append([])
            items = len(part.block.items)
        groups[-1].append(part)
    return [one for group in groups for one in planner.together(group)]


def _shared(group: Together, rows: Raw) -> dict[int, Raw | Failure]:
    """Each part's own columns of the rows that answer all."""
    keys = len(group.block.by)
    return {
        position: [row[:keys] + tuple(row[keys + place] for place in places) for row in rows]
        for position, places in group.places
    }


def _in_order(
    block: Block, key: tuple[Cell, ...], others: Sequence[Cell], middles: Sequence[Mapping[tuple[Cell, ...], Cell]]
) -> tuple[Cell, ...]:
    """The aggregates in the block's order; a sum over nothing is zero."""
    left, right = iter(others), iter(middles)
    found = []
    for one in block.items:
        value = next(right).get(key) if one.kind in MIDDLES else next(left)
        found.append(_ZERO if value is None and one.kind == "sum" else value)
    return key + tuple(found)


def _answer(rows: Raw, *, at_most: int) -> Answer:
    return Answer(tuple(rows[:at_most]), complete=len(rows) <= at_most)


def _shown(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Values, in place of a censored one its text."""
    return tuple(value if text is None else text for value, text in zip(row[::2], row[1::2], strict=True))
