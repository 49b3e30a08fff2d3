"""The parent's side of the worker: start it, ask it, and end it when it takes too long."""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Self

from factcheck.model.queries import Cell

_PROGRAM = Path(__file__).with_name("worker.py")


SECONDS = 60.0
MEMORY = "300MB"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a worker may use: seconds for one statement, megabytes of memory and of temporary files, threads."""

    seconds: float = SECONDS
    memory: str = MEMORY
    disk: str = "4000MB"
    threads: int = 0


class WorkerError(Exception):
    """The worker refused a statement. `kind` is the name of its error."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message


class WorkerGoneError(Exception):
    """The worker is no more: it took too long, or died. `seconds` is the limit it passed, if that was why."""

    def __init__(self, seconds: float | None) -> None:
        super().__init__()
        self.seconds = seconds


class Worker:
    """One worker process. It begins to load its engine as soon as it is made, while the parent does other things."""

    def __init__(self) -> None:
        # -P: the folder of the program has a duckdb.py of its own, which must not be taken for the engine.
        command = [sys.executable, "-P", str(_PROGRAM)]
        self._process = subprocess.Popen(  # noqa: S603 - our own program, and nothing of the user's in the command
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._temporary = tempfile.TemporaryDirectory(prefix="factcheck-", ignore_cleanup_errors=True)
        self._seconds = SECONDS

    def open(self, paths: Sequence[str], *, limits: Limits) -> None:
        """Lock the worker down to these files and limits."""
        self._seconds = limits.seconds
        threads = limits.threads or min(os.cpu_count() or 1, 8)
        settings = {
            "paths": list(paths),
            "folder": self.folder,
            "memory": limits.memory,
            "disk": limits.disk,
            "threads": threads,
        }
        self._ask({"open": settings})

    def select(self, sql: str, parameters: Sequence[str]) -> list[tuple[Cell, ...]]:
        """The rows of one SELECT. Raises WorkerError where it is refused, WorkerGoneError where the worker ends."""
        rows = self._ask({"select": sql, "parameters": list(parameters)})
        return [tuple(map(_cell, row)) for row in rows]

    def keep(self, name: str, sql: str, parameters: Sequence[str]) -> int:
        """Keep the rows of one SELECT as a table for later ones, and say how many there are."""
        [[rows]] = self._ask({"select": sql, "parameters": list(parameters), "keep": name})
        return int(str(_cell(rows)))

    @property
    def folder(self) -> str:
        """Where the worker may write what does not fit into memory; removed when it is closed."""
        return self._temporary.name

    def close(self) -> None:
        """End the process and remove its temporary files."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        self._temporary.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def _ask(self, message: Mapping[str, object]) -> list[list[object]]:
        late = threading.Event()
        timer = threading.Timer(self._seconds, self._end, (late,))
        timer.daemon = True
        timer.start()
        try:
            line = self._exchange(json.dumps(message).encode() + b"\n")
        finally:
            timer.cancel()
        if not line.endswith(b"\n"):
            raise WorkerGoneError(self._seconds if late.is_set() else None)
        answer = json.loads(line)
        if "error" in answer:
            raise WorkerError(str(answer["error"]), str(answer["message"]))
        rows: list[list[object]] = answer["rows"]
        return rows

    def _end(self, late: threading.Event) -> None:
        late.set()
        self._process.kill()

    def _exchange(self, line: bytes) -> bytes:
        """Send a line and wait for one; an empty one means that the process has ended."""
        pipe_in, pipe_out = self._process.stdin, self._process.stdout
        if pipe_in is None or pipe_out is None:
            return b""
        try:
            pipe_in.write(line)
            pipe_in.flush()
        except OSError:
            return b""
        return pipe_out.readline()


def _cell(cell: object) -> Cell:
    """A value from its tagged text; whatever has no tag of ours is refused."""
    match cell:
        case None:
            return None
        case list():
            return tuple(str(element) for element in cell)
        case str():
            return _tagged(cell[:1], cell[1:])
        case _:
            raise WorkerError("ValueError", f"inexact: {cell!r} came without a type")


def _tagged(tag: str, text: str) -> Cell:
    match tag:
        case "n":
            return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)
        case "t":
            return text
        case "d":
            return date.fromisoformat(text)
        case "b":
            return text == "1"
        case _:
            raise WorkerError("ValueError", f"inexact: {text!r} came without a type")
