"""Statements in one file of XML (.fodt), told three ways: with tracked changes, and with each settled either way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = {name: f"{_OASIS}:{name}:1.0" for name in ("office", "style", "text", "table")}
_SPACES |= {"draw": f"{_OASIS}:drawing:1.0", "svg": f"{_OASIS}:svg-compatible:1.0"}
_SPACES |= {"fo": f"{_OASIS}:xsl-fo-compatible:1.0", "dc": "http://purl.org/dc/elements/1.1/"}
_SPACES |= {"xlink": "http://www.w3.org/1999/xlink"}
_WHO = "<office:change-info><dc:creator>A</dc:creator><dc:date>2024-01-01T00:00:00</dc:date></office:change-info>"
_STYLES = (
    '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="S" style:family="text"><style:text-properties style:text-position="super 58%"/>'
    '</style:style><style:style style:name="F" style:family="graphic"/>'
)

PLACES = 6
TRACKED, ACCEPTED, REJECTED = "tracked", "accepted", "rejected"


@dataclass
class Original:
    """A document as it is written: `way` is TRACKED, ACCEPTED or REJECTED."""

    way: str
    regions: list[str] = field(default_factory=list)

    def inserted(self, words: str) -> str:
        """Words that somebody inserted; "¶" between them ends a paragraph."""
        inside = escape(words).replace("¶", "</text:p><text:p>")
        if self.way != TRACKED:
            return inside if self.way == ACCEPTED else ""
        mark = self._listed("<text:insertion>{}</text:insertion>")
        return f"<text:change-start {mark}/>{inside}<text:change-end {mark}/>"

    def deleted(self, words: str) -> str:
        """Words that somebody deleted; "¶" between them ended a paragraph."""
        inside = escape(words).replace("¶", "</text:p><text:p>")
        if self.way != TRACKED:
            return inside if self.way == REJECTED else ""
        mark = self._listed("<text:deletion>{}<text:p>" + inside + "</text:p></text:deletion>")
        return f"<text:change {mark}/>"

    def _listed(self, what: str) -> str:
        name = f"ct{len(self.regions) + 1}"
        both = f'xml:id="{name}" text:id="{name}"'
        self.regions.append(f"<text:changed-region {both}>{what.format(_WHO)}</text:changed-region>")
        return f'text:change-id="{name}"'

    def whole(self, body: str) -> str:
        """The file, after its body was made."""
        spaces = " ".join(f'xmlns:{short}="{space}"' for short, space in _SPACES.items())
        listed = f"<text:tracked-changes>{''.join(self.regions)}</text:tracked-changes>" if self.regions else ""
        kind = 'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"'
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} {kind}>'
            f"<office:automatic-styles>{_STYLES}</office:automatic-styles>"
            f"<office:body><office:text>{listed}{body}</office:text></office:body></office:document>"
        )


def note(kind: str, inside: str) -> str:
    """A footnote or an endnote."""
    mark = f'text:note-class="{kind}"'
    return (
        f"<text:note {mark}><text:note-citation>1</text:note-citation>"
        f"<text:note-body><text:p>{inside}</text:p></text:note-body></text:note>"
    )


def frame(inside: str) -> str:
    """A text box in a line of text."""
    size = 'draw:style-name="F" text:anchor-type="as-char" svg:width="6cm" svg:height="2cm"'
    return f"<draw:frame {size}><draw:text-box><text:p>{inside}</text:p></draw:text-box></draw:frame>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table of one paragraph a cell."""
    told = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in rows
    )
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    return f'<table:table table:name="T">{columns}{told}</table:table>'


def items(told: Sequence[str]) -> str:
    """A list."""
    return (
        "<text:list>"
        + "".join(f"<text:list-item><text:p>{one}</text:p></text:list-item>" for one in told)
        + "</text:list>"
    )


def statement(way: str) -> str:
    """What a newsroom is sent: a heading, a table, notes, a text box, a list, hidden words, a comment, changes."""
    one = Original(way)
    riders = note("footnote", f"Of 94% {one.inserted('of all ')}riders.")
    box = frame("A box of 44 trams.")
    return one.whole(
        '<text:h text:outline-level="1">City Transport in 2023</text:h>'
        f"<text:p>It received {one.deleted('nine')}{one.inserted('eight')} complaints{riders} in 2023.</text:p>"
        f"<text:p>It runs {one.inserted('12 lines.¶It has ')}5 stops.</text:p>"
        f"<text:p>It closed {one.deleted('3 lines.¶It opened ')}4 lines.</text:p>"
        '<text:p>Over 150,000<text:span text:style-name="S">2</text:span> of<text:s text:c="3"/>them<text:tab/>and'
        '<text:line-break/>more.<text:span text:style-name="H">hidden 77</text:span></text:p>'
        + table([["Year", "Lines"], ["2023", f"{one.inserted('1')}2 lines"]])
        + f"<text:p>Beside{box} it.</text:p>"
        + items([f"opened {one.inserted('6 and ')}7", "closed 8"])
        + "<text:p>The end<office:annotation><dc:creator>C</dc:creator><text:p>Is it 9?</text:p></office:annotation>."
        f"{note('endnote', 'Says the city.')}</text:p>"
    )


def insertions(way: str, count: int) -> str:
    """Every word of "inserted N" was inserted, in every kind of place where LibreOffice itself keeps track.

    In text boxes it takes changes for settled; those are among the cases made by hand (tests/cases/texts/docx.yaml).
    """
    one = Original(way)
    return one.whole("".join(_places(one, count)))


def _places(one: Original, count: int) -> Iterator[str]:
    for at in range(0, count, PLACES):
        words = [one.inserted(f"inserted {number}") for number in range(at, at + PLACES)]
        yield f'<text:h text:outline-level="2">Heading {words[0]} ends.</text:h>'
        yield f"<text:p>Words {words[1]} end{note('footnote', f'Note {words[2]} ends.')}.</text:p>"
        yield table([["Cell", f"Cell {words[3]} ends."]])
        yield f"<text:p>Box{frame('A box.')} {words[4]} ends.</text:p>"
        yield items([f"Item {words[5]} ends."])
