"""Lengths of time written as a clock shows them: "2:03:17", "in 5:31"; not "at 5:31", "10:00:00 UTC"."""

import re
from collections.abc import Iterator

from factcheck.statements.said import Said

Span = tuple[int, int]

_CLOCKED = re.compile(
    r"(?<![0-9:.,T])([0-9]{1,3}):([0-5][0-9])(:[0-5][0-9])?(?:\.[0-9]{1,3})?(?![0-9:])(?!\s?[ap]\.?m\b)"
)
LAST_HOUR = 24


def race_times(said: Said) -> Iterator[Span]:
    """Their places in a sentence, in order."""
    for found in _CLOCKED.finditer(said.text):
        at = said.index(found.start())
        is_when = said.is_in("before_a_clock", at - 1) or said.is_in("zones", said.index(found.end() - 1) + 1)
        is_length = found[3] is not None or int(found[1]) > LAST_HOUR or said.is_in("clocked", at - 1)
        if is_length and not is_when:
            yield found.span()
