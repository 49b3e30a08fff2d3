"""The time a claim speaks of: its `period:`, else the one its quote names."""

from collections.abc import Sequence
from datetime import date

from factcheck.claims.asked_rows import Data
from factcheck.claims.saying import Said
from factcheck.claims.shape import ClaimShape
from factcheck.model.claims import Check
from factcheck.model.readings import Period
from factcheck.wording import periods
from factcheck.wording.language import Language

# Kinds that look at more than one time: the data must reach from the first that the quote names to the last.
_OF_SEVERAL_TIMES = ("change", "trend", "rank")


def period(
    shape: ClaimShape, what: Said, checks: Sequence[Check], language: Language, said_on: date | None, data: Data
) -> Period | None:
    """The period, both ends included; None where no time is named.

    Raises FactcheckError where the quote names several times and the check needs one.
    """
    if shape.period is not None:
        return Period(shape.period.start, shape.period.end, shape.period.text)
    named = [found for found in periods(shape.quote.value, language, said_on) if not _overlap(found.at, what.at)]
    distinct = {(found.start, found.end) for found in named}
    if len(distinct) <= 1:
        return named[0] if named else None
    if checks and any(check.kind not in _OF_SEVERAL_TIMES for check in checks):
        several = ", ".join(f'"{found.text}"' for found in named)
        message = f"the quote names several times: {several}"
        raise data.refusal(shape.quote.node, message, "add period: the one that is meant, as 2023 or 2002..2021")
    first, last = min(named, key=lambda found: found.start), max(named, key=lambda found: found.end)
    return Period(first.start, last.end, f"{first.text} ... {last.text}")


def _overlap(one: tuple[int, int], other: tuple[int, int] | None) -> bool:
    return other is not None and one[0] < other[1] and other[0] < one[1]
