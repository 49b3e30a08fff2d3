"""The terminal at which a person reviews claims; where it is none, their answers are read line by line."""

import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from factcheck.cli.editor import edited
from factcheck.cli.screen import complain, patience, show, write
from factcheck.cli.screen import width as columns
from factcheck.errors import Problem
from factcheck.reports.drawing.layout import Line, line, wrapped
from factcheck.reports.drawing.safe import visible
from factcheck.review.talking import EndedError


class Terminal:
    """Standard input and output."""

    def __init__(self) -> None:
        self._is_typed = sys.stdin.isatty() and sys.stdout.isatty()
        if self._is_typed:
            with suppress(ImportError):  # the keys that move in a line, where the system has them
                import readline  # noqa: F401
        if hasattr(sys.stdin, "reconfigure"):
            sys.stdin.reconfigure(errors="surrogateescape")

    @property
    def width(self) -> int:
        return columns()

    def show(self, lines: Sequence[Line]) -> None:
        show(lines)

    def complain(self, problems: Sequence[Problem]) -> None:
        complain(problems)

    def tell(self, words: str) -> None:
        show([line(part) for part in wrapped(visible(words), self.width)])

    def ask(self, question: str) -> str:
        *above, last = wrapped(f"{question}:", self.width - 1)
        show([line(part) for part in above])
        try:
            return self._typed(f"{last} ")
        except (EOFError, KeyboardInterrupt):
            write("\n")
            raise EndedError from None

    def _typed(self, prompt: str) -> str:
        if self._is_typed:
            return input(prompt)
        write(prompt)
        typed = sys.stdin.readline()
        if not typed:
            raise EOFError
        write(f"{visible(typed.strip())}\n")
        return typed

    def edit(self, path: Path, at: int) -> str:
        return edited(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "", path, at)

    def waiting(self) -> AbstractContextManager[None]:
        return patience("checking")
