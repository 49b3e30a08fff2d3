"""Puts new words into a claim's quote at its exact place in the file; every other character stays as it was."""

from dataclasses import dataclass

from factcheck.claims.scalars import in_quote_marks, prove, span_of
from factcheck.files.yaml import load
from factcheck.model.places import Place


@dataclass(frozen=True, slots=True)
class NewQuote:
    """The words for the quote that stands at a place of the file."""

    place: Place
    words: str


def relinked(old: str, shown: str, quotes: list[NewQuote]) -> str:
    """The file with these quotes in the place of the old ones. Raises FactcheckError where that cannot be done."""
    mark = len(old) - len(old.removeprefix("\ufeff"))
    body = old[mark:]
    root = load(body, shown)
    for quote in sorted(quotes, key=lambda one: (one.place.line, one.place.column), reverse=True):
        start, end = span_of(body, root, quote.place, shown)
        body = body[:start] + in_quote_marks(quote.words) + body[end:]
    prove(root, body, shown, {(one.place.line, one.place.column): " ".join(one.words.split()) for one in quotes})
    return old[:mark] + body
