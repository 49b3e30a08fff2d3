"""Options and commands that are wrong, the help, the schemas."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
import typer.core
import typer.main
from transcripts import ROOT, run_words

from factcheck.cli import app

WRONG = {
    "": "",
    "chek": "chek",
    "check --colour": "--colour",
    "check --output-format xml": "xml",
    "check --fail-on never": "never",
    "check --claim": "--claim",
    "check --today tomorrow": "tomorrow",
    "explain": "ID",
    "try": "WORDS",
    "try 5": "--data",
    "try 5 --data a.csv": "give one measure",
    "try 5 --data a.csv --sum a --mean a": "give one measure",
    "try 5 --data a.csv --sum a --missing never": "never",
    "try 5 --data a.csv --sum a --type a=whole": "whole",
    "try 5 --data a.csv --sum a --type whole": "COLUMN=TYPE",
    "try 5 --data a.csv --sum a --delimiter ;;": ";;",
    "data": "",
    "data show": "NAME",
    "data show x --rows -1": "-1",
    "data show x --rows 1001": "1001",
    "schema": "claims",
    "schema tables": "tables",
    "init": "FOLDER",
    "review --claim": "--claim",
    "review --today tomorrow": "tomorrow",
    "status --output-format xml": "xml",
}


def _commands(group: typer.core.TyperGroup, before: str = "") -> Iterator[str]:
    """Every command and every group of commands, as a person types it."""
    for name, command in group.commands.items():
        yield f"{before}{name}"
        if isinstance(command, typer.core.TyperGroup):
            yield from _commands(command, f"{before}{name} ")


_ROOT = typer.main.get_command(app)
assert isinstance(_ROOT, typer.core.TyperGroup)
COMMANDS = list(_commands(_ROOT))
GROUPS = ("data", "baseline")


@pytest.mark.parametrize("words", WRONG, ids=str)
def test_wrong_usage_ends_with_2_and_names_what_is_wrong(words: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("usage")
    (folder / "a.csv").write_text("a\n1\n", encoding="utf-8")
    told = run_words(words.split(), folder)
    assert told.code == 2
    assert WRONG[words] in told.stdout + told.stderr
    assert "bug" not in told.stderr
    assert list(folder.iterdir()) == [folder / "a.csv"]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example_and_fits(command: str) -> None:
    told = run_words([*command.split(), "--help"], ROOT)
    assert (told.stderr, told.code) == ("", 0)
    assert f"Usage: factcheck {command}" in told.stdout
    assert command in GROUPS or re.search(rf"Examples?:\s+factcheck {command}\b", told.stdout)
    assert [line for line in told.stdout.splitlines() if len(line) > 80] == []


def test_help_names_the_commands_and_the_codes() -> None:
    told = " ".join(run_words(["--help"], ROOT).stdout.split())
    assert [command for command in COMMANDS if f" {command.split()[0]} " not in told] == []
    assert "Ends with 0" in told


@pytest.mark.parametrize("kind", ["claims", "datasets"])
def test_schema_is_a_schema_and_the_one_in_docs(kind: str) -> None:
    told = run_words(["schema", kind], ROOT)
    assert (told.stderr, told.code) == ("", 0)
    assert told.stdout == (ROOT / "docs" / "schemas" / f"{kind}.json").read_text(encoding="utf-8")
    schema = json.loads(told.stdout)
    jsonschema.validators.validator_for(schema).check_schema(schema)


def test_a_reader_that_goes_away_leaves_the_exit_code(tmp_path: Path) -> None:
    """The verdicts decide how the command ends, whoever stops reading."""
    run_words(["init", "p"], tmp_path)
    text = (tmp_path / "p/claims/libraries-2024.yaml").read_text().replace("says: seven", "says: seven\n    counts: x")
    (tmp_path / "p/claims/libraries-2024.yaml").write_text(text)
    for words, code in ((["check"], 0), (["check", "--fail-on", "warning"], 1)):
        reading, writing = os.pipe()
        os.close(reading)
        command = [sys.executable, "-m", "factcheck", *words]
        done = subprocess.run(command, cwd=tmp_path / "p", stdout=writing, stderr=subprocess.PIPE, check=False)
        os.close(writing)
        assert (done.returncode, done.stderr.replace(b"checking ...\n", b"")) == (code, b"")
