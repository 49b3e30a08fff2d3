"""The command on a project whose data are in PostgreSQL or Spark."""

import json
import sys
from pathlib import Path

import pytest

from engines_beyond import newsroom
from engines_beyond.servers import Server
from factcheck.cli import main

SUPPORTED = "2 claims: 2 supported\n"


@pytest.fixture(scope="module")
def url(server: Server) -> str:
    newsroom.in_postgres(server.url)
    return server.url


def test_a_claim_is_checked_where_its_table_is(url: str, tmp_path: Path) -> None:
    found = newsroom.told(newsroom.made(tmp_path), "check", url=url)
    assert found.stdout.endswith(SUPPORTED)
    assert (found.stderr, found.code) == ("", 0)


def test_the_number_is_exact(url: str, tmp_path: Path) -> None:
    found = newsroom.told(newsroom.made(tmp_path), "check", "--output-format", "json", url=url)
    [check] = json.loads(found.stdout)["claims"][0]["checks"]
    assert (check["exact"], check["sha256"], check["unknown"]) == ("2/3", None, 2)
    assert check["notes"] == ["missing values"]


def test_near_twin_one_victim_more(url: str, tmp_path: Path) -> None:
    import psycopg

    project = newsroom.made(tmp_path, table="others")
    newsroom.in_postgres(url, "others")
    with psycopg.connect(url, autocommit=True) as session:
        session.execute("insert into others values ('Europe', 'm', 1)")
    found = newsroom.told(project, "check", url=url, tables="victims, others")
    assert "refuted" in found.stdout
    assert found.code == 1


def test_the_plan_shows_the_statement_that_was_sent(url: str, tmp_path: Path) -> None:
    found = newsroom.told(newsroom.made(tmp_path), "explain", "asia", "--plan", url=url)
    assert "victims: 1 statement to PostgreSQL, the engine newsroom" in found.stdout
    told = " ".join(found.stdout.split())
    assert 'FROM "victims" AS s' in told
    assert "SELECT COUNT(" in told
    assert "SELECT *" not in told


def test_a_table_is_locked_as_unpinned(url: str, tmp_path: Path) -> None:
    project = newsroom.made(tmp_path)
    before = newsroom.told(project, "check", "--locked", url=url)
    assert "victims in newsroom is not locked" in before.stdout
    assert before.code == 3
    locked = newsroom.told(project, "data", "lock", url=url)
    assert "victims: locked: 6 rows, 3 columns, unpinned" in locked.stdout
    assert "    unpinned: true\n    rows: 6\n" in (project / "factcheck.lock").read_text()
    assert newsroom.told(project, "check", "--locked", url=url).stdout.endswith(SUPPORTED)


def test_only_files_are_compared(url: str, tmp_path: Path) -> None:
    for pair in (("countries", "victims"), ("victims", "datasets/countries.csv")):
        found = newsroom.told(newsroom.made(tmp_path), "data", "diff", *pair, url=url)
        assert "victims in newsroom is the table of an engine and no file" in " ".join(found.stderr.split())
        assert found.code == 3


def test_spark(spark: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """In this process, where Java runs already."""
    from factcheck.engines.ibis.spark import started

    session = started(spark)
    session.createDataFrame(newsroom.ROWS, "region string, sex string, n int").createOrReplaceGlobalTempView("victims")
    monkeypatch.chdir(newsroom.made(tmp_path, table="global_temp.victims"))
    monkeypatch.setenv("FACTCHECK_ENGINE_NEWSROOM", spark)
    monkeypatch.setenv("FACTCHECK_ENGINE_NEWSROOM_TABLES", "global_temp.victims")
    monkeypatch.setattr(sys, "argv", ["factcheck", "check", "--today", "2023-03-01"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert capsys.readouterr().out.endswith(SUPPORTED)
    assert ended.value.code == 0
