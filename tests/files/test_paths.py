"""Paths stay inside the project, and writes are whole."""

import os
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.files.paths import inside, project_root
from factcheck.files.write import write


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "claims").mkdir(parents=True)
    (root / "pyproject.toml").touch()
    (root / "text.txt").write_text("words")
    (root / "claims" / "near.txt").write_text("words")
    (tmp_path / "secret.txt").write_text("secret")
    return root


@pytest.mark.parametrize("written", ["near.txt", "./near.txt", "../text.txt", "../claims/near.txt"])
def test_files_of_the_project_are_found(project: Path, written: str) -> None:
    assert inside(project, project / "claims", written).read_text() == "words"


def test_an_absolute_path_into_the_project_is_found(project: Path) -> None:
    assert inside(project, project / "claims", str(project / "text.txt")) == (project / "text.txt").resolve()


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("../../secret.txt", "leads out of the project"),
        ("../../../../../../etc/passwd", "leads out of the project"),
        ("/etc/passwd", "leads out of the project"),
        ("/dev/zero", "leads out of the project"),
        ("https://example.org/x.txt", "is an address"),
        ("file:///etc/passwd", "is an address"),
        ("s3://bucket/x.csv", "is an address"),
        ("../claims", "is a folder"),
        ("..", "is a folder"),
        ("none.txt", "no such file"),
        ("near.txt/none.txt", "no such file"),
        ("near\0.txt", "leads out of the project"),
        ("x" * 5000, "cannot be opened"),
    ],
)
def test_other_paths_are_refused(project: Path, written: str, why: str) -> None:
    with pytest.raises(FactcheckError, match=why):
        inside(project, project / "claims", written)


def test_a_link_that_leads_out_is_refused_and_one_that_stays_is_followed(project: Path) -> None:
    (project / "out.txt").symlink_to(project.parent / "secret.txt")
    (project / "around").symlink_to(project.parent)
    (project / "in.txt").symlink_to("text.txt")
    (project / "loop.txt").symlink_to("loop.txt")
    assert inside(project, project, "in.txt").read_text() == "words"
    for written in ("out.txt", "around/secret.txt"):
        with pytest.raises(FactcheckError, match="leads out of the project"):
            inside(project, project, written)
    with pytest.raises(FactcheckError):
        inside(project, project, "loop.txt")


def test_a_pipe_is_refused_without_being_opened(project: Path) -> None:
    os.mkfifo(project / "pipe")
    with pytest.raises(FactcheckError, match="not a regular file"):
        inside(project, project, "pipe")


def test_the_folder_of_git_is_refused(project: Path) -> None:
    (project / ".git").mkdir()
    (project / ".git" / "config").write_text("token")
    with pytest.raises(FactcheckError, match="folder of git"):
        inside(project, project, ".git/config")


def test_the_project_begins_at_the_nearest_mark(project: Path) -> None:
    assert project_root(project / "claims" / "a.yaml") == project.resolve()
    (project / "claims" / "datasets").mkdir()
    (project / "claims" / "datasets" / "datapackage.yaml").touch()
    assert project_root(project / "claims" / "a.yaml") == (project / "claims").resolve()


def test_without_a_mark_the_project_is_the_folder_that_holds_claims() -> None:
    assert project_root(Path("/nowhere/claims/a.yaml")).name == "nowhere"
    assert project_root(Path("/nowhere/work/a.yaml")).name == "work"


def test_a_write_replaces_the_whole_and_keeps_the_permissions(tmp_path: Path) -> None:
    file = tmp_path / "claims.yaml"
    file.write_text("old")
    file.chmod(0o640)
    write(file, "new é\r\n")
    assert file.read_bytes() == b"new \xc3\xa9\r\n"
    assert file.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["claims.yaml"]


def test_a_file_that_is_read_only_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "claims.yaml"
    file.write_text("old")
    file.chmod(0o444)
    with pytest.raises(PermissionError):
        write(file, "new")
    assert file.read_text() == "old"
    file.chmod(0o644)
    write(file, "new")
    assert file.read_text() == "new"


def test_a_write_follows_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("old")
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    write(tmp_path / "link.yaml", "new")
    assert (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "real.yaml").read_text() == "new"


def test_a_write_that_fails_leaves_the_old_text_and_no_draft(tmp_path: Path) -> None:
    file = tmp_path / "claims.yaml"
    file.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write(file, "half a character: \ud800")
    assert file.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["claims.yaml"]
