"""The embedded engine: requests are compiled here and answered by a worker process that runs DuckDB."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Self, TypeVar

from factcheck.engines import batches, complaints, kept_rows, listings, planner, statements
from factcheck.engines.batches import Raw
from factcheck.engines.frames import Stored
from factcheck.engines.process import MEMORY, SECONDS, Limits, Worker, WorkerError, WorkerGoneError
from factcheck.engines.profiles import SEARCHED_EXAMPLES, column_profiles, examples_of
from factcheck.engines.sources import description
from factcheck.engines.sql import CannotAskError, Statement
from factcheck.model.queries import (
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
from factcheck.model.tables import Table

Given = TypeVar("Given")
KEPT = "rows_kept"


def start() -> Worker:
    """Start a worker early, so that it loads while the claims are read; `open_engine` takes it."""
    return Worker()


def open_engine(
    tables: Mapping[str, Table],
    *,
    seconds: float = SECONDS,
    memory: str = MEMORY,
    worker: Worker | None = None,
) -> "DuckDB":
    """An engine on the files of these tables and no others; `seconds` is the limit for one statement."""
    return DuckDB(tables, limits=Limits(seconds=seconds, memory=memory), worker=worker)


class DuckDB:
    """Answers requests with DuckDB in a process of its own. A worker that ends is replaced for what is left to ask."""

    def __init__(self, tables: Mapping[str, Table], *, limits: Limits, worker: Worker | None = None) -> None:
        self._tables = dict(tables)
        self._limits = limits
        self._started = worker
        self._opened: Worker | None = None
        self._stored: dict[str, Stored] = {}
        self._kept = ""

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
        """How the requests would be answered, from which file, and why, table by table."""
        lines = zip(planner.by_table(requests), planner.plan_lines(requests), strict=True)
        return tuple(line + self._told_twin(name) for name, line in lines)

    def _told_twin(self, name: str) -> str:
        table = self._tables.get(name)
        if table is None or not table.file.is_twin:
            return ""
        return f"; from a copy of {table.file.path} in Parquet, kept since it was asked before"

    def close(self) -> None:
        for worker in (self._started, self._opened):
            if worker is not None:
                worker.close()
        self._started = self._opened = None
        self._kept = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def _of_table(self, table: Table, group: Mapping[int, Request]) -> dict[int, Response]:
        stored = self._read_types(table)
        if isinstance(stored, Failure):
            return dict.fromkeys(group, stored)
        counted = {position: one for position, one in group.items() if not isinstance(one, Listing)}
        found = self._aggregates(stored, counted)
        self._keep(stored, [one for one in group.values() if isinstance(one, Rows)])
        return {position: self._response(stored, one, found.get(position)) for position, one in group.items()}

    def _read_types(self, table: Table) -> Stored | Failure:
        """The types in which the table's file keeps its columns. All cells of a CSV file are text."""
        if table.file.format == "csv":
            return Stored(table, {})
        if table.name not in self._stored:
            rows = self._ask(table, lambda worker: worker.select(description(table), ()))
            if isinstance(rows, Failure):
                return rows
            self._stored[table.name] = Stored(table, {str(name): str(stored) for name, stored in rows})
        return self._stored[table.name]

    def _aggregates(self, stored: Stored, group: Mapping[int, Query | Profile]) -> dict[int, Raw | Failure]:
        found: dict[int, Raw | Failure] = {}
        parts = []
        censored = [column.name for column in stored.table.columns if column.censored]
        for position, request in group.items():
            try:
                part = planner.one_sided(planner.part(position, request), censored)
                statements.scan(stored, part.block)
                parts.append(part)
            except CannotAskError as error:
                found[position] = Failure(error.message, error.remedy)
        if parts:
            answered = self._ask(stored.table, lambda worker: batches.answer(worker, stored, parts))
            asked = [part.position for part in parts]
            found |= dict.fromkeys(asked, answered) if isinstance(answered, Failure) else answered
        return found

    def _response(self, stored: Stored, request: Request, rows: Raw | Failure | None) -> Response:
        if isinstance(rows, Failure):
            return rows
        match request:
            case Rows():
                return self._rows(stored, request)
            case Duplicates():
                found = self._select(stored.table, lambda: listings.duplicates(stored, request))
                return found if isinstance(found, Failure) else _answer(found, at_most=request.at_most)
            case Difference():
                return self._difference(stored, request)
            case Query():
                return _answer(rows or [], at_most=request.at_most)
            case Profile(_, columns):
                return self._profile(stored, columns, (rows or [()])[0])

    def _keep(self, stored: Stored, requests: Sequence[Rows]) -> None:
        """Keeps the rows that are asked for several times; where that cannot be, their file is read each time."""
        self._kept = ""
        if kept_rows.is_worth_it(stored, requests):

            def keep(worker: Worker) -> int:
                statement = statements.typed_rows(stored, requests)
                return worker.keep(KEPT, statement.sql, statement.parameters)

            if not isinstance(self._ask(stored.table, keep), Failure):
                self._kept = KEPT

    def _rows(self, stored: Stored, request: Rows) -> Response:
        rows = self._select(stored.table, lambda: statements.rows(stored, request, kept=self._kept))
        return rows if isinstance(rows, Failure) else _answer(list(map(_shown, rows)), at_most=request.at_most)

    def _difference(self, stored: Stored, request: Difference) -> Response:
        if request.other not in self._tables:
            return Failure(f"there is no dataset {request.other!r}")
        other = self._read_types(self._tables[request.other])
        if isinstance(other, Failure):
            return other
        rows = self._select(stored.table, lambda: listings.difference(stored, other, request))
        return rows if isinstance(rows, Failure) else _answer(rows, at_most=request.at_most)

    def stored_columns(self, name: str) -> tuple[tuple[str, str], ...]:
        """The columns that a Parquet file has, and the types it keeps them in; nothing of another file."""
        stored = self._read_types(self._tables[name])
        return () if isinstance(stored, Failure) else tuple(stored.types.items())

    def _profile(self, stored: Stored, columns: Sequence[str], counts: Sequence[Cell]) -> Response:
        rows, profiles = column_profiles(columns, counts)
        examples = self._examples(stored, [one.column for one in profiles if one.misfits])
        if isinstance(examples, Failure):
            return examples
        shown = tuple(replace(one, examples=examples.get(one.column, ())) for one in profiles)
        return TableProfile(stored.table.name, rows, shown)

    def _examples(self, stored: Stored, columns: Sequence[str]) -> dict[str, tuple[str, ...]] | Failure:
        """Cells that do not fit, from the first rows that have any; of a column with none there, from its own first."""
        if not columns:
            return {}
        rows = self._select(stored.table, lambda: statements.examples(stored, columns, at_most=SEARCHED_EXAMPLES))
        if isinstance(rows, Failure):
            return rows
        found = examples_of(columns, rows)
        for column in columns:
            if not found[column] and len(columns) > 1:
                alone = self._examples(stored, [column])
                if isinstance(alone, Failure):
                    return alone
                found |= alone
        return found

    def _select(self, table: Table, build: Callable[[], Statement]) -> Raw | Failure:
        def ask(worker: Worker) -> Raw:
            statement = build()
            return worker.select(statement.sql, statement.parameters)

        return self._ask(table, ask)

    def _ask(self, table: Table, action: Callable[[Worker], Given]) -> Given | Failure:
        """What the action gives; a failure where it has no exact form, is refused, or outlives the worker."""
        try:
            return action(self._worker())
        except CannotAskError as error:
            return Failure(error.message, error.remedy)
        except WorkerError as error:
            return complaints.failure(error, table)
        except WorkerGoneError as error:
            self.close()
            return complaints.late(table, error.seconds)

    def _worker(self) -> Worker:
        if self._opened is None:
            self._opened, self._started = self._started or Worker(), None
            self._opened.open([table.file.absolute for table in self._tables.values()], limits=self._limits)
        return self._opened


def _answer(rows: Raw, *, at_most: int) -> Answer:
    return Answer(tuple(rows[:at_most]), complete=len(rows) <= at_most)


def _shown(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Values, in place of a censored one its text."""
    return tuple(value if text is None else text for value, text in zip(row[::2], row[1::2], strict=True))
