"""What is particular to Spark: its types, its decimals, its limit of time."""

from decimal import Decimal

import pytest
from engine_tables import Written, column

from engines_beyond.conftest import needed
from factcheck.engines.addresses import Address
from factcheck.engines.interface import Engine
from factcheck.errors import Problem
from factcheck.model.conditions import Arith, Name
from factcheck.model.queries import ONE, Answer, Cell, Failure, Figure, Query
from factcheck.model.tables import DataFile, Table

needed("ibis", "pyspark")

from factcheck.engines.ibis.described import described  # noqa: E402 - needs Ibis
from factcheck.engines.ibis.opening import connection  # noqa: E402
from factcheck.engines.ibis.spark import started  # noqa: E402

READ: list[tuple[Written, str, Cell]] = [
    ("integer", "cast(5 as tinyint)", Decimal(5)),
    ("integer", "cast(5 as decimal(38,0))", Decimal(5)),
    ("number", "cast(1.005 as decimal(12,3))", Decimal("1.005")),
    ("number", "cast('0.5' as decimal(38,20))", Decimal("0.5")),
    ("number", "cast('0.00000000000000000001' as decimal(38,20))", Decimal(0)),
    ("year", "2021", Decimal(2021)),
]

REFUSED: list[tuple[Written, str, str]] = [
    ("integer", "'5'", "is declared integer, and is string there"),
    ("number", "cast(1.5 as double)", "is declared number, and is double there"),
    ("integer", "cast(5 as decimal(9,2))", "is declared integer, and is decimal(9,2) there"),
    ("date", "timestamp '2020-01-01 00:00:00'", "is declared date, and is timestamp there"),
    ("string", "'NL' collate UTF8_LCASE", "is declared string, and is string collate UTF8_LCASE there"),
    ("list", "array(1)", "is declared list, and is array<int> there"),
]


@pytest.mark.parametrize(("declared", "there", "value"), READ)
def test_what_is_read(declared: Written, there: str, value: Cell, spark: str) -> None:
    engine = _opened(declared, there, spark)
    assert not isinstance(engine, Problem), engine
    assert engine.answers([Query("t", (Figure("sum", Name("c")),))]) == (Answer(((value,),)),)


@pytest.mark.parametrize(("declared", "there", "told"), REFUSED)
def test_what_is_refused(declared: Written, there: str, told: str, spark: str) -> None:
    problem = _opened(declared, there, spark)
    assert isinstance(problem, Problem)
    assert problem.message == f't in there: the column "c" {told}'


def test_an_overflow_fails_and_hides_nothing(spark: str) -> None:
    engine = _opened("integer", "cast('99999999999999999999' as decimal(38,0))", spark)
    assert not isinstance(engine, Problem), engine
    square = Query("t", (Figure("sum", Arith("*", Name("c"), Name("c"))),))
    failed, counted = engine.answers([square, Query("t", (Figure("known", ONE),))])
    assert isinstance(failed, Failure)
    assert failed.message.startswith("t: the figure cannot be calculated exactly")
    assert counted == Answer(((Decimal(1),),))


def test_a_limit_of_time(spark: str) -> None:
    """The next request is answered."""
    slow = "(select sum(a.id * b.id) from range(10000000) a cross join range(1000000) b)"
    engine = _opened("integer", slow, spark, seconds=2)
    assert not isinstance(engine, Problem), engine
    [late] = engine.answers([Query("t", (Figure("sum", Name("c")),))])
    assert isinstance(late, Failure)
    assert late.message == 't: the engine "there" took longer than 2 seconds'
    again = _opened("integer", "7", spark)
    assert not isinstance(again, Problem), again
    assert again.answers([Query("t", (Figure("sum", Name("c")),))]) == (Answer(((Decimal(7),),)),)


def _opened(declared: Written, there: str, spark: str, *, seconds: float = 60) -> Engine | Problem:
    started(spark).sql(f"select {there} as c").createOrReplaceGlobalTempView("one")
    table = Table(
        "t", (column("c", declared),), DataFile("t in there", "", "table", stored="global_temp.one", engine="there")
    )
    session = connection(Address("there", spark, ("global_temp.one",)), seconds=seconds)
    engine, problems = described("there", session, {"t": table}, seconds=seconds)
    return problems.get("t", engine)
