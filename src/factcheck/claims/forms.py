"""Forms that only claim files have: conditions, periods, and keys that stand elsewhere."""

from dataclasses import dataclass
from datetime import date

from factcheck.errors import FactcheckError
from factcheck.files.nodes import Lines, Mapping, Node, Scalar, Sequence, problem_at
from factcheck.files.scalars import Days, days
from factcheck.files.shapes import Form, JsonObject

_TEXT: JsonObject = {"type": ["string", "number", "boolean"]}

CONDITION = "a condition: a line (year >= 2002 and sex = 'Female'), a mapping ({year: 2002..2021}), or all"


@dataclass(frozen=True, slots=True)
class WrittenCondition:
    """A condition that no table has been asked about yet: a line, or a mapping of columns to one or more values."""

    node: Scalar | Mapping


@dataclass(frozen=True, slots=True)
class WrittenPeriod:
    """A period as written, from its first day to its last, both included."""

    start: date
    end: date
    text: str


def condition(node: Node, lines: Lines) -> WrittenCondition:
    """A line or a mapping whose values are single or lists. Raises FactcheckError with every problem."""
    if isinstance(node, Sequence):
        remedy = "write one line, or a mapping of columns to values; all its parts must hold"
        raise FactcheckError(problem_at(node, "a condition is no list", lines, remedy))
    if isinstance(node, Mapping):
        wrong = [value for _, value in node.entries if not _is_value(value)]
        if wrong:
            remedy = "write a value, a list of values, or a range: 2002..2021"
            raise FactcheckError(*(problem_at(value, "not a value to compare with", lines, remedy) for value in wrong))
    return WrittenCondition(node)


def period(node: Node, lines: Lines) -> WrittenPeriod:
    """A day, a month, a year, or two of them with two dots between. Raises FactcheckError where it is neither.

    >>> from factcheck.model.places import Place
    >>> period(Scalar("2002..2021", Place("a.yaml")), ()).end
    datetime.date(2021, 12, 31)
    """
    ends = _ends(node.text) if isinstance(node, Scalar) else None
    remedy = "write 2023, 2023-07, 2023-07-30, or a range: 2002..2021"
    if ends is None or not isinstance(node, Scalar):
        raise FactcheckError(problem_at(node, "not a period", lines, remedy))
    start, end = ends[0].start, ends[-1].end
    if start > end:
        raise FactcheckError(problem_at(node, "a period that ends before it begins", lines, "turn it round"))
    return WrittenPeriod(start, end, node.text)


def beside_claims(node: Node, lines: Lines) -> None:
    """Always refuses: what is ignored is no part of a claim."""
    remedy = "below claims: write ignore: [{quote: the words, because: the reason}], without an indent"
    raise FactcheckError(problem_at(node, "ignore stands beside claims, not in one", lines, remedy))


CONDITION_FORM = Form(
    condition,
    {
        "anyOf": [
            {"type": "string"},
            {"type": "object", "additionalProperties": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}},
        ]
    },
)
PERIOD_FORM = Form(period, {"type": ["string", "integer"]})
BESIDE_FORM = Form(beside_claims, {"not": {}})


def _is_value(node: Node) -> bool:
    items = node.items if isinstance(node, Sequence) else (node,)
    return all(isinstance(item, Scalar) and (item.text or item.quoted) for item in items)


def _ends(text: str) -> tuple[Days, ...] | None:
    parts = [days(part.strip()) for part in text.split("..")]
    read = tuple(part for part in parts if part)
    return read if len(read) == len(parts) <= len(("from", "to")) else None
