"""The XML of a document -> its elements, by short names. What could hurt is refused before it is read."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from factcheck.texts.packages import AGAIN
from factcheck.texts.unreadable import unreadable

# Tables in text boxes in tables come to some sixty.
DEEPEST = 200
# A book of a thousand pages has about one million.
MOST_ELEMENTS = 2_000_000

_PLAIN = "save it as plain text"


def tree(data: bytes, called: str, names: Mapping[str, str]) -> Element:
    """The root of an XML file; `names` are the short names of namespaces, so that an element is "w:p".

    Elements of other namespaces are called "?:p". A document type is refused: no word processor writes one, and the
    entities it declares can grow without end. Raises FactcheckError as well where the XML is damaged, too deep, or of
    more elements than a book.
    """
    return _Reading(called, names).read(data)


class _Reading:
    """One file, from its first element to its last."""

    def __init__(self, called: str, names: Mapping[str, str]) -> None:
        self._called = called
        self._names = names
        self._known: dict[str, str] = {}
        self._builder = TreeBuilder()
        self._depth = self._count = 0

    def read(self, data: bytes) -> Element:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._builder.data
        try:
            parser.Parse(data, True)  # noqa: FBT003 - "this is all", in expat's words
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise unreadable(f"{self._called} inside it is damaged ({error})", AGAIN) from None
        return self._builder.close()

    def _refuse(self, *_: object) -> None:
        remedy = "do not trust this file; have its words sent as plain text"
        raise unreadable(f"{self._called} inside it declares a document type, as no word processor does", remedy)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST:
            raise unreadable(f"{self._called} inside it is nested more than {DEEPEST} deep", _PLAIN)
        if self._count > MOST_ELEMENTS:
            raise unreadable(f"{self._called} inside it has more than {MOST_ELEMENTS:,} elements", _PLAIN)
        self._builder.start(self._short(name), {self._short(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._builder.end(self._short(name))

    def _short(self, name: str) -> str:
        short = self._known.get(name)
        if short is None:
            space, _, local = name.rpartition(" ")
            short = self._known[name] = f"{self._names.get(space, '?')}:{local}" if space else local
        return short


def below(element: Element, path: str) -> Element | None:
    """The first element at a path of names, as "w:pPr/w:rPr"."""
    found: Element | None = element
    for name in path.split("/"):
        found = next((child for child in found if child.tag == name), None) if found is not None else None
    return found
