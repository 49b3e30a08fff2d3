"""Checks on the table: shares, counts, sums and greatest values, among rows of some years and countries."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from benchmarks.table import AGES, COUNTRIES, FORMS, SEXES

MANY = 100


@dataclass(frozen=True, slots=True)
class Check:
    """A measure, of the rows of these years and, where one is named, of this country.

    A share says which rows it counts by a column and its value; a sum and a greatest value name a column.
    """

    kind: Literal["share", "count", "sum", "max"]
    first: int
    last: int
    country: str = ""
    column: str = ""
    value: str = ""


def checks(many: int = MANY) -> list[Check]:
    return list(_checks(random.Random(5), many))


def _checks(chance: random.Random, many: int) -> Iterator[Check]:
    for _ in range(many):
        first = chance.randint(2002, 2018)
        last = min(2021, first + chance.randint(0, 6))
        country = chance.choice(COUNTRIES) if chance.random() < 0.6 else ""
        match chance.choice(["share", "share", "count", "sum", "sum", "max"]):
            case "share":
                column, values = chance.choice([("sex", SEXES), ("age", AGES), ("form", FORMS)])
                yield Check("share", first, last, country, column, chance.choice(values[:-1]))
            case "count":
                yield Check("count", first, last, country)
            case "sum":
                yield Check("sum", first, last, country, chance.choice(["cases", "amount"]))
            case _:
                yield Check("max", first, last, country, chance.choice(["cases", "amount"]))
