"""The tutorial with what its commands print now: each file is written and each command run, from an empty folder on."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

BLOCK = re.compile(r"^```(?P<kind>[\w-]+)(?: (?P<path>[\w./-]+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
CONSOLE, PROMPT = "console", "$ "
CODE = "echo $?"
PROGRESS = re.compile(r"^(checking|reading|comparing) \.\.\.\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Ran:
    """A command of the tutorial, what it printed, and how it ended."""

    command: str
    printed: str
    code: int


@dataclass(frozen=True, slots=True)
class Session:
    """Where the reader is, and how the last command ended."""

    home: Path
    folder: Path
    code: int = 0
    ran: tuple[Ran, ...] = field(default=())

    def wrote(self, path: str, text: str) -> None:
        """A file that the reader is told to write, in their own words."""
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text, encoding="utf-8")

    def after(self, command: str) -> "Session":
        """The reader types a command, in a terminal of 80 columns."""
        if command == CODE:
            return replace(self, ran=(*self.ran, Ran(command, f"{self.code}\n", self.code)))
        printed, code, folder = _run(command, self.folder, self.home)
        return replace(self, folder=folder, code=code, ran=(*self.ran, Ran(command, printed, code)))


def followed(text: str) -> tuple[str, tuple[Ran, ...]]:
    """The tutorial with the output of its commands as it is now, and all that was run."""
    with TemporaryDirectory() as home:
        session = Session(Path(home), Path(home))
        told, at = "", 0
        for block in BLOCK.finditer(text):
            told += text[at : block.start()]
            at = block.end()
            if block["kind"] == CONSOLE:
                before = len(session.ran)
                for command in _commands(block["text"]):
                    session = session.after(command)
                told += f"```{CONSOLE}\n{''.join(map(_shown, session.ran[before:]))}```"
            else:
                if block["path"]:
                    session.wrote(block["path"], block["text"])
                told += block[0]
        return told + text[at:], session.ran


def _commands(text: str) -> Iterator[str]:
    """The lines after a prompt; a line that ends with a backslash goes on."""
    joined = text.replace("\\\n", "\\\x00")
    for line in joined.splitlines():
        if line.startswith(PROMPT):
            yield line.removeprefix(PROMPT).replace("\x00", "\n")


def _shown(ran: Ran) -> str:
    return f"{PROMPT}{ran.command}\n{ran.printed}"


def _run(command: str, folder: Path, home: Path) -> tuple[str, int, Path]:
    """What a terminal shows, the exit code, and the folder that the reader is in afterwards."""
    where = home / ".where"
    master, slave = os.openpty()
    script = f'{command}\ncode=$?; pwd > "{where}"; exit $code'
    with subprocess.Popen(  # noqa: S603 commands of a page of ours
        ["bash", "-c", script],  # noqa: S607
        cwd=folder,
        env=_environment(home),
        stdin=subprocess.DEVNULL,
        stdout=slave,
        stderr=subprocess.PIPE,
    ) as process:
        os.close(slave)
        printed = _everything(master)
        complained = process.stderr.read() if process.stderr else b""
    os.close(master)
    told = printed.decode("utf-8").replace("\r\n", "\n") + PROGRESS.sub("", complained.decode("utf-8"))
    return told, process.returncode, Path(where.read_text(encoding="utf-8").strip())


def _environment(home: Path) -> dict[str, str]:
    source = Path(__file__).parent.parent / "src"
    (home / "bin").mkdir(exist_ok=True)
    program = home / "bin" / "factcheck"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n', encoding="utf-8")
    program.chmod(0o700)
    path = f"{home / 'bin'}:{os.environ['PATH']}"
    return {
        "PATH": path,
        "HOME": str(home),
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(source),
    }


def _everything(master: int) -> bytes:
    seen = b""
    while True:
        try:
            more = os.read(master, 65_536)
        except OSError:  # Linux says so where the other end is closed
            return seen
        if not more:
            return seen
        seen += more
