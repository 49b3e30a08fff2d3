"""The parser in C is only a faster way to the same tree: every YAML file of this repository reads alike by both."""

from pathlib import Path

import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as some

from factcheck.errors import FactcheckError
from factcheck.files import yaml
from factcheck.files.nodes import Node, lines_of

ROOT = Path(__file__).parent.parent.parent
FILES = sorted(path for folder in ("claims", "datasets", "src", "tests") for path in (ROOT / folder).rglob("*.yaml"))
OURS = [ROOT / "claims", ROOT / "datasets"]
WORDS = [
    "a",
    "b: ",
    ": ",
    "\n",
    "  ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "'",
    '"',
    "#",
    " ",
    "|",
    ">",
    "é",
    "1.0",
    "? ",
    "!",
    "&a",
]
MARKS = ["\t", "\r\n", "\ufeff", "\u2028", "\xa0", "---", "...", "\\", "%", "@", "*a", ">-", "|2", "💥"]
PIECES = some.sampled_from([*WORDS, *MARKS])


def test_there_are_files() -> None:
    assert len(FILES) > 20
    assert hasattr(pyyaml, "CSafeLoader")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_reads_alike(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    fast = _fast(text)
    assert fast == _slow(text) if path.parent in OURS else fast in (None, _slow(text))


@given(some.lists(PIECES, max_size=30).map("".join))
def test_a_text_reads_alike(text: str) -> None:
    fast = _fast(text)
    assert fast is None or fast == _slow(text)


def _fast(text: str) -> Node | None:
    return yaml._loaded_fast(text, "a.yaml", lines_of(text))


def _slow(text: str) -> Node | None:
    try:
        return yaml._loaded(text, "a.yaml", lines_of(text))
    except FactcheckError:
        return None
