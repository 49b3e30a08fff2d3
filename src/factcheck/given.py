"""A text that a command was given, in a file or on standard input, and the language it is in."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from factcheck.claims.find import about, said_in
from factcheck.errors import FactcheckError, Problem
from factcheck.languages import load as load_language
from factcheck.model.places import Place
from factcheck.model.texts import ReadText, Tracked
from factcheck.texts import DOCUMENTS, format_of
from factcheck.texts.opening import UTF_8, read_data, read_file
from factcheck.wording.language import Language

STANDARD_INPUT = "standard input"


@dataclass(frozen=True, slots=True)
class Source:
    """A text and where it comes from. `path` is None where it was given on standard input.

    `tracked` is what was said of its tracked changes; empty where nothing was.
    """

    read: ReadText
    shown: str
    path: Path | None = None
    encoding: str = UTF_8
    tracked: str = ""


def opened(path: Path, shown: str, *, encoding: str, text_format: str, tracked: str = "") -> Source:
    """The text of a file; what becomes of tracked changes is as said, else as a claim file about it says.

    Raises FactcheckError where it cannot be read, or has no words.
    """
    if not tracked and (text_format or format_of(shown)) in DOCUMENTS and path.exists():
        tracked = next(filter(None, (said_in(one, "tracked") for one in about(path, Path.cwd()))), "")
    read = read_file(path, shown, encoding=encoding, text_format=text_format, tracked=_tracked(tracked))
    return _with_words(Source(read, shown, path, encoding, tracked))


def given(data: bytes, *, encoding: str, text_format: str, tracked: str = "") -> Source:
    """The text in bytes from standard input. Raises FactcheckError as `opened` does."""
    form, said = text_format, _tracked(tracked)
    return _with_words(
        Source(read_data(data, STANDARD_INPUT, encoding=encoding, text_format=form, tracked=said), STANDARD_INPUT)
    )


def _tracked(said: str) -> Tracked:
    """What nobody can say is refused when the claim file is read."""
    return Tracked(said) if said in tuple(Tracked) else Tracked.REFUSE


def _with_words(source: Source) -> Source:
    if source.read.blocks:
        return source
    left = f" ({', '.join(left_out(source.read))} left out)" if source.read.left_out else ""
    remedy = "give a file with words; --format says what it is written in: text, markdown, html, docx, odt, pdf"
    raise FactcheckError(Problem(f"no words in this text{left}", Place(source.shown), remedy))


def left_out(read: ReadText) -> tuple[str, ...]:
    """What was not read, with how many of each: "2 code blocks"."""
    counted = Counter(part.what for part in read.left_out)
    return tuple(f"{number} {what}{'s' if number > 1 else ''}" for what, number in counted.items())


def language_of(code: str) -> Language:
    try:
        return load_language(code or "en")
    except KeyError as unknown:
        raise FactcheckError(Problem(str(unknown.args[0]), remedy="name one of these with --language")) from None
