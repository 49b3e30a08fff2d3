"""What an engine answered is taken again for the same question on the same bytes, and for nothing else."""

import json
import time
from collections.abc import Iterator
from dataclasses import Field, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Self

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import FILES, newsroom
from test_runs import OLDER

from factcheck.memory.answers import Answers, Remembering, key_of, question
from factcheck.memory.program import program
from factcheck.memory.spelling import read, spelled
from factcheck.memory.store import Store
from factcheck.model.conditions import Compare, Name, Value
from factcheck.model.places import Place
from factcheck.model.queries import (
    Answer,
    Cell,
    ColumnProfile,
    Difference,
    Duplicates,
    Failure,
    Figure,
    Profile,
    Query,
    Request,
    Response,
    Rows,
    TableProfile,
)
from factcheck.model.tables import (
    Censored,
    Column,
    ColumnType,
    DataFile,
    Layout,
    Source,
    Table,
    Uncertainty,
    Unpivot,
)

FILE = DataFile("lines.csv", "/x/lines.csv", "csv", layout=Layout(unpivot=Unpivot(("a",), ("b",), "c")))
TABLE = Table(
    "lines",
    (Column("riders", ColumnType.INTEGER, censored=(Censored("<5", Decimal(0), Decimal(4)),)),),
    FILE,
    uncertainty=Uncertainty(source="Office"),
    sources=(Source("Lines"),),
)
# Where a file lies and which line describes it change no answer; what a reader remarked is an answer itself.
NO_MATTER = {"Table.place", "DataFile.path", "DataFile.absolute", "DataFile.remarks"}


def _others(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """The value with each of its fields, at any depth, changed in turn; and which field that is."""
    if isinstance(value, tuple) and value and is_dataclass(value[0]):
        yield path, (*value, value[0])
        for name, other in _others(value[0], path):
            yield name, (other, *value[1:])
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            if one.init:
                yield from _with_another(value, one)
    else:
        yield path, _another(value)


def _with_another(value: object, one: Field[object]) -> Iterator[tuple[str, object]]:
    name = f"{type(value).__name__}.{one.name}"
    for inner, other in _others(getattr(value, one.name), name):
        yield inner, replace(value, **{one.name: other})  # type: ignore[type-var]


def _another(value: object) -> object:
    match value:
        case None | bool():
            return not value
        case Enum():
            return next(one for one in type(value) if one is not value)
        case str():
            return value + "x"
        case int() | Decimal() | Fraction():
            return value + 1
        case date():
            return date.max
        case tuple():
            return (*value, "x")
        case _:
            raise TypeError(type(value))


CHANGED = [(name, table) for name, table in _others(TABLE) if isinstance(table, Table)]


def test_every_field_of_a_description_is_changed_in_these_tests() -> None:
    tried = {name for name, _ in CHANGED}
    types = (Table, DataFile, Column, Censored, Uncertainty, Source, Layout, Unpivot)
    every = {f"{one.__name__}.{field.name}" for one in types for field in fields(one) if field.init}
    holders = {"DataFile.layout", "Layout.unpivot", "Table.file", "Table.uncertainty"}
    assert every - tried == holders


@pytest.mark.parametrize(("name", "table"), CHANGED, ids=[name for name, _ in CHANGED])
def test_another_description_is_another_key(name: str, table: Table) -> None:
    assert (key_of(table, "sha", "program") == key_of(TABLE, "sha", "program")) == (name in NO_MATTER)


def test_other_bytes_and_another_program_are_another_key() -> None:
    assert len({key_of(TABLE, "sha", "one"), key_of(TABLE, "other", "one"), key_of(TABLE, "sha", "two")}) == 3


WHERE = Compare("=", Name("line"), Value("A"))
REQUESTS: tuple[Request, ...] = (
    Query("lines", (Figure("sum", Name("riders"), WHERE),), ("line",), WHERE),
    Rows("lines", ("riders",), WHERE),
    Profile("lines", ("riders",)),
    Duplicates("lines", ("line",)),
)


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda one: type(one).__name__)
def test_another_request_is_another_question(request_: Request) -> None:
    others = [other for _, other in _others(request_)]
    named = {question(request_), *(question(other) for other in others)}  # type: ignore[arg-type]
    assert len(named) == 1 + len(others)


def test_kinds_of_values_are_not_mixed() -> None:
    """The number 1, the text "1", and 1.0 are three constants."""
    constants = (Value(Decimal(1)), Value("1"), Value(Decimal("1.0")), Value(date(2001, 1, 1)), Value("2001-01-01"))
    asked = [Rows("lines", (), Compare("=", Name("line"), constant)) for constant in constants]
    assert len({question(one) for one in asked}) == len(asked)


def test_what_is_installed_is_part_of_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = program.__wrapped__()
    (tmp_path / "duckdb-9.9.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    assert program.__wrapped__() != before


def test_a_file_of_the_program_is_part_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The language files are among them: a hedge word more may turn a verdict."""
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "en.yaml").write_text("a")
    monkeypatch.setattr("factcheck.memory.program.__file__", str(tmp_path / "memory" / "program.py"))
    before = program.__wrapped__()
    (tmp_path / "languages" / "en.yaml").write_text("ab")
    assert program.__wrapped__() != before


CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(),
    st.booleans(),
    st.text(),
    st.dates(),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.lists(st.text()).map(tuple),
)
COUNTS = st.integers(min_value=0)
PROFILES = st.builds(ColumnProfile, st.text(), COUNTS, COUNTS, COUNTS, st.lists(st.text()).map(tuple))
RESPONSES: st.SearchStrategy[Response] = st.one_of(
    st.builds(Answer, st.lists(st.lists(CELLS).map(tuple)).map(tuple), st.booleans()),
    st.builds(TableProfile, st.text(), COUNTS, st.lists(PROFILES).map(tuple)),
)


@given(RESPONSES)
def test_what_is_spelled_is_read_to_the_digit(response: Response) -> None:
    again = read(json.loads(json.dumps(spelled(response))))
    assert repr(again) == repr(response)


@pytest.mark.parametrize(
    "damaged", [None, 1, [], {}, {"rows": 1}, {"rows": [[1.5]], "complete": True}, {"rows": [[{"number": "x"}]]}]
)
def test_what_is_damaged_is_not_known(damaged: object) -> None:
    assert read(damaged) is None


class _Engine:
    """Counts what it is asked, and cannot answer lists of rows."""

    def __init__(self) -> None:
        self.asked: list[Request] = []

    def answers(self, requests: tuple[Request, ...]) -> tuple[Response, ...]:
        self.asked += requests
        return tuple(Failure("late") if isinstance(one, Rows) else Answer(((Decimal(7),),)) for one in requests)

    def plan_lines(self, requests: tuple[Request, ...]) -> tuple[str, ...]:
        return tuple(map(repr, requests))

    def close(self) -> None: ...

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None: ...


def _asked(store: Store, requests: tuple[Request, ...], *, sha: str = "sha", forget: bool = False) -> list[Request]:
    """What reaches the engine when these are asked."""
    from factcheck.datasets.fingerprint import Fingerprint

    answers, engine = Answers(store, "program"), _Engine()
    answers.of(TABLE, Fingerprint(sha, 1))
    with Remembering(answers, lambda: engine) as remembering:  # type: ignore[arg-type, return-value]
        remembering.answers(requests)
    if forget:
        answers.forget("lines")
    answers.close()
    return engine.asked


def test_only_what_is_not_known_is_asked(tmp_path: Path) -> None:
    store = Store(tmp_path)
    query, rows, profile, _ = REQUESTS
    difference = Difference("lines", "lines", ("line",))
    assert _asked(store, (query, query)) == [query]
    assert _asked(store, (query, profile)) == [profile]
    assert _asked(store, (query, profile)) == []
    assert _asked(store, (rows,)) == [rows]
    assert _asked(store, (rows,)) == [rows], "what could not be answered is asked again"
    assert _asked(store, (difference,)) == [difference]
    assert _asked(store, (difference,)) == [difference], "two tables are compared every time"
    assert _asked(store, (query,), sha="other") == [query]


def test_nothing_is_kept_of_a_table_that_changed_meanwhile(tmp_path: Path) -> None:
    store = Store(tmp_path)
    query = REQUESTS[0]
    assert _asked(store, (query,), forget=True) == [query]
    assert _asked(store, (query,)) == [query]


def test_another_day_needs_no_engine_and_other_data_does(tmp_path: Path) -> None:
    """The number is taken from memory, where it is made another here to show it; what is found in a file is not."""
    desk = newsroom(tmp_path)
    time.sleep(OLDER)
    assert "1 supported" in desk.check().stdout
    for path in desk.kept("answers"):
        path.write_text(path.read_text().replace('{"number":"710"}', '{"number":"720"}'))
    assert "found 720" in desk.check("--today", "2025-06-02").stdout
    assert "found 710" in desk.check("--today", "2025-06-02", "--fresh").stdout
    (desk.project / "datasets" / "lines.csv").write_text(FILES["datasets/lines.csv"].replace("410", "411"))
    assert "found 711" in desk.check("--today", "2025-06-02").stdout


def test_where_it_lies_may_change() -> None:
    described = replace(TABLE, place=Place("datasets/datapackage.yaml", 9), file=replace(FILE, absolute="/y/lines.csv"))
    assert key_of(described, "sha", "program") == key_of(TABLE, "sha", "program")
    assert key_of(replace(TABLE, row="stop"), "sha", "program") != key_of(TABLE, "sha", "program")
