"""One column's type, punctuation, missing and censored cells: what its cells leave no doubt of, and what is asked."""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.datasets.proposing.columns import NUMBERS, Tally
from factcheck.datasets.proposing.questions import UNKNOWN, Answers, Question
from factcheck.engines.forms import FALSE, TRUE
from factcheck.model.spelling import plural

_BOOLEAN = frozenset({*TRUE, *FALSE})
_NOT_NUMBERS = ("text", "day", "slashed day", "dressed")
_KEEP = ("value", "a value like any other")
_COMMA, _POINT = ("grouped by comma", "comma and three"), ("grouped by point", "point and three")


@dataclass(frozen=True, slots=True)
class FieldProposed:
    """A field of the schema; `missing` are cells besides the empty one, `censored` cells with what they may be.

    `unit` and `scale` are those of a column that a workbook shows as percents.
    """

    name: str
    type: str
    decimal: str = ""
    group: str = ""
    missing: tuple[str, ...] = ()
    censored: tuple[tuple[str, str], ...] = ()
    unit: str = ""
    scale: str = ""


def field_questions(column: Tally) -> Iterator[Question]:
    """What only a person can tell of the column."""
    name, numbers = column.name, column.count(*NUMBERS)
    if numbers:
        yield from _of_numbers(column)
    elif column.count("slashed day"):
        shown = column.shown("slashed day")
        text = f"{name}: which day is {shown}? A day other than 2020-04-03 is kept as text."
        yield Question(f"days:{name}", text, (("text", "keep it as text; write it as 2020-04-03 to compute with it"),))
    elif column.count("dressed"):
        text = f"{name}: {column.shown('dressed')} is no number as it stands, and is kept as text."
        yield Question(f"dress:{name}", text, (("text", "keep it; write the number alone to compute with it"),))
    elif column.values and column.values.keys() <= _BOOLEAN:
        shown = ", ".join(f'"{value}"' for value in column.values)
        yield Question(f"type:{name}", f"{name} holds {shown}.", (("boolean", "yes or no"), ("string", "text")))
    yield from mark_questions(column)
    if numbers:
        yield from (_censored(name, cell) for cell in column.examples.get("censored", {}))
    if numbers and column.percents:
        text = f"{name}: {column.percents} are shown as percents: 12% is stored as 0.12. What is the number?"
        answers = (("percent", "12, in percent"), ("fraction", "0.12, as it is stored"))
        yield Question(f"shown:{name}", text, answers)


def mark_questions(column: Tally) -> Iterator[Question]:
    """Cells that may mean that there is no value."""
    for cell in column.examples.get("mark", {}):
        text = f'{column.name}: does "{cell}" mean that there is no value? It comes {_times(column.times[cell])}.'
        yield Question(f"cell:{column.name}:{cell}", text, (("missing", "there is no value"), _KEEP))


def year_question(column: Tally) -> Iterator[Question]:
    """Numbers that may all be years."""
    if column.years and column.years == column.count(*NUMBERS) - column.flags.total():
        text = f"{column.name} holds {column.least} to {column.most}."
        yield Question(f"type:{column.name}", text, (("year", "years"), ("number", "numbers")))


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number:,} times"


def _of_numbers(column: Tally) -> Iterator[Question]:
    name = column.name
    if others := column.count(*_NOT_NUMBERS):
        odd = ", ".join(filter(None, map(column.shown, _NOT_NUMBERS)))
        text = f"{name}: numbers in {plural(column.count(*NUMBERS), 'cell')}, none in {others:,}: {odd}."
        number = () if _is_mixed(column) else (("number", "the others do not fit"),)
        yield Question(f"type:{name}", text, (*number, ("string", "all are text")))
    elif column.count("zeros"):
        text = f"{name}: {column.shown('zeros')} begins with zero."
        yield Question(f"type:{name}", text, (("string", "a code"), ("number", "a number")))
    elif column.count("grouped by gap"):
        text = f"{name}: {column.shown('grouped by gap')} may be a number."
        number = () if _is_mixed(column) else (("number", "a number, with a mark between thousands"),)
        yield Question(f"type:{name}", text, (*number, ("string", "text")))
    else:
        yield from year_question(column)
    if _marks(column) is None:
        yield _mark_question(column)
    if not column.count("zeros"):
        yield from flag_questions(column)


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
    if column.count("grouped by gap"):
        return min(column.points, default="."), min(column.gaps)
    point = column.count("decimal point", "grouped by comma")
    comma = column.count("decimal comma", "grouped by point")
    if point and not comma:
        return ".", "," if column.count(*_COMMA) else ""
    if comma and not point:
        return ",", "." if column.count(*_POINT) else ""
    unsure = point or column.count("comma and three", "point and three")
    return None if unsure else (".", "")


def _is_mixed(column: Tally) -> bool:
    """Whether its numbers may be grouped in several ways, or have both decimal marks: no schema reads all of them."""
    others = column.count(*_COMMA, *_POINT) if column.gaps else 0
    return len(column.gaps) > 1 or bool(others) or (bool(column.gaps) and len(column.points) > 1)


def flag_questions(column: Tally) -> Iterator[Question]:
    """A number of nines far from all others, as some offices write for no answer."""
    if column.least is None or column.most is None:
        return
    for cell in column.flags:
        flag = int(cell.replace(",", ".").partition(".")[0])
        if flag < 2 * column.least if flag < 0 else flag > 2 * column.most:
            text = (
                f"{column.name}: does {cell} mean that there is no value? Others: {column.least:,} to {column.most:,}."
            )
            yield Question(f"cell:{column.name}:{cell}", text, (("missing", "there is no value"), _KEEP))


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
    unit = answers.get(f"shown:{name}", "")
    scale = "100" if unit == "percent" else ""
    return FieldProposed(name, kind, decimal if kind == "number" else "", group, missing, censored, unit, scale)


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
        ) or (column.count("grouped by gap") and column.points)
        return "number" if decimals else "integer"
    days = column.count("day")
    others = sum(column.forms.values()) - column.count("empty", "mark", "day")
    return "date" if days and not others else "string"
