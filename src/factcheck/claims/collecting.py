"""Goes on after a problem, so that all problems of a file are told together."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from factcheck.errors import FactcheckError, Problem

P = ParamSpec("P")
T = TypeVar("T")


class Collected:
    """Problems met so far."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def attempt(self, step: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """What the step gives; None, and its problems kept, where it gives nothing."""
        try:
            return step(*args, **kwargs)
        except FactcheckError as error:
            self.problems.extend(error.problems)
            return None

    def stop_at_problems(self) -> None:
        """Raises FactcheckError with every problem, if there is one."""
        if self.problems:
            raise FactcheckError(*self.problems)


def needed(value: T | None) -> T:
    """The value of an attempt, once it is known that there were no problems."""
    if value is None:
        raise AssertionError("an attempt gave nothing and no problem")
    return value
