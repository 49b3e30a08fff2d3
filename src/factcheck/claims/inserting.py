"""Insertions into a claim file at exact places: a line above a claim, claims after the last. Nothing is taken out."""

import re
from collections.abc import Iterable, Sequence

from factcheck.claims.writing import items
from factcheck.errors import FactcheckError, Problem
from factcheck.files.nodes import Mapping, lines_of
from factcheck.files.nodes import Sequence as ListNode
from factcheck.model.places import Place
from factcheck.statements.drafting import Draft

GONE = "# gone: these words are no longer in the text"
INDENT = "  "  # of the first claims of a file

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_ITEM = re.compile(r"(?P<indent>[ ]*)- +")
_LONE_HYPHEN = re.compile(r"(?P<indent>[ ]*)-\s*(?:#.*)?")
_KEEPS_EMPTY_LINES = re.compile(r"[|>][1-9]?\+")


class Insertions:
    """Lines to be put into the text of a file; `made` gives it with them."""

    def __init__(self, old: str, shown: str) -> None:
        self._mark, self._body = old[: len(old) - len(old.removeprefix("\ufeff"))], old.removeprefix("\ufeff")
        self._shown = shown
        self._lines = lines_of(self._body)
        self._starts = [0, *(found.end() for found in _BREAK.finditer(self._body))]
        self._insertions: list[tuple[int, str]] = []
        first = _BREAK.search(self._body)
        self._end = first.group() if first and first.group() in ("\r\n", "\r") else "\n"

    def mark(self, node: Mapping) -> bool:
        """A line above the claim that says its words are gone; False where it stands there, or cannot."""
        hyphen = self._hyphen(node.place)
        if hyphen is None or self.is_marked(node):
            return False
        line, indent = hyphen
        self._insertions.append((self._starts[line], f"{indent}{GONE}{self._end}"))
        return True

    def is_marked(self, node: Mapping) -> bool:
        hyphen = self._hyphen(node.place)
        return hyphen is not None and hyphen[0] > 0 and self._lines[hyphen[0] - 1].strip() == GONE

    def append(self, root: Mapping, claims: ListNode, fresh: Sequence[Draft]) -> None:
        """The new claims, after the last line of those there are."""
        hyphen = self._hyphen(claims.items[-1].place) if claims.items else None
        if hyphen is None:
            remedy = "write claims: as a list, each claim below a hyphen on a line of its own; nothing was written"
            raise FactcheckError(Problem("claims cannot be added to this list", claims.place, remedy))
        self._insert(self._line_after(root, hyphen[0]), items(fresh, hyphen[1]))

    def begin(self, root: Mapping, fresh: Sequence[Draft]) -> None:
        """The first claims of a file: below `claims:`, where that stands there with nothing below it, or at its end."""
        key = next((name for name, _ in root.entries if name.text == "claims"), None)
        head = [] if key else ["claims:"]
        self._insert(key.place.line if key else self._last_line(), [*head, *items(fresh, INDENT)])

    def made(self) -> str:
        pieces, at = [self._mark], 0
        for offset, words in sorted(self._insertions, key=lambda one: one[0]):
            pieces += [self._body[at:offset], words]
            at = offset
        return "".join([*pieces, self._body[at:]])

    def _insert(self, line: int, lines: Iterable[str]) -> None:
        """The lines, before the one of that number from 0."""
        at = self._starts[line] if line < len(self._starts) else len(self._body)
        is_whole = at < len(self._body) or not self._lines[-1]
        lead = "" if is_whole else self._end
        self._insertions.append((at, lead + "".join(one + self._end for one in lines)))

    def _last_line(self) -> int:
        """The line that the file's last line end begins; the one after the last where it has none."""
        return len(self._lines) - (not self._lines[-1])

    def _hyphen(self, place: Place) -> tuple[int, str] | None:
        """The line, from 0, of a claim's hyphen, and its indent; the hyphen may stand alone above the claim."""
        line = place.line - 1
        item = _ITEM.match(self._lines[line])
        if item is not None and item.end() == place.column - 1:
            return line, item["indent"]
        above = line - 1
        while above >= 0 and (not self._lines[above].strip() or self._lines[above].lstrip().startswith("#")):
            above -= 1
        lone = _LONE_HYPHEN.fullmatch(self._lines[above]) if above >= 0 else None
        is_first = not self._lines[line][: place.column - 1].strip()
        return (above, lone["indent"]) if lone and is_first and len(lone["indent"]) < place.column - 1 else None

    def _line_after(self, root: Mapping, last: int) -> int:
        """The number, from 0, of the line after the claims: before the next key and what stands above it.

        `last` is the line of the last claim. Empty lines after it are its own where a text of it keeps them (`|+`).
        """
        following = [key.place.line - 1 for key, _ in root.entries if key.place.line - 1 > last]
        if not following:
            return self._last_line()
        line = min(following)
        keeps = any(map(_KEEPS_EMPTY_LINES.search, self._lines[last:line]))
        while line > 0 and self._is_above_a_key(self._lines[line - 1], keeps=keeps):
            line -= 1
        return line

    @staticmethod
    def _is_above_a_key(line: str, *, keeps: bool) -> bool:
        return line.startswith("#") or not (line.strip() or keeps)
