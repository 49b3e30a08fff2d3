"""Lengths of time written as a clock shows them: "2:03:17", "in 5:31", "+1:12", "led by 5:40"; not "at 5:31", "10:00:00 UTC"."""

import re
from collections.abc import Iterator

from factcheck.statements.said import Said

Span = tuple[int, int]

_CLOCKED = re.compile(
    r"(?<![0-9:.,T])([0-9]{1,3}):([0-5][0-9])(:[0-5][0-9])?(?:\.[0-9]{1,3})?(?![0-9:])(?!\s?[ap]\.?m\b)"
)
LAST_HOUR, MINUTES = 24, 60


def _is_beyond_a_day(found: "re.Match[str]") -> bool:
    return int(found[1]) * MINUTES + int(found[2]) > LAST_HOUR * MINUTES


def race_times(said: Said) -> Iterator[Span]:
    """Their places in a sentence, in order."""
    for found in _CLOCKED.finditer(said.text):
        at = said.index(found.start())
        is_gap = said.is_in("gaps", at - 2) and said.is_in("before_a_gap", at - 1)
        is_place = said.word(at - 2) in said.language.values["ordinal_word"]
        is_when = said.is_in("before_a_clock", at - 1) or said.is_in("zones", said.index(found.end() - 1) + 1)
        is_length = found[3] is not None or said.is_in("clocked", at - 1)
        is_signed = said.text[found.start() - 1 : found.start()] in ("+", "\u2212")
        if is_gap or is_place or is_signed or _is_beyond_a_day(found) or (is_length and not is_when):
            yield found.span()
