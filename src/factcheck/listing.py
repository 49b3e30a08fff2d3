"""Every quantity of a text, with its place in the file."""

from collections.abc import Iterator

from factcheck.given import Source, language_of
from factcheck.model.quantities import Placed
from factcheck.statements.lines import LINE_BREAK, LineIndex
from factcheck.texts import read as read_text
from factcheck.wording import quantities
from factcheck.wording.language import Language


def listed(source: Source, *, language: str = "en", by_line: bool = False) -> tuple[Placed, ...]:
    """Every quantity of a text, with its place in the file; with `by_line`, in lines that are texts of their own."""
    known, whole = language_of(language), source.read.source
    if by_line:
        lines = enumerate(LINE_BREAK.split(whole), start=1)
        return tuple(one for number, line in lines for one in _of_line(line, number, known))
    index = LineIndex(whole, source.read.sections)
    spans = ((source.read.span(one.start, one.end), one) for one in quantities(source.read.text, known))
    placed = ((index.place(start, source.shown), start, end, one) for (start, end), one in spans)
    return tuple(Placed(at.line, start, end, one, at.within) for at, start, end, one in placed)


def _of_line(line: str, number: int, language: Language) -> Iterator[Placed]:
    """Without what cannot be seen in it; the offsets are those of the line as it stands."""
    seen = read_text(line, "text")
    for one in quantities(seen.text, language):
        yield Placed(number, *seen.span(one.start, one.end), one)
