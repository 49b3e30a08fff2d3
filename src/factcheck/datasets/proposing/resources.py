"""The description of a dataset as text: what was found, what a person answered, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.datasets.proposing.columns import Tally
from factcheck.datasets.proposing.fields import FieldProposed
from factcheck.datasets.proposing.questions import ANY, UNKNOWN, Answers, Question
from factcheck.files.quoting import quoted
from factcheck.model.spelling import plural

NAMES = {",": ",", "\t": "\t"}
ABOUT = (
    ("title", "What is the table called?", ()),
    ("publisher", "Who published it?", ()),
    ("url", "At which address can it be read?", ()),
    ("row", "What is one row? (victim, country and year)", ()),
    ("as_of", "Which day, month or year do its values describe? (2023-12-31, 2023-12, 2023)", ()),
    ("licence", "Under which licence is it? (CC-BY-4.0)", ()),
    ("complete", "Is every row there that there should be? (yes, or the reason why not)", (("yes", "every row"),)),
)


@dataclass(frozen=True, slots=True)
class Found:
    """How the file is read: the keys of the resource, and those of its dialect, as they are written."""

    name: str
    path: str
    sha256: str
    bytes: int
    keys: tuple[tuple[str, str], ...] = ()
    dialect: tuple[tuple[str, str], ...] = ()


def about_questions(columns: Sequence[Tally], copies: int) -> list[Question]:
    """Where the table comes from and what its rows are, its totals, and rows that come twice."""
    questions = [
        Question(f"total:{column.name}:{cell}", f'{column.name}: is "{cell}"{_at(row)} a total of other rows?', _YES_NO)
        for column in columns
        for cell, row in column.totals.items()
    ]
    if copies:
        told = f"Exact copies of another row: {plural(copies, 'row')}. By design, or by mistake?"
        answers = (("design", "each counts"), ("mistake", "correct the file first; nothing is added"))
        questions.append(Question("copies", told, answers))
    for key, text, words in ABOUT:
        questions.append(Question(key, text, (*words, (UNKNOWN, "nobody knows yet"), (ANY, "your answer"))))
    return questions


def _at(row: int) -> str:
    return f" (row {row})" if row else ""


_YES_NO = (("yes", "a total, and no row of its own"), ("no", "a row like any other"))


def text(found: Found, fields: Sequence[FieldProposed], answers: Answers) -> str:
    """The resource as lines of YAML, not indented but for its own levels."""
    lines = [f"- name: {quoted(found.name)}"]
    lines += [f"  {key}: {quoted(value)}" for key, value in _told((("title", answers["title"]),))]
    lines.append(f"  path: {quoted(found.path)}")
    lines += [f"  {key}: {quoted(value)}" for key, value in found.keys]
    if found.dialect:
        lines.append(f"  dialect: {{{', '.join(f'{key}: {value}' for key, value in found.dialect)}}}")
    lines += [f"  hash: sha256:{found.sha256}", f"  bytes: {found.bytes}"]
    lines += _provenance(answers)
    lines += _of_cells(fields, answers)
    lines += ["  schema:", "    fields:", *(f"      - {_field(one)}" for one in fields)]
    return "\n".join(lines) + "\n"


def _told(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(key, value) for key, value in pairs if value != UNKNOWN]


def _provenance(answers: Answers) -> list[str]:
    source = _told((("title", answers["title"]), ("publisher", answers["publisher"]), ("path", answers["url"])))
    lines = [f"  sources: [{{{', '.join(f'{key}: {_inside(value)}' for key, value in source)}}}]"] if source else []
    lines += [f"  licenses: [{{name: {_inside(value)}}}]" for _, value in _told((("", answers["licence"]),))]
    lines += [
        f"  {key}: {quoted(value)}" for key, value in _told((("row", answers["row"]), ("as_of", answers["as_of"])))
    ]
    complete = answers["complete"]
    if complete == "yes":
        lines.append("  complete: yes")
    elif complete != UNKNOWN:
        lines += ["  complete: no", f"  complete_reason: {quoted(complete)}"]
    return lines


def _of_cells(fields: Sequence[FieldProposed], answers: Answers) -> list[str]:
    """Censored cells and totals, which the dataset declares as a whole."""
    censored = dict(pair for field in fields for pair in field.censored)
    told = ", ".join(f"{_inside(cell)}: {span}" for cell, span in censored.items())
    lines = [f"  censored: {{{told}}}"] if censored else []
    totals: dict[str, list[str]] = {}
    for key, answer in answers.items():
        if key.startswith("total:") and answer == "yes":
            told = key.removeprefix("total:")
            column = max((one.name for one in fields if told.startswith(f"{one.name}:")), key=len)
            totals.setdefault(column, []).append(told.removeprefix(f"{column}:"))
    told = ", ".join(f"{_inside(column)}: [{', '.join(map(_inside, cells))}]" for column, cells in totals.items())
    return lines + ([f"  totals: {{{told}}}"] if totals else [])


def _field(field: FieldProposed) -> str:
    parts = [f"name: {_inside(field.name)}", f"type: {field.type}"]
    parts += [f"decimalChar: {_inside(field.decimal)}"] if field.decimal not in ("", ".") else []
    parts += [f"groupChar: {_inside(field.group)}"] if field.group else []
    parts += [f"unit: {field.unit}"] if field.unit else []
    parts += [f"scale: {field.scale}"] if field.scale else []
    missing = ("", *field.missing)
    parts += [f"missingValues: [{', '.join(map(_inside, missing))}]"] if field.missing else []
    return f"{{{', '.join(parts)}}}"


def _inside(value: str) -> str:
    """A value between braces or brackets."""
    return quoted(value)
