"""A table under a snapshot's name: what was answered is remembered, as long as all that it rests on is the same."""

from pathlib import Path

import psycopg
import pytest
from transcripts import Told

from engines_beyond import newsroom
from engines_beyond.servers import Server

OTHER = "insert into promised values ('Europe', 'm', 1)"
NAME = "2024-11"


@pytest.fixture
def url(server: Server) -> str:
    newsroom.in_postgres(server.url)
    newsroom.in_postgres(server.url, "promised")
    return server.url


def _project(folder: Path, snapshot: str = NAME) -> Path:
    project = newsroom.made(folder, table="promised")
    _rename(project, snapshot)
    return project


def _rename(project: Path, snapshot: str) -> None:
    described = project / "datasets" / "datapackage.yaml"
    lines = [line for line in described.read_text().splitlines(keepends=True) if "snapshot:" not in line]
    at = next(number for number, line in enumerate(lines, start=1) if "table:" in line)
    new = [f"    snapshot: {snapshot}\n"] if snapshot else []
    described.write_text("".join([*lines[:at], *new, *lines[at:]]))


def _ask(project: Path, url: str, *words: str) -> Told:
    memory = str(project.parent / "memory")
    return newsroom.told(project, *(words or ("check",)), url=url, tables="promised", FACTCHECK_MEMORY=memory)


def _change(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as session:
        session.execute(OTHER)


def test_answers_about_a_snapshot_are_remembered_and_about_a_table_without_one_are_not(
    url: str, tmp_path: Path
) -> None:
    promised, free = _project(tmp_path / "promised"), _project(tmp_path / "free", snapshot="")
    assert [_ask(project, url).code for project in (promised, free)] == [0, 0]
    _change(url)
    assert [_ask(project, url).code for project in (promised, free)] == [0, 1]
    assert _ask(promised, url, "check", "--fresh").code == 1


def test_what_an_answer_about_a_snapshot_rests_on(url: str, tmp_path: Path) -> None:
    project = _project(tmp_path)
    assert _ask(project, url).code == 0
    _change(url)
    assert _ask(project, url).code == 0, "nothing else changed: it is remembered"
    assert _ask(project, f"{url}?connect_timeout=9").code == 1, "another address"
    _rename(project, "2024-12")
    assert _ask(project, url).code == 1, "another snapshot"
    _rename(project, NAME)
    assert _ask(project, url).code == 0
    with psycopg.connect(url, autocommit=True) as session:
        session.execute("alter table promised alter column n type bigint")
    assert _ask(project, url).code == 1, "another type"


def test_a_remembered_table_must_still_be_one_that_may_be_read(url: str, tmp_path: Path) -> None:
    project = _project(tmp_path)
    assert _ask(project, url).code == 0
    memory = str(project.parent / "memory")
    found = newsroom.told(project, "check", url=url, tables="victims", FACTCHECK_MEMORY=memory)
    assert 'the table "promised" of the engine "newsroom" may not be read' in found.stdout
    assert found.code == 2


def test_a_lock_holds_the_name_and_notices_a_promise_that_was_not_kept(url: str, tmp_path: Path) -> None:
    project = _project(tmp_path)
    locked = _ask(project, url, "data", "lock").stdout
    assert "victims: locked: 6 rows, 3 columns, snapshot 2024-11, as promised" in locked
    assert "    snapshot: '2024-11'\n    rows: 6\n" in (project / "factcheck.lock").read_text()
    assert _ask(project, url, "data", "verify").code == 0
    assert _ask(project, url, "check", "--locked").code == 0
    _change(url)
    assert _ask(project, url, "check", "--locked").code == 1, "nothing is taken from memory where all must be certain"
    told = _ask(project, url, "data", "verify", "victims")
    assert told.code == 3
    assert "has 7 rows, locked 6, though its snapshot is the same" in " ".join(told.stderr.split())


def test_another_name_than_the_locked_one(url: str, tmp_path: Path) -> None:
    project = _project(tmp_path)
    _ask(project, url, "data", "lock")
    for snapshot, told in (("2024-12", "the snapshot 2024-12"), ("", "no snapshot")):
        _rename(project, snapshot)
        wanted = f"promised in newsroom: the description names {told}, factcheck.lock the snapshot 2024-11"
        # Without --locked it is a warning, as with files.
        locked, free = _ask(project, url, "check", "--locked"), _ask(project, url)
        assert (locked.code, wanted in locked.stdout) == (3, True)
        assert (free.code, wanted in free.stdout) == (0, True)
