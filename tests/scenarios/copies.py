"""Runs the command in a copy of a process that has imported all of it: what a run does is the same, and takes a third.

Half a second of every run is imports. This process imports once and does nothing else; for each run it is copied
(`fork`), and the copy takes the folder, the environment and the files of that run and calls the command's `main`.
Nothing is shared between runs but what was imported. Where a system has no `fork`, or a run needs another
interpreter (its own `PYTHONPATH`, encoding and the like), it is started as ever.
"""

import atexit
import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# With any other variable a process of its own is started: it may be one that an interpreter reads as it starts.
KNOWN = frozenset({"PATH", "HOME", "COLUMNS", "LC_ALL", "NO_COLOR", "FORCE_COLOR", "TERM"})
OWN = "FACTCHECK_"
UTF_8 = "C.UTF-8"


@dataclass(frozen=True, slots=True)
class Done:
    """The bytes that a run wrote, and its exit code."""

    stdout: bytes
    stderr: bytes
    returncode: int


def run(words: Sequence[str], *, cwd: Path, env: Mapping[str, str], typed: bytes = b"") -> Done:
    """Runs `factcheck` with these arguments."""
    if not hasattr(os, "fork") or not _is_plain(env):
        command = [sys.executable, "-m", "factcheck", *words]
        done = subprocess.run(command, cwd=cwd, env=dict(env), input=typed, capture_output=True, check=False)
        return Done(done.stdout, done.stderr, done.returncode)
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("stdin", "stdout", "stderr")]
        files[0].write_bytes(typed)
        told = {"words": list(words), "cwd": str(cwd), "env": dict(env), "files": list(map(str, files))}
        code = _asked(told)
        return Done(files[1].read_bytes(), files[2].read_bytes(), code)


def _is_plain(env: Mapping[str, str]) -> bool:
    return env.get("LC_ALL") == UTF_8 and all(name in KNOWN or name.startswith(OWN) for name in env)


def _asked(told: Mapping[str, object]) -> int:
    process = _started()
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps(told) + "\n")
    process.stdin.flush()
    answer = process.stdout.readline()
    assert answer, "the process that is copied has ended"
    return int(answer)


@cache
def _started() -> "subprocess.Popen[str]":
    """The process that is copied, one for each process that runs tests; it ends with that."""
    command = [sys.executable, str(Path(__file__))]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    atexit.register(_end, process)
    return process


def _end(process: "subprocess.Popen[str]") -> None:
    """It ends where nobody asks any more."""
    process.communicate()


def _serve() -> None:
    """The process that is copied: a line of JSON for each run, answered by its exit code."""
    _import_all()
    for line in sys.stdin:
        told = json.loads(line)
        copy = os.fork()
        if not copy:
            _become(told)
        _, status = os.waitpid(copy, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _import_all() -> None:
    import pkgutil
    from importlib import import_module

    import factcheck
    from factcheck.languages import load

    left_out = (
        "factcheck.engines.worker",
        "factcheck.engines.ibis",
        "factcheck.datasets.conversion",
        "factcheck.__main__",
    )
    for module in pkgutil.walk_packages(factcheck.__path__, "factcheck."):
        if not module.name.startswith(left_out):
            import_module(module.name)
    load("en")


def _become(told: Mapping[str, object]) -> None:
    """The copy: the run, and its end."""
    cwd, env, files, words = told["cwd"], told["env"], told["files"], told["words"]
    assert isinstance(env, dict)
    assert isinstance(files, list)
    assert isinstance(words, list)
    os.chdir(str(cwd))
    os.environ.clear()
    os.environ.update(env)
    for number, name in enumerate(files):
        opened = os.open(name, os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin = io.TextIOWrapper(os.fdopen(0, "rb", closefd=False), encoding="utf-8", errors="surrogateescape")
    sys.stdout = io.TextIOWrapper(os.fdopen(1, "wb", closefd=False), encoding="utf-8", errors="surrogateescape")
    sys.stderr = io.TextIOWrapper(
        os.fdopen(2, "wb", closefd=False), encoding="utf-8", errors="backslashreplace", line_buffering=True
    )
    sys.argv = ["factcheck", *words]
    os._exit(_ended())


def _ended() -> int:
    from factcheck.cli import main

    code: object = 0
    try:
        main()
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001 - what an interpreter does at its end
        sys.excepthook(*sys.exc_info())
        code = 1
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    return code if isinstance(code, int) else 0 if code is None else 1


if __name__ == "__main__":
    _serve()
