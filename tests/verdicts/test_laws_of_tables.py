"""Laws of measurements: the order of rows and rows out of scope do not matter, and the truth lies in the bounds."""

import csv
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.checks import MEASURES, combine, plan
from factcheck.checks.interface import Occasion
from factcheck.engines.duckdb import open_engine
from factcheck.engines.interface import Engine
from factcheck.errors import FactcheckError
from factcheck.model.claims import Change, Computation, Measure, MeasureKind, Rank, Ratio, Single, Trend
from factcheck.model.conditions import Compare, In, Name, Value
from factcheck.model.measurements import Amount, Measurement
from factcheck.model.numbers import EVERYTHING
from factcheck.model.queries import Answer, Response
from factcheck.model.readings import Wording
from factcheck.model.tables import Censored, Column, ColumnType, DataFile, Table

Row = tuple[str, str, str, str]
Rows = list[Row]

COLUMNS = (
    Column("k"),
    Column("year", ColumnType.YEAR),
    Column(
        "n",
        ColumnType.INTEGER,
        censored=(Censored("<5", Decimal(0), Decimal(4)),),
        minimum=Decimal(0),
        maximum=Decimal(9),
    ),
    Column("w", ColumnType.INTEGER, minimum=Decimal(0)),
)
CELLS = (["a", "b", "c", ""], ["2020", "2021", "2022", ""], ["0", "3", "5", "9", "<5", ""], ["1", "2", "3", ""])
# What each unknown cell may turn out to be; "d" is out of scope.
TRUTHS: tuple[dict[str, list[str]], ...] = (
    {"": ["a", "b", "c", "d"]},
    {"": ["2020", "2021", "2022"]},
    {"": ["0", "4", "5", "9"], "<5": ["0", "2", "4"]},
    {"": ["1", "4"]},
)
IN_SCOPE = In(Name("k"), ("a", "b", "c"))
MANY = Compare(">=", Name("n"), Value(Decimal(4)))
PLAIN: tuple[MeasureKind, ...] = ("distinct", "sum", "mean", "median", "min", "max", "count", "exists", "share")
WEIGHED: tuple[MeasureKind, ...] = ("sum", "mean", "count", "share")


def read_nothing(_: str) -> Wording:
    raise ValueError("no words stand in these tables")


def measure(table: str, kind: MeasureKind, weight: str | None = None) -> Measure:
    if kind in ("count", "exists", "share"):
        return Measure(kind, table, holds=MANY, where=IN_SCOPE, weight=weight)
    return Measure(kind, table, of=Name("n"), where=IN_SCOPE, weight=weight)


def year(number: int) -> Compare:
    return Compare("=", Name("year"), Value(Decimal(number)))


def computations(table: str) -> Iterator[Computation]:
    measures = [*(measure(table, kind) for kind in PLAIN), *(measure(table, kind, "w") for kind in WEIGHED)]
    for one in measures:
        yield Single(one)
        yield Ratio(one, measure(table, "count"))
        yield Change(one, year(2020), year(2021))
        yield Rank(Compare("=", Name("k"), Value("a")), one, "k")
        yield Rank(year(2021), one, "year")
        yield Trend(one, "year")


def written(folder: Path, name: str, rows: Rows) -> Table:
    path = folder / f"{name}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([[column.name for column in COLUMNS], *rows])
    return Table(name, COLUMNS, DataFile(path.name, str(path), "csv"), complete=True)


def measured(engine: Engine, tables: dict[str, Table], name: str) -> list[Measurement | None]:
    """What each computation comes to; None where it cannot be had."""
    asked = [(computation, plan(computation, tables)) for computation in computations(name)]
    answers = iter(engine.answers([request for _, requests in asked for request in requests]))
    return [_combined(computation, tables, [next(answers) for _ in requests]) for computation, requests in asked]


def _combined(computation: Computation, tables: dict[str, Table], responses: list[Response]) -> Measurement | None:
    answers = [response for response in responses if isinstance(response, Answer)]
    assert len(answers) == len(responses), responses
    try:
        (piece,) = combine(computation, tables, answers, Occasion(read_nothing, said=date(2024, 1, 1)))
    except FactcheckError:
        return None
    return piece.measurement


Variant = Callable[[Random, Rows], Rows]


def each_twice(seed: int, variant: Variant) -> Iterator[tuple[Computation, Measurement | None, Measurement | None]]:
    """Some tables and what becomes of them, each measured in every way."""
    random = Random(seed)  # noqa: S311 tables, not secrets
    with TemporaryDirectory() as folder:
        tables: dict[str, Table] = {}
        for number in range(4):
            rows = [_row(random) for _ in range(random.randint(1, 7))]
            tables[f"before{number}"] = written(Path(folder), f"before{number}", rows)
            tables[f"after{number}"] = written(Path(folder), f"after{number}", variant(random, rows))
        with open_engine(tables) as engine:
            for number in range(4):
                before, after = measured(engine, tables, f"before{number}"), measured(engine, tables, f"after{number}")
                yield from zip(computations(f"before{number}"), before, after, strict=True)


def _row(random: Random) -> Row:
    k, at, n, w = (random.choice(cells) for cells in CELLS)
    return k, at, n, w


def shuffled(random: Random, rows: Rows) -> Rows:
    return random.sample(rows, len(rows))


def with_rows_out_of_scope(random: Random, rows: Rows) -> Rows:
    return [*rows, *(("d", *_row(random)[1:]) for _ in range(3))]


def found_out(random: Random, rows: Rows) -> Rows:
    """The same rows when every unknown cell is known at last."""

    def known(row: Row) -> Row:
        k, at, n, w = (random.choice(truths.get(cell, [cell])) for cell, truths in zip(row, TRUTHS, strict=True))
        return k, at, n, w

    return [known(row) for row in rows]


seeds = st.integers(0, 10**6)


@settings(max_examples=3, deadline=None)
@given(seeds)
def test_the_order_of_rows_does_not_matter(seed: int) -> None:
    for computation, before, after in each_twice(seed, shuffled):
        assert before == after, computation


@settings(max_examples=3, deadline=None)
@given(seeds)
def test_rows_out_of_scope_do_not_matter(seed: int) -> None:
    for computation, before, after in each_twice(seed, with_rows_out_of_scope):
        assert before == after, computation


@settings(max_examples=6, deadline=None)
@given(seeds)
def test_what_turns_out_lies_in_the_bounds(seed: int) -> None:
    for computation, before, after in each_twice(seed, found_out):
        if before is None or after is None or before.empty or after.empty:
            continue
        # What began with nothing has no relative change: everything may be said of it, and nothing turns out.
        truths = {_meant(amount): amount.bounds for amount in after.amounts if amount.bounds != EVERYTHING}
        for amount in before.amounts:
            if _meant(amount) in truths:
                assert truths[_meant(amount)].inside(amount.bounds), (computation, _meant(amount))


def _meant(amount: Amount) -> tuple[object, ...]:
    return amount.of, amount.way, amount.ties


def test_every_kind_of_measure_obeys() -> None:
    assert {*PLAIN, "value"} == set(MEASURES)
