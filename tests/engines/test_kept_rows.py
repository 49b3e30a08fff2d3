"""Rows behind many claims: the same as asked for one by one, from one reading of the file."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from engine_tables import Written, table

from factcheck.engines.duckdb import open_engine
from factcheck.engines.kept_rows import SEVERAL
from factcheck.engines.process import Worker
from factcheck.model.conditions import Compare, Name, Value
from factcheck.model.queries import Answer, Cell, Response, Rows
from factcheck.model.tables import Table

COLUMNS: dict[str, Written] = {
    "place": "string",
    "n": {"type": "integer", "censored": {"<5": "0..4"}},
    "unasked": "string",
}
CONTENT = 'place,n,unasked\nB,1,x\n"a ""b"", c\n d",<5,x\nB,,x\n,7,x\nB,many,x\nÄ,2,x\n'


class Watched(Worker):
    """A worker that tells how often it was asked to read the file."""

    def __init__(self) -> None:
        super().__init__()
        self.readings = 0

    def select(self, sql: str, parameters: Sequence[str]) -> list[tuple[Cell, ...]]:
        self.readings += "read_csv" in sql
        return super().select(sql, parameters)

    def keep(self, name: str, sql: str, parameters: Sequence[str]) -> int:
        self.readings += "read_csv" in sql
        return super().keep(name, sql, parameters)


def _asked(how_many: int) -> list[Rows]:
    every = [
        Rows("t", ("place", "n")),
        Rows("t", ("n", "place"), Compare("=", Name("place"), Value("B")), 2),
        Rows("t", ("n",), Compare("<", Name("n"), Value(Decimal(3)))),
        Rows("t", ("place",), Compare("=", Name("place"), Value("Ä"))),
        Rows("t", ("place",), Compare("=", Name("n"), Value(Decimal(99)))),
    ]
    return every[:how_many]


def _answers(one: Table, asked: Sequence[Rows]) -> tuple[tuple[Response, ...], int]:
    worker = Watched()
    with open_engine({"t": one}, worker=worker) as engine:
        return engine.answers(asked), worker.readings


@pytest.fixture
def given(tmp_path: Path) -> Table:
    return table(tmp_path / "t.csv", COLUMNS, CONTENT.encode())


def test_several_are_answered_from_one_reading(given: Table) -> None:
    answers, readings = _answers(given, _asked(SEVERAL + 1))
    assert readings == 1
    assert answers == tuple(_answers(given, [one])[0][0] for one in _asked(SEVERAL + 1))
    assert answers[1] == Answer(((Decimal(1), "B"), (None, "B")), complete=False)


def test_few_are_read_each_by_itself(given: Table) -> None:
    answers, readings = _answers(given, _asked(SEVERAL - 1))
    assert readings == SEVERAL - 1
    assert answers == _answers(given, _asked(SEVERAL + 1))[0][: SEVERAL - 1]


def test_a_file_that_cannot_be_read_to_its_end_is_read_as_before(tmp_path: Path) -> None:
    """The rows before the broken one are told, as they are of one claim."""
    broken = table(tmp_path / "t.csv", COLUMNS, ("place,n,unasked\nB,1,x\n" * 1 + "A,1,2,3,4\n").encode())
    alone = tuple(_answers(broken, [one])[0][0] for one in _asked(SEVERAL))
    assert _answers(broken, _asked(SEVERAL))[0] == alone
