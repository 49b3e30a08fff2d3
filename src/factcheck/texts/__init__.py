"""Texts of several formats -> words with their places in the file. One file a format; these lists are all there are."""

from collections.abc import Callable, Mapping
from pathlib import PurePath

from factcheck.model.texts import ReadText, Tracked
from factcheck.texts import docx, html, markdown, odt, pdf, plain

# Files of characters, and documents that are read from their bytes.
READERS: Mapping[str, Callable[[str], ReadText]] = {"text": plain.read, "markdown": markdown.read, "html": html.read}
DOCUMENTS: Mapping[str, Callable[[bytes, Tracked], ReadText]] = {"docx": docx.read, "odt": odt.read, "pdf": pdf.read}

_ENDINGS = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd"), "markdown"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".docx", ".docm"), "docx"),
    ".odt": "odt",
    ".pdf": "pdf",
}


def format_of(name: str) -> str:
    """The format that a file's name tells; plain text where it tells none.

    >>> format_of("articles/budget.MD"), format_of("speech"), format_of("speech.docx")
    ('markdown', 'text', 'docx')
    """
    return _ENDINGS.get(PurePath(name).suffix.lower(), "text")


def read(source: str, text_format: str) -> ReadText:
    """The words of a text in one of the formats of `READERS`."""
    return READERS[text_format](source)


def read_document(data: bytes, text_format: str, tracked: Tracked) -> ReadText:
    """The words of a document in one of the formats of `DOCUMENTS`. Raises FactcheckError where it cannot be read."""
    return DOCUMENTS[text_format](data, tracked)
