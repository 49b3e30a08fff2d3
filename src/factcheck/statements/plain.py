"""A text without the differences of typesetting: spaces, dashes, quote marks, and what cannot be seen.

Every character of the plain text remembers where it stood, so that what is found can be shown as it was written.
"""

import re
import unicodedata
from dataclasses import dataclass, field

# Soft hyphens, zero-width spaces and joiners, marks of direction: printed text has none of them.
_UNSEEN = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
_DASHES = "\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
_SINGLE = "\u2018-\u201b\u2032\u2035\u2039\u203a\u02b9\u02bc`\u00b4\uff07"
_DOUBLE = "\u201c-\u201f\u2033\u2036\u00ab\u00bb\u301d-\u301f\uff02"
_LIGATURES = "\ufb00-\ufb06"
_COMBINING = "\u0300-\u036f"

_SPECIAL = re.compile(
    rf"(?P<unseen>[{_UNSEEN}]+)|(?P<space>\s[\s{_UNSEEN}]*)|(?P<dash>[{_DASHES}])|(?P<single>[{_SINGLE}])"
    rf"|(?P<double>[{_DOUBLE}])|(?P<ligature>[{_LIGATURES}])|(?P<accented>[^{_COMBINING}][{_COMBINING}]+)"
)
_POINTING = frozenset(",\"'")
_STANDS_FOR = {"unseen": "", "space": " ", "dash": "-", "single": "'", "double": '"'}


@dataclass(frozen=True, slots=True)
class PlainText:
    """`text` without differences of typesetting; character `i` of it stands at `spans[i]` of `original`.

    `pointless` keeps the same without commas and quote marks, once that was asked: a text is searched for many quotes.
    """

    original: str
    text: str
    spans: tuple[tuple[int, int], ...]
    pointless: list["PlainText"] = field(default_factory=list, compare=False, repr=False)

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Where in the original the plain characters from `start` to `end` stand."""
        return self.spans[start][0], self.spans[end - 1][1]


def plain(text: str) -> PlainText:
    """The text without differences of typesetting.

    >>> plain("2002\u20132021,\u00a0‘so’").text
    "2002-2021, 'so'"
    """
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    at = 0
    for found in _SPECIAL.finditer(text):
        pieces.append(text[at : found.start()])
        spans.extend((offset, offset + 1) for offset in range(at, found.start()))
        piece = _plain_piece(found)
        pieces.append(piece)
        spans.extend([found.span()] * len(piece))
        at = found.end()
    pieces.append(text[at:])
    spans.extend((offset, offset + 1) for offset in range(at, len(text)))
    return PlainText(text, "".join(pieces), tuple(spans))


def unpointed(text: PlainText) -> PlainText:
    """The text without commas and quote marks; not those inside a word or a number: "don't", "1,000".

    >>> unpointed(plain("In 2022, 'over' 1,000 didn't")).text
    "In 2022 over 1,000 didn't"
    """
    if not text.pointless:
        kept = [index for index in range(len(text.text)) if not _is_pointing(text.text, index)]
        words, spans = "".join(text.text[index] for index in kept), tuple(text.spans[index] for index in kept)
        text.pointless.append(PlainText(text.original, words, spans))
    return text.pointless[0]


def _is_pointing(text: str, at: int) -> bool:
    if text[at] not in _POINTING:
        return False
    return not (at > 0 and text[at - 1].isalnum() and text[at + 1 : at + 2].isalnum())


def _plain_piece(found: re.Match[str]) -> str:
    kind = found.lastgroup or ""
    if kind in _STANDS_FOR:
        return _STANDS_FOR[kind]
    return unicodedata.normalize("NFKC" if kind == "ligature" else "NFC", found.group())
