"""Reads files of cases, and shows problems as a person would see them."""

from collections.abc import Iterable
from pathlib import Path

import yaml

from factcheck.errors import Problem

CASES = Path(__file__).parent / "cases"

Case = dict[str, str]


def cases_in(path: str) -> list[Case]:
    """The cases of a file below `tests/cases`, every value as text. A file without cases fails."""
    found = yaml.load((CASES / path).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    assert isinstance(found, list)
    assert found, f"no cases in {path}"
    return [dict(case) for case in found]


def told(problems: Iterable[Problem]) -> str:
    """Problems as text: the place and what happened, the line and what is meant of it, what to do."""
    return "\n".join(_told(problem) for problem in problems)


def _told(problem: Problem) -> str:
    lines = [f"{problem.place or '-'} {problem.message}"]
    if problem.place and problem.line:
        lines += [f"  {problem.line}", "  " + " " * (problem.place.column - 1) + "^" * problem.width]
    return "\n".join([*lines, *([f"  {problem.remedy}"] if problem.remedy else [])])
