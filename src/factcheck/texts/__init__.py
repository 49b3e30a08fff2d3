"""Texts of several formats -> words with their places in the file. One file a format; this list is all there are."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from factcheck.model.texts import ReadText
from factcheck.texts import html, markdown, plain

READERS: Mapping[str, Callable[[str], ReadText]] = {"text": plain.read, "markdown": markdown.read, "html": html.read}

_ENDINGS = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd"), "markdown"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
}


def format_of(name: str) -> str:
    """The format that a file's name tells; plain text where it tells none.

    >>> format_of("articles/budget.MD"), format_of("speech")
    ('markdown', 'text')
    """
    return _ENDINGS.get(PurePath(name).suffix.lower(), "text")


def read(source: str, text_format: str) -> ReadText:
    """The words of a text in one of the formats of `READERS`."""
    return READERS[text_format](source)
