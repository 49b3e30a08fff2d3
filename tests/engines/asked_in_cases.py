"""What the files of cases ask of an engine, and its answers as they are written there."""

from datetime import date

from engine_tables import Written, mapping

from factcheck.conditions import condition, expression
from factcheck.model.conditions import ALL_ROWS, Cond, Is
from factcheck.model.queries import (
    ONE,
    Answer,
    Cell,
    Failure,
    Figure,
    Profile,
    Query,
    Request,
    Response,
    Rows,
    TableProfile,
)
from factcheck.model.tables import Table


def request_of(case: dict[str, str], one: Table) -> Request:
    where = condition(case["where"], one) if "where" in case else ALL_ROWS
    at_most = int(case.get("at_most", "100"))
    if "rows" in case:
        return Rows("t", tuple(case["rows"].split(", ")), where, at_most)
    if "profile" in case:
        return Profile("t", tuple(case["profile"].split(", ")))
    figures = tuple(_figure(line, one) for line in case["figures"].splitlines())
    by = tuple(case["by"].split(", ")) if "by" in case else ()
    return Query("t", figures, by, where, at_most)


def requests_beside(case: dict[str, str], one: Table) -> list[Request]:
    """A request that must be answered whatever becomes of the first."""
    return [Query("t", (_figure(case["beside"], one),))] if "beside" in case else []


def _figure(line: str, one: Table) -> Figure:
    """A figure from its line: `sum of n; weight w; where n > 1; high`."""
    what, *others = line.split("; ")
    kind, _, of = what.partition(" of ")
    options = dict(other.partition(" ")[::2] for other in others)
    return Figure(
        kind,  # type: ignore[arg-type]  # the cases name the kinds
        expression(of, one) if of else ONE,
        _where(options, one),
        "high" if "high" in options else "low",
        expression(options["weight"], one) if "weight" in options else None,
    )


def _where(options: dict[str, str], one: Table) -> Cond:
    where = condition(options["where"], one) if "where" in options else ALL_ROWS
    if "unknown" in options:
        return Is(where, "unknown")
    return Is(where, "false") if "false" in options else where


def told(response: Response, *, ordered: bool) -> str:
    match response:
        case Answer(rows, complete):
            lines = [" | ".join(map(shown, row)) for row in rows]
            return "\n".join([*(lines if ordered else sorted(lines)), *([] if complete else ["and more"])])
        case TableProfile(_, rows, columns):
            counts = (
                f"{one.column}: {one.missing} missing, {one.censored} censored, {one.misfits} misfits"
                + (": " if one.examples else "")
                + ", ".join(one.examples)
                for one in columns
            )
            return "\n".join([f"{rows} rows", *counts])
        case Failure(message):
            return f"failure: {message}"


def shown(cell: Cell) -> str:
    match cell:
        case None:
            return "none"
        case bool():
            return "true" if cell else "false"
        case tuple():
            return " + ".join(element or "(unknown)" for element in cell)
        case date():
            return cell.isoformat()
        case str():
            return cell or "(empty)"
        case _:
            return format(cell, "f")


def many_rows(case: dict[str, str], columns: dict[str, Written]) -> str:
    """A table of the same rows many times."""
    rows = (f"{row}\n" * int(str(times)) for row, times in mapping(case["many_rows"]).items())
    return "".join([",".join(columns), "\n", *rows])
