"""`exists`: whether any row holds a condition.

    exists: "year = 2023 and chairs contains 'IOM'"

Needs no `says`; `says: none` claims that there is no such row. One row that certainly holds is enough, even where the
table is incomplete; that there is none needs a complete table in which no row is unknown.

Supports: "IOM is co-chair of the group", where the row of that year lists IOM among the chairs.
Refutes: "IOM is co-chair of the group", where no row of a complete table does.
Cannot decide: "no country left the treaty", where the table is declared incomplete.
"""

from factcheck.amounts.counting import count_figures as figures
from factcheck.amounts.counting import count_measured as measured
from factcheck.amounts.scope import without_totals as scope
from factcheck.model.readings import Of

GIVES = frozenset({Of.LEVEL})

__all__ = ["GIVES", "figures", "measured", "scope"]
