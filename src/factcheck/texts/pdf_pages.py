"""The child's side of reading a PDF: its bytes on standard input, the words of its pages on standard output, as JSON.

A file made to hurt ends this process at its limit of memory, and not the one that checks claims.
"""

import json
import logging
import sys
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from factcheck.texts.building import raised

if TYPE_CHECKING:
    from pypdf import PageObject

MEMORY = 2 << 30
MOST_PAGES = 5_000
SMALLER = 0.85  # of the size of the words before

_AGAIN = "get the file again, or print it to a new PDF"
_NO_KEY = "open it with its password and print it to a new PDF"


def main() -> None:
    """Answers with `pages`, or with what is `refused` and its `remedy`."""
    _limit_memory()
    logging.disable()
    json.dump(answer(sys.stdin.buffer.read()), sys.stdout)


def answer(data: bytes) -> dict[str, object]:
    """The words of each page in order."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError
    except ImportError:
        return _refused("PDFs are read by the package pypdf, which is not there", "pip install 'factcheck-cli[pdf]'")
    try:
        reader = PdfReader(BytesIO(data))
        # Many a PDF is locked against changes alone, and opens for a reader without a password.
        if reader.is_encrypted and not reader.decrypt(""):
            return _refused("locked with a password", _NO_KEY)
        if len(reader.pages) > MOST_PAGES:
            return _refused(f"has {len(reader.pages):,} pages; at most {MOST_PAGES:,} are read", "split it")
        if not reader.pages:
            return _refused("damaged: no page can be found in it", _AGAIN)
        return {"pages": [_words(page) for page in reader.pages]}
    except DependencyError:
        return _refused("locked in a way that is not read here", _NO_KEY)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a damaged file makes the reader raise whatever it comes upon
        return _refused(f"cut short or damaged ({type(error).__name__}: {error})"[:300], _AGAIN)


def _words(page: "PageObject") -> str:
    """The words of a page; raised figures, as those of notes, are no digits of the number before them."""
    pieces: list[str] = []
    look = Look("", 0, 0)

    def visit(text: str, matrix: list[float], place: list[float], _: object, size: float) -> None:
        nonlocal look
        now = Look(text, place[5] * matrix[3] + matrix[5], abs(size * place[3] * matrix[3]))
        pieces.append(raised(text) if is_raised(now, look) else text)
        look = now if text.strip() or "\n" in text else look

    told = page.extract_text(visitor_text=visit)
    # Where the pieces are not the whole, the whole is right: only raised figures may differ.
    return "".join(pieces) if len(told) == sum(map(len, pieces)) else told


class Look(NamedTuple):
    """Words as they stand on a page: how high above its foot, and how large, in points."""

    words: str
    height: float
    size: float


def is_raised(one: Look, before: Look) -> bool:
    """Small words that stand higher than the larger ones just before; or as high, where those end in a digit.

    >>> is_raised(Look("2", 104, 7), Look("150,000", 100, 11)), is_raised(Look("2", 98, 7), Look("CO", 100, 11))
    (True, False)
    """
    if not before.words.strip() or before.words[-1].isspace() or one.size >= before.size * SMALLER:
        return False
    higher = one.height - before.height
    return 0 < higher < before.size or (higher == 0 and before.words[-1].isdigit())


def _refused(message: str, remedy: str) -> dict[str, object]:
    return {"refused": message, "remedy": remedy}


def _limit_memory() -> None:
    """The hard limit, where the system has one."""
    try:
        import resource
    except ImportError:
        return
    for kind, limit in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(kind)
        allowed = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(kind, (allowed, allowed))


if __name__ == "__main__":
    main()
