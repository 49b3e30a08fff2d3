"""Makes the files of tables ready for an engine, each by the reader of its format."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from factcheck.datasets.readers import READERS
from factcheck.errors import ExitCode, FactcheckError, Problem
from factcheck.model.tables import Table


def ready(tables: Mapping[str, Table], folder: Path) -> tuple[dict[str, Table], tuple[Problem, ...]]:
    """The tables an engine can be opened with, and what is wrong with each of the others, in their order.

    What must be written anew is written into `folder`, which the caller removes when the engine is closed. The
    tables keep their names and columns; only their files differ.
    """
    found: dict[str, Table] = {}
    problems: list[Problem] = []
    for name, table in tables.items():
        try:
            found[name] = replace(table, file=READERS[table.file.format](table, folder))
        except FactcheckError as error:
            problems.append(error.problems[0])
        except OSError as error:
            message = f"{table.file.path} cannot be read: {error.strerror or error}"
            problems.append(Problem(message, table.place, code=ExitCode.NOT_CHECKED))
    return found, tuple(problems)
