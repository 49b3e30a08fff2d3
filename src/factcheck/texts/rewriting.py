"""Other words at one place of a text: in its file those characters alone, with a proof that nothing else changed."""

import codecs
from collections.abc import Sequence

from factcheck.errors import FactcheckError, Problem
from factcheck.model.fixes import Edit
from factcheck.model.places import Place
from factcheck.model.texts import ReadText
from factcheck.texts import READERS

# A file's mark at its beginning, and the encoding that writes none.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def rewritten(read: ReadText, edits: Sequence[Edit], form: str, shown: str) -> ReadText:
    """The text with the new words. Raises FactcheckError where they cannot be put there and nowhere else."""
    source, text = read.source, read.text
    for edit in sorted(edits, key=lambda one: one.start, reverse=True):
        start, end = read.span(edit.start, edit.end)
        if not _are_plain(source[start:end], read.text[edit.start : edit.end]):
            raise FactcheckError(_cannot(shown, "markup stands among these words"))
        source = source[:start] + edit.words + source[end:]
        text = text[: edit.start] + edit.words + text[edit.end :]
    new = READERS[form](source)
    if new.text != text:
        raise FactcheckError(_cannot(shown, "with the new words it would read otherwise in another place too"))
    return new


def _are_plain(source: str, text: str) -> bool:
    """Each character of the file is the one a reader sees; a line may end where there is a space."""
    pairs = zip(source, text, strict=False)
    return len(source) == len(text) and all(one == other or (one.isspace() and other.isspace()) for one, other in pairs)


def encoded(data: bytes, read: ReadText, new: ReadText, encoding: str, shown: str) -> bytes:
    """The bytes of the new text, as those of the old one were written: its mark, its encoding, its line ends.

    Raises FactcheckError where `data` is not the old text, or where the encoding lacks a character.
    """
    mark, name = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", encoding))
    try:
        if mark + read.source.encode(name) != data:
            raise FactcheckError(_cannot(shown, "the file has just been changed, or is not written as it is read"))
        return mark + new.source.encode(name)
    except UnicodeEncodeError:
        raise FactcheckError(_cannot(shown, f"{encoding} has no character for the new words")) from None


def _cannot(shown: str, why: str) -> Problem:
    return Problem(f"the new words cannot be put into the text: {why}", Place(shown), "change it by hand")
