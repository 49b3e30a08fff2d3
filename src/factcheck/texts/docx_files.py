"""The parts of a Word document in its zip archive, by what they are to the main one."""

import posixpath
from xml.etree.ElementTree import Element

from factcheck.texts.docx_marks import NAMES
from factcheck.texts.elements import tree
from factcheck.texts.packages import AGAIN, BEGINNING, Package
from factcheck.texts.unreadable import another_kind, kind_of, unreadable

CALLED = "a Word document"
REMEDY = "give it the ending of what it is, or save it as .docx"


class Files:
    """The parts of the package by what they are to the main one."""

    def __init__(self, data: bytes) -> None:
        """Raises FactcheckError where the data are no Word document, or are damaged."""
        if not data.startswith(BEGINNING):
            raise another_kind(kind_of(data), CALLED, REMEDY)
        self._package = Package(data)
        main = [target for kind, target in self._related("") if kind == "officeDocument"]
        if not main:
            raise another_kind(self._package.kind(), CALLED, REMEDY)
        self._main = main[0]
        self.document = self._tree(self._main)
        if self.document.tag != "w:document":
            raise another_kind("a workbook, a presentation or their like", CALLED, REMEDY)
        self._targets = self._related(self._main)

    def all(self, kind: str) -> list[Element]:
        """The roots of the parts of that kind."""
        return [self._tree(target) for of, target in self._targets if of == kind]

    def _related(self, part: str) -> list[tuple[str, str]]:
        """The kinds and the names of the parts that one part names; those of the whole package for no part."""
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        data = self._package.part(path)
        if data is None:
            return []
        found = []
        for one in tree(data, path, NAMES):
            if one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
                found.append((one.get("Type", "").rpartition("/")[2], target.removeprefix("/")))
        return found

    def _tree(self, path: str) -> Element:
        data = self._package.part(path)
        if data is None:
            raise unreadable(f"{path} inside it is missing", AGAIN)
        return tree(data, path, NAMES)
