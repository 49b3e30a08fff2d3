"""The forms a single value may have in a YAML file, read from its text as written."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

_INTEGER = re.compile(r"-?[0-9]{1,18}", re.ASCII)
_DECIMAL = re.compile(r"-?[0-9]{1,38}(\.[0-9]{1,38})?", re.ASCII)
_DAYS = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)

_TRUTH = {"yes": True, "true": True, "no": False, "false": False}


@dataclass(frozen=True, slots=True)
class Days:
    """A day, a month or a year as written, from its first day to its last."""

    start: date
    end: date
    text: str


@dataclass(frozen=True, slots=True)
class ScalarForm:
    """`parse` gives None for a text that has not the form; `must_be` says which form that is."""

    parse: Callable[[str], object]
    must_be: str
    schema: "dict[str, Json]"


Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"


def days(text: str) -> Days | None:
    """A day, month or year.

    >>> days("2023-02").end
    datetime.date(2023, 2, 28)
    """
    found = _DAYS.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        start = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return Days(start, start, text)
    last_month = month or 12
    return Days(start, date(start.year, last_month, calendar.monthrange(start.year, last_month)[1]), text)


def _day(text: str) -> date | None:
    read = days(text)
    return read.start if read and read.start == read.end else None


def _integer(text: str) -> int | None:
    return int(text) if _INTEGER.fullmatch(text) else None


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if _DECIMAL.fullmatch(text) else None


FORMS: dict[type, ScalarForm] = {
    str: ScalarForm(str, "text", {"type": ["string", "number", "boolean"]}),
    bool: ScalarForm(lambda text: _TRUTH.get(text.lower()), "yes or no", {"enum": ["yes", "no", True, False]}),
    int: ScalarForm(_integer, "a whole number", {"type": "integer"}),
    Decimal: ScalarForm(_decimal, "a number like 1000 or 2.5", {"type": "number"}),
    date: ScalarForm(_day, "a day like 2023-07-30", {"type": "string", "format": "date"}),
    Days: ScalarForm(days, "a day, month or year: 2023-07-30, 2023-07 or 2023", {"type": ["string", "integer"]}),
}
