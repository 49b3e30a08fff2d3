"""The page of commands shows what the help prints; every option that an example names is one of its command."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
SHOWN = dict(re.findall(r"^## (factcheck[^\n]*)\n\n```text\n(.*?)```$", PAGE, re.MULTILINE | re.DOTALL))
EXAMPLE = re.compile(r"^    (factcheck .*)$", re.MULTILINE)


@pytest.mark.parametrize("command", ["factcheck", "factcheck check", "factcheck explain", "factcheck data add"])
def test_the_page_shows_what_the_help_prints(command: str) -> None:
    words = [sys.executable, "-m", *command.split(), "--help"]
    done = subprocess.run(words, env={"COLUMNS": "80"}, cwd=ROOT, capture_output=True, text=True, check=True)
    assert SHOWN[command] == done.stdout


def test_there_are_examples() -> None:
    assert len(SHOWN) > 25
    assert sum(len(EXAMPLE.findall(text)) for text in SHOWN.values()) > 35


@pytest.mark.parametrize("command", SHOWN)
def test_options_of_an_example_are_options_of_the_command(command: str) -> None:
    options = SHOWN[command].partition("\nOptions:\n")[2].partition("\n\n")[0]
    known = set(re.findall(r"(?:^  |, )(--?\w[\w-]*)", options, re.MULTILINE))
    assert "--help" in known
    for example in EXAMPLE.findall(SHOWN[command]):
        assert example == command or example.startswith(f"{command} ")
        used = re.findall(r"(?<= )(--?[a-z][\w-]*)", re.sub(r"'[^']*'|\"[^\"]*\"", "", example))
        assert [one for one in used if one not in known] == [], example
