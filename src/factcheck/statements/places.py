"""Places of a sentence that are taken: asking whether one is costs the same however many there are."""

from collections.abc import Iterable

Span = tuple[int, int]


class Places:
    """Characters of a text that belong to something."""

    def __init__(self, length: int, spans: Iterable[Span] = ()) -> None:
        self._taken = bytearray(length)
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> None:
        self._taken[span[0] : span[1]] = b"\1" * (span[1] - span[0])

    def touch(self, span: Span) -> bool:
        """One of the characters of the span is taken."""
        return self._taken.find(1, *span) >= 0
