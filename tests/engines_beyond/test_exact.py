"""An answer holds exact values, or it is none."""

import math
from datetime import date, datetime
from decimal import Decimal

import pytest

from engines_beyond.conftest import needed

needed("ibis")

from factcheck.engines.ibis.connections import RefusedError  # noqa: E402 - needs Ibis
from factcheck.engines.ibis.exact import exact  # noqa: E402


@pytest.mark.parametrize(
    "cell",
    [0.5, 1.0, math.nan, math.inf, Decimal("NaN"), Decimal("-Infinity"), Decimal("1" * 39), datetime(2020, 1, 1), b"x"],  # noqa: DTZ001
)
def test_what_is_inexact_is_refused(cell: object) -> None:
    with pytest.raises(RefusedError) as refused:
        exact([("NL", cell)])
    assert refused.value.why == "inexact"


def test_near_twins_are_read() -> None:
    row = ("NL", 5, Decimal("0.50"), Decimal("1" * 38), None, True, date(2020, 1, 1), ["a", None])
    assert exact([row]) == [
        ("NL", Decimal(5), Decimal("0.5"), Decimal("1" * 38), None, True, date(2020, 1, 1), ("a", ""))
    ]
