"""Texts that are broken, made to hurt, or not what their names say: each takes out its own claim file, and no other.

The run says at its end how many were tried and how each ended (tests/conftest.py).
"""

import json
import resource
import struct
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from transcripts import run_words

from conftest import ENDED
from documents import docx, odt, packed, pdf

MEMORY = 2_000_000  # kilobytes that no process may take
WORDS = "It has 12 lines."
PARAGRAPH = f"<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>"
GOOD = docx(PARAGRAPH)
DOCUMENT = "word/document.xml"


def _replaced(content: Iterator[bytes] | bytes, *, data: bytes = GOOD, part: str = DOCUMENT) -> bytes:
    """The document with another file in place of one of its own."""
    held = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        with new.open(part, "w", force_zip64=True) as opened:
            for chunk in (content,) if isinstance(content, bytes) else content:
                opened.write(chunk)
    return held.getvalue()


def _bomb() -> bytes:
    """About 1 MB that unpacks to 1 GB."""
    return _replaced(iter([b"<w>", *[b" " * (1 << 24)] * 64]))


def _liar() -> bytes:
    """The same, saying that it unpacks to 1,000 bytes."""
    data = bytearray(_bomb())
    struct.pack_into("<I", data, data.rfind(b"PK\x01\x02") + 24, 1000)
    return bytes(data)


def _many() -> bytes:
    return packed({f"{at}.xml": "" for at in range(70_000)})


def _several() -> bytes:
    """Each part is allowed, and all together are not."""
    blanks = " " * 60_000_000
    return docx(PARAGRAPH + blanks, footnotes=blanks, endnotes=blanks)


def _missing() -> bytes:
    return docx(PARAGRAPH, footnotes="").replace(b"word/footnotes.xml", b"word/fxxtnotes.xml")


def _spreadsheet() -> bytes:
    return odt("", mimetype=b"application/vnd.oasis.opendocument.spreadsheet")


def _locked_odt() -> bytes:
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": "encryption-data"})


def _laughs() -> bytes:
    entities = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 10))
    return _replaced(f'<!DOCTYPE w [<!ENTITY a0 "haha">{entities}]><w>&a9;</w>'.encode())


def _outside() -> bytes:
    """An entity that would read a file of this machine."""
    return _replaced(b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>')


def _deep() -> bytes:
    return _replaced(b"<w>" * 1_000_000)


def _many_elements() -> bytes:
    return _replaced(b"<w>" + b"<a/>" * 15_000_000)


def _zipped_otherwise() -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("_rels/.rels", "<a/>")
    return held.getvalue()


def _locked(password: str) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf([WORDS]))))
    writer.encrypt(password, "of the owner", algorithm="RC4-128")
    held = BytesIO()
    writer.write(held)
    return held.getvalue()


def _broken_pdf() -> bytes:
    return pdf([WORDS]).replace(b"/Type/Pages", b"/Type/Pagan").replace(b"/Kids", b"/Kidz")


WRONG, BAD = 2, 3
TEXT, ZIP = "this is plain text or something else", "this is a word processor's or a zip file"
DOCX, ODT = ", not a Word document", ", not an OpenDocument text"
MAIN = "word/document.xml inside it"
INPUTS: list[tuple[str, str, Callable[[], bytes], int, str]] = [
    ("a .docx that is plain text", "a.docx", lambda: b"It has 12.", WRONG, TEXT + DOCX),
    ("a .docx that is empty", "a.docx", lambda: b"", WRONG, "this is an empty file" + DOCX),
    (
        "a .docx that is an old .doc",
        "a.docx",
        lambda: b"\xd0\xcf\x11\xe0",
        WRONG,
        "this is an old Office file, or one with",
    ),
    ("a .docx that is a PDF", "a.docx", lambda: pdf([WORDS]), WRONG, "this is a PDF" + DOCX),
    ("a .docx that is an .odt", "a.docx", lambda: odt("<text:p/>"), WRONG, "this is an OpenDocument file" + DOCX),
    ("a .docx that is any zip file", "a.docx", lambda: packed({"a.txt": "a"}), WRONG, "this is a zip file" + DOCX),
    ("an .odt that is a .docx", "a.odt", lambda: GOOD, WRONG, "this is a file of Word, Excel or their like" + ODT),
    (
        "an .odt that is a spreadsheet",
        "a.odt",
        _spreadsheet,
        WRONG,
        "this is an OpenDocument file of another kind" + ODT,
    ),
    ("an .odt that is HTML", "a.odt", lambda: b"<p>12</p>", WRONG, TEXT + ODT),
    ("a .pdf that is a .docx", "a.pdf", lambda: GOOD, WRONG, ZIP + ", not a PDF"),
    ("a .txt that is a .docx", "a.txt", lambda: GOOD, WRONG, ZIP + ", not text"),
    ("a .md that is a .docx", "a.md", lambda: GOOD, WRONG, ZIP + ", not text"),
    ("a .html that is a PDF", "a.html", lambda: pdf([WORDS]), WRONG, "this is a PDF, not text"),
    ("a .docx cut short", "a.docx", lambda: GOOD[:-100], BAD, "cut short or damaged"),
    ("a .docx with a broken part", "a.docx", lambda: _replaced(b"<w:document"), BAD, f"{MAIN} is damaged"),
    ("a .docx without one of its parts", "a.docx", _missing, BAD, "word/footnotes.xml inside it is missing"),
    ("a .docx that unpacks to 1 GB", "a.docx", _bomb, BAD, f"{MAIN} unpacks to more than 64 MB"),
    ("a .docx that lies about its size", "a.docx", _liar, BAD, f"{MAIN} is damaged"),
    ("a .docx of several large parts", "a.docx", _several, BAD, "what is inside it unpacks to more than 128 MB"),
    ("a .docx of 70,000 files", "a.docx", _many, BAD, "lists about 70,000 files inside"),
    ("a .docx of nested entities", "a.docx", _laughs, BAD, f"{MAIN} declares a document type"),
    ("a .docx that names a file outside", "a.docx", _outside, BAD, f"{MAIN} declares a document type"),
    ("a .docx nested a million deep", "a.docx", _deep, BAD, f"{MAIN} is nested more than 200 deep"),
    ("a .docx of 15 million elements", "a.docx", _many_elements, BAD, f"{MAIN} has more than 2,000,000 elements"),
    ("a .docx packed as none is", "a.docx", _zipped_otherwise, BAD, "is packed in a way no word processor uses"),
    ("an .odt with a password", "a.odt", _locked_odt, BAD, "locked with a password"),
    ("a PDF without words", "a.pdf", lambda: pdf(["", ""]), BAD, "no words in it: its pages may be pictures"),
    ("a PDF with a password", "a.pdf", lambda: _locked("secret"), BAD, "locked with a password"),
    ("a PDF cut short", "a.pdf", lambda: pdf([WORDS])[:-30], BAD, "cut short: the end of the PDF is missing"),
    ("a PDF broken inside", "a.pdf", _broken_pdf, BAD, "damaged: no page can be found in it"),
]


def _project(folder: Path, name: str, data: bytes) -> None:
    (folder / "claims").mkdir()
    (folder / "claims" / name).write_bytes(data)
    (folder / "claims" / "good.txt").write_text(WORDS, encoding="utf-8")
    for claims, text in (("bad", name), ("good", "good.txt")):
        statement = {"title": "T", "publisher": "P", "text": text}
        whole = {"statement": statement, "claims": [{"id": claims, "quote": "It has 12"}]}
        (folder / "claims" / f"{claims}.yaml").write_text(json.dumps(whole), encoding="utf-8")


@pytest.mark.parametrize(("what", "name", "make", "code", "told"), [pytest.param(*one, id=one[0]) for one in INPUTS])
def test_bad_text(
    what: str,
    name: str,
    make: Callable[[], bytes],
    code: int,
    told: str,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    _project(tmp_path, name, make())
    found = run_words(["check", "--output-format", "json"], tmp_path)
    report = json.loads(found.stdout)
    [problem] = [one for one in report["findings"] if one["kind"] == "mistake"]
    record_property(ENDED, f"{what}: exit code {found.code}, {problem['message'][:90]}")
    assert found.code == code
    assert told in problem["message"]
    assert problem["location"]["path"] == f"claims/{name}"
    assert problem["remedy"]
    assert [claim["id"] for claim in report["claims"]] == ["good"]
    assert "bug" not in found.stderr
    alone = run_words(["coverage", f"claims/{name}"], tmp_path)
    assert (alone.code, alone.stdout) == (code, "")
    assert alone.stderr.startswith(f"claims/{name}:1:1: error: ")
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < MEMORY


@pytest.mark.parametrize(
    ("name", "make"),
    [("a.docx", lambda: GOOD), ("a.odt", lambda: odt(f"<text:p>{WORDS}</text:p>")), ("a.pdf", lambda: _locked(""))],
)
def test_the_near_twins_are_read(name: str, make: Callable[[], bytes], tmp_path: Path) -> None:
    """A PDF that is locked against changes alone is one that any reader opens."""
    _project(tmp_path, name, make())
    found = run_words(["check", "--allow-empty", "--output-format", "json"], tmp_path)
    where = {claim["id"]: claim["said_at"] for claim in json.loads(found.stdout)["claims"]}
    assert found.code == 0
    assert where["bad"]["within"] == ("page 1" if name == "a.pdf" else "paragraph 1")
    assert "within" not in where["good"]
