"""The files in a zip archive that is a document, and no more of them than a document has."""

import zipfile
import zlib
from io import BytesIO

from factcheck.texts.unreadable import unreadable

# The longest books stay far below; a picture is never unpacked.
MOST_FILES = 10_000
LARGEST_PART, LARGEST_ALL = 64_000_000, 128_000_000

BEGINNING = b"PK\x03\x04"
_LISTED = b"PK\x01\x02"  # begins the entry of each file in the list that ends an archive
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError, ValueError)

AGAIN = "get the file again, or open it in your word processor and save it anew"


class Package:
    """An archive in memory. `part` unpacks one file of it at a time."""

    def __init__(self, data: bytes) -> None:
        """Raises FactcheckError where the archive is cut short or damaged, or lists more files than documents have."""
        listed = data.count(_LISTED)
        if listed > MOST_FILES:
            message = f"lists about {listed:,} files inside; a document has at most {MOST_FILES:,}"
            raise unreadable(message, "open it in your word processor and save it anew")
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise unreadable(f"cut short or damaged ({error})", AGAIN) from None
        self._left = LARGEST_ALL

    def part(self, name: str) -> bytes | None:
        """The bytes of a file inside; None where there is none of that name.

        Raises FactcheckError where it is damaged, locked, or unpacks to more than any document has.
        """
        try:
            entry = self._archive.getinfo(name)
        except KeyError:
            return None
        if entry.compress_type not in _PACKED:
            raise unreadable(f"{name} inside it is packed in a way no word processor uses", AGAIN)
        limit = min(LARGEST_PART, self._left)
        try:
            with self._archive.open(entry) as opened:
                data = opened.read(limit + 1)
        except _BROKEN as error:
            raise unreadable(f"{name} inside it is damaged or locked ({error})", AGAIN) from None
        if len(data) > limit:
            raise unreadable(_too_large(name, limit), "split it into several files, or save it as plain text")
        self._left -= len(data)
        return data

    def kind(self) -> str:
        """What the archive is by the files that tell it."""
        if b"opendocument" in (self.part("mimetype") or b""):
            return "an OpenDocument file"
        return "a zip file" if self.part("[Content_Types].xml") is None else "a file of Word, Excel or their like"


def _too_large(name: str, limit: int) -> str:
    if limit < LARGEST_PART:
        return f"what is inside it unpacks to more than {LARGEST_ALL // 1_000_000} MB"
    return f"{name} inside it unpacks to more than {limit // 1_000_000} MB"
