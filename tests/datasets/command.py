"""The installed command, as transcripts run it."""

import os
from dataclasses import dataclass
from pathlib import Path

import copies


@dataclass(frozen=True, slots=True)
class Told:
    stdout: str
    stderr: str
    code: int


def run_words(words: list[str], folder: Path, *, given: str = "", environment: dict[str, str] | None = None) -> Told:
    """Runs `factcheck` with these arguments in a bare environment, 80 columns wide; `given` is what is typed."""
    bare = {"PATH": os.environ["PATH"], "HOME": str(folder), "COLUMNS": "80", "LC_ALL": "C.UTF-8"}
    done = copies.run(words, cwd=folder, env={**bare, **(environment or {})}, typed=given.encode())
    return Told(done.stdout.decode(), done.stderr.decode(), done.returncode)
