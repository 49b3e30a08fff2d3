"""OpenDocument texts (.odt): body, tables, notes and frames, read from the XML itself, as .docx is.

Headers, footers, comments and hidden words are told as left out.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from xml.etree.ElementTree import Element

from factcheck.model.texts import BlockKind, ReadText, Tracked
from factcheck.texts.elements import below, tree
from factcheck.texts.odt_changes import Changes
from factcheck.texts.odt_marks import NAMES, PARAGRAPH, SPAN, Styles
from factcheck.texts.packages import BEGINNING, Package
from factcheck.texts.parts import BREAK, Document, Story
from factcheck.texts.unreadable import another_kind, kind_of, unreadable

CALLED = "an OpenDocument text"
REMEDY = "give it the ending of what it is, or save it as .odt"
KIND = b"application/vnd.oasis.opendocument.text"

_BLANKS = re.compile(r"[ \t\r\n]+")
_FEW = "123456789"  # blanks; where there are more in a row, nobody counts them
# Nothing in these is shown, nor in what ends in "-source" or "-decls". Any other element is transparent.
_NOT_SHOWN = frozenset(
    (
        *("text:tracked-changes", "text:note-citation", "text:ruby-text", "text:script", "office:change-info"),
        *("office:forms", "office:event-listeners", "office:binary-data", "svg:title", "svg:desc"),
        *("table:covered-table-cell", "office:annotation-end"),
    )
)
_NOT_SHOWN_ENDS = ("-source", "-decls")
_ELSEWHERE = {
    **dict.fromkeys(("draw:object", "draw:object-ole", "draw:plugin"), "embedded object"),
    "office:annotation": "comment",
}


def read(data: bytes, tracked: Tracked = Tracked.REFUSE) -> ReadText:
    """What a reader of the finished document sees; footnotes and endnotes stand after the body, in their order.

    Raises FactcheckError as the reader of .docx does.
    """
    if not data.startswith(BEGINNING):
        raise another_kind(kind_of(data), CALLED, REMEDY)
    package = Package(data)
    if not (package.part("mimetype") or KIND).startswith(KIND):
        raise another_kind("an OpenDocument file of another kind", CALLED, REMEDY)
    if b"encryption-data" in (package.part("META-INF/manifest.xml") or b""):
        raise unreadable("locked with a password", "open it in your word processor and save it without one")
    content, styles = _tree(package, "content.xml"), _tree(package, "styles.xml")
    body = below(content, "office:body/office:text") if content is not None else None
    if content is None or body is None:
        raise another_kind(package.kind(), CALLED, REMEDY)
    return _Reading(body, [root for root in (styles, content) if root is not None], tracked).read()


def _tree(package: Package, name: str) -> Element | None:
    data = package.part(name)
    return None if data is None else tree(data, name, NAMES)


class _Reading:
    """One document, read once."""

    def __init__(self, body: Element, roots: list[Element], tracked: Tracked) -> None:
        self._body = body
        self._roots = roots
        self._refuses = tracked is Tracked.REFUSE
        self._document = Document()
        self._styles = Styles(roots)
        self._changes = Changes(body, self._document, rejects=tracked is Tracked.REJECT)
        self._notes: list[tuple[str, str, Element]] = []
        self._in_paragraph = self._in_item = self._hidden = self._raised = self._told_hidden = False
        self._handlers: Mapping[str, Callable[[Element, Story], None]] = {
            **dict.fromkeys(("text:p", "text:h"), self._paragraph),
            **dict.fromkeys(("text:list-item", "text:list-header"), self._item),
            "text:span": self._span,
            "text:section": self._section,
            "text:s": self._spaces,
            "text:tab": lambda _, story: self._add("\t", story),
            "text:line-break": lambda _, story: self._add(BREAK, story),
            "text:note": self._note,
            "text:change-start": lambda mark, story: self._changes.begins(mark, story.here()),
            "text:change-end": lambda mark, _: self._changes.ends(mark),
            "text:change": self._deleted,
            "table:table": self._table,
            "table:table-row": self._row,
            "table:table-cell": self._cell,
            "draw:text-box": self._box,
            **dict.fromkeys(_ELSEWHERE, self._elsewhere),
        }

    def read(self) -> ReadText:
        story = Story(self._document, each="paragraph")
        self._children(self._body, story)
        story.end()
        parts = [*story.parts]
        for kind in ("footnote", "endnote"):
            for of, name, element in [*self._notes]:
                if of == kind:
                    note = Story(self._document, name=name)
                    self._children(element, note)
                    note.end()
                    parts += note.parts
        self._beside()
        if self._refuses:
            self._document.refuse_changes()
        return self._document.built(parts)

    def _children(self, element: Element, story: Story) -> None:
        self._words(element.text, story)
        for child in element:
            self._read(child, story)
            self._words(child.tail, story)

    def _read(self, element: Element, story: Story) -> None:
        name = element.tag
        if name in _NOT_SHOWN or name.endswith(_NOT_SHOWN_ENDS):
            return
        if handler := self._handlers.get(name):
            handler(element, story)
        elif name.startswith("draw:") and any(child.tag == "text:p" for child in element):
            self._box(element, story)
        else:
            self._children(element, story)

    def _words(self, words: str | None, story: Story) -> None:
        """Words of a paragraph; several blanks are one, and at a paragraph's beginning none."""
        if not words or not self._in_paragraph:
            return
        told = _BLANKS.sub(" ", words)
        self._add(told[1:] if told[0] == " " and story.ends_in_space else told, story)

    def _add(self, words: str, story: Story) -> None:
        if self._changes.is_gone:
            return
        if not self._hidden:
            (story.add_raised if self._raised else story.add)(words)
        elif words.strip() and not self._told_hidden:
            self._told_hidden = True
            self._document.leave_out("hidden part")

    # Paragraphs, items, tables

    def _paragraph(self, element: Element, story: Story) -> None:
        if self._in_paragraph:
            self._box_of((element,), story)
            return
        style = element.get("text:style-name", "")
        kept = self._hidden
        self._hidden = kept or bool(self._styles.hides(PARAGRAPH, style))
        self._in_paragraph, self._told_hidden = True, False
        story.begin(self._kind(element, style))
        self._children(element, story)
        story.end(joined=self._changes.is_gone)
        self._in_paragraph, self._hidden = False, kept

    def _kind(self, element: Element, style: str) -> BlockKind:
        if element.tag == "text:h" or self._styles.is_heading(style):
            return BlockKind.HEADING
        return BlockKind.ITEM if self._in_item else BlockKind.PARAGRAPH

    def _item(self, element: Element, story: Story) -> None:
        kept, self._in_item = self._in_item, True
        self._children(element, story)
        self._in_item = kept

    def _section(self, element: Element, story: Story) -> None:
        shown = element.get("text:display", "")
        kept = self._hidden
        self._hidden = kept or shown == "none" or (shown == "condition" and element.get("text:is-hidden") == "true")
        self._children(element, story)
        self._hidden = kept

    def _table(self, element: Element, story: Story) -> None:
        kept, self._in_item = self._in_item, False
        story.table_begins()
        self._children(element, story)
        story.table_ends()
        self._in_item = kept

    def _row(self, element: Element, story: Story) -> None:
        story.row_begins()
        self._children(element, story)

    def _cell(self, element: Element, story: Story) -> None:
        story.cell_begins()
        self._children(element, story)

    def _box(self, element: Element, story: Story) -> None:
        self._box_of(element, story)

    def _box_of(self, children: Iterable[Element], story: Story) -> None:
        """A frame, or a shape with words, is a text of its own; it comes after the paragraph to which it is tied."""
        kept = self._in_paragraph, self._in_item, self._hidden, self._raised
        self._in_paragraph = self._in_item = self._raised = False
        box = Story(self._document, name=self._document.number("text box"))
        for child in children:
            self._read(child, box)
        story.put_aside(box)
        self._in_paragraph, self._in_item, self._hidden, self._raised = kept

    # What stands in a paragraph

    def _span(self, element: Element, story: Story) -> None:
        style = element.get("text:style-name", "")
        kept = self._hidden, self._raised
        hides = self._styles.hides(SPAN, style)
        self._hidden = self._hidden if hides is None else hides
        self._raised = self._raised or self._styles.raises(SPAN, style)
        self._children(element, story)
        self._hidden, self._raised = kept

    def _spaces(self, element: Element, story: Story) -> None:
        count = element.get("text:c", "1")
        self._add(" " * (int(count) if count in _FEW else len(_FEW)), story)

    def _deleted(self, mark: Element, story: Story) -> None:
        """What was deleted is read again where the deletion is rejected; its paragraphs begin and end in this one."""
        for at, child in enumerate(self._changes.deleted(mark, story.here())):
            if child.tag not in ("text:p", "text:h"):
                self._read(child, story)
                self._in_paragraph = True
                continue
            if at:
                story.end()
                story.begin(self._kind(child, child.get("text:style-name", "")))
            self._children(child, story)

    def _note(self, element: Element, _: Story) -> None:
        body = below(element, "text:note-body")
        if body is not None and not self._changes.is_gone and not self._hidden:
            kind = "endnote" if element.get("text:note-class") == "endnote" else "footnote"
            self._notes.append((kind, self._document.number(kind), body))

    def _elsewhere(self, element: Element, _: Story) -> None:
        self._document.leave_out(_ELSEWHERE[element.tag])

    def _beside(self) -> None:
        for root in self._roots:
            for page in root.iter("style:master-page"):
                for child in page:
                    what = child.tag.removeprefix("style:").split("-")[0]
                    if what in ("header", "footer") and any("".join(one.itertext()).strip() for one in child):
                        self._document.leave_out(what)
