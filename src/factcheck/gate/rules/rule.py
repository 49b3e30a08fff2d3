"""What a rule is: one kind of finding, its level, and the page that tells what to do about it."""

import inspect
from typing import ClassVar

from factcheck.model.findings import Level


class Rule:
    """One kind of finding. Its docstring is its page: what it says, why it matters, what to do.

    `level` holds unless a setting says otherwise. A rule that `is_fixed` has no setting: leaving it out would make a
    run look better than it was.
    """

    name: ClassVar[str]
    level: ClassVar[Level]
    is_fixed: ClassVar[bool] = False


def summary(rule: type[Rule]) -> str:
    """The first line of its page."""
    return page(rule).partition("\n")[0]


def page(rule: type[Rule]) -> str:
    """What it says, why it matters, what to do: paragraphs, without their indent."""
    return inspect.cleandoc(rule.__doc__ or "")


def slug(name: str) -> str:
    """The name in one word, for the command line and for other programs.

    >>> slug("not enough evidence")
    'not-enough-evidence'
    """
    return name.strip().lower().replace(" ", "-").replace("_", "-")
