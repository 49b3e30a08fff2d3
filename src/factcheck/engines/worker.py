"""The process in which the embedded engine runs: it answers SELECTs on a few named files and can do nothing else.

It is started as a program of its own, reads one JSON message per line and answers with one. Its memory, time and
files are limited before the first statement, and its settings are locked. It imports nothing of this package, so that
it is ready early; and it takes the extension module alone, without the conveniences around it, which is ready in 50
milliseconds instead of 120.
"""

import json
import os
import sys
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any

try:
    import _duckdb as duckdb
except ImportError:
    import duckdb  # type: ignore[no-redef]

# What threads, code and buffers take beyond the memory the engine counts.
_OVERHEAD = 3 << 30


def main() -> None:
    """Answer messages until the parent closes the pipe."""
    answers = _private_stdout()
    # Before anything is asked: it takes as long as all settings and small questions together.
    connection = duckdb.connect(":memory:")
    for line in sys.stdin.buffer:
        message = json.loads(line)
        try:
            answer = (opened if "open" in message else _answer)(connection, message)
        except (duckdb.Error, ValueError, MemoryError) as error:
            answer = {"error": type(error).__name__, "message": str(error)}
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()


def _private_stdout() -> IO[bytes]:
    """The pipe to the parent, out of reach of anything that prints."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def opened(connection: Any, message: dict[str, Any]) -> dict[str, Any]:
    """Lock the connection. The order matters: each setting would be refused after the ones below it."""
    limits = message["open"]
    _limit_process(limits)
    settings = {
        "memory_limit": limits["memory"],
        "threads": limits["threads"],
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "allow_community_extensions": False,
        "enable_progress_bar": False,
        "python_enable_replacements": False,
        "allowed_paths": limits["paths"],
        "temp_directory": limits["folder"],
        "max_temp_directory_size": limits["disk"],
        "enable_external_access": False,
        "lock_configuration": True,
    }
    for name, value in settings.items():
        connection.execute(f"set {name} = {_setting(value)}")
    return {"rows": []}


def _setting(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case list():
            return f"[{', '.join(map(_setting, value))}]"
        case int():
            return str(value)
        case _:
            return "'" + str(value).replace("'", "''") + "'"


def _limit_process(limits: dict[str, Any]) -> None:
    """The hard limits, where the system has them; the engine's own are soft."""
    try:
        import resource
    except ImportError:
        return
    megabytes = int(limits["memory"].removesuffix("MB"))
    _lower(resource.RLIMIT_AS, (megabytes << 20) + _OVERHEAD)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, int(limits["disk"].removesuffix("MB")) << 20)


def _lower(kind: int, limit: int) -> None:
    import resource

    _, hard = resource.getrlimit(kind)
    allowed = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(kind, (allowed, allowed))


def _answer(connection: Any, message: dict[str, Any]) -> dict[str, Any]:
    """The rows of one SELECT; or, where a name to keep them under is given, how many there are."""
    statements = connection.extract_statements(message["select"])
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise ValueError("not exactly one SELECT")
    statement = statements[0]
    if keep := message.get("keep"):
        statement = f"create or replace temp table {keep} as {message['select']}"
    found = connection.execute(statement, message["parameters"])
    return {"rows": [[_cell(cell) for cell in row] for row in found.fetchall()]}


def _cell(cell: Any) -> Any:
    """A cell as JSON, its type in the first character. Binary fractions have no exact text and are refused."""
    match cell:
        case None:
            return None
        case bool():
            return "b1" if cell else "b0"
        case int():
            return f"n{cell}"
        case Decimal() if cell.is_finite():
            return f"n{cell:f}"
        case str():
            return "t" + cell
        case date() if not isinstance(cell, datetime):
            return "d" + cell.isoformat()
        case list():
            return [element or "" for element in cell]
        case _:
            raise ValueError(f"inexact: the engine gave {type(cell).__name__} {cell}")


if __name__ == "__main__":
    main()
