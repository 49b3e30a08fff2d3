"""Lines of text that fit a width: wrapped, never cut, so that no verdict, figure or claim is hidden."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

LABEL = 11
NARROW = 45

Style = Literal["", "good", "bad", "open", "faint", "strong"]


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one style. Colour never says what the words do not."""

    text: str
    style: Style = ""


Line = tuple[Span, ...]


def line(*spans: Span | str) -> Line:
    return tuple(Span(span) if isinstance(span, str) else span for span in spans)


def width_of(text: str) -> int:
    """Columns in a terminal: wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def padded(text: str, width: int) -> str:
    return text + " " * max(0, width - width_of(text))


def wrapped(text: str, width: int) -> list[str]:
    """The words in lines of at most that width; a longer word is broken, not lost. At least one line."""
    lines: list[str] = [""]
    for word in text.split():
        gap = 1 if lines[-1] else 0
        if width_of(lines[-1]) + gap + width_of(word) <= width:
            lines[-1] += " " * gap + word
            continue
        pieces = _broken(word, width)
        lines.extend(pieces)
    return [one for one in lines if one] or [""]


def cut(text: str, width: int) -> str:
    """As much of the text as fits, from its beginning."""
    return _broken(text[: max(1, width)], width)[0]


def side_by_side(parts: Sequence[str], width: int, *, gap: int = 3) -> list[str]:
    """The parts on one line where they fit, else each on lines of its own; empty ones are left out."""
    told = [part for part in parts if part]
    one_line = (" " * gap).join(told)
    return [one_line] if width_of(one_line) <= width else [piece for part in told for piece in wrapped(part, width)]


def field(
    label: str, parts: str | Sequence[str], width: int, *, label_width: int = LABEL, style: Style = ""
) -> list[Line]:
    """A label with its text, or with several texts beside each other; above it where either is too long for that."""
    texts = [parts] if isinstance(parts, str) else parts
    if width < NARROW or width_of(label) > label_width:
        heading = [line("  ", Span(part, style)) for part in wrapped(label, width - 2) if part]
        return heading + [line("    ", part) for part in side_by_side(texts, width - 4)]
    told = side_by_side(texts, width - label_width - 2)
    return [line("  ", Span(padded("" if at else label, label_width), style), part) for at, part in enumerate(told)]


def _broken(word: str, width: int) -> list[str]:
    pieces: list[str] = [""]
    for character in word:
        if width_of(pieces[-1]) + width_of(character) > max(1, width) and pieces[-1]:
            pieces.append("")
        pieces[-1] += character
    return pieces


def columns(cells: Sequence[tuple[str, int, Style]], *, gap: int = 2) -> list[Line]:
    """Cells side by side, each wrapped in its own width; trailing blanks are left off."""
    blocks = [wrapped(text, width) for text, width, _ in cells]
    height = max(len(block) for block in blocks)
    lines: list[Line] = []
    for row in range(height):
        spans: list[Span] = []
        for (_, width, style), block in zip(cells, blocks, strict=True):
            text = block[row] if row < len(block) else ""
            spans.append(Span(padded(text, width) + " " * gap, style))
        lines.append(_trimmed(spans))
    return lines


def _trimmed(spans: Sequence[Span]) -> Line:
    kept = list(spans)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[-1] = Span(kept[-1].text.rstrip(), kept[-1].style)
    return tuple(kept)


def plain(lines: Iterable[Line]) -> str:
    """The lines without styles, each with its line end."""
    return "".join("".join(span.text for span in one) + "\n" for one in lines)
