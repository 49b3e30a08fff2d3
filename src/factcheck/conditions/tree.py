"""A condition as it was written, before it meets a table: every part knows where it stands."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from factcheck.conditions.mistakes import At
from factcheck.model.conditions import Comparison


@dataclass(frozen=True, slots=True)
class Word:
    """A name: a column, or true and false beside a column that holds these. `quoted` in backquotes: surely a column."""

    text: str
    at: At
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    at: At


@dataclass(frozen=True, slots=True)
class Number:
    value: Decimal
    at: At
    text: str = ""


@dataclass(frozen=True, slots=True)
class Days:
    """A day or a month, as written, from its first day to its last."""

    start: date
    end: date
    at: At
    text: str = ""


@dataclass(frozen=True, slots=True)
class Sum:
    op: Literal["+", "-", "*"]
    left: "Operand"
    right: "Operand"
    at: At


Constant = Text | Number | Days
Operand = Word | Constant | Sum


@dataclass(frozen=True, slots=True)
class Compared:
    op: Comparison
    left: Operand
    right: Operand
    at: At


@dataclass(frozen=True, slots=True)
class OneOf:
    of: Operand
    items: tuple[Operand, ...]
    at: At


@dataclass(frozen=True, slots=True)
class Between:
    of: Operand
    low: Operand
    high: Operand
    at: At


@dataclass(frozen=True, slots=True)
class ListHas:
    of: Operand
    item: Operand
    at: At
    only: bool = False


@dataclass(frozen=True, slots=True)
class TextHas:
    of: Operand
    part: Operand
    at: At


@dataclass(frozen=True, slots=True)
class IsKnown:
    of: Operand
    at: At


@dataclass(frozen=True, slots=True)
class Holds:
    """A column of yes and no, standing alone."""

    of: Word
    at: At


@dataclass(frozen=True, slots=True)
class Negation:
    of: "Tree"
    at: At


@dataclass(frozen=True, slots=True)
class Joined:
    """Parts joined by `and`, or by `or`. No parts joined by `and` are every row."""

    by: Literal["and", "or"]
    parts: tuple["Tree", ...]
    at: At = field(default=At())


Tree = Compared | OneOf | Between | ListHas | TextHas | IsKnown | Holds | Negation | Joined
