"""Bytes -> the characters of a text, or what they are instead, and where that shows."""

import codecs
import re
from dataclasses import replace
from pathlib import Path

from factcheck.errors import FactcheckError, Problem
from factcheck.files.nodes import lines_of, problem_at
from factcheck.files.text import LARGEST, read_bytes, too_large
from factcheck.model.places import Place
from factcheck.model.texts import ReadText, Tracked
from factcheck.texts import DOCUMENTS, format_of, read, read_document
from factcheck.texts.unreadable import sign_of

UTF_8 = "utf-8"

_MARKS = {codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF32_BE: "utf-32", codecs.BOM_UTF16_LE: "utf-16"}
_MARKS |= {codecs.BOM_UTF16_BE: "utf-16"}
_HALF = re.compile("[\ud800-\udfff]")  # "utf-7" and "unicode_escape" may give one
_SAVE = "save it as plain text, Markdown or HTML"
_NAME = "give it the ending of what it is: .docx, .odt and .pdf are read; or save it as plain text, Markdown or HTML"
# With its pictures, which are not unpacked.
LARGEST_DOCUMENT = 100_000_000


def read_file(
    path: Path, shown: str, *, encoding: str = UTF_8, text_format: str = "", tracked: Tracked = Tracked.REFUSE
) -> ReadText:
    """The text of a file. `shown` is its path as the user would type it, and tells the format where none is given.

    Raises FactcheckError where it is absent, too large, no regular file, not text in that encoding, or no document that
    can be read.
    """
    form = text_format or format_of(shown)
    data = read_bytes(path, shown, largest=largest(form))
    return _read(data, shown, form, encoding, tracked)


def read_data(
    data: bytes, shown: str, *, encoding: str = UTF_8, text_format: str = "text", tracked: Tracked = Tracked.REFUSE
) -> ReadText:
    """The text in bytes that stand in no file. Raises FactcheckError as `read_file` does."""
    if len(data) > largest(text_format):
        raise FactcheckError(too_large(shown, largest(text_format)))
    return _read(data, shown, text_format, encoding, tracked)


def largest(text_format: str) -> int:
    """How many bytes a text of that format may have."""
    return LARGEST_DOCUMENT if text_format in DOCUMENTS else LARGEST


def _read(data: bytes, shown: str, form: str, encoding: str, tracked: Tracked) -> ReadText:
    if form not in DOCUMENTS:
        return read(decoded(data, shown, encoding), form)
    try:
        found = read_document(data, form, tracked)
    except FactcheckError as error:
        raise FactcheckError(*(replace(problem, place=Place(shown)) for problem in error.problems)) from None
    if len(found.source) > LARGEST:
        raise FactcheckError(replace(too_large(shown), message="holds more than 10 million characters of text"))
    return found


def decoded(data: bytes, shown: str, encoding: str = UTF_8) -> str:
    """The characters, without a byte order mark. Raises FactcheckError with the byte that is none, and its place."""
    name = _known(encoding)
    if refused := _no_text(data, shown, name):
        raise FactcheckError(refused)
    try:
        text = data.decode("utf-8-sig" if name == UTF_8 else name).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise FactcheckError(_undecodable(data, error.start, shown, encoding)) from None
    except UnicodeError as error:
        raise FactcheckError(Problem(f"not {encoding}: {error}", Place(shown), "name its encoding")) from None
    if half := _HALF.search(text):
        before = lines_of(text[: half.start()])
        place = Place(shown, len(before), len(before[-1]) + 1)
        raise FactcheckError(Problem("half a character, which no file can hold", place, "save the file as UTF-8"))
    return text


def _known(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
        "".encode(name)
        b"\xff".decode(name, "replace")  # what fails for any bytes ("idna") is for no text
    except (LookupError, ValueError):
        remedy = "encodings are utf-8, windows-1252, iso-8859-1, utf-16 and so on"
        raise FactcheckError(Problem(f'no encoding "{encoding}"', remedy=remedy)) from None
    return name


def _no_text(data: bytes, shown: str, encoding: str) -> Problem | None:
    place = Place(shown)
    for mark, wide in _MARKS.items():
        if data.startswith(mark) and not encoding.startswith(("utf-16", "utf-32")):
            return Problem(f"begins with the mark of {wide}", place, f"save it as UTF-8, or say so: --encoding {wide}")
    if kind := sign_of(data):
        return Problem(f"this is {kind}, not text", place, _NAME)
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
