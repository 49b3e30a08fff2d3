"""`check --watch`: each change of a text, a claim file or a dataset is checked; Ctrl-C ends it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from transcripts import run_words


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[tuple[Path, subprocess.Popen[str]]]:
    run_words(["init", "p"], tmp_path)
    words = [sys.executable, "-m", "factcheck", "check", "--watch", "--output-format", "concise"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        words, cwd=tmp_path / "p", env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        yield tmp_path / "p", process
        process.kill()


def told(process: "subprocess.Popen[str]") -> str:
    """What one run prints, up to where it waits."""
    lines: list[str] = []
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("watching "):
            return "".join(lines)
        lines.append(line)
    raise AssertionError("".join(lines))


def test_each_change_is_checked_until_it_is_ended(watching: "tuple[Path, subprocess.Popen[str]]") -> None:
    project, process = watching
    assert "4 claims: 4 supported" in told(process)
    [text] = project.glob("claims/*.txt")
    text.write_text(text.read_text(encoding="utf-8").replace("seven", "nine"), encoding="utf-8")
    assert "seven → nine" in told(process)
    [claims] = project.glob("claims/*.yaml")
    good = claims.read_text(encoding="utf-8")
    claims.write_text("claims: [", encoding="utf-8")
    assert "error: " in told(process)
    claims.write_text(good.replace("seven", "nine"), encoding="utf-8")
    assert "refuted" in told(process)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=60) == 1
