"""Finds the phrases of a language's lists in a text, word by word."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from factcheck.wording.language import Language

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+|,[0-9]{3}(?![0-9]))*['’]?|[^\w\s]")

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]


class Word(NamedTuple):
    """`text[start:end]`, in small letters and with straight apostrophes."""

    text: str
    start: int
    end: int


class Phrase(NamedTuple):
    """`text[start:end]`, words `first` up to `after`."""

    start: int
    end: int
    first: int
    after: int


def words(text: str) -> list[Word]:
    """The words and signs of a text, in order. A hyphen between letters parts two words, and is none.

    >>> [word.text for word in words("The world’s first, of 4.5%")]
    ['the', "world's", 'first', ',', 'of', '4.5', '%']
    """
    return [
        Word(found.group().lower().replace("’", "'"), found.start(), found.end())
        for found in _WORD.finditer(text)
        if not _is_hyphen(text, found.start())
    ]


def _is_hyphen(text: str, at: int) -> bool:
    return text[at] in "-‐‑" and text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha()


def phrases(said: list[Word], language: Language, *lists: str) -> Iterator[Phrase]:
    """The longest phrase of the lists at each place, in order; none overlaps another."""
    wanted = _compiled(language, lists)
    after = 0
    for at, word in enumerate(said):
        if at >= after and word.text in wanted and (length := _longest(said, at, wanted)):
            after = at + length
            yield Phrase(word.start, said[after - 1].end, at, after)


def _longest(said: list[Word], at: int, wanted: Phrases) -> int:
    for phrase in wanted[said[at].text]:
        if all(at + n < len(said) and said[at + n].text == word for n, word in enumerate(phrase)):
            return len(phrase)
    return 0


@lru_cache(maxsize=256)
def _compiled(language: Language, lists: tuple[str, ...]) -> Phrases:
    """The phrases by their first word, the longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for name in lists:
        for phrase in language.listed(name):
            parts = tuple(word.text for word in words(phrase))
            found.setdefault(parts[0], set()).add(parts)
    return {first: tuple(sorted(those, key=lambda one: (-len(one), one))) for first, those in found.items()}
