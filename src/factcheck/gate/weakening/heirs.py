"""What the files of the base are called now: a text and its claim file may have been renamed, both at once."""

from collections import Counter
from collections.abc import Iterator, Mapping

from factcheck.model.claims import Statement
from factcheck.model.findings import StatementResult
from factcheck.model.sides import Side
from factcheck.model.texts import ReadText
from factcheck.statements.plain import plain

ALIKE = 0.5  # of the words of both texts that are the same; less is another article


def new_names(base: Side, head: Side) -> dict[str, str]:
    """The paths of texts and claim files that are gone, each with the one that took its place.

    A text is another's heir where their claim file is the same, or where it is new and most of its words are the same.
    """
    files = {each.path: each for each in head.report.statements}
    told: dict[str, str] = {}
    for each in base.report.statements:
        path = each.statement.text_path
        if path and path not in head.texts and (heir := _heir(each, files, base)):
            told[path] = heir
    for each in base.report.statements:
        if each.path not in files and (file := _file(each, told, base, head)):
            told[each.path] = file
    return told


def text_now(statement: Statement, head: Side, names: Mapping[str, str]) -> ReadText | None:
    """The text that the base's statement is about, as it is now; None where it is gone."""
    if (here := head.texts.get(statement.text_path)) is not None:
        return here
    name = names.get(statement.text_path)
    return next((each.statement.read for each in head.report.statements if name and _text(each) == name), None)


def _heir(gone: StatementResult, files: Mapping[str, StatementResult], base: Side) -> str:
    if gone.path in files:
        return _text(files[gone.path])
    known = {_text(each) for each in base.report.statements}
    new = {_text(each): each.statement.text for each in files.values() if _text(each) not in known}
    alike = {path: _likeness(gone.statement.text or "", text or "") for path, text in new.items()}
    best = max(alike, key=lambda path: (alike[path], path), default="")
    return best if best and alike[best] >= ALIKE else ""


def _file(gone: StatementResult, texts: Mapping[str, str], base: Side, head: Side) -> str:
    """The one new claim file about the same text."""
    text = texts.get(_text(gone), _text(gone))
    known = {each.path for each in base.report.statements}
    new = [each.path for each in head.report.statements if text and _text(each) == text and each.path not in known]
    return new[0] if len(new) == 1 else ""


def _text(each: StatementResult) -> str:
    return each.statement.text_path


def _likeness(one: str, other: str) -> float:
    mine, theirs = Counter(_words(one)), Counter(_words(other))
    both = mine.total() + theirs.total()
    return 2 * (mine & theirs).total() / both if both else 0.0


def _words(text: str) -> Iterator[str]:
    yield from plain(text).text.lower().split()
