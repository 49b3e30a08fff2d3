"""The marks inside a paragraph of Markdown: emphasis, links, images, code, footnotes, tags; all else is words."""

import html
import re
from typing import NamedTuple

from factcheck.texts.html_tags import ENTITY, Piece, comment, entity, tag

# Addresses longer than this are no links to be read; their brackets stay.
LONGEST_TARGET = 4_000

_TICKS = re.compile("`+")
_MARK = re.compile(r"\\.|`+|!\[|\[|\]|\*+|_+|~~|[<&]", re.DOTALL)
_TARGET = re.compile(rf"\((?:[^()\\\n]|\\.|\([^()\n]{{0,400}}\)){{0,{LONGEST_TARGET}}}\)")
_REFERENCE = re.compile(r"\[[^\[\]\n]{0,200}\]")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,60}\]:?")
_AUTOLINK = re.compile(r"<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:|[^\s<>@]{1,60}@)[^\s<>]{0,2000}>")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


class Mark(NamedTuple):
    """`text[start:end]` is markup, and `words` stand for it. `name` is that of a tag."""

    start: int
    end: int
    words: str = ""
    name: str = ""


def marks(text: str) -> list[Mark]:
    """The marks of a paragraph, by where they begin; what begins inside another is part of it. All else is words.

    >>> [text[mark.start : mark.end] for text in ["**12** [lines](a.md)"] for mark in marks(text)]
    ['**', '**', '[', '](a.md)']
    """
    found = _Marks(text)
    at = 0
    while mark := _MARK.search(text, at):
        at = found.take(mark)
    return sorted(found.marks)


class _Marks:
    """The marks met so far, and the brackets and emphasis still open."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._brackets: list[tuple[int, bool]] = []
        self._emphasis: dict[str, list[tuple[int, int]]] = {}
        self._ticks = {len(run.group()): run.start() for run in _TICKS.finditer(text)}
        self._tags_until, self._comments_until = text.rfind(">"), text.rfind("-->")
        self.marks: list[Mark] = []

    def take(self, found: "re.Match[str]") -> int:
        """Reads the mark; gives the offset to go on from."""
        sign, start, end = found.group(), found.start(), found.end()
        if sign[0] == "\\":
            return self._escape(start, end)
        if sign[0] == "`":
            return self._code(sign, start, end)
        if sign[0] in "*_~":
            return self._stress(sign, start, end)
        if sign in ("[", "!["):
            return self._open(sign, start, end)
        if sign == "]":
            return self._close(start, end)
        return self._tag(start, end)

    def _escape(self, start: int, end: int) -> int:
        if self._text[start + 1] in _PUNCTUATION:
            self.marks.append(Mark(start, start + 1))
        return end

    def _code(self, sign: str, start: int, end: int) -> int:
        """Between as many ticks as these, nothing is markup."""
        if self._ticks[len(sign)] <= start:
            return end
        closing = next((run for run in _TICKS.finditer(self._text, end) if len(run.group()) == len(sign)), None)
        if closing is None:
            return end
        self.marks += [Mark(start, end), Mark(closing.start(), closing.end())]
        return closing.end()

    def _stress(self, sign: str, start: int, end: int) -> int:
        before, after = self._text[start - 1 : start], self._text[end : end + 1]
        opens, closes = bool(after.strip()), bool(before.strip())
        if sign[0] == "_" and before.isalnum() and after.isalnum():
            return end
        waiting = self._emphasis.setdefault(sign, [])
        if closes and waiting:
            self.marks += [Mark(*waiting.pop()), Mark(start, end)]
        elif opens:
            waiting.append((start, end))
        return end

    def _open(self, sign: str, start: int, end: int) -> int:
        if footnote := _FOOTNOTE.match(self._text, start):
            self.marks.append(Mark(start, footnote.end()))
            return footnote.end()
        self._brackets.append((start, sign == "!["))
        return end

    def _close(self, start: int, end: int) -> int:
        """The end of a link's words, if a target follows; of an image nothing stays."""
        if not self._brackets:
            return end
        opened, is_image = self._brackets.pop()
        target = _TARGET.match(self._text, end) or _REFERENCE.match(self._text, end)
        if target is None:
            return end
        if is_image:
            self.marks.append(Mark(opened, target.end()))
        else:
            self.marks += [Mark(opened, opened + 1), Mark(start, target.end())]
        return target.end()

    def _tag(self, start: int, end: int) -> int:
        if self._text[start] == "<" and (link := _AUTOLINK.match(self._text, start)):
            self.marks += [Mark(start, start + 1), Mark(link.end() - 1, link.end())]
            return link.end()
        piece = self._piece(start)
        if piece is None:
            return end
        words = html.unescape(self._text[piece.start : piece.end]) if piece.kind == ENTITY else ""
        self.marks.append(Mark(piece.start, piece.end, words, piece.name))
        return piece.end

    def _piece(self, start: int) -> Piece | None:
        stop = len(self._text)
        if self._text[start] == "&":
            return entity(self._text, start, stop)
        if start >= self._tags_until:
            return None
        return (comment(self._text, start, stop) if start < self._comments_until else None) or tag(
            self._text, start, stop
        )
