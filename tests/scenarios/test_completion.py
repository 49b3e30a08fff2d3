"""What a shell is given to complete, asked as a shell asks; and that bash completes once it is taught."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from transcripts import run_words

from factcheck.gate.rules import RULES, slug
from factcheck.reports import FORMATS

SCRIPTS = {"pwsh": "powershell"}


def _completed(line: str) -> list[str]:
    words = line.split(" ")
    asked = {"_FACTCHECK_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    told = run_words([], Path(__file__).parent, asked)
    assert (told.stderr, told.code) == ("", 0)
    return told.stdout.split()


@pytest.mark.parametrize(
    ("line", "completed"),
    [
        ("factcheck che", ["check"]),
        ("factcheck data ", ["list", "show", "add", "lock", "verify", "fetch", "diff"]),
        ("factcheck check --fail", ["--fail-on"]),
        ("factcheck check --fail-on ", ["error", "warning", "note"]),
        ("factcheck check --output-format ", list(FORMATS)),
        ("factcheck check --output-format x", ["xlsx"]),
        ("factcheck rule un", [slug(name) for name in RULES if slug(name).startswith("un")]),
        ("factcheck explain turnout --ro", ["--rows"]),
    ],
)
def test_a_shell_completes(line: str, completed: list[str]) -> None:
    assert completed
    assert sorted(_completed(line)) == sorted(completed)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "pwsh"])
def test_the_script_of_a_shell_asks_factcheck(shell: str, tmp_path: Path) -> None:
    words = ["--show-completion", shell]
    told = run_words(words, tmp_path, {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"})
    assert (told.stderr, told.code) == ("", 0)
    assert re.search(rf"_FACTCHECK_COMPLETE *=? *\"?complete_{SCRIPTS.get(shell, shell)}\b", told.stdout)


def test_bash_completes_once_it_is_taught(tmp_path: Path) -> None:
    """As a person has it: installed into the settings of the shell, then asked by the shell itself."""
    asked = {"HOME": str(tmp_path), "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    told = run_words(["--install-completion", "bash"], tmp_path, asked)
    assert (told.stderr, told.code) == ("", 0)
    assert (tmp_path / ".bashrc").read_text(encoding="utf-8").count("factcheck") >= 1
    typed = "COMP_WORDS=(factcheck data ver); COMP_CWORD=2; _factcheck_completion factcheck; echo ${COMPREPLY[@]}"
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "--norc", "-c", f"source ~/.bashrc; {typed}"],
        env={"HOME": str(tmp_path), "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.returncode) == ("verify\n", 0)
