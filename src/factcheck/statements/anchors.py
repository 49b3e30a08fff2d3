"""Finds a quote in a text: the words exactly, whatever the typesetting of spaces, dashes, quote marks and commas."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.statements.plain import PlainText, plain, unpointed


@dataclass(frozen=True, slots=True)
class Found:
    """The quote stands once, at `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lost:
    """The quote does not stand in the text."""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The quote stands in several places, from their starts to their ends; `prefix` or `suffix` must choose one."""

    places: tuple[tuple[int, int], ...]


Anchor = Found | Lost | Ambiguous

# What a number goes on with: 94 is not in 194, 94.5, 1,940 or 94%.
_GOES_ON = re.compile(r"[.,'][0-9]|%")
_CAME_BEFORE = re.compile(r"[0-9][.,']$")

# A space of this kind inside a number only groups its digits: 500 is not in 10\u202f500.
_GROUPING_SPACE = "\u00a0\u2009\u202f"


def find(text: str | PlainText, quote: str, prefix: str = "", suffix: str = "") -> Anchor:
    """Where the quote stands, between `prefix` and `suffix` where these are given. It begins and ends with whole words.

    A quote that is not found as it is, is looked for without commas and quote marks, which change no fact.

    >>> find("up from 194% to 94%", "94%")
    Found(start=16, end=19)
    """
    within = plain(text) if isinstance(text, str) else text
    found = _find(within, plain(quote), plain(prefix), plain(suffix))
    if not isinstance(found, Lost) or not quote.strip():
        return found
    return _find(*map(unpointed, (within, plain(quote), plain(prefix), plain(suffix))))


def _find(within: PlainText, quote: PlainText, prefix: PlainText, suffix: PlainText) -> Anchor:
    wanted, before, after = quote.text.strip(), prefix.text.strip(), suffix.text.strip()
    places = tuple(
        within.back(start, start + len(wanted))
        for start in _starts(within.text, wanted)
        if _has_borders(within, start, start + len(wanted))
        and _stands_before(within.text, start, before)
        and _stands_after(within.text, start + len(wanted), after)
    )
    if len(places) == 1:
        return Found(*places[0])
    return Ambiguous(places) if places else Lost()


def _starts(text: str, wanted: str) -> Iterator[int]:
    start = text.find(wanted) if wanted else -1
    while start >= 0:
        yield start
        start = text.find(wanted, start + 1)


def _stands_before(text: str, start: int, prefix: str) -> bool:
    return text[max(0, start - len(prefix) - 1) : start].rstrip().endswith(prefix)


def _stands_after(text: str, end: int, suffix: str) -> bool:
    return text[end : end + len(suffix) + 1].lstrip().startswith(suffix)


def _has_borders(within: PlainText, start: int, end: int) -> bool:
    """No word and no number goes on beyond the ends."""
    text = within.text
    before, first, last, after = text[max(0, start - 2) : start], text[start], text[end - 1], text[end : end + 2]
    if _in_one_word(before[-1:], first) or _in_one_word(last, after[:1]):
        return False
    if first.isdigit() and (_CAME_BEFORE.search(before) or _is_grouped(within, start - 1)):
        return False
    return not (last.isdigit() and (_GOES_ON.match(after) or _is_grouped(within, end)))


def _in_one_word(one: str, other: str) -> bool:
    return one.isalnum() and other.isalnum()


def _is_grouped(within: PlainText, at: int) -> bool:
    """The character there is a space that holds two parts of a number together."""
    if not 0 < at < len(within.text) - 1:
        return False
    start, end = within.spans[at]
    is_space = within.original[start:end] in tuple(_GROUPING_SPACE)
    return is_space and within.text[at - 1].isdigit() and within.text[at + 1].isdigit()
