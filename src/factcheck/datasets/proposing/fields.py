"""One column's type, punctuation, missing and censored cells: what its cells leave no doubt of, and what is asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.datasets.proposing.columns import NUMBERS, Tally
from factcheck.datasets.proposing.questions import UNKNOWN, Answers, Question

_FLAGS = (-9, -99, -999, -9999, 99, 999, 9999, 99999)
_BOOLEAN = frozenset({"yes", "no", "true", "false", "1", "0"})
_KEEP = ("value", "a value like any other")
_COMMA, _POINT = ("grouped by comma", "comma and three"), ("grouped by point", "point and three")


@dataclass(frozen=True, slots=True)
class FieldProposed:
    """A field of the schema; `missing` are cells besides the empty one, `censored` cells with what they may be."""

    name: str
    type: str
    decimal: str = ""
    group: str = ""
    missing: tuple[str, ...] = ()
    censored: tuple[tuple[str, str], ...] = ()


def field_questions(column: Tally) -> Iterator[Question]:
    """What only a person can tell of the column."""
    name, numbers = column.name, column.count(*NUMBERS)
    if numbers:
        yield from _of_numbers(column)
    elif column.count("slashed day"):
        shown = column.shown("slashed day")
        text = f"{name}: which day is {shown}? A day other than 2020-04-03 is kept as text."
        yield Question(f"days:{name}", text, (("text", "keep it as text; write it as 2020-04-03 to compute with it"),))
    elif column.values and {value.lower() for value in column.values} <= _BOOLEAN:
        shown = ", ".join(f'"{value}"' for value in column.values)
        yield Question(f"type:{name}", f"{name} holds {shown}.", (("boolean", "yes or no"), ("string", "text")))
    for cell in column.examples.get("mark", {}):
        text = f'{name}: does "{cell}" mean that there is no value? It comes {_times(column.values[cell])}.'
        yield Question(f"cell:{name}:{cell}", text, (("missing", "there is no value"), _KEEP))
    if numbers:
        yield from (_censored(name, cell) for cell in column.examples.get("censored", {}))


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number:,} times"


def _of_numbers(column: Tally) -> Iterator[Question]:
    name = column.name
    if column.count("text", "day", "slashed day"):
        odd = ", ".join(filter(None, (column.shown(form) for form in ("text", "day", "slashed day"))))
        others = column.count("text", "day", "slashed day")
        text = f"{name}: {column.count(*NUMBERS):,} cells are numbers, {others:,} are not: {odd}."
        yield Question(f"type:{name}", text, (("number", "the others do not fit"), ("string", "all are text")))
    elif column.count("zeros"):
        text = f"{name}: {column.shown('zeros')} begins with zero."
        yield Question(f"type:{name}", text, (("string", "a code"), ("number", "a number")))
    elif column.count(*NUMBERS) == column.count("whole") == column.years:
        text = f"{name} holds {column.least} to {column.most}."
        yield Question(f"type:{name}", text, (("year", "years"), ("number", "numbers")))
    if _marks(column) is None:
        yield _mark_question(column)
    if not column.count("zeros"):
        yield from _flags(column)


def _mark_question(column: Tally) -> Question:
    comma = column.count(*_COMMA, "decimal comma")
    forms = (*_COMMA, "decimal comma") if comma else _POINT
    shown = next(told for form in forms if (told := column.shown(form)))
    other = next((told for form in (*_POINT, "decimal point") if (told := column.shown(form))), "") if comma else ""
    text = f"{column.name}: how is {shown}{' beside ' + other if other else ''} to be read?"
    answers = [
        (". groups , decimal", "1.234,5 is one thousand two hundred and thirty-four and a half"),
        (", groups . decimal", "1,234.5 is one thousand two hundred and thirty-four and a half"),
    ]
    return Question(f"marks:{column.name}", text, tuple(answers))


def _marks(column: Tally) -> tuple[str, str] | None:
    """The decimal mark and the mark of groups, where the cells leave no doubt; None where they do."""
    point = column.count("decimal point", "grouped by comma")
    comma = column.count("decimal comma", "grouped by point")
    if point and not comma:
        return ".", "," if column.count(*_COMMA) else ""
    if comma and not point:
        return ",", "." if column.count(*_POINT) else ""
    unsure = point or column.count("comma and three", "point and three")
    return None if unsure else (".", "")


def _flags(column: Tally) -> Iterator[Question]:
    """A whole number of nines far from all others, as some offices write for no answer."""
    numbers = sorted(int(value) for value in column.values if re.fullmatch(r"-?[0-9]{1,18}", value))
    for flag in _FLAGS:
        others = [number for number in numbers if number not in _FLAGS]
        if flag not in numbers or not others:
            continue
        if (flag < 0 and others[0] >= 0) or (flag > 0 and others[-1] * 2 < flag):
            text = f"{column.name}: does {flag} mean that there is no value? Others: {others[0]:,} to {others[-1]:,}."
            yield Question(f"cell:{column.name}:{flag}", text, (("missing", "there is no value"), _KEEP))


def _censored(name: str, cell: str) -> Question:
    number = int("".join(filter(str.isdigit, cell)))
    answers = [
        ("misfit", "nothing that is known: it is told as a cell that does not fit"),
        ("missing", "no value at all"),
    ]
    if cell.startswith(("<", "f", "F", "l", "L")):
        answers = [(f"0..{number - 1}", "from zero"), (f"1..{number - 1}", "from one"), *answers]
    elif cell.startswith("≤"):
        answers = [(f"0..{number}", "from zero"), (f"1..{number}", "from one"), *answers]
    return Question(f"cell:{name}:{cell}", f'{name}: which numbers may "{cell}" stand for?', tuple(answers))


def proposed(column: Tally, answers: Answers) -> FieldProposed:
    """The field, with every question answered."""
    name = column.name
    cells = {
        key.removeprefix(f"cell:{name}:"): answer for key, answer in answers.items() if key.startswith(f"cell:{name}:")
    }
    missing = tuple(cell for cell, answer in cells.items() if answer == "missing")
    censored = tuple((cell, answer) for cell, answer in cells.items() if ".." in answer and answer != UNKNOWN)
    kind = _type(column, answers.get(f"type:{name}", ""))
    if kind not in ("integer", "number"):
        return FieldProposed(name, kind, missing=missing)
    decimal, group = _marks(column) or (".", "")
    if told := answers.get(f"marks:{name}", ""):
        group, decimal = told[0], told.removesuffix(" decimal")[-1]
    return FieldProposed(name, kind, decimal if kind == "number" else "", group, missing, censored)


def _type(column: Tally, told: str) -> str:
    if told and told != "number":
        return told
    if column.count(*NUMBERS):
        decimals = column.count(
            "decimal point",
            "decimal comma",
            "grouped by comma",
            "grouped by point",
            "point and three",
            "comma and three",
        )
        return "number" if decimals else "integer"
    days = column.count("day")
    others = sum(column.forms.values()) - column.count("empty", "mark", "day")
    return "date" if days and not others else "string"
