"""Word documents (.docx): body, tables, notes and text boxes, read from the XML itself, so that nothing is lost.

What the reader of a finished page sees is read: results of fields, not their codes; words of links, content controls
and tracked insertions, which other readers lose. Headers, footers, comments and hidden words are told as left out.
"""

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from factcheck.model.texts import ReadText, Tracked
from factcheck.texts.docx_files import Files
from factcheck.texts.docx_marks import MATH, Styles, symbol
from factcheck.texts.elements import below
from factcheck.texts.parts import BREAK, Document, Story

# Nothing in these is shown. Any other element is transparent: what it holds is read.
_NOT_SHOWN = frozenset(
    (
        *(
            "w:pPr",
            "w:rPr",
            "w:sectPr",
            "w:tblPr",
            "w:tblPrEx",
            "w:tblGrid",
            "w:trPr",
            "w:tcPr",
            "w:sdtPr",
            "w:sdtEndPr",
        ),
        *("w:smartTagPr", "w:customXmlPr", "w:rubyPr", "w:rt", "w:instrText", "w:delInstrText", "m:rPr", "m:ctrlPr"),
    )
)
_WORDS = frozenset(("w:t", "m:t", "a:t"))
_STAND_FOR = {"w:tab": "\t", "w:ptab": "\t", "w:br": BREAK, "w:cr": BREAK, "a:br": BREAK, "w:noBreakHyphen": "\u2011"}
_ADDED, _TAKEN_OUT = ("w:ins", "w:moveTo"), ("w:del", "w:moveFrom")
_CHANGES = {"w:ins": "inserted", "w:moveTo": "moved here", "w:del": "deleted", "w:moveFrom": "moved away"}
_CHANGES |= {"w:cellIns": "cell inserted", "w:cellDel": "cell deleted"}
_ELSEWHERE = {"c:chart": "chart", "dgm:relIds": "diagram", "o:OLEObject": "embedded object"}
_ELSEWHERE |= dict.fromkeys(("w:altChunk", "w:subDoc"), "embedded document")
_BESIDE = {"w:hdr": "header", "w:ftr": "footer"}


def read(data: bytes, tracked: Tracked = Tracked.REFUSE) -> ReadText:
    """What a reader of the finished document sees; footnotes and endnotes stand after the body, in their order.

    Raises FactcheckError where the file is none, is damaged or made to hurt, or holds changes that nobody has settled
    and `tracked` does not say what becomes of them.
    """
    return _Reading(Files(data), tracked).read()


class _Reading:
    """One document, read once."""

    def __init__(self, files: Files, tracked: Tracked) -> None:
        self._files = files
        self._rejects = tracked is Tracked.REJECT
        self._refuses = tracked is Tracked.REFUSE
        self._gone = _ADDED if self._rejects else _TAKEN_OUT
        self._document = Document()
        self._styles = Styles(files.all("styles"))
        self._notes: list[tuple[str, str, str]] = []
        self._hidden = self._style_hides = self._raised = False
        self._told_hidden = False
        self._handlers: Mapping[str, Callable[[Element, Story], None]] = {
            "w:r": self._run,
            "w:tbl": self._table,
            "w:tr": self._row,
            "w:tc": self._cell,
            "mc:AlternateContent": self._alternatives,
            "w:fldChar": self._field,
            "w:sym": self._symbol,
            "w:delText": self._deleted,
            **dict.fromkeys(("w:p", "a:p"), self._paragraph),
            **dict.fromkeys(("w:txbxContent", "a:txBody"), self._box),
            **dict.fromkeys(("w:footnoteReference", "w:endnoteReference"), self._note),
            **dict.fromkeys(_WORDS, self._text),
            **dict.fromkeys(_STAND_FOR, self._mark),
            **dict.fromkeys((*_ADDED, *_TAKEN_OUT), self._change),
            **dict.fromkeys(_ELSEWHERE, self._elsewhere),
            **dict.fromkeys(MATH, self._formula),
        }

    def read(self) -> ReadText:
        body = Story(self._document, each="paragraph")
        self._children(self._files.document, body)
        self._finish(body)
        parts = [*body.parts]
        for kind in ("footnote", "endnote"):
            parts += [part for story in self._read_notes(kind) for part in story.parts]
        self._beside()
        if self._refuses:
            self._document.refuse_changes()
        return self._document.built(parts)

    def _children(self, element: Element, story: Story) -> None:
        for child in element:
            self._read(child, story)

    def _read(self, element: Element, story: Story) -> None:
        if element.tag in _NOT_SHOWN:
            return
        handler = self._handlers.get(element.tag, self._children)
        handler(element, story)

    def _finish(self, story: Story) -> None:
        story.end()
        if story.fields and not all(story.fields):
            self._document.leave_out("field without an end")

    # Paragraphs and tables

    def _paragraph(self, element: Element, story: Story) -> None:
        style = self._styles.of_paragraph(element)
        self._style_hides, self._told_hidden = style.hides, False
        story.begin(style.kind)
        self._children(element, story)
        story.end(joined=self._end_is_gone(element, story))

    def _end_is_gone(self, element: Element, story: Story) -> bool:
        """The mark at the paragraph's end is a change of its own: without it, the next paragraph goes on here."""
        mark = below(element, "w:pPr/w:rPr")
        changes = [one.tag for one in mark if one.tag in _CHANGES] if mark is not None else []
        for tag in changes:
            self._document.change(_CHANGES[tag], story.here())
        return any(tag in self._gone for tag in changes)

    def _table(self, element: Element, story: Story) -> None:
        story.table_begins()
        self._children(element, story)
        story.table_ends()

    def _row(self, element: Element, story: Story) -> None:
        story.row_begins()
        if not self._is_gone(below(element, "w:trPr"), story):
            self._children(element, story)

    def _cell(self, element: Element, story: Story) -> None:
        story.cell_begins()
        if not self._is_gone(below(element, "w:tcPr"), story):
            self._children(element, story)

    def _is_gone(self, properties: Element | None, story: Story) -> bool:
        changes = [one.tag for one in properties if one.tag in _CHANGES] if properties is not None else []
        for tag in changes:
            self._document.change(_CHANGES[tag], story.here())
        return any(tag in (*self._gone, "w:cellIns" if self._rejects else "w:cellDel") for tag in changes)

    def _box(self, element: Element, story: Story) -> None:
        box = Story(self._document, name=self._document.number("text box"))
        kept = self._hidden, self._style_hides, self._raised
        self._raised = False
        self._children(element, box)
        self._finish(box)
        self._hidden, self._style_hides, self._raised = kept
        story.put_aside(box)

    def _alternatives(self, element: Element, story: Story) -> None:
        """The same thing for newer and older programs: it is read once."""
        for one in element:
            if one.tag in ("mc:Choice", "mc:Fallback"):
                self._children(one, story)
                return

    # Runs and what stands in them

    def _run(self, element: Element, story: Story) -> None:
        look = self._styles.of_run(below(element, "w:rPr"))
        kept = self._hidden, self._raised
        self._hidden = self._hidden or (self._style_hides if look.hides is None else look.hides)
        self._raised = look.is_raised
        self._children(element, story)
        self._hidden, self._raised = kept

    def _add(self, words: str, story: Story) -> None:
        if not all(story.fields):
            return
        if not self._hidden:
            (story.add_raised if self._raised else story.add)(words)
        elif words.strip() and not self._told_hidden:
            self._told_hidden = True
            self._document.leave_out("hidden part")

    def _text(self, element: Element, story: Story) -> None:
        words = element.text or ""
        is_kept = element.tag != "w:t" or element.get("xml:space") == "preserve"
        self._add(words if is_kept else words.strip(" \t\r\n"), story)

    def _deleted(self, element: Element, story: Story) -> None:
        if self._rejects:
            self._text(element, story)

    def _mark(self, element: Element, story: Story) -> None:
        self._add(_STAND_FOR[element.tag], story)

    def _symbol(self, element: Element, story: Story) -> None:
        shown = symbol(element.get("w:char", ""), element.get("w:font", ""))
        if not shown:
            self._document.leave_out("symbol")
        self._add(shown or "\ufffd", story)

    def _field(self, element: Element, story: Story) -> None:
        """The code of a field stands between "begin" and "separate", what is shown of it after that, up to "end"."""
        match element.get("w:fldCharType"):
            case "begin":
                story.fields.append(False)
            case "separate" if story.fields:
                story.fields[-1] = True
            case "end" if story.fields:
                story.fields.pop()

    def _change(self, element: Element, story: Story) -> None:
        self._document.change(_CHANGES[element.tag], story.here())
        if element.tag not in self._gone:
            self._children(element, story)

    def _formula(self, element: Element, story: Story) -> None:
        """The parts of a fraction, a power and their like, with a sign between them: 1/2 is not 12."""
        shown = [one for one in element if one.tag not in _NOT_SHOWN and not one.tag.endswith("Pr")]
        for at, one in enumerate(shown):
            if at:
                self._add(MATH[element.tag], story)
            self._read(one, story)

    def _elsewhere(self, element: Element, _: Story) -> None:
        self._document.leave_out(_ELSEWHERE[element.tag])

    # Notes, and what stands beside the text

    def _note(self, element: Element, story: Story) -> None:
        if all(story.fields) and not self._hidden:
            kind = element.tag.removeprefix("w:").removesuffix("Reference")
            self._notes.append((kind, element.get("w:id", ""), self._document.number(kind)))

    def _read_notes(self, kind: str) -> list[Story]:
        """The notes in the order in which the body names them."""
        found = {note.get("w:id", ""): note for root in self._files.all(f"{kind}s") for note in root}
        stories = []
        for of, name, shown in [*self._notes]:
            if of == kind and name in found:
                story = Story(self._document, name=shown)
                self._children(found[name], story)
                self._finish(story)
                stories.append(story)
        return stories

    def _beside(self) -> None:
        for root in (*self._files.all("header"), *self._files.all("footer")):
            if any((one.text or "").strip() for one in root.iter("w:t")):
                self._document.leave_out(_BESIDE.get(root.tag, "header"))
        for root in self._files.all("comments"):
            for _ in root.iter("w:comment"):
                self._document.leave_out("comment")
