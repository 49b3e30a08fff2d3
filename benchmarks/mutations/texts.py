"""Changes of a text alone: its words, or only its looks."""

import re
import textwrap
from collections.abc import Iterator

WIDTH = 47
NEW_FIGURES = (
    "A further 37 were left out.",
    "Nearly a fifth were new.",
    "That was 3.2 million more.",
    "It was the highest ever.",
    "Some 12% disagreed.",
)


def replaced(text: str, old: str, new: str) -> str:
    """The text in which the words `old`, however they are wrapped, are `new`."""
    pattern = r"\s+".join(map(re.escape, old.split()))
    found, count = re.subn(pattern, lambda _: new, text, count=1)
    if not count:
        raise ValueError(f"{old!r} does not stand in the text")
    return found


def with_figure(text: str, quote: str, number: int) -> str:
    """A sentence with a figure more, behind the one that holds the quote."""
    pattern = r"\s+".join(map(re.escape, quote.split()))
    found = re.search(pattern + r"[^.]*(?:\.\d[^.]*)*\.", text)
    at = found.end() if found else len(text)
    return f"{text[:at]} {NEW_FIGURES[number % len(NEW_FIGURES)]}{text[at:]}"


def looks(text: str) -> Iterator[tuple[str, str]]:
    """The whole text as another editor would set it: other lines, other order of its paragraphs."""
    paragraphs = text.strip().split("\n\n")
    narrow = "\n\n".join(textwrap.fill(one, WIDTH, break_on_hyphens=False) for one in paragraphs)
    wide = "\n\n".join(" ".join(one.split()) for one in paragraphs)
    yield "rewrapped", narrow + "\n"
    yield "rewrapped", wide + "\n"
    for at in range(1, len(paragraphs)):
        yield "moved", "\n\n".join([*paragraphs[at:], *paragraphs[:at]]) + "\n"


def marks(quote: str, says: str) -> Iterator[tuple[str, str]]:
    """The quote with quote marks of several kinds around a word or around all, and with a comma more."""
    at = quote.find(says) if says else -1
    free = [
        found
        for found in re.finditer(r"[A-Za-z’-]+(?= )", quote)
        if not (at >= 0 and found.start() < at + len(says) and at < found.end() + 1)
    ]
    for opening, closing in ("“”", "‘’", '""', "«»"):
        yield "quote marks", f"{opening}{quote}{closing}"
    for word in free[-1:]:
        marked = f"{quote[: word.start()]}‘{word[0]}’{quote[word.end() :]}"
        yield "quote marks", marked
        yield "comma", f"{quote[: word.end()]},{quote[word.end() :]}"
