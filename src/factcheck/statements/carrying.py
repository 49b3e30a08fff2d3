"""Words of a quote -> the same words in the text, and back, whatever the typesetting of both."""

from factcheck.statements.plain import PlainText, plain, unpointed

Span = tuple[int, int]


def carried(span: Span, here: str, there: str) -> Span | None:
    """Where the characters `here[span]` stand in `there`, which says the same; None where that cannot be told.

    >>> carried((5, 12), "over 150,000 men", "over  150,000 men")
    (6, 13)
    """
    for one, other in ((plain(here), plain(there)), (unpointed(plain(here)), unpointed(plain(there)))):
        if one.text.strip() == other.text.strip():
            return _carried(span, one, other)
    return None


def _carried(span: Span, one: PlainText, other: PlainText) -> Span | None:
    start, end = span
    inside = [at for at, (first, last) in enumerate(one.spans) if start <= first and last <= end]
    shift = _lead(other.text) - _lead(one.text)
    if not inside or inside[-1] + shift >= len(other.spans):
        return None
    return other.back(inside[0] + shift, inside[-1] + 1 + shift)


def _lead(text: str) -> int:
    return len(text) - len(text.lstrip())
