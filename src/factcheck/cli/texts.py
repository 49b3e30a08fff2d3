"""Options of the commands that read a text, and the text they name."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from factcheck.extracting import Source


class TextFormat(StrEnum):
    """What a text is written in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


Text = Annotated[
    str,
    typer.Argument(help="A text: .txt, .md, .html; - for standard input, with --format.", metavar="TEXT"),
]
Written = Annotated[
    TextFormat | None, typer.Option("--format", help="What it is written in, where its name does not tell.")
]
Encoding = Annotated[str, typer.Option(help="Its encoding: windows-1252, utf-16, ...", metavar="NAME")]


def source(text: str, written: TextFormat | None, encoding: str) -> "Source":
    """The text that was named, or what stands on standard input."""
    from factcheck.extracting import given, opened
    from factcheck.files.text import LARGEST

    if text == "-":
        data = sys.stdin.buffer.read(LARGEST + 1)
        return given(data, encoding=encoding, text_format=(written or TextFormat.TEXT).value)
    return opened(Path(text), text, encoding=encoding, text_format=written.value if written else "")
