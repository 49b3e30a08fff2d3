"""What the marks of a Word document mean: styles that hide or head, symbols of old fonts, parts of formulas."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from factcheck.model.texts import BlockKind
from factcheck.texts.elements import below

_OFFICE = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
NAMES = {
    f"{_OFFICE}/wordprocessingml/2006/main": "w",
    f"{_STRICT}/wordprocessingml/main": "w",
    f"{_OFFICE}/officeDocument/2006/math": "m",
    f"{_STRICT}/officeDocument/math": "m",
    f"{_OFFICE}/drawingml/2006/main": "a",
    f"{_STRICT}/drawingml/main": "a",
    f"{_OFFICE}/drawingml/2006/chart": "c",
    f"{_STRICT}/drawingml/chart": "c",
    f"{_OFFICE}/drawingml/2006/diagram": "dgm",
    f"{_STRICT}/drawingml/diagram": "dgm",
    f"{_OFFICE}/markup-compatibility/2006": "mc",
    f"{_OFFICE}/package/2006/relationships": "rel",
    "urn:schemas-microsoft-com:office:office": "o",
    "http://www.w3.org/XML/1998/namespace": "xml",
}

# What stands between the parts of a formula.
MATH = {"m:f": "/", "m:sSup": "^", "m:sSub": "_"} | dict.fromkeys(
    ("m:sSubSup", "m:sPre", "m:rad", "m:nary", "m:func", "m:d", "m:m", "m:mr", "m:eqArr", "m:limLow", "m:limUpp"), " "
)

# The font "Symbol" gives these codes a look of their own; below 0x40 it is as any other.
_SYMBOLS = {0x2D: "−", 0x61: "α", 0x62: "β", 0x6D: "μ", 0x70: "π", 0x73: "σ", 0xA0: "€", 0xA3: "≤", 0xA5: "∞"}
_SYMBOLS |= {0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xD7: "⋅"}
_PRIVATE = range(0xE000, 0xF900)
_AS_ANY_FONT = range(0x20, 0x40)
_HEADING = re.compile(r"(heading [1-9]|title|subtitle)$", re.IGNORECASE)
_OFF = ("0", "false", "off")
_HEADING_LEVELS = 9


class ParagraphLook(NamedTuple):
    """What a paragraph is, and whether its words are hidden unless they say otherwise."""

    kind: BlockKind
    hides: bool


class RunLook(NamedTuple):
    """Whether words are hidden, None where they do not say; and whether they are raised."""

    hides: bool | None
    is_raised: bool


class Styles:
    """The styles of a document, by their ids."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._styles = {style.get("w:styleId", ""): style for root in roots for style in root.iter("w:style")}

    def of_paragraph(self, element: Element) -> ParagraphLook:
        style = _value(below(element, "w:pPr/w:pStyle"))
        hides = self._first(None, style, "w:rPr", "w:vanish")
        return ParagraphLook(self._kind(below(element, "w:pPr"), style), hides is not None and is_on(hides))

    def _kind(self, own: Element | None, style: str) -> BlockKind:
        level = _value(self._first(own, style, "w:pPr", "w:outlineLvl"))
        if (level.isdecimal() and int(level) < _HEADING_LEVELS) or self._is_heading(style):
            return BlockKind.HEADING
        listed = self._first(own, style, "w:pPr", "w:numPr")
        number = _value(below(listed, "w:numId")) if listed is not None else ""
        return BlockKind.ITEM if number not in ("", "0") else BlockKind.PARAGRAPH

    def of_run(self, properties: Element | None) -> RunLook:
        style = _value(below(properties, "w:rStyle")) if properties is not None else ""
        hides = self._first(properties, style, "w:rPr", "w:vanish")
        raised = self._first(properties, style, "w:rPr", "w:vertAlign")
        return RunLook(None if hides is None else is_on(hides), raised is not None and _value(raised) == "superscript")

    def _is_heading(self, style: str) -> bool:
        return any(_HEADING.match(_value(below(one, "w:name"))) for one in self._line(style))

    def _first(self, own: Element | None, style: str, group: str, name: str) -> Element | None:
        """The mark as it stands here, else in the style, else in the style on which that is based, and so on."""
        found = below(own, name) if own is not None else None
        if found is not None:
            return found
        return next((mark for one in self._line(style) if (mark := below(one, f"{group}/{name}")) is not None), None)

    def _line(self, style: str) -> Iterator[Element]:
        """The style, the one on which it is based, and so on."""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = _value(below(self._styles[style], "w:basedOn"))


def is_on(mark: Element) -> bool:
    """A mark without a value is on."""
    return mark.get("w:val", "1") not in _OFF


def _value(mark: Element | None) -> str:
    return mark.get("w:val", "") if mark is not None else ""


def symbol(code: str, font: str) -> str:
    """The character of a symbol; empty where nobody can tell which it is.

    >>> symbol("F0B3", "Symbol"), symbol("2264", "Calibri"), symbol("F04A", "Wingdings")
    ('≥', '≤', '')
    """
    try:
        number = int(code, 16)
        shown = chr(number)
    except (ValueError, OverflowError):
        return ""
    if number not in _PRIVATE and not (font == "Symbol" and number < 0x100):  # noqa: PLR2004 - codes of a font
        return shown if shown.isprintable() else ""
    if font != "Symbol":
        return ""
    low = number & 0xFF
    return _SYMBOLS.get(low, chr(low) if low in _AS_ANY_FONT else "")
