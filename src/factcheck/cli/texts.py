"""Options of the commands that read a text, and the text they name."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from factcheck.given import Source


class TextFormat(StrEnum):
    """What a text is written in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"


class Changes(StrEnum):
    """What becomes of tracked changes that nobody has settled."""

    ACCEPT = "accept"
    REJECT = "reject"
    REFUSE = "refuse"


Text = Annotated[
    str,
    typer.Argument(
        help="A text: .txt, .md, .html, .docx, .odt, .pdf; - for standard input, which is plain text "
        "unless --format says otherwise.",
        metavar="TEXT",
    ),
]
Written = Annotated[
    TextFormat | None, typer.Option("--format", help="What it is written in, where its name does not tell.")
]
Encoding = Annotated[str, typer.Option(help="Its encoding: windows-1252, utf-16, ...", metavar="NAME")]
Tracked = Annotated[
    Changes | None,
    typer.Option(
        help="Read a .docx or .odt as if its tracked changes were all accepted, or all rejected; "
        "refuse, or what the claim file says, where nothing is said."
    ),
]


def source(text: str, written: TextFormat | None, encoding: str, tracked: Changes | None) -> "Source":
    """The text that was named, or what stands on standard input."""
    from factcheck.given import given, opened
    from factcheck.texts.opening import largest

    said = tracked.value if tracked else ""
    if text == "-":
        form = (written or TextFormat.TEXT).value
        return given(sys.stdin.buffer.read(largest(form) + 1), encoding=encoding, text_format=form, tracked=said)
    return opened(Path(text), text, encoding=encoding, text_format=written.value if written else "", tracked=said)
