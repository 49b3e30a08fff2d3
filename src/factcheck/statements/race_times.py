"""Lengths of time as a clock shows them: "2:03:17", "in 5:31", "+1:12", "led by 5:40"; not "at 5:31"."""

import re
from collections.abc import Iterator

from factcheck.statements.said import Said

Span = tuple[int, int]

_CLOCKED = re.compile(
    r"(?<![0-9:.,T])([0-9]{1,3}):([0-5][0-9])(:[0-5][0-9])?(?:\.[0-9]{1,3})?(?![0-9:])(?!\s?[ap]\.?m\b)"
)
LAST_HOUR, MINUTES = 24, 60
SIGNS = ("+", "\u2212")


def race_times(said: Said) -> Iterator[Span]:
    """Their places in a sentence, in order."""
    for found in _CLOCKED.finditer(said.text):
        at, after = said.index(found.start()), said.index(found.end() - 1) + 1
        if _is_apart(said, found, at) or (_is_a_length(said, found, at, after) and not _is_when(said, at, after)):
            yield found.span()


def _is_apart(said: Said, found: "re.Match[str]", at: int) -> bool:
    """ "Third at 1:15", "led by 5:40", "+1:12", "her time, 24:31, ...": no time of day whatever stands before it."""
    is_gap = said.is_in("gaps", at - 2) and said.is_in("before_a_gap", at - 1)
    is_place = said.word(at - 2) in said.language.values["ordinal_word"]
    is_signed = said.text[found.start() - 1 : found.start()] in SIGNS
    is_late = int(found[1]) * MINUTES + int(found[2]) > LAST_HOUR * MINUTES
    is_scale = found[1] == "1" and said.is_in("scaled", said.index(found.end() - 1) + 1)
    return is_gap or is_scale or is_place or is_signed or (is_late and said.word(at - 1) in ("", ","))


def _is_a_length(said: Said, found: "re.Match[str]", at: int, after: int) -> bool:
    """It has seconds or hundredths, or words say so: "ran 5:31", "with 1:46 left"."""
    is_exact = found[3] is not None or "." in found.group()
    return is_exact or int(found[1]) > LAST_HOUR or said.is_in("clocked", at - 1) or said.is_in("left", after)


def _is_when(said: Said, at: int, after: int) -> bool:
    return said.is_in("before_a_clock", at - 1) or said.is_in("zones", after)
