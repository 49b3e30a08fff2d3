"""Tracked changes of an OpenDocument text: what was deleted stands apart from the text, what was inserted in it."""

from xml.etree.ElementTree import Element

from factcheck.texts.elements import below
from factcheck.texts.parts import Document


class Changes:
    """The changes that a document lists, and those inside which the text is just now."""

    def __init__(self, body: Element, document: Document, *, rejects: bool) -> None:
        listed = below(body, "text:tracked-changes")
        self._regions = {_id(one): one for one in (listed if listed is not None else ())}
        self._document = document
        self._rejects = rejects
        self._open: set[str] = set()

    @property
    def is_gone(self) -> bool:
        """What is read now was inserted, and the insertion is rejected."""
        return bool(self._open)

    def begins(self, mark: Element, where: str) -> None:
        """The mark at which an insertion begins; a change of looks, in whatever words it is listed, is none."""
        name = mark.get("text:change-id", "")
        region = self._regions.get(name)
        if region is None or below(region, "text:insertion") is None:
            return
        self._document.change("inserted", where)
        if self._rejects:
            self._open.add(name)

    def ends(self, mark: Element) -> None:
        self._open.discard(mark.get("text:change-id", ""))

    def deleted(self, mark: Element, where: str) -> list[Element]:
        """What was deleted at the mark and is to be read after all: its paragraphs, where the deletion is rejected.

        What one person inserted and another deleted is gone either way.
        """
        region = self._regions.get(mark.get("text:change-id", ""))
        deletion = below(region, "text:deletion") if region is not None else None
        if region is None or deletion is None:
            return []
        self._document.change("deleted", where)
        if not self._rejects or below(region, "text:insertion") is not None:
            return []
        return [child for child in deletion if child.tag != "office:change-info"]


def _id(region: Element) -> str:
    return region.get("text:id", region.get("xml:id", ""))
