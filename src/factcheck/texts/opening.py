"""Bytes -> the characters of a text, or what they are instead, and where that shows."""

import codecs
from pathlib import Path

from factcheck.errors import FactcheckError, Problem
from factcheck.files.nodes import lines_of, problem_at
from factcheck.files.text import LARGEST, read_bytes, too_large
from factcheck.model.places import Place
from factcheck.model.texts import ReadText
from factcheck.texts import format_of, read

UTF_8 = "utf-8"

_SIGNS = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a word processor's or a zip file",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"{\\rtf": "a rich text file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
}
_MARKS = {codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32", codecs.BOM_UTF16_LE: "utf-16"}
_MARKS |= {codecs.BOM_UTF16_BE: "utf-16"}
_SAVE = "save it as plain text, Markdown or HTML"


def read_file(path: Path, shown: str, *, encoding: str = UTF_8, text_format: str = "") -> ReadText:
    """The text of a file. `shown` is its path as the user would type it, and tells the format where none is given.

    Raises FactcheckError where it is absent, too large, no regular file, or not text in that encoding.
    """
    data = read_bytes(path, shown)
    return read(decoded(data, shown, encoding), text_format or format_of(shown))


def read_data(data: bytes, shown: str, *, encoding: str = UTF_8, text_format: str = "text") -> ReadText:
    """The text in bytes that stand in no file. Raises FactcheckError as `read_file` does."""
    if len(data) > LARGEST:
        raise FactcheckError(too_large(shown))
    return read(decoded(data, shown, encoding), text_format)


def decoded(data: bytes, shown: str, encoding: str = UTF_8) -> str:
    """The characters, without a byte order mark. Raises FactcheckError with the byte that is none, and its place."""
    name = _known(encoding)
    if refused := _no_text(data, shown, name):
        raise FactcheckError(refused)
    try:
        return data.decode("utf-8-sig" if name == UTF_8 else name).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise FactcheckError(_undecodable(data, error.start, shown, encoding)) from None
    except UnicodeError as error:
        raise FactcheckError(Problem(f"not {encoding}: {error}", Place(shown), "name its encoding")) from None


def _known(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
        "".encode(name)
    except (LookupError, ValueError):
        remedy = "encodings are utf-8, windows-1252, iso-8859-1, utf-16 and so on"
        raise FactcheckError(Problem(f'no encoding "{encoding}"', remedy=remedy)) from None
    return name


def _no_text(data: bytes, shown: str, encoding: str) -> Problem | None:
    place = Place(shown)
    for mark, wide in _MARKS.items():
        if data.startswith(mark) and not encoding.startswith(("utf-16", "utf-32")):
            return Problem(f"begins with the mark of {wide}", place, f"save it as UTF-8, or say so: --encoding {wide}")
    kind = next((kind for sign, kind in _SIGNS.items() if data.startswith(sign)), "")
    if kind:
        return Problem(f"this is {kind}, not text", place, _SAVE)
    nothing = -1 if encoding.startswith(("utf-16", "utf-32")) else data.find(b"\0")
    if nothing >= 0:
        return Problem(f"not text: byte {nothing + 1:,} of it is 0", _place(data, nothing, shown), _SAVE)
    return None


def _undecodable(data: bytes, start: int, shown: str, encoding: str) -> Problem:
    lines = lines_of(data.decode(encoding, "replace").removeprefix("\ufeff"))
    message = f"byte {start + 1:,} of the file, {data[start]:#04x}, is not {encoding.upper()} text"
    remedy = "save the file as UTF-8, or say what it is: --encoding windows-1252 (in a claim file, encoding:)"
    return problem_at(_place(data, start, shown, encoding), message, lines, remedy)


def _place(data: bytes, start: int, shown: str, encoding: str = UTF_8) -> Place:
    before = lines_of(data[:start].decode(encoding, "replace").removeprefix("\ufeff"))
    return Place(shown, len(before), len(before[-1]) + 1)
