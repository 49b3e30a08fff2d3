"""Every quantity of a text, with its place in the file."""

from collections.abc import Iterator

from factcheck.given import Source, language_of
from factcheck.model.quantities import Placed
from factcheck.statements.lines import LINE_BREAK, LineIndex
from factcheck.texts import read as read_text
from factcheck.wording import quantities, quantities_in_turn
from factcheck.wording.language import Language


def listed(source: Source, *, language: str = "en", by_line: bool = False) -> Iterator[Placed]:
    """Every quantity of a text, with its place in the file; with `by_line`, in lines that are texts of their own.

    Each comes as soon as it is read. Raises FactcheckError where there is no such language.
    """
    known = language_of(language)
    return _by_line(source, known) if by_line else _placed(source, known)


def _placed(source: Source, language: Language) -> Iterator[Placed]:
    read = source.read
    index = LineIndex(read.source, read.sections)
    for one in quantities_in_turn(read.text, language):
        start, end = read.span(one.start, one.end)
        at = index.place(start, source.shown)
        yield Placed(at.line, start, end, one, at.within)


def _by_line(source: Source, language: Language) -> Iterator[Placed]:
    for number, line in enumerate(LINE_BREAK.split(source.read.source), start=1):
        yield from _of_line(line, number, language)


def _of_line(line: str, number: int, language: Language) -> Iterator[Placed]:
    """Without what cannot be seen in it; the offsets are those of the line as it stands."""
    seen = read_text(line, "text")
    for one in quantities(seen.text, language):
        yield Placed(number, *seen.span(one.start, one.end), one)
