"""What reaches the terminal: width, colour, progress, and complaints on stderr."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from factcheck.errors import ExitCode, Problem
    from factcheck.model.findings import Finding
    from factcheck.reports.drawing.layout import Line, Style

NARROWEST = 20
PATIENCE = 1.0
COLOURS: "dict[Style, str]" = {
    "": "",
    "good": "green",
    "bad": "bold red",
    "open": "yellow",
    "faint": "dim",
    "strong": "bold",
}


def width() -> int:
    """The columns of the terminal, or of COLUMNS; 80 where neither says."""
    return max(NARROWEST, shutil.get_terminal_size((80, 24)).columns)


def is_terminal() -> bool:
    return sys.stdout.isatty()


def is_coloured(stream: TextIO) -> bool:
    """NO_COLOR switches colour off, FORCE_COLOR on; else a terminal that is not dumb has it."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def show(lines: "Sequence[Line]", *, stream: TextIO | None = None) -> None:
    """The lines, in colour where the stream has it."""
    out = stream or sys.stdout
    write(shown(lines, out), stream=out)


def shown(lines: "Sequence[Line]", stream: TextIO) -> str:
    """The lines as they are written on that stream."""
    if not is_coloured(stream):
        from factcheck.reports.drawing.layout import plain

        return plain(lines)
    from rich.console import Console
    from rich.text import Text

    drawn = StringIO()
    console = Console(file=drawn, force_terminal=True, highlight=False, soft_wrap=True)
    for line in lines:
        console.print(Text.assemble(*((span.text, COLOURS[span.style]) for span in line)))
    return drawn.getvalue()


def write(text: str, *, stream: TextIO | None = None) -> None:
    """Text as it is; a character that the stream cannot show is written out, never a reason to stop."""
    out = stream or sys.stdout
    encoding = out.encoding or "utf-8"
    with _reader_may_go(out):
        out.write(text.encode(encoding, "backslashreplace").decode(encoding))
        out.flush()


def write_each(parts: Iterable[str]) -> None:
    """Parts of a text as they come, so that the first can be read long before the last is known."""
    out = sys.stdout
    encoding = out.encoding or "utf-8"
    with _reader_may_go(out):
        for part in parts:
            out.write(part.encode(encoding, "backslashreplace").decode(encoding))
        out.flush()


def utf_8(text: str) -> None:
    """Text for programs on standard output: UTF-8, and its line ends as they are, whatever the terminal has."""
    raw(text.encode("utf-8"))


def raw(data: bytes) -> None:
    """Bytes on standard output, as they are."""
    sys.stdout.flush()
    with _reader_may_go(sys.stdout):
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


@contextmanager
def _reader_may_go(out: TextIO) -> Iterator[None]:
    """Where the reader has gone, as `head` does, the rest goes nowhere, and the exit code is still the verdicts'."""
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())


def complain(problems: "Sequence[Problem]") -> "ExitCode":
    """Every problem on stderr; gives the exit code they ask for."""
    from factcheck.gate.levels import of_problem

    return complain_of([of_problem(problem) for problem in problems])


def complain_of(findings: "Sequence[Finding]") -> "ExitCode":
    """The same for what a run found."""
    from factcheck.gate.levels import exit_code
    from factcheck.model.findings import Level
    from factcheck.reports.drawing.problems import finding_lines

    for finding in findings:
        show(finding_lines(finding, width=width()), stream=sys.stderr)
    return exit_code(findings, fail_on=Level.ERROR)


@contextmanager
def patience(doing: str) -> Iterator[None]:
    """Says on stderr what takes so long, once it has taken a second; a terminal's line is cleared afterwards."""
    from threading import Timer

    told: list[bool] = []

    def tell() -> None:
        told.append(True)
        sys.stderr.write(f"{doing} ...\n" if not sys.stderr.isatty() else f"\r{doing} ...")
        sys.stderr.flush()

    timer = Timer(PATIENCE, tell)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        if told and sys.stderr.isatty():
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
