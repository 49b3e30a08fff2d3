"""`count`: how many rows hold a condition.

    count: "status = 'closed'"

Every number it gives is judged by the bounds: a row that may or may not hold makes the count an interval. With
`weight`, a row stands for as many things as that column says.

Supports: "12 schools closed", where 12 rows say closed and no row leaves its status out.
Refutes: "more than 12 schools closed", on the same rows.
Cannot decide: "12 schools closed", where 12 rows say closed and one leaves its status out: it may be 13.
"""

from factcheck.amounts.counting import count_figures as figures
from factcheck.amounts.counting import count_measured as measured
from factcheck.amounts.scope import without_totals as scope
from factcheck.model.readings import Of

GIVES = frozenset({Of.LEVEL})

__all__ = ["GIVES", "figures", "measured", "scope"]
