"""Several files are written all or none: a file that changed meanwhile, or cannot be written, leaves each as it was."""

from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.files.write import Rewrite, write_together

# A name that leaves no room for the draft beside it.
TOO_LONG = "x" * 240


def _rewrite(path: Path, old: bytes, new: bytes) -> Rewrite:
    return Rewrite(path, path.name, old, new)


def _files(folder: Path, second: str) -> tuple[Path, Path]:
    one, other = folder / "text.txt", folder / second
    one.write_bytes(b"old text")
    other.write_bytes(b"old claims")
    return one, other


def test_both_are_written(tmp_path: Path) -> None:
    one, other = _files(tmp_path, "claims.yaml")
    write_together([_rewrite(one, b"old text", b"new text"), _rewrite(other, b"old claims", b"new claims")])
    assert (one.read_bytes(), other.read_bytes()) == (b"new text", b"new claims")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["claims.yaml", "text.txt"]


@pytest.mark.parametrize("changed", ["text.txt", "claims.yaml"])
def test_a_file_that_changed_meanwhile_is_not_written_over(tmp_path: Path, changed: str) -> None:
    one, other = _files(tmp_path, "claims.yaml")
    (tmp_path / changed).write_bytes(b"somebody's")
    before = (one.read_bytes(), other.read_bytes())
    with pytest.raises(FactcheckError, match="just been changed; nothing was written") as refused:
        write_together([_rewrite(one, b"old text", b"new text"), _rewrite(other, b"old claims", b"new claims")])
    assert (one.read_bytes(), other.read_bytes()) == before
    assert refused.value.problems[0].place is not None
    assert refused.value.problems[0].place.path == changed


def test_where_the_second_cannot_be_written_the_first_is_put_back(tmp_path: Path) -> None:
    one, other = _files(tmp_path, TOO_LONG)
    with pytest.raises(FactcheckError, match="no file was changed") as refused:
        write_together([_rewrite(one, b"old text", b"new text"), _rewrite(other, b"old claims", b"new claims")])
    assert (one.read_bytes(), other.read_bytes()) == (b"old text", b"old claims")
    assert refused.value.problems[0].code == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["text.txt", TOO_LONG]


def test_where_the_first_cannot_be_written_the_second_is_not_touched(tmp_path: Path) -> None:
    one, other = _files(tmp_path, TOO_LONG)
    with pytest.raises(FactcheckError, match="no file was changed"):
        write_together([_rewrite(other, b"old claims", b"new claims"), _rewrite(one, b"old text", b"new text")])
    assert (one.read_bytes(), other.read_bytes()) == (b"old text", b"old claims")


def test_permissions_stay(tmp_path: Path) -> None:
    one, other = _files(tmp_path, "claims.yaml")
    one.chmod(0o640)
    write_together([_rewrite(one, b"old text", b"new text"), _rewrite(other, b"old claims", b"new claims")])
    assert one.stat().st_mode & 0o777 == 0o640
