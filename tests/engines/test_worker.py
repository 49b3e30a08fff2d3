"""The worker reads the files it was given, and can do nothing else."""

import os
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from engine_tables import table

from factcheck.engines.duckdb import open_engine, start
from factcheck.engines.process import Limits, Worker, WorkerError, WorkerGoneError
from factcheck.model.conditions import Arith, Expr, Name
from factcheck.model.queries import Answer, Failure, Figure, Query

# Takes far longer than any limit here, and little memory.
ENDLESS = "select count(*) from range(10000000) a, range(10000000) b where a.range * b.range % 7 = 8"


@pytest.fixture
def given(tmp_path: Path) -> Path:
    file = tmp_path / "given.csv"
    file.write_text("n\n1\n")
    (tmp_path / "other.csv").write_text("n\n2\n")
    return file


@pytest.fixture
def worker(given: Path) -> Iterator[Worker]:
    with Worker() as one:
        one.open([str(given)], limits=Limits(threads=1))
        yield one


def test_the_given_file_can_be_read(worker: Worker, given: Path) -> None:
    assert worker.select(f"from read_csv('{given}', all_varchar=true)", ()) == [("1",)]


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_csv('{folder}/other.csv')",
        "select * from read_text('/etc/passwd')",
        "select * from '/etc/passwd'",
        "select * from glob('/*')",
        "select * from read_csv('{folder}/../*/given.csv')",
        "select * from read_csv('https://example.org/a.csv')",
        "select * from read_parquet('s3://bucket/a.parquet')",
        "select * from sqlite_scan('{folder}/a.db', 't')",
        "select * from sniff_csv('{folder}/other.csv')",
    ],
)
def test_other_files_and_the_network_cannot(worker: Worker, given: Path, sql: str) -> None:
    with pytest.raises(WorkerError):
        worker.select(sql.format(folder=given.parent), ())


@pytest.mark.parametrize(
    "sql",
    [
        "copy (select 2 as n) to '{given}'",
        "copy (select 2 as n) to '{given}.new'",
        "create table t (n integer)",
        "insert into t values (1)",
        "drop table t",
        "attach '{given}'",
        "install httpfs",
        "load httpfs",
        "set memory_limit = '100GB'",
        "reset enable_external_access",
        "call pragma_version()",
        "explain select 1",
        "export database '{given}'",
        "select 1; select 2",
        "select 1; copy (select 2) to '{given}'",
        "",
        "not sql",
    ],
)
def test_only_one_select_is_taken(worker: Worker, given: Path, sql: str) -> None:
    with pytest.raises(WorkerError):
        worker.select(sql.format(given=given), ())
    with pytest.raises(WorkerError):
        worker.keep("cube", sql.format(given=given), ())
    assert given.read_text() == "n\n1\n"
    assert sorted(path.name for path in given.parent.iterdir()) == ["given.csv", "other.csv"]


@pytest.mark.parametrize("sql", ["select 0.5::double", "select 'nan'::float", "select timestamp '2020-01-01 12:00:00'"])
def test_what_is_not_exact_is_refused(worker: Worker, sql: str) -> None:
    with pytest.raises(WorkerError, match="inexact"):
        worker.select(sql, ())


def test_a_worker_that_takes_too_long_is_killed(given: Path) -> None:
    with Worker() as slow:
        slow.open([str(given)], limits=Limits(seconds=0.5, threads=1))
        with pytest.raises(WorkerGoneError) as gone:
            slow.select(ENDLESS, ())
        assert gone.value.seconds == 0.5
        with pytest.raises(WorkerGoneError):
            slow.select("select 1", ())


@pytest.mark.skipif(sys.platform != "linux", reason="hard limits are set where the system has them")
def test_memory_has_a_limit(given: Path) -> None:
    with Worker() as small:
        small.open([str(given)], limits=Limits(memory="50MB", threads=1))
        with pytest.raises((WorkerError, WorkerGoneError)):
            small.select("select list(range) from range(500000000)", ())


def test_its_temporary_folder_goes_with_it(given: Path) -> None:
    with Worker() as one:
        one.open([str(given)], limits=Limits(threads=1))
        folder = Path(one.folder)
        assert folder.is_dir()
    assert not folder.exists()


def test_the_parent_never_loads_the_engine() -> None:
    program = "import sys, factcheck.engines.duckdb; print(sorted({'duckdb', '_duckdb', 'pandas'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_one_failure_hides_no_other_answer(tmp_path: Path) -> None:
    good = table(tmp_path / "good.csv", {"n": "integer"}, b"n\n1\n2\n")
    ragged = table(tmp_path / "ragged.csv", {"n": "integer"}, b"n\n1,2\n")
    absent = table(tmp_path / "absent.csv", {"n": "integer"}, b"n\n1\n")
    Path(absent.file.absolute).unlink()
    questions = [_sum(name) for name in ("ragged", "good", "absent", "unheard", "good")]
    with open_engine({one.name: one for one in (good, ragged, absent)}) as engine:
        answers = engine.answers([*questions, _sum("good", Name("nothing"))])
    assert [isinstance(one, Failure) for one in answers] == [True, False, True, True, False, True]
    assert answers[1] == answers[4] == Answer(((Decimal(3),),))


def test_a_sum_that_overflows_hides_no_other_figure(tmp_path: Path) -> None:
    huge = table(tmp_path / "huge.csv", {"n": "integer"}, b"n\n" + b"9" * 38 + b"\n")
    squared = _sum("huge", Arith("*", Name("n"), Name("n")))
    with open_engine({"huge": huge}) as engine:
        first, second, third = engine.answers([_sum("huge"), squared, _sum("huge")])
    assert first == third == Answer(((Decimal("9" * 38),),))
    assert isinstance(second, Failure)


def test_after_a_timeout_the_rest_is_answered_by_a_new_worker(tmp_path: Path) -> None:
    big = table(tmp_path / "big.csv", {"a": "integer"}, b"a\n" + b"".join(b"%d\n" % n for n in range(3_000_000)))
    small = table(tmp_path / "small.csv", {"n": "integer"}, b"n\n1\n")
    kinds = tuple(Figure("distinct", Arith("*", Name("a"), Name("a"))) for _ in range(1))
    with open_engine({"big": big, "small": small}, seconds=0.4) as engine:
        late, answered = engine.answers([Query("big", kinds), _sum("small")])
    assert isinstance(late, Failure)
    assert late.message == "big: took longer than 0.4 seconds"
    assert answered == Answer(((Decimal(1),),))


def test_a_worker_can_be_started_before_its_tables_are_known(tmp_path: Path) -> None:
    early = start()
    one = table(tmp_path / "t.csv", {"n": "integer"}, b"n\n5\n")
    with open_engine({"t": one}, worker=early) as engine:
        assert engine.answers([_sum("t")]) == (Answer(((Decimal(5),),)),)


@pytest.mark.skipif(os.name == "nt", reason="no such file name there")
def test_a_file_name_is_no_pattern(tmp_path: Path) -> None:
    (tmp_path / "ab.csv").write_text("n\n1\n")
    one = table(tmp_path / "a*.csv", {"n": "integer"}, b"n\n5\n")
    with open_engine({one.name: one}) as engine:
        [response] = engine.answers([_sum(one.name)])
    assert isinstance(response, Failure)


def _sum(name: str, of: Expr | None = None) -> Query:
    return Query(name, (Figure("sum", of or Name("n" if name != "big" else "a")),))
