"""What goes wrong with an engine: each takes out the claims on its tables, with a place and a remedy, and no other."""

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ENDED
from engines_beyond import newsroom
from engines_beyond.conftest import needed
from engines_beyond.servers import Server
from factcheck.engines.remote import connected
from factcheck.model.conditions import Name
from factcheck.model.queries import Answer, Failure, Figure, Query
from factcheck.model.tables import Column, DataFile, Table

needed("ibis", "psycopg")

import psycopg  # noqa: E402 - it may not be installed

Record = Callable[[str, object], None]


@pytest.fixture(scope="module")
def url(server: Server) -> str:
    newsroom.in_postgres(server.url)
    with psycopg.connect(server.url, autocommit=True) as session:
        session.execute("create role reader login password 'reader'")
        session.execute("create table hidden (region text, sex text, n int)")
    return server.url


@pytest.mark.parametrize(
    ("name", "table", "column", "address", "tables", "code", "told", "remedy"),
    [
        (
            "no address",
            "victims",
            "integer",
            None,
            "victims",
            3,
            'the address of the engine "newsroom" is not known',
            "set FACTCHECK_ENGINE_NEWSROOM in the environment",
        ),
        (
            "no list of tables",
            "victims",
            "integer",
            "{url}",
            None,
            3,
            'no list says which tables of the engine "newsroom" may be read',
            "set FACTCHECK_ENGINE_NEWSROOM_TABLES in the environment: victims",
        ),
        (
            "a table not on the list",
            "hidden",
            "integer",
            "{url}",
            "victims",
            2,
            'the table "hidden" of the engine "newsroom" may not be read',
            "FACTCHECK_ENGINE_NEWSROOM_TABLES has: victims.",
        ),
        (
            "a wrong password",
            "victims",
            "integer",
            "{wrong}",
            "victims",
            3,
            'the engine "newsroom" refuses the user or the password',
            "correct the address in the environment",
        ),
        (
            "no server",
            "victims",
            "integer",
            "postgresql://u:hush@127.0.0.1:1/db",
            "victims",
            3,
            'the engine "newsroom" cannot be reached: there is no server at the address',
            "correct its address, or start it",
        ),
        (
            "no such database",
            "victims",
            "integer",
            "{url}x",
            "victims",
            3,
            'the engine "newsroom" cannot be reached: the server refuses the connection',
            "correct its address, or start it",
        ),
        (
            "an address of no kind",
            "victims",
            "integer",
            "mysql://u:hush@h/db",
            "victims",
            3,
            "its address must begin with postgresql:// or spark://",
            "correct its address, or start it",
        ),
        (
            "an address that is broken",
            "victims",
            "integer",
            "postgresql://u:hush@[h/db",
            "victims",
            3,
            "the address cannot be read",
            "correct its address, or start it",
        ),
        (
            "no such table",
            "gone",
            "integer",
            "{url}",
            "gone",
            2,
            'the engine "newsroom" has no table "gone"',
            "correct table: in the description",
        ),
        (
            "another type",
            "victims",
            "date",
            "{url}",
            "victims",
            2,
            'the column "n" is declared date, and is integer there',
            "declare it integer or number",
        ),
        (
            "a user who may not read",
            "hidden",
            "integer",
            "{reader}",
            "hidden",
            3,
            "permission denied for table hidden",
            "let its user read the table",
        ),
    ],
)
def test_bad_engine(
    name: str, table: str, column: str, address: str | None, tables: str | None, code: int, told: str, remedy: str,
    server: Server, url: str, tmp_path: Path, record_property: Record,
) -> None:  # fmt: skip
    names = {
        "url": url,
        "wrong": server.address("hush"),
        "reader": server.address("reader").replace("factcheck:", "reader:"),
    }
    where = address.format(**names) if address else None
    found = newsroom.told(newsroom.made(tmp_path, table=table, n=column), "check", url=where, tables=tables)
    _judged(found.stdout, told, remedy)
    assert found.code == code
    assert "hush" not in found.stdout + found.stderr
    record_property(ENDED, f"{name}: exit code {found.code}, {told}")


def test_it_goes_away_in_mid_query(server: Server, url: str, tmp_path: Path, record_property: Record) -> None:
    killed = threading.Thread(target=_stopped_once_asked, args=(server, url))
    killed.start()
    try:
        found = newsroom.told(newsroom.made(tmp_path, table="slow"), "check", url=url, tables="slow")
    finally:
        killed.join()
        server.start()
    told = 'victims: the engine "newsroom" went away before it answered'
    _judged(found.stdout, told, "check again once it is back")
    assert found.code == 3
    record_property(ENDED, f"a database that goes away in mid-query: exit code {found.code}, {told}")


def test_the_extra_is_not_installed(url: str, tmp_path: Path, record_property: Record) -> None:
    hiding = tmp_path / "hiding"
    hiding.mkdir()
    (hiding / "psycopg.py").write_text("raise ModuleNotFoundError('psycopg')\n")
    found = newsroom.told(newsroom.made(tmp_path), "check", url=url, PYTHONPATH=str(hiding))
    told = 'the engine "newsroom" needs a part that is not installed'
    _judged(found.stdout, told, "pip install 'factcheck-cli[postgres]'")
    assert found.code == 3
    record_property(ENDED, f"an extra that is not installed: exit code {found.code}, {told}")


def test_a_limit_of_time(url: str, record_property: Record) -> None:
    """Of the server's own, and without it the next request is answered."""
    slow, quick = _answers(url, "slow", "victims")
    assert slow == Failure(
        'slow: the engine "newsroom" took longer than 1 seconds',
        "ask less of it with where, or let an index or a smaller table answer there",
    )
    assert isinstance(quick, Answer)
    record_property(ENDED, "a limit of time: the next request is answered")


def test_a_server_that_says_nothing(url: str, record_property: Record) -> None:
    """It is stopped like a machine that hangs: the line is cut from here."""
    stopped: list[int] = []
    watching = threading.Thread(target=_frozen_once_asked, args=(url, stopped))
    watching.start()
    try:
        [slow] = _answers(url, "slow")
    finally:
        watching.join()
        for process in stopped:
            os.kill(process, signal.SIGCONT)
    assert isinstance(slow, Failure)
    assert slow.message == 'slow: the engine "newsroom" took longer than 1 seconds'
    record_property(ENDED, "a server that says nothing: cut off")


def test_nothing_is_written(url: str) -> None:
    """Even a table that writes when it is read cannot: the transaction is read-only."""
    with psycopg.connect(url, autocommit=True) as session:
        session.execute("create table if not exists written (n int)")
        session.execute(
            "create or replace function writes() returns text language sql volatile as "
            "$$ insert into written values (1) returning 'x' $$"
        )
        session.execute("create or replace view writing as select writes() as region")
    [found] = _answers(url, "writing")
    assert isinstance(found, Failure)
    assert "read-only transaction" in found.message
    with psycopg.connect(url) as session:
        assert session.execute("select count(*) from written").fetchall() == [(0,)]


def _judged(stdout: str, told: str, remedy: str) -> None:
    """The claim on the engine is an error at its place with what to do, and the other is judged."""
    lines = stdout.splitlines()
    [finding] = [
        line for line in lines if line.startswith("datasets/datapackage.yaml:") or (told in line and remedy in line)
    ]
    assert told in finding
    assert remedy in finding
    assert any(": countries: supported" in line for line in lines)
    assert lines[-1] == "2 claims: 1 supported, 1 error"


def _answers(url: str, *tables: str) -> list[object]:
    environment = {"FACTCHECK_ENGINE_NEWSROOM": url, "FACTCHECK_ENGINE_NEWSROOM_TABLES": ",".join(tables)}
    described = {
        name: Table(name, (Column("region"),), DataFile(name, "", "table", stored=name, engine="newsroom"))
        for name in tables
    }
    found = connected(described, environment, seconds=1)
    assert not found.unusable
    engines = {id(engine): engine for engine in found.engines.values()}
    [engine] = engines.values()
    with engine:
        return list(engine.answers([Query(name, (Figure("known", Name("region")),)) for name in tables]))


def _asked(url: str) -> int:
    """The process of the server that answers the command, once it is asleep in the slow view."""
    question = "select pid from pg_stat_activity where application_name = 'factcheck' and wait_event = 'PgSleep'"
    with psycopg.connect(url, autocommit=True) as session:
        for _ in range(300):
            found = session.execute(question).fetchall()
            if found:
                return int(found[0][0])
            time.sleep(0.05)
    raise AssertionError("the slow view was never read")


def _stopped_once_asked(server: Server, url: str) -> None:
    _asked(url)
    server.stop()


def _frozen_once_asked(url: str, stopped: list[int]) -> None:
    process = _asked(url)
    os.kill(process, signal.SIGSTOP)
    stopped.append(process)
