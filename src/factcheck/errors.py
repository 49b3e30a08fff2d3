"""What a person did that the program cannot work with, said so that they can mend it.

A claim that is wrong, or that cannot be decided, is a result and never an error. Bugs stay ordinary exceptions.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from factcheck.model.places import Place

LONGEST_NAME = 100  # a longer one is no slip of the pen, and comparing is slow
MOST_NAMES = 40


class ExitCode(IntEnum):
    """The exit codes of the command; `WRONG_INPUT` outranks `NOT_CHECKED` outranks `FINDINGS`."""

    CLEAN = 0
    FINDINGS = 1
    WRONG_INPUT = 2
    NOT_CHECKED = 3


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with an input: what happened, where, and what to do.

    `line` is the user's own line, as written; `width` is how many of its characters, from `place.column` on, are meant.
    """

    message: str
    place: Place | None = None
    remedy: str = ""
    line: str = ""
    width: int = 1
    code: ExitCode = ExitCode.WRONG_INPUT


class FactcheckError(Exception):
    """An input that cannot be used. Carries every problem found in it, sorted by place."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = tuple(sorted(problems, key=_by_place))
        super().__init__("\n".join(problem.message for problem in self.problems))


def _by_place(problem: Problem) -> tuple[str, int, int]:
    place = problem.place
    return (place.path, place.line, place.column) if place else ("", 0, 0)


def did_you_mean(written: str, known: Iterable[str], *, has: str) -> str:
    """The remedy for an unknown name: the nearest known one, and all there are.

    >>> did_you_mean("contry", ["country", "year"], has="The dataset has")
    'did you mean "country"? The dataset has: country, year.'
    >>> did_you_mean("gdp", [], has="The datasets are")
    'There is none to choose from.'
    """
    import difflib

    names = list(known)
    folded = {name.casefold(): name for name in reversed(names)}
    near = difflib.get_close_matches(written.casefold()[:LONGEST_NAME], folded, n=1)
    guess = f'did you mean "{folded[near[0]]}"? ' if near else ""
    shown = ", ".join(names[:MOST_NAMES]) + (f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else "")
    return f"{guess}{has}: {shown}." if names else "There is none to choose from."
