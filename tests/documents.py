"""Makes small documents by hand: what a word processor writes, and nothing besides."""

import re
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

_OFFICE = "http://schemas.openxmlformats.org"
_RELATED = f"{_OFFICE}/officeDocument/2006/relationships"
_WORD = " ".join(
    f'xmlns:{short}="{space}"'
    for short, space in {
        "w": f"{_OFFICE}/wordprocessingml/2006/main",
        "r": _RELATED,
        "m": f"{_OFFICE}/officeDocument/2006/math",
        "a": f"{_OFFICE}/drawingml/2006/main",
        "c": f"{_OFFICE}/drawingml/2006/chart",
        "mc": f"{_OFFICE}/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
_ROOTS = {
    **{one: one for one in ("styles", "comments", "footnotes", "endnotes")},
    "header": "hdr",
    "footer": "ftr",
}
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_OPEN = " ".join(
    f'xmlns:{short}="{space}"'
    for short, space in {
        **{name: f"{_OASIS}:{name}:1.0" for name in ("office", "style", "text", "table")},
        "draw": f"{_OASIS}:drawing:1.0",
        "svg": f"{_OASIS}:svg-compatible:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)
ODT = b"application/vnd.oasis.opendocument.text"


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these files."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def docx(body: str, *, main: str = "word/document.xml", **parts: str) -> bytes:
    """A Word document. `parts` are the insides of others: styles, footnotes, endnotes, comments, header, footer."""
    files = {
        "[Content_Types].xml": _types({main: "document.main", **{f"word/{kind}.xml": kind for kind in parts}}),
        "_rels/.rels": _relations({main: "officeDocument"}),
        main: f"<w:document {_WORD}><w:body>{body}</w:body></w:document>",
        main.replace("word/", "word/_rels/") + ".rels": _relations({f"{kind}.xml": kind for kind in parts}),
    }
    for kind, inside in parts.items():
        files[f"word/{kind}.xml"] = f"<w:{_ROOTS[kind]} {_WORD}>{inside}</w:{_ROOTS[kind]}>"
    return packed(files)


def _types(parts: Mapping[str, str]) -> str:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml".format
    told = "".join(f'<Override PartName="/{name}" ContentType="{kind(of)}"/>' for name, of in parts.items())
    related = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{_OFFICE}/package/2006/content-types">{related}{told}</Types>'


def _relations(targets: Mapping[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="r{at}" Type="{_RELATED}/{kind}" Target="{target}"/>'
        for at, (target, kind) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_OFFICE}/package/2006/relationships">{listed}</Relationships>'


def odt(body: str, *, automatic: str = "", styles: str = "", mimetype: bytes = ODT) -> bytes:
    """An OpenDocument text. `automatic` are its own styles, `styles` the inside of the file of named ones."""
    content = (
        f"<office:document-content {_OPEN}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    named = f"<office:document-styles {_OPEN}>{styles}</office:document-styles>"
    return packed({"mimetype": mimetype, "content.xml": content, "styles.xml": named})


def pdf(pages: Sequence[str]) -> bytes:
    """A PDF of these pages, each of lines of plain letters. What stands between ^ and ^ is small and raised, between _
    and _ small and lowered.
    """
    count = len(pages)
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(count))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {count}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
    ]
    for at, page in enumerate(pages):
        box = "/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R{box}/Contents {5 + 2 * at} 0 R>>".encode())
        shown = _shown(page)
        objects.append(b"<</Length %d>>stream\n%b\nendstream" % (len(shown), shown))
    return _numbered(objects)


def _shown(page: str) -> bytes:
    lines = "".join(_line(line, 770 - 14 * at) for at, line in enumerate(page.split("\n"))) if page else ""
    return f"BT\n{lines}ET".encode("cp1252")


def _line(line: str, height: int) -> str:
    told, across = "", 72.0
    for piece in re.findall(r"\^[^^]+\^|_[^_]+_|[^_^]+", line):
        size, up = {"^": (7, 4), "_": (7, -3)}.get(piece[0], (11, 0))
        words = piece.strip("^_")
        told += f"/F {size} Tf 1 0 0 1 {across:.1f} {height + up} Tm ({_escaped(words)}) Tj\n"
        across += 0.6 * size * len(words)  # each letter of this font is as wide
    return told


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _numbered(objects: Sequence[bytes]) -> bytes:
    written, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(written))
    return written + head + table + end
