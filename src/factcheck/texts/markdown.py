"""Markdown: the words of headings, paragraphs, items and tables; front matter, code and comments left out."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from factcheck.model.texts import BlockKind, ReadText
from factcheck.texts.building import Building
from factcheck.texts.html_tags import BLOCKS
from factcheck.texts.markdown_inline import marks

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_FENCE_IN_LIST = re.compile(r"\s*(`{3,}|~{3,})")
_HEADING = re.compile(r"\s{0,3}(#{1,6})(?=\s|$)")
_CLOSING = re.compile(r"\s#+\s*$")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-+)\s*$")
_RULE = re.compile(r"\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_QUOTE = re.compile(r"\s{0,3}>\s?")
_ITEM = re.compile(r"\s*(?:[-*+]|[0-9]{1,9}[.)])(?=\s)\s?")
_DEFINITION = re.compile(r"\s{0,3}\[[^\]\[^]{1,200}\]:\s*\S")
_DELIMITERS = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_RAW = re.compile(r"\s{0,3}<(script|style|pre|textarea|svg|template)(?=[\s>])", re.IGNORECASE)
_FRONT = {"---": ("---", "..."), "+++": ("+++",)}
INDENTED = "    "


class _Line(NamedTuple):
    """`source[start:end]` without its end and without the marks of quotations, `after` where the next begins.

    `depth` is how many quotations it stands in.
    """

    start: int
    end: int
    after: int
    text: str
    depth: int = 0

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


Part = tuple[int, int]  # of the source


def read(source: str) -> ReadText:
    """What a reader of the page sees. Each paragraph, heading, item and table cell is a block."""
    return _Reading(source).read()


class _Reading:
    """The lines, taken one after the other; `parts` is the paragraph begun and not ended."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._lines = list(_lines(source))
        self._comments_until = max((at for at, line in enumerate(self._lines) if "-->" in line.text), default=-1)
        self._building = Building(source)
        self._parts: list[Part] = []
        self._kind = BlockKind.PARAGRAPH
        self._in_list = False

    def read(self) -> ReadText:
        at = self._front_matter()
        while at < len(self._lines):
            at = self._take(at)
        self._end()
        return self._building.built()

    def _take(self, at: int) -> int:
        """Reads what begins on a line; gives the number of the line to go on from."""
        line = self._lines[at]
        if line.is_blank:
            self._end()
            return at + 1
        if after := self._left_out(at):
            return after
        if self._is_head_of_table(at):
            return self._table(at)
        start = self._opened(line)
        words = self._source[start : line.end]
        if self._in_list and (fence := _FENCE.match(words)):
            return self._fenced(at, fence[1])
        if self._parts and _UNDERLINE.match(words):
            self._kind = BlockKind.HEADING
            self._end()
        elif _RULE.match(words) or _DEFINITION.match(words):
            self._end()
        elif heading := _HEADING.match(words):
            self._heading(start + heading.end(), line.end)
        else:
            self._parts.append((start, line.after))
        return at + 1

    def _opened(self, line: _Line) -> int:
        """The offset after the marks of items at the line's beginning."""
        start = line.start
        if _RULE.match(self._source, start, line.end):
            return start
        while (item := _ITEM.match(self._source, start, line.end)) and self._may_begin(item.group()):
            self._end()
            self._kind, self._in_list = BlockKind.ITEM, True
            start = item.end()
        if not self._parts and self._kind is not BlockKind.ITEM and not line.text.startswith((" ", "\t")):
            self._in_list = False
        return start

    def _may_begin(self, mark: str) -> bool:
        """A number in the middle of a paragraph begins no list, unless it is 1: a line may break before "2019." """
        is_numbered = mark.strip()[0].isdigit()
        return not self._parts or self._kind is BlockKind.ITEM or not is_numbered or mark.strip()[:-1] == "1"

    def _heading(self, start: int, end: int) -> None:
        self._end()
        closing = _CLOSING.search(self._source[start:end])
        self._parts, self._kind = [(start, start + closing.start() if closing else end)], BlockKind.HEADING
        self._end()

    def _end(self) -> None:
        """The paragraph ends: its words are added, without their marks."""
        if self._parts:
            self._building.border(self._kind, self._parts[0][0])
            self._inline(self._parts)
        self._parts, self._kind = [], BlockKind.PARAGRAPH

    def _inline(self, parts: list[Part]) -> None:
        text = "".join(self._source[start:end] for start, end in parts)
        places = _Places(parts)
        at = 0
        raised = False
        for mark in marks(text):
            if mark.start < at:
                continue
            self._copy(places.between(at, mark.start), raised=raised)
            first, last = places.place(mark.start), places.place(mark.end - 1) + 1
            if mark.words:
                self._building.stand_for(mark.words, first, last)
            elif mark.name in BLOCKS:
                self._building.border(BLOCKS[mark.name], last)
            elif mark.name == "br":
                self._building.stand_for("\n", first, last)
            elif mark.name == "sup":
                raised = self._source[first + 1] != "/"
            at = mark.end
        self._copy(places.between(at, len(text)), raised=raised)

    def _copy(self, parts: Iterator[Part], *, raised: bool) -> None:
        for start, end in parts:
            (self._building.copy_raised if raised else self._building.copy)(start, end)

    def _front_matter(self) -> int:
        """The number of the line after it; 0 where there is none, or it does not end."""
        ends = _FRONT.get(self._lines[0].text.rstrip()) if self._lines else None
        if ends is None:
            return 0
        last = next((at for at, line in enumerate(self._lines[1:], 1) if line.text.rstrip() in ends), None)
        if last is None:
            return 0
        self._building.leave_out("front matter", 0, self._lines[last].end)
        return last + 1

    def _left_out(self, at: int) -> int:
        """The number of the line after a block of code, a script or a comment; 0 where none begins here."""
        line = self._lines[at]
        if fence := (_FENCE_IN_LIST if self._in_list else _FENCE).match(line.text):
            return self._fenced(at, fence[1])
        if line.text.lstrip().startswith("<!--") and not self._parts:
            return self._comment(at)
        if raw := _RAW.match(line.text):
            name, close = raw[1].lower(), f"</{raw[1].lower()}"
            called = "code block" if name == "pre" else name
            return self._leave_out(at, called, lambda text: close in text.lower(), at)
        if line.text.startswith((INDENTED, "\t")) and not self._parts and not self._in_list:
            end = next((n for n, one in enumerate(self._lines[at:], at) if not _is_code(one)), len(self._lines))
            self._building.leave_out("code block", line.start, self._lines[end - 1].end)
            return end
        return 0

    def _fenced(self, at: int, fence: str) -> int:
        """A block of code between fences; where its quotation ends before it does, so does the block."""
        closing, depth = re.compile(rf"\s*{re.escape(fence[0])}{{{len(fence)},}}\s*$"), self._lines[at].depth
        last = next((n for n in range(at + 1, len(self._lines)) if self._lines[n].depth < depth), len(self._lines)) - 1
        ends = (
            n for n in range(at + 1, last + 1) if self._lines[n].depth == depth and closing.match(self._lines[n].text)
        )
        return self._leave_out_to(next(ends, last), at, "code block")

    def _leave_out(self, at: int, what: str, ends: Callable[[str], bool], search_from: int) -> int:
        last = next((n for n in range(search_from, len(self._lines)) if ends(self._lines[n].text)), None)
        return self._leave_out_to(len(self._lines) - 1 if last is None else last, at, what)

    def _leave_out_to(self, last: int, at: int, what: str) -> int:
        self._end()
        self._building.leave_out(what, self._lines[at].start, self._lines[last].end)
        return last + 1

    def _comment(self, at: int) -> int:
        """A comment of whole lines; one that ends before its line does is left to the words of the line.

        Where several lines are a comment and words follow on its last, that line begins with them.
        """
        text = self._lines[at].text
        if at > self._comments_until or ("-->" in text and not text.rstrip().endswith("-->")):
            return 0
        after = self._leave_out(at, "comment", lambda text: "-->" in text, at)
        last = self._lines[after - 1]
        words = last.text.partition("-->")[2]
        if not words.strip():
            return after
        self._lines[after - 1] = last._replace(start=last.end - len(words), text=words)
        return after - 1

    def _is_head_of_table(self, at: int) -> bool:
        following = self._lines[at + 1] if at + 1 < len(self._lines) else None
        if following is None or "|" not in self._lines[at].text or "|" not in following.text:
            return False
        return _DELIMITERS.match(following.text) is not None

    def _table(self, at: int) -> int:
        self._end()
        end = at
        while end < len(self._lines) and "|" in self._lines[end].text:
            if end != at + 1:
                self._row(self._lines[end])
            end += 1
        return end

    def _row(self, line: _Line) -> None:
        start = line.start
        for found in re.finditer(r"(?:[^|\\]|\\.?)+", line.text):
            cell = line.start + found.start(), line.start + found.end()
            if found.group().strip():
                self._building.border(BlockKind.CELL, cell[0])
                self._inline([cell])
            start = cell[1]
        self._building.border(BlockKind.PARAGRAPH, start)


class _Places:
    """Offsets of a paragraph's text -> offsets of the source."""

    def __init__(self, parts: list[Part]) -> None:
        self._parts = parts
        self._starts = [0]
        for start, end in parts:
            self._starts.append(self._starts[-1] + end - start)

    def place(self, at: int) -> int:
        index = bisect_right(self._starts, at) - 1
        return self._parts[index][0] + at - self._starts[index]

    def between(self, start: int, end: int) -> Iterator[Part]:
        while start < end:
            index = bisect_right(self._starts, start) - 1
            stop = min(end, self._starts[index + 1])
            yield self.place(start), self.place(start) + stop - start
            start = stop


def _is_code(line: _Line) -> bool:
    return line.is_blank or line.text.startswith((INDENTED, "\t"))


def _lines(source: str) -> Iterator[_Line]:
    for found in _LINE.finditer(source):
        if found.end() > found.start():
            start, depth = found.start(1), 0
            while quote := _QUOTE.match(source, start, found.end(1)):
                start, depth = quote.end(), depth + 1
            yield _Line(start, found.end(1), found.end(), source[start : found.end(1)], depth)
