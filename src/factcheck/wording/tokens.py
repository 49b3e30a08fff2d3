"""Text as a row of tokens: words, numbers in digits, marks; each knows where it stands."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from factcheck.wording.scripts import in_our_digits

NUMBER, WORD, MARK, BREAK, CODE, LINK = "number", "word", "mark", "break", "code", "link"
Elisions = Mapping[str, str]
NO_ELISIONS: Elisions = MappingProxyType({})

HYPHENS = frozenset("-‐‑")
DASHES = frozenset("‒–—―−")

# Longer than any figure a person writes; what is longer is a code, and is never converted.
MOST_DIGITS = 38
# "1.111,11" has three parts.
LEAST_SWAPPED = 3

_RAISED = "¹²³⁰⁴-⁹₀-₉"
_LETTER = rf"[^\W\d_{_RAISED}]"
# Each alternative reads its characters once, so hostile text costs no more than other text.
_BEFORE_WORDS = (
    r"(?P<number>[0-9]+(?:[.,'’\u00a0\u2009\u202f ][0-9]+)*)"
    r"|(?P<unit>[kcdm]?m[23²³](?!\w))"
    r"|(?P<link>(?:https?://|www\.)\S*)"
)
_WORDS_AND_AFTER = (
    rf"|(?P<word>{_LETTER}+(?:['’]{_LETTER}+)*)"
    r"|(?P<break>\n[ \t\r]*\n)"
    rf"|(?P<mark>[^\w\s]|[{_RAISED}])"
)
_PART = re.compile(r"([^0-9]?)([0-9]+)")


class Token(NamedTuple):
    """`word` is lower case for words, and plain digits with a point for numbers.

    `glued` says that nothing stands between it and the token before; `joined` that a hyphen does.
    """

    kind: str
    word: str
    start: int
    end: int
    glued: bool
    joined: bool


def tokens(
    text: str,
    *,
    decimal: str,
    groups: frozenset[str],
    elisions: Elisions = NO_ELISIONS,
    within: tuple[int, int] | None = None,
) -> list[Token]:
    """The tokens of a text in order, or of the part of it from one offset up to another.

    Words that `elisions` shorten stand whole, and the apostrophe after them is as a space: "d’un" is "de" and "un".

    >>> [token.word for token in tokens("Over 150,000 (4.20%)", decimal=".", groups=frozenset(","))]
    ['over', '150000', '(', '4.20', '%', ')']
    """
    found: list[Token] = []
    stop = -1
    for kind, word, start, end in _pieces(text, decimal, groups, elisions, within or (0, len(text))):
        glued = start == stop
        if glued and found[-1].word == "-" and _is_hyphen(found, kind):
            found[-1] = Token(kind, word, start, end, False, True)  # noqa: FBT003 - this is where words are made
        else:
            found.append(Token(kind, word, start, end, glued, False))  # noqa: FBT003
        stop = end
    return found


def _is_hyphen(found: list[Token], kind: str) -> bool:
    """The last token is a dash between two words, or a word and a number, with no space about it."""
    if found[-1].kind != MARK or not found[-1].glued:
        return False
    if kind == NUMBER and found[-2].glued and found[-3].kind == NUMBER:
        return False  # "5k-20k" is a range
    kinds = {found[-2].kind, kind}
    return WORD in kinds and kinds <= {WORD, NUMBER}


@cache
def _token(shortened: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of a token, in a language that shortens these words before others."""
    elided = rf"|(?P<elided>(?i:{'|'.join(map(re.escape, shortened))})['’](?=\w))" if shortened else ""
    return re.compile(_BEFORE_WORDS + elided + _WORDS_AND_AFTER)


def _pieces(
    text: str, decimal: str, groups: frozenset[str], elisions: Elisions, within: tuple[int, int]
) -> Iterator[tuple[str, str, int, int]]:
    first, last = within
    for match in _token(tuple(elisions)).finditer(in_our_digits(text[first:last], decimal)):
        kind, whole = match.lastgroup or MARK, match.group()
        start, end = first + match.start(), first + match.end()
        if kind == WORD:
            yield WORD, (whole if whole.islower() else whole.lower()).replace("’", "'"), start, end
        elif kind == "unit":
            yield WORD, whole.lower().replace("²", "2").replace("³", "3"), start, end
        elif kind == NUMBER and len(whole) <= MOST_DIGITS and whole.isdigit():
            yield NUMBER, whole, start, end
        elif kind == NUMBER:
            yield from _numbers(whole, start, decimal, groups)
        elif kind == "elided":
            yield WORD, elisions[whole[:-1].lower()], start, end - 1
        else:
            yield kind, _mark(whole), start, end


def _mark(mark: str) -> str:
    """One sign for all hyphens, and one for all dashes."""
    return "-" if mark in HYPHENS else "–" if mark in DASHES else mark


def _numbers(run: str, at: int, decimal: str, groups: frozenset[str]) -> Iterator[tuple[str, str, int, int]]:
    """The numbers of a run of digits and marks: "2019 150,000" is two."""
    parts = [(part[1], part[2], at + part.start(2), at + part.end(2)) for part in _PART.finditer(run)]
    if _has_swapped_marks(parts, decimal):
        digits = "".join(part[1] for part in parts[:-1])
        yield NUMBER, f"{digits}.{parts[-1][1]}", at, parts[-1][3]
        return
    index = 0
    while index < len(parts):
        whole, after = _whole(parts, index, groups)
        digits, stop = _with_decimals(parts, after, whole, decimal)
        kind = NUMBER if stop and len(digits) <= MOST_DIGITS else CODE
        last = (stop or _code_end(parts, after, decimal)) - 1
        if index and not parts[index][0].isspace():
            yield MARK, parts[index][0], parts[index][2] - 1, parts[index][2]
        yield kind, digits, parts[index][2], parts[last][3]
        index = last + 1


_Parts = list[tuple[str, str, int, int]]


def _has_swapped_marks(parts: _Parts, decimal: str) -> bool:
    """ "1.111,11" in English: groups of three by the decimal mark, then another mark and other than three digits."""
    if len(parts) < LEAST_SWAPPED or parts[-1][0] in (decimal, " ") or len(parts[-1][1]) == len("000"):
        return False
    groups = parts[1:-1]
    has_groups = all(mark == decimal and len(digits) == len("000") for mark, digits, _, _ in groups)
    return has_groups and parts[-1][0] in (",", ".") and len(parts[0][1]) <= len("000")


def _whole(parts: _Parts, index: int, groups: frozenset[str]) -> tuple[str, int]:
    """The digits of a whole number with its groups of three, and the index of the part after it."""
    digits, after = parts[index][1], index + 1
    if len(digits) > len("999") or after == len(parts) or parts[after][0] not in groups:
        return digits, after
    mark, groups_read = parts[after][0], [digits]
    while mark == "," and _is_indian(parts, after):
        groups_read.append(parts[after][1])
        after += 1
    while after < len(parts) and parts[after][0] == mark and len(parts[after][1]) == len("000"):
        groups_read.append(parts[after][1])
        after += 1
    return "".join(groups_read), after


def _is_indian(parts: _Parts, at: int) -> bool:
    """A group of two digits with more groups behind it: "12,34,567"."""
    if at + 1 >= len(parts) or parts[at][0] != "," or parts[at + 1][0] != ",":
        return False
    return len(parts[at][1]) == len("34") and len(parts[at + 1][1]) in (len("34"), len("567"))


def _with_decimals(parts: _Parts, after: int, whole: str, decimal: str) -> tuple[str, int]:
    """The number with its decimals and the index after it; index 0 where a second decimal mark makes it a code."""
    if after == len(parts) or parts[after][0] != decimal:
        return whole, after
    if after + 1 < len(parts) and parts[after + 1][0] == decimal:
        return whole, 0
    return f"{whole}.{parts[after][1]}", after + 1


def _code_end(parts: _Parts, after: int, decimal: str) -> int:
    while after < len(parts) and parts[after][0] == decimal:
        after += 1
    return after
