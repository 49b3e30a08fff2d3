"""What a check kind offers, and what it is given besides the engine's answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from factcheck.model.readings import Period, Wording
from factcheck.model.tables import Table

Tables = Mapping[str, Table]


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a claim says about time, and how to read words that stand in the data themselves.

    `read` raises ValueError for words that fix no figure.
    """

    read: Callable[[str], Wording]
    period: Period | None = None
    said: date | None = None
