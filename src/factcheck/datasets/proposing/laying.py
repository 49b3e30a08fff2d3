"""How the table lies in its file, asked step by step: its row of names, its names, notes, a sum at its end."""

from pathlib import Path

from factcheck.datasets.oddities.found import letters
from factcheck.datasets.proposing import names, notes, tables
from factcheck.datasets.proposing.questions import Asking
from factcheck.files.quoting import quoted


def tallied(path: Path, asking: Asking, dialect: list[tuple[str, str]], *, is_text: bool) -> tables.Tallied:
    """The columns of the rows that are the table's: not its notes, nor a total at its end.

    `is_text` says that empty cells at the end of a row are cells: the range then ends before them.
    """
    stood = tables.stood(path, asking.answers)
    asking.ask(stood.questions)
    if stood.header_row > 1:
        dialect.append(("headerRows", f"[{stood.header_row}]"))
    if is_text and stood.width > len(stood.names):
        dialect.append(("range", f"A:{letters(len(stood.names))}"))
    called = _named(stood, asking, dialect)
    left_out: tuple[int, ...] = ()
    for further in (_notes, _sum):
        found = tables.tallied(path, stood.header_row, called, frozenset(left_out))
        left_out += further(found, asking)
    if left_out:
        dialect.append(("commentRows", f"[{', '.join(map(str, sorted(left_out)))}]"))
    return tables.tallied(path, stood.header_row, called, frozenset(left_out))


def _named(stood: tables.Stood, asking: Asking, dialect: list[tuple[str, str]]) -> tuple[str, ...]:
    """The names of the columns, each another."""
    asking.ask(names.name_questions(stood.names, stood.examples, asking.answers))
    new = dict(names.renamed(stood.names, asking.answers))
    if new:
        dialect.append(("rename", f"{{{', '.join(f'{at}: {quoted(name)}' for at, name in new.items())}}}"))
    return tuple(new.get(at, name) for at, name in enumerate(stood.names, start=1))


def _notes(found: tables.Tallied, asking: Asking) -> tuple[int, ...]:
    questions = [notes.of_odd(found.odd_rows)] if found.odd_rows else []
    questions += [notes.of_lone(found.lone_rows)] if found.lone_rows else []
    asking.ask(questions)
    return (*found.odd_rows, *notes.left_out(found.lone_rows, asking.answers.get("notes-below", notes.KEEP)))


def _sum(found: tables.Tallied, asking: Asking) -> tuple[int, ...]:
    if not found.sum_row:
        return ()
    asking.ask((notes.of_sum(found.sum_row),))
    return (found.sum_row,) if asking.answers["last-row"] == notes.LEAVE_OUT else ()
