"""What the marks of an OpenDocument text mean: its namespaces, and styles that hide, raise or head."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from factcheck.texts.elements import below

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = {f"{_OASIS}:{name}:1.0": name for name in ("office", "style", "text", "table")}
NAMES |= {f"{_OASIS}:drawing:1.0": "draw", f"{_OASIS}:svg-compatible:1.0": "svg"}
NAMES |= {"http://www.w3.org/XML/1998/namespace": "xml"}

PARAGRAPH, SPAN = "paragraph", "text"
# As a file writes the names: "Heading 1".
_HEADING = re.compile(r"(Heading_20_[0-9]+|Title|Subtitle)$")


class Styles:
    """The styles of a document, by what they are for and by their names."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._styles = {
            (style.get("style:family", ""), style.get("style:name", "")): style
            for root in roots
            for style in root.iter("style:style")
        }

    def hides(self, family: str, name: str) -> bool | None:
        """Whether the words of the style are hidden; None where it does not say."""
        shown = self._first(family, name, "text:display")
        return None if shown is None else shown == "none"

    def raises(self, family: str, name: str) -> bool:
        """The words of the style stand raised, as a power or the mark of a note does."""
        place = (self._first(family, name, "style:text-position") or "").split(" ")[0]
        return place == "super" or (place.endswith("%") and place[0] in "123456789")

    def is_heading(self, name: str) -> bool:
        return any(_HEADING.match(one) for one in self._line(PARAGRAPH, name))

    def _first(self, family: str, name: str, key: str) -> str | None:
        """The mark in the style, else in the one on which it is based, and so on."""
        for one in self._line(family, name):
            properties = below(self._styles[family, one], "style:text-properties") if self._has(family, one) else None
            if properties is not None and key in properties.attrib:
                return properties.attrib[key]
        return None

    def _line(self, family: str, name: str) -> list[str]:
        """The style, the one on which it is based, and so on."""
        line: list[str] = []
        while name and name not in line:
            line.append(name)
            name = self._styles[family, name].get("style:parent-style-name", "") if self._has(family, name) else ""
        return line

    def _has(self, family: str, name: str) -> bool:
        return (family, name) in self._styles
