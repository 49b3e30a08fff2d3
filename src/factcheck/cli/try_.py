"""`factcheck try`: words and a table at midnight, with no files to write first."""

import shlex
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from factcheck.model.tables import ColumnType
    from factcheck.trying import Trial

ROWS = 3


class Missing(StrEnum):
    """Which values a measure is judged by."""

    KNOWN = "known"
    BOUNDS = "bounds"


def _measure(kind: str, told: str) -> object:
    of = "CONDITION" if kind in ("share", "count", "exists") else "COLUMN"
    return typer.Option(f"--{kind}", help=told, metavar=of)


def command(
    says: Annotated[str, typer.Argument(help='The words: "nearly half", "over 150,000".', metavar="WORDS")],
    data: Annotated[Path, typer.Option("--data", help="A CSV or TSV file.", metavar="FILE")],
    share: Annotated[str | None, _measure("share", "The share of rows where this holds.")] = None,
    count: Annotated[str | None, _measure("count", "The number of rows where this holds.")] = None,
    exists: Annotated[str | None, _measure("exists", "Whether there is a row where this holds.")] = None,
    value: Annotated[str | None, _measure("value", "The one cell that --where leaves.")] = None,
    distinct: Annotated[str | None, _measure("distinct", "How many different values there are.")] = None,
    total: Annotated[str | None, _measure("sum", "The sum.")] = None,
    mean: Annotated[str | None, _measure("mean", "The mean.")] = None,
    median: Annotated[str | None, _measure("median", "The median.")] = None,
    least: Annotated[str | None, _measure("min", "The least value.")] = None,
    most: Annotated[str | None, _measure("max", "The greatest value.")] = None,
    where: Annotated[str, typer.Option(help="Only rows where this condition holds.", metavar="CONDITION")] = "",
    weight: Annotated[str, typer.Option(help="The column that counts what a row stands for.", metavar="COLUMN")] = "",
    missing: Annotated[
        Missing, typer.Option(help="Judge by the known values, or by what the unknown could make of them.")
    ] = Missing.KNOWN,
    type_: Annotated[
        list[str] | None,
        typer.Option(
            "--type", help="The type of a column, text where not told; may be repeated.", metavar="COLUMN=TYPE"
        ),
    ] = None,
    delimiter: Annotated[str, typer.Option(help="What stands between cells.", metavar="MARK")] = "",
    encoding: Annotated[str, typer.Option(help="The encoding of the file.", metavar="NAME")] = "utf-8",
    empty: Annotated[
        list[str] | None, typer.Option("--missing-value", help="A cell that means there is no value.", metavar="CELL")
    ] = None,
) -> None:
    """Try words on a table: prints the verdict, the workings, and the YAML to paste.

    \b
    Examples:
      factcheck try "nearly half" --data cases.csv --share "status = 'closed'"
          of the rows, how many are closed
      factcheck try "over 5,000" --data visits.csv --sum n --where "year = 2024"
          the sum of one year
    """
    from factcheck.cli.screen import patience, show, width, write
    from factcheck.datasets.untyped import untyped
    from factcheck.files.paths import regular
    from factcheck.gate.levels import exit_code, findings_of
    from factcheck.model.findings import Level
    from factcheck.reports import explain
    from factcheck.trying import pasted, tried

    asked = {"share": share, "count": count, "exists": exists, "value": value, "distinct": distinct}
    asked |= {"sum": total, "mean": mean, "median": median, "min": least, "max": most}
    trial = _trial(says, asked, where, weight, missing)
    if len(delimiter) > 1:
        raise typer.BadParameter(f'--delimiter is one character, not "{delimiter}"')
    regular(data, str(data))
    cells = ("", *(empty or ()))
    plain = untyped(data, types={}, delimiter=delimiter, encoding=encoding, missing=cells)
    types = _types(type_ or [], trial, [column.name for column in plain.columns])
    table = untyped(data, types=types, delimiter=delimiter, encoding=encoding, missing=cells)
    with patience("reading"):
        explanation = tried(trial, table, rows=ROWS, repeat=f"factcheck {shlex.join(sys.argv[1:])}")
    show(explain.render(explanation, width=width()))
    write("\n" + pasted(trial, table) + "\n")
    raise typer.Exit(int(exit_code(findings_of(explanation.result), fail_on=Level.ERROR)))


def _trial(says: str, asked: dict[str, str | None], where: str, weight: str, missing: Missing) -> "Trial":
    from factcheck.checks import MEASURES
    from factcheck.trying import Trial

    given = [(kind, subject) for kind in MEASURES if (subject := asked[kind]) is not None]
    if len(given) != 1:
        raise typer.BadParameter(f"give one measure: {', '.join(f'--{kind}' for kind in asked)}")
    kind, subject = given[0]
    return Trial(says, kind, subject, where, weight, missing.value)


def _types(told: list[str], trial: "Trial", header: list[str]) -> "dict[str, ColumnType]":
    """The types given as options; in a terminal, those of the other columns used are asked for."""
    from factcheck.trying import columns_in

    types = dict(_type(one) for one in told)
    if sys.stdin.isatty():
        for name in columns_in(trial, header):
            if name not in types:
                answer = typer.prompt(
                    f'type of column "{name}" (string, integer, number, year, date)', "string", err=True
                )
                types.update([_type(f"{name}={answer}")])
    return types


def _type(told: str) -> "tuple[str, ColumnType]":
    from factcheck.model.tables import ColumnType

    name, _, written = told.rpartition("=")
    try:
        return name, ColumnType(written)
    except ValueError:
        kinds = ", ".join(kind.value for kind in ColumnType)
        raise typer.BadParameter(f'"{told}" is not COLUMN=TYPE with one of {kinds}') from None
