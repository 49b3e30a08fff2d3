"""The rows behind a verdict in a file of their own."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.errors import Problem
    from factcheck.model.explained import Explanation

FORM, ENDING = "csv", ".csv"
ALL = 1_000_000  # more than a spreadsheet holds; what has still more is refused, never cut


def fit(written: str, *, overwrite: bool) -> None:
    """Raises FactcheckError where the file cannot be meant: another ending, or something that is there already."""
    from factcheck.errors import FactcheckError, Problem
    from factcheck.model.places import Place

    path = Path(written)
    if path.suffix.lower() != ENDING:
        remedy = f"name a file that ends with {ENDING}"
        raise FactcheckError(Problem(f"--rows {written}: the rows are written as CSV", remedy=remedy))
    if path.exists() and not overwrite:
        remedy = "name another file, or give --overwrite; a path to check goes before --rows"
        raise FactcheckError(Problem("the file is there already", Place(written), remedy))


def put_into(written: str, told: "Sequence[Explanation]", named: Sequence[str]) -> str:
    """Writes all rows of the one claim, whole or not at all; gives a line that says what is in the file.

    Raises FactcheckError where there are none, or too many, or the file is the project's own.
    """
    from factcheck.cli.reports import Target, put_bytes, spare
    from factcheck.errors import FactcheckError
    from factcheck.model.findings import Report
    from factcheck.reports import rows
    from factcheck.reports.drawing.safe import visible

    one = _only(told)
    target = Target(FORM, written)
    spare([target], named, Report((one.statement,), ()))
    problem = _unfit(one) or put_bytes(target, rows.render(one.rows, one.hashes).encode("utf-8"))
    if problem is not None:
        raise FactcheckError(problem)
    return f"{visible(written)}: {visible(rows.counted(one.rows))}\n"


def _only(told: "Sequence[Explanation]") -> "Explanation":
    """The one claim of that id. Raises FactcheckError where several files have one."""
    from factcheck.errors import FactcheckError, Problem

    if len(told) > 1:
        paths = ", ".join(one.statement.path for one in told)
        raise FactcheckError(Problem(f"the claim stands in {paths}", remedy="name one of the files before --rows"))
    return told[0]


def _unfit(one: "Explanation") -> "Problem | None":
    """Why there is nothing whole to write."""
    from factcheck.errors import ExitCode, Problem
    from factcheck.reports import rows

    place = one.result.claim.place
    if not one.rows:
        remedy = "there are rows where a check ran; look at the claim without --rows"
        return Problem("no rows stand behind this claim", place, remedy, code=ExitCode.NOT_CHECKED)
    if names := ", ".join(rows.incomplete(one.rows)):
        message = f"more than {ALL:,} rows of {names} stand behind this claim, and no file was written"
        return Problem(message, place, "look at fewer of them, by where: in its check", code=ExitCode.NOT_CHECKED)
    return None


def shortened(told: "Sequence[Explanation]", few: int) -> "tuple[Explanation, ...]":
    """The explanations with a few rows each: the rest stands in the file."""
    return tuple(
        replace(
            one, rows=tuple(replace(rows, rows=rows.rows[:few], complete=len(rows.rows) <= few) for rows in one.rows)
        )
        for one in told
    )
