"""`factcheck try`: words and a table at midnight, with no files to write first."""

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from factcheck.model.tables import ColumnType
    from factcheck.trying import Trial

ROWS = 3


def _measure(kind: str, of: str) -> object:
    return typer.Option(f"--{kind}", help=f"Measure the {kind} of this {of}.", metavar=of.upper())


def command(
    says: Annotated[str, typer.Argument(help='The words: "nearly half", "over 150,000".', metavar="WORDS")],
    data: Annotated[Path, typer.Option("--data", help="A CSV or TSV file.", metavar="FILE")],
    share: Annotated[str | None, _measure("share", "condition")] = None,
    count: Annotated[str | None, _measure("count", "condition")] = None,
    exists: Annotated[str | None, _measure("exists", "condition")] = None,
    value: Annotated[str | None, _measure("value", "column")] = None,
    distinct: Annotated[str | None, _measure("distinct", "column")] = None,
    total: Annotated[str | None, _measure("sum", "column")] = None,
    mean: Annotated[str | None, _measure("mean", "column")] = None,
    median: Annotated[str | None, _measure("median", "column")] = None,
    least: Annotated[str | None, _measure("min", "column")] = None,
    most: Annotated[str | None, _measure("max", "column")] = None,
    where: Annotated[str, typer.Option(help="Only rows where this condition holds.", metavar="CONDITION")] = "",
    weight: Annotated[str, typer.Option(help="The column that counts what a row stands for.", metavar="COLUMN")] = "",
    missing: Annotated[str, typer.Option(help="known, or bounds: judge by what unknown cells could make.")] = "known",
    type_: Annotated[
        list[str] | None,
        typer.Option("--type", help="The type of a column; text where not told.", metavar="COLUMN=TYPE"),
    ] = None,
    delimiter: Annotated[str, typer.Option(help="What stands between cells.", metavar="MARK")] = "",
    encoding: Annotated[str, typer.Option(help="The encoding of the file.")] = "utf-8",
    empty: Annotated[
        list[str] | None, typer.Option("--missing-value", help="A cell that means there is no value.", metavar="CELL")
    ] = None,
) -> None:
    """Try words on a table: prints the verdict, the workings, and the YAML to paste.

    Example: factcheck try "nearly half" --data cases.csv --share "status = 'closed'"
    """
    from factcheck.cli.screen import patience, show, width, write
    from factcheck.datasets.untyped import untyped
    from factcheck.gate.levels import exit_code, findings_of
    from factcheck.model.findings import Level
    from factcheck.reports import explain
    from factcheck.trying import pasted, tried

    asked = {"share": share, "count": count, "exists": exists, "value": value, "distinct": distinct}
    asked |= {"sum": total, "mean": mean, "median": median, "min": least, "max": most}
    trial = _trial(says, asked, where, weight, missing)
    cells = ("", *(empty or ()))
    plain = untyped(data, types={}, delimiter=delimiter, encoding=encoding, missing=cells)
    types = _types(type_ or [], trial, [column.name for column in plain.columns])
    table = untyped(data, types=types, delimiter=delimiter, encoding=encoding, missing=cells)
    with patience("reading"):
        explanation = tried(trial, table, rows=ROWS, repeat=f"factcheck {shlex.join(sys.argv[1:])}")
    show(explain.render(explanation, width=width()))
    write("\n" + pasted(trial, table) + "\n")
    raise typer.Exit(int(exit_code(findings_of(explanation.result), fail_on=Level.ERROR)))


def _trial(says: str, asked: dict[str, str | None], where: str, weight: str, missing: str) -> "Trial":
    from factcheck.checks import MEASURES
    from factcheck.trying import Trial

    given = [(kind, subject) for kind in MEASURES if (subject := asked[kind]) is not None]
    if len(given) != 1:
        raise typer.BadParameter(f"give one measure: {', '.join(f'--{kind}' for kind in asked)}")
    if missing not in ("known", "bounds"):
        raise typer.BadParameter("--missing is known or bounds")
    kind, subject = given[0]
    return Trial(says, kind, subject, where, weight, "bounds" if missing == "bounds" else "known")


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
