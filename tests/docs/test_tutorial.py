"""The tutorial, followed from an empty folder: every command prints and ends as the page says."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

import tutorial_page  # noqa: E402
from tutorial_page import Ran  # noqa: E402

PAGE = ROOT / "docs" / "tutorial.md"
TEXT = PAGE.read_text(encoding="utf-8")
REFUTED = "factcheck explain growth --today 2025-03-01"


@pytest.fixture(scope="module")
def followed() -> tuple[str, tuple[Ran, ...]]:
    return tutorial_page.followed(TEXT)


def test_every_command_prints_what_the_page_shows(followed: tuple[str, tuple[Ran, ...]]) -> None:
    assert followed[0] == TEXT


def test_the_gate_stops_what_it_should_and_nothing_else(followed: tuple[str, tuple[Ran, ...]]) -> None:
    """A wrong figure, then a changed one; the codes are those that the page prints."""
    ran = followed[1]
    assert [one.printed for one in ran if one.command == "echo $?"] == ["1\n", "0\n", "0\n", "1\n"]
    checks = [one.code for one in ran if one.command == "factcheck check"]
    assert checks == [1, 0, 0, 1, 0]
    others = {one.command: one.code for one in ran if one.command not in ("factcheck check", "echo $?")}
    assert {command for command, code in others.items() if code} == {REFUTED}


def test_no_command_of_the_page_is_left_out(followed: tuple[str, tuple[Ran, ...]]) -> None:
    assert len(followed[1]) == TEXT.count("\n$ ")


def test_what_the_page_shows_is_compared() -> None:
    """A page that shows another output is written anew, so the comparison above can fail."""
    page = "```console\n$ factcheck --version\nfactcheck of yesterday\n```\n"
    told, (ran,) = tutorial_page.followed(page)
    assert told != page
    assert ran.printed.startswith("factcheck ")
