"""The statement of a claim file, with the text it names."""

import posixpath
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.claims.asked_rows import Data
from factcheck.claims.collecting import Collected
from factcheck.claims.shape import NOT_HELD, StatementShape
from factcheck.errors import FactcheckError
from factcheck.files.nodes import Node, located
from factcheck.files.paths import inside, project_root
from factcheck.files.reading import read
from factcheck.files.shapes import Placed
from factcheck.model.claims import Statement
from factcheck.model.texts import ReadText, Tracked
from factcheck.texts.opening import UTF_8, read_file
from factcheck.wording.language import Language

TextOf = Callable[[Path, str, str, Tracked], ReadText]
LanguageOf = Callable[[str], Language]

DEFAULT_LANGUAGE = "en"


def text_in(path: Path, shown: str, encoding: str, tracked: Tracked) -> ReadText:
    """The words of a statement's text, by the format that its name tells."""
    return read_file(path, shown, encoding=encoding, tracked=tracked)


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement and its language. `text_file` is where its text lies; None where it is not held."""

    statement: Statement
    language: Language
    text_file: Path | None = None


def stated(node: Node, file: Path, shown: str, data: Data, *, language_of: LanguageOf, text_of: TextOf) -> Stated:
    """The statement, its text read. Raises FactcheckError with every problem found."""
    shape = read(node, StatementShape, data.lines, called="the statement")
    found = Collected()
    code = shape.language.value if shape.language else DEFAULT_LANGUAGE
    language = found.attempt(_language, code, shape, data, language_of)
    text_file = found.attempt(_text_file, shape.text, file, data) if shape.text.value != NOT_HELD else None
    text_path = posixpath.normpath(posixpath.join(posixpath.dirname(shown), shape.text.value)) if text_file else ""
    encoding = shape.encoding.value if shape.encoding else UTF_8
    tracked = Tracked(shape.tracked or Tracked.REFUSE)
    text = found.attempt(text_of, text_file, text_path, encoding, tracked) if text_file else None
    found.stop_at_problems()
    if language is None:
        raise AssertionError("a language that could not be had is a problem")
    statement = Statement(
        title=shape.title,
        publisher=shape.publisher,
        place=shape.place,
        speaker=shape.speaker,
        published=shape.published,
        url=shape.url,
        read=text,
        text_path=text_path,
        language=code,
        encoding=encoding,
        tracked=tracked,
    )
    return Stated(statement, language, text_file)


def _language(code: str, shape: StatementShape, data: Data, language_of: LanguageOf) -> Language:
    try:
        return language_of(code)
    except KeyError as unknown:
        at = shape.language.node if shape.language else shape.place
        raise data.refusal(at, str(unknown.args[0]), "name one of these") from None


def _text_file(written: Placed[str], file: Path, data: Data) -> Path:
    try:
        return inside(project_root(file), file.resolve().parent, written.value)
    except FactcheckError as error:
        placed = (located(problem, written.node.place, data.lines) for problem in error.problems)
        raise FactcheckError(*(replace(problem, width=len(written.value)) for problem in placed)) from None
