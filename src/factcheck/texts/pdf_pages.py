"""The child's side of reading a PDF: its bytes on standard input, the words of its pages on standard output, as JSON.

A file made to hurt ends this process at its limit of memory, and not the one that checks claims.
"""

import json
import logging
import sys
from io import BytesIO

MEMORY = 2 << 30
MOST_PAGES = 5_000

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
        return {"pages": [page.extract_text() for page in reader.pages]}
    except DependencyError:
        return _refused("locked in a way that is not read here", _NO_KEY)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a damaged file makes the reader raise whatever it comes upon
        return _refused(f"cut short or damaged ({type(error).__name__}: {error})"[:300], _AGAIN)


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
