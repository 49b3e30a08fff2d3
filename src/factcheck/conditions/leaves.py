"""Names and constants of a condition, each from one token."""

from datetime import date
from decimal import Decimal

from factcheck.conditions.mistakes import At, BadCondition, Mistake
from factcheck.conditions.tokens import Token
from factcheck.conditions.tree import Days, Number, Operand, Text, Word

KEYWORDS = frozenset({"and", "or", "not", "in", "between", "all"})


def leaf(token: Token) -> Operand:
    """The name or constant a token stands for. Raises BadCondition where it stands for none."""
    match token.kind:
        case "text":
            return Text(token.text, token.at)
        case "number":
            return Number(Decimal(token.text), token.at, token.text)
        case "day" | "month":
            return days(token.text, token.at)
        case "column":
            return Word(token.text, token.at, quoted=True)
        case "word" if token.text.lower() not in KEYWORDS:
            return Word(token.text, token.at)
        case "end":
            raise BadCondition(Mistake("the condition stops too early", token.at, "write what is to be compared"))
        case _:
            remedy = "a column comes here, a number, or a text in single quotes"
            raise BadCondition(Mistake(f'"{token.text}" does not belong here', token.at, remedy))


def days(written: str, at: At) -> Days:
    """A year, a month or a day: 2023, 2023-07, 2023-07-30. Raises BadCondition where the calendar has none such."""
    year, month, day = (*map(int, written.split("-")), 0, 0)[:3]
    try:
        start = date(year, month or 1, day or 1)
        end = start if day else _last_day(start, whole_year=not month)
    except (ValueError, OverflowError):
        raise BadCondition(Mistake(f"there is no {written} in the calendar", at)) from None
    return Days(start, end, at, written)


def _last_day(start: date, *, whole_year: bool) -> date:
    if whole_year or start.month == date.max.month:
        return date(start.year, 12, 31)
    return date.fromordinal(date(start.year, start.month + 1, 1).toordinal() - 1)
