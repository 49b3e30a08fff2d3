"""A run is told again only where all that it rests on is the same: every ingredient is changed here in turn.

What is kept of the first run is given a mark. A run that prints the mark was recalled; one that does not was carried
out, and must print what a run without any memory prints.
"""

import json
import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from newsroom import FILES, Newsroom, newsroom

from factcheck.memory.program import files_in

MARK = "RECALLED\n"
NAMED = ("claims/trams.yaml",)
OLDER = 2.2  # seconds; what was written less than two seconds before a run is not kept


@dataclass(frozen=True, slots=True)
class Marked:
    """A newsroom whose run is remembered with a mark, and a copy of that memory."""

    desk: Newsroom
    copy: Path

    def again(self) -> Newsroom:
        """The newsroom with its memory as it was."""
        shutil.rmtree(self.desk.memory)
        shutil.copytree(self.copy, self.desk.memory)
        return self.desk


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Marked:
    folder = tmp_path_factory.mktemp("runs")
    desk = newsroom(folder)
    time.sleep(OLDER)
    for words in ((), NAMED):
        ended = desk.check(*words)
        assert "1 claim: 1 supported" in ended.stdout, ended
    _mark(desk)
    shutil.copytree(desk.memory, folder / "copy")
    return Marked(desk, folder / "copy")


def _mark(desk: Newsroom) -> None:
    for path in desk.kept("run"):
        kept = json.loads(path.read_text())
        kept["texts"] = {form: MARK + text for form, text in kept["texts"].items()}
        path.write_text(json.dumps(kept))


def test_a_run_is_recalled(marked: Marked) -> None:
    desk = marked.again()
    fresh = desk.check(fresh=True)
    assert desk.check().stdout == MARK + fresh.stdout
    assert desk.check(*NAMED).stdout == MARK + fresh.stdout


@contextmanager
def _to_be_restored(marked: Marked, kept: Path) -> Iterator[Newsroom]:
    """The newsroom with its memory as it was; afterwards every file has its words again, written anew."""
    desk = marked.again()
    shutil.copytree(desk.project.parent, kept)
    try:
        yield desk
    finally:
        shutil.rmtree(desk.project.parent)
        shutil.copytree(kept, desk.project.parent)


def _put(path: Path, text: str) -> None:
    """Another text in the file, with the time it had where it was there."""
    status = path.stat() if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    if status is not None:
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


FILE_CHANGES: dict[str, tuple[str, str]] = {
    "what a claim says": ("claims/trams.yaml", FILES["claims/trams.yaml"].replace("says: 710", "says: 711")),
    "the quote": ("claims/trams.yaml", FILES["claims/trams.yaml"].replace("had 710", "have 710")),
    "a waiver": (
        "claims/trams.yaml",
        FILES["claims/trams.yaml"] + "    waive: {finding: supported, until: 2026-01-01, because: agreed}\n",
    ),
    "a figure of the text": ("claims/trams.txt", "The trams had 711 riders.\n"),
    "a figure beside it": ("claims/trams.txt", "The trams had 710 riders. There are 9 lines.\n"),
    "a cell": ("datasets/lines.csv", "line,riders\nA,300\nB,411\n"),
    "what a missing cell is": (
        "datasets/datapackage.yaml",
        FILES["datasets/datapackage.yaml"].replace(
            "complete: yes", "complete: no\n    complete_reason: some are left out", 1
        ),
    ),
    "the day of the data": (
        "datasets/datapackage.yaml",
        FILES["datasets/datapackage.yaml"].replace("2024-12-31", "2022-12-31"),
    ),
    "a lock": (
        "factcheck.lock",
        "datasets:\n  lines: {sha256: " + "0" * 64 + ", bytes: 1, rows: 1, columns: [line]}\n",
    ),
    "settings": ("factcheck.toml", 'fail-on = "note"\nmin-coverage = "100%"\n'),
    "settings of a folder": ("claims/factcheck.toml", "unknown = 1\n"),
    "settings beside other things": ("pyproject.toml", '[tool.factcheck]\nignore = ["own-word"]\n'),
    "another claim file": ("claims/b.yaml", FILES["claims/trams.yaml"].replace("says: 710", "says: 712")),
    "a claim file in a new folder": (
        "claims/new/b.yaml",
        FILES["claims/trams.yaml"].replace("trams.txt", "../trams.txt"),
    ),
    "a baseline": ("factcheck-baseline/claims/trams.yaml.txt", "no baseline\n"),
}


@pytest.mark.parametrize(("name", "text"), FILE_CHANGES.values(), ids=FILE_CHANGES)
def test_another_file_is_another_run(marked: Marked, name: str, text: str, tmp_path: Path) -> None:
    with _to_be_restored(marked, tmp_path / "kept") as desk:
        _put(desk.project / name, text)
        words = NAMED if name == "claims/factcheck.toml" else ()  # such settings hold for what is named
        assert desk.check(*words) == desk.check(*words, fresh=True)
    assert marked.again().check().stdout.startswith(MARK), "the same words, written anew, are the same run"


def _dataset_linked_elsewhere(project: Path) -> None:
    """A dataset that lies outside the project, with the same words: nothing may be read there."""
    (project / "datasets" / "lines.csv").unlink()
    (project / "datasets" / "lines.csv").symlink_to(project.parent / "outside.csv")


def _folder_linked_elsewhere(project: Path) -> None:
    """The folder of a dataset that no claim uses leads out of the project."""
    (project / "datasets" / "more").rename(project.parent / "more")
    (project / "datasets" / "more").symlink_to(project.parent / "more")


def _dataset_is_gone(project: Path) -> None:
    (project / "datasets" / "lines.csv").unlink()


def _text_is_gone(project: Path) -> None:
    (project / "claims" / "trams.txt").unlink()


def _project_begins_above(project: Path) -> None:
    (project / "datasets").rename(project.parent / "datasets")


PLACES = [
    _dataset_linked_elsewhere,
    _folder_linked_elsewhere,
    _dataset_is_gone,
    _text_is_gone,
    _project_begins_above,
]


@pytest.mark.parametrize("change", PLACES)
def test_another_place_is_another_run(marked: Marked, change: Callable[[Path], None], tmp_path: Path) -> None:
    with _to_be_restored(marked, tmp_path / "kept") as desk:
        change(desk.project)
        assert desk.check() == desk.check(fresh=True)
    assert marked.again().check().stdout.startswith(MARK)


OPTIONS: dict[str, tuple[str, ...]] = {
    "the day": ("--today", "2031-01-01"),
    "one claim": ("--claim", "riders"),
    "what ends with 1": ("--fail-on", "note"),
    "what is left out": ("--ignore", "own word"),
    "what is told": ("--select", "refuted"),
    "least coverage": ("--min-coverage", "100"),
    "the code": ("--exit-zero",),
    "a format": ("--output-format", "json"),
    "another path": ("claims",),
    "locked": ("--locked",),
    "fresh": ("--fresh",),
}


@pytest.mark.parametrize("words", OPTIONS.values(), ids=OPTIONS)
def test_other_options_are_another_run(marked: Marked, words: tuple[str, ...]) -> None:
    desk = marked.again()
    assert desk.check(*words) == desk.check(*words, fresh=True)


@pytest.mark.parametrize("environment", [{"COLUMNS": "40"}, {"FORCE_COLOR": "1"}], ids=["width", "colour"])
def test_another_terminal_is_another_run(marked: Marked, environment: dict[str, str]) -> None:
    desk = marked.again()
    words = ("--output-format", "table")
    desk.check(*words)
    found = desk.check(*words, environment=environment)
    assert found == desk.check(*words, environment=environment, fresh=True)
    assert found != desk.check(*words, fresh=True)


def test_another_program_is_another_run(marked: Marked, tmp_path: Path) -> None:
    desk = marked.again()
    (tmp_path / "duckdb-9.9.9.dist-info").mkdir()
    found = desk.check(environment={"PYTHONPATH": str(tmp_path)})
    assert not found.stdout.startswith(MARK)


def test_words_put_back_to_their_old_time_are_another_program(tmp_path: Path) -> None:
    """As an installer does that gives every file the same time, whatever is in it."""
    words = tmp_path / "en.yaml"
    words.write_text("nearly: 0.95\n")
    before, told = words.stat(), list(files_in(str(tmp_path)))
    time.sleep(0.05)
    words.write_text("nearly: 0.85\n")
    os.utime(words, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert list(files_in(str(tmp_path))) != told
    assert list(files_in(str(tmp_path))) == list(files_in(str(tmp_path))), "the near twin: nobody wrote it"


def test_a_database_that_somebody_has_open_since(tmp_path: Path) -> None:
    """Its file is the same; what changed stands in another one beside it."""
    desk = newsroom(tmp_path)
    described = desk.project / "datasets" / "datapackage.yaml"
    _put(described, described.read_text().replace("path: lines.csv\n    format: csv", "path: lines.sqlite"))
    with closing(sqlite3.connect(desk.project / "datasets" / "lines.sqlite")) as lines:
        lines.executescript("create table l (line text, riders int); insert into l values ('A', 300), ('B', 410);")
    with closing(sqlite3.connect(desk.project / "datasets" / "lines.sqlite")) as lines:
        lines.execute("pragma journal_mode = wal")
    time.sleep(OLDER)
    assert (desk.check().code, len(desk.kept("run"))) == (0, 1)
    with closing(sqlite3.connect(desk.project / "datasets" / "lines.sqlite")) as lines:
        lines.execute("update l set riders = 411 where line = 'B'")
        lines.commit()
        found = desk.check()
        assert (found.code, "lines.sqlite was not closed" in found.stdout) == (3, True)
    assert desk.check().code == 1, "closed, the change is in the file"


def test_another_folder_is_another_run(marked: Marked, tmp_path: Path) -> None:
    desk = marked.again()
    shutil.copytree(desk.project, tmp_path / "copy")
    assert not Newsroom(tmp_path / "copy", desk.memory).check().stdout.startswith(MARK)


def test_what_is_kept_is_never_in_the_project(marked: Marked) -> None:
    desk = marked.again()
    found = desk.check(environment={"FACTCHECK_MEMORY": str(desk.project / "cache")})
    assert (found.code, found.stdout) == (2, "")
    assert found.stderr == (
        "error: FACTCHECK_MEMORY names a folder of the project or its repository\n"
        "  name a folder elsewhere, or write off: who changes the project could write there what a check says\n"
    )


def test_nor_in_the_repository_that_the_project_lies_in(marked: Marked) -> None:
    """A pull request may bring any file of it."""
    desk = marked.again()
    cache = desk.project.parent / "cache"
    assert desk.check(environment={"FACTCHECK_MEMORY": str(cache)}).code == 0
    (desk.project.parent / ".git").mkdir()
    try:
        assert desk.check(environment={"FACTCHECK_MEMORY": str(cache)}).code == 2
    finally:
        (desk.project.parent / ".git").rmdir()


def test_a_folder_that_others_can_write_in_is_not_used(marked: Marked) -> None:
    desk = marked.again()
    desk.memory.chmod(0o777)
    try:
        assert desk.check() == desk.check(fresh=True)
    finally:
        desk.memory.chmod(0o700)
    assert desk.check().stdout.startswith(MARK)


@pytest.mark.parametrize("damaged", ["", "{", "[]", '{"asked": 1}', '{"asked": null, "files": 3}'])
def test_a_damaged_memory_is_no_memory(marked: Marked, damaged: str) -> None:
    desk = marked.again()
    for path in desk.memory.iterdir():
        path.write_text(damaged)
    assert desk.check() == desk.check(fresh=True)


def test_a_file_written_a_moment_ago_is_not_kept(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    soon = time.time() + 3600
    os.utime(desk.project / "claims" / "trams.txt", (soon, soon))
    assert desk.check().code == 0
    assert desk.kept("run") == []


def test_what_could_not_be_checked_is_not_kept(tmp_path: Path) -> None:
    desk = newsroom(tmp_path)
    (desk.project / "datasets" / "lines.csv").unlink()
    time.sleep(OLDER)
    assert desk.check().code == 3
    assert desk.kept("run") == []
