"""Where quotes stand in one text, many of them."""

from factcheck.model.claims import Claim
from factcheck.model.texts import ReadText
from factcheck.statements.anchors import Ambiguous, Found, find
from factcheck.statements.plain import PlainText, plain
from factcheck.statements.resemblance import Wanted, Words, resembling

Spans = tuple[tuple[int, int], ...]


class Lookup:
    """A text in which many quotes are looked up."""

    def __init__(self, read: ReadText) -> None:
        self.read = read
        self._plain: PlainText = plain(read.text)
        self._words: Words | None = None
        self._known: dict[tuple[str, str, str], Spans] = {}

    def spans(self, claim: Claim) -> Spans:
        """Where the quote stands, with the words about it or without them."""
        key = (claim.quote, claim.prefix, claim.suffix)
        if key not in self._known:
            self._known[key] = self._spans(claim)
        return self._known[key]

    def _spans(self, claim: Claim) -> Spans:
        for around in ((claim.prefix, claim.suffix), ("", "")):
            match find(self._plain, claim.quote, *around):
                case Found(start, end):
                    return ((start, end),)
                case Ambiguous(places):
                    return places
        return ()

    def like(self, claim: Claim) -> Spans:
        """Where words like the quote stand."""
        self._words = self._words or Words(self.read.text)
        found = resembling(self._words, Wanted(claim.quote, claim.prefix, claim.suffix))
        return ((found.start, found.end),) if found else ()


def overlap(some: Spans, others: Spans) -> bool:
    return any(one[0] < other[1] and other[0] < one[1] for one in some for other in others)
