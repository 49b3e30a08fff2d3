"""The words and signs of a condition line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from factcheck.conditions.mistakes import At, BadCondition, Mistake

MOST_DIGITS = 38

Kind = Literal["day", "month", "number", "text", "column", "word", "sign", "end"]

_TOKEN = re.compile(
    r"""\s*+(?:
      (?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w-]))
    | (?P<month>[0-9]{4}-[0-9]{2}(?![\w-]))
    | (?P<number>[0-9]++(?:\.[0-9]++)?+(?!\w))
    | (?P<text>'(?:[^']|'')*+')
    | (?P<column>`(?:[^`]|``)*+`)
    | (?P<word>[^\W0-9]\w*+)
    | (?P<sign>==|!=|<>|<=|>=|\.\.|[-=<>≤≥≠+*(),])
    | (?P<end>\Z)
    )""",
    re.VERBOSE,
)

_SYNONYMS = {"==": "=", "<>": "!=", "≠": "!=", "≤": "<=", "≥": ">="}

# Signs of other languages, and what to write here.
_ELSEWHERE = {
    '"': "put a text in single quotes: 'like this'; a column with an odd name in backquotes",
    "'": "close the quote mark; a quote mark inside a text is written twice: 'it''s'",
    "`": "close the backquote",
    "&": "write and",
    "|": "write or",
    "!": "write not, or != for what differs",
    "/": "nothing is divided in a condition; use ratio, or multiply the other side",
    "%": "write a share of one: 0.5 for 50%",
    "[": "write a list in round brackets: in ('a', 'b')",
    ".": "write a number as 0.5, a range as 1..5",
    ";": "join two conditions with and",
}


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is what is meant: without quote marks, and each sign in one spelling."""

    kind: Kind
    text: str
    at: At

    def is_sign(self, *signs: str) -> bool:
        return self.kind == "sign" and self.text in signs

    def is_word(self, *words: str) -> bool:
        return self.kind == "word" and self.text.lower() in words


def tokens(line: str) -> Iterator[Token]:
    """The tokens of a line, one by one, the last of kind `end`. Raises BadCondition at what is none."""
    offset = 0
    while True:
        found = _TOKEN.match(line, offset)
        if not found or not found.lastgroup:
            raise BadCondition(_unreadable(line, offset))
        start, offset = found.span(found.lastgroup)
        token = _token(found.lastgroup, found[found.lastgroup], At(start, max(1, offset - start)))
        yield token
        if token.kind == "end":
            return


def _token(kind: str, written: str, at: At) -> Token:
    match kind:
        case "text":
            return Token("text", written[1:-1].replace("''", "'"), at)
        case "column":
            return Token("column", written[1:-1].replace("``", "`"), at)
        case "sign":
            return Token("sign", _SYNONYMS.get(written, written), at)
        case "number" if len(written.replace(".", "")) > MOST_DIGITS:
            raise BadCondition(Mistake(f"a number of more than {MOST_DIGITS} digits", at))
        case "day" | "month" | "number" | "word" | "end":
            return Token(kind, written, at)
        case _:
            raise AssertionError(kind)


def _unreadable(line: str, offset: int) -> Mistake:
    while line[offset].isspace():
        offset += 1
    if line[offset].isdigit():
        width = len(re.match(r"\w+", line[offset:]).group())  # type: ignore[union-attr]  # a digit is a \w
        return Mistake("not a number", At(offset, width), "write digits alone, as 1000 or 2.5")
    remedy = _ELSEWHERE.get(line[offset], "a text stands in single quotes, a column with an odd name in backquotes")
    return Mistake(f"{line[offset]} has no meaning here", At(offset), remedy)
