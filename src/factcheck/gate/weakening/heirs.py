"""What the files of the base are called now: a text and its claim file may have been renamed, both at once."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from factcheck.model.claims import Statement
from factcheck.model.findings import StatementResult
from factcheck.model.sides import Side
from factcheck.model.texts import ReadText
from factcheck.statements.plain import plain

ALIKE = 0.5  # of the words that are the same; less is another article


def new_names(base: Side, head: Side) -> dict[str, str]:
    """The paths of texts and claim files that are gone, each with the one that took its place.

    A text is another's heir where it is new and most of its words are the same, or where their claim file is the same.
    One that no claim file is about may be an heir too.
    """
    files = {each.path: each for each in head.report.statements}
    told: dict[str, str] = {}
    for each in base.report.statements:
        if _is_gone(each, head) and (heir := _heir(each, files, base, head)):
            told[_text(each)] = heir
    for each in base.report.statements:
        if each.path not in files and (file := _file(each, told, base, head)):
            told[each.path] = file
    return told


def _is_gone(each: StatementResult, head: Side) -> bool:
    """There is no text of that name; or it is another one, where what a change brings may be the article."""
    now = head.texts.get(_text(each))
    if now is None:
        return bool(_text(each))
    return bool(head.strays) and _likeness(each.statement.text or "", now.text) < ALIKE


def text_now(statement: Statement, head: Side, names: Mapping[str, str]) -> ReadText | None:
    """The text that the base's statement is about, as it is now; None where it is gone."""
    name = names.get(statement.text_path)
    if name is None:
        return head.texts.get(statement.text_path)
    if name in head.strays:
        return head.strays[name]
    return next((each.statement.read for each in head.report.statements if _text(each) == name), None)


def _heir(gone: StatementResult, files: Mapping[str, StatementResult], base: Side, head: Side) -> str:
    known = {_text(each) for each in base.report.statements}
    new = {_text(each): each.statement.text or "" for each in files.values() if _text(each) not in known}
    new |= {path: read.text for path, read in head.strays.items()}
    alike = {path: _likeness(gone.statement.text or "", text) for path, text in new.items()}
    best = max(alike, key=lambda path: (alike[path], path), default="")
    if best and alike[best] >= ALIKE:
        return best
    return _text(files[gone.path]) if gone.path in files and _text(gone) not in head.texts else ""


def _file(gone: StatementResult, texts: Mapping[str, str], base: Side, head: Side) -> str:
    """The one new claim file about the same text."""
    text = texts.get(_text(gone), _text(gone))
    known = {each.path for each in base.report.statements}
    new = [each.path for each in head.report.statements if text and _text(each) == text and each.path not in known]
    return new[0] if len(new) == 1 else ""


def _text(each: StatementResult) -> str:
    return each.statement.text_path


def _likeness(one: str, other: str) -> float:
    """How many words of both are the same; or how much of the first stands in the other, however long that is."""
    mine, theirs = list(_words(one)), list(_words(other))
    both = len(mine) + len(theirs)
    if not both:
        return 0.0
    threes, others = _threes(mine), _threes(theirs)
    held = (threes & others).total() / threes.total() if threes else 0.0
    return max(2 * (Counter(mine) & Counter(theirs)).total() / both, held)


def _threes(words: Sequence[str]) -> Counter[tuple[str, ...]]:
    """Each three words in a row: single words of a short text stand in every long one."""
    return Counter(zip(words, words[1:], words[2:], strict=False))


def _words(text: str) -> Iterator[str]:
    yield from plain(text).text.lower().split()
