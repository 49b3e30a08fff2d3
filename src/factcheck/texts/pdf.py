"""PDFs: the words of each page, as pypdf finds them, in a process of its own that ends when it takes too long."""

import json
import subprocess
import sys
from dataclasses import replace

from factcheck.model.texts import ReadText, Section, Tracked
from factcheck.texts.building import UNSEEN, Building
from factcheck.texts.paragraphs import blocks
from factcheck.texts.unreadable import PDF, PDF_WITHIN, another_kind, kind_of, unreadable

CALLED = "a PDF"
REMEDY = "give it the ending of what it is"
SECONDS = 60.0

_END = b"%%EOF"
_TEXT = "have the words sent as a text or a Word document"


def read(data: bytes, _: Tracked = Tracked.REFUSE) -> ReadText:
    """The words page by page; what is drawn or photographed is not read.

    Raises FactcheckError where the file is none, is cut short, locked or damaged, or no page of it has words.
    """
    if PDF not in data[:PDF_WITHIN]:
        raise another_kind(kind_of(data), CALLED, REMEDY)
    if _END not in data[-PDF_WITHIN:]:
        raise unreadable("cut short: the end of the PDF is missing", "get the file again")
    pages = _pages(data)
    if not any(page.strip() for page in pages):
        raise unreadable(
            "no words in it: its pages may be pictures",
            f"{_TEXT}, or have the pages recognised (OCR) and read the result against them",
        )
    return _built(pages)


def _built(pages: list[str]) -> ReadText:
    """Each page begins on a line of its own; none of its sentences goes on beyond its end."""
    source = "\n".join(pages)
    building, sections, found, at, begun = Building(source), [], [], 0, 0
    for number, page in enumerate(pages, start=1):
        sections.append(Section(at, f"page {number}"))
        words, end = UNSEEN.sub("", page), at + len(page)
        found += [one._replace(start=one.start + begun, end=one.end + begun) for one in blocks(words)]
        if not words.strip():
            building.leave_out("empty page", at, end)
        building.copy(at, min(end + 1, len(source)))
        at, begun = end + 1, begun + len(words) + 1
    return replace(building.built(found), sections=tuple(sections))


def _pages(data: bytes) -> list[str]:
    # -P: no module of the folder one happens to be in is taken for ours.
    command = [sys.executable, "-P", "-m", "factcheck.texts.pdf_pages"]
    try:
        done = subprocess.run(  # noqa: S603 - our own program, and nothing of the user's in the command
            command, input=data, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise unreadable(
            f"took longer than {SECONDS:g} seconds to read", f"print it to a new PDF, or {_TEXT}"
        ) from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        told = "needs more memory than a PDF may take" if _has_no_memory(done) else "cannot be read"
        raise unreadable(told, f"print it to a new PDF, or {_TEXT}") from None
    if "refused" in answer:
        raise unreadable(str(answer["refused"]), str(answer["remedy"]))
    return [str(page) for page in answer["pages"]]


def _has_no_memory(done: "subprocess.CompletedProcess[bytes]") -> bool:
    return b"MemoryError" in done.stderr or done.returncode < 0
