"""A CSV file written as Parquet once, cell by cell as text, so that later scans read only the columns they need.

Ten million rows of CSV take as long to scan for one column as for all; the same cells in Parquet a fifth of it. Nothing
is typed on the way: the same text is judged by the same rules whichever file it stands in.
"""

import json
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from factcheck.engines.process import Limits
from factcheck.engines.sources import source
from factcheck.engines.sql import CannotAskError, literal, name, select
from factcheck.model.tables import Table

SECONDS = 600.0


def copied(table: Table, target: Path, *, limits: Limits = Limits(seconds=SECONDS)) -> bool:  # noqa: B008 - frozen
    """Write the cells of the table's CSV file to `target`, a file that is not there; says whether it is whole.

    It is done by a process of its own, which can read and write these two files and nothing else.
    """
    with tempfile.TemporaryDirectory(prefix="factcheck-") as folder:
        paths = [table.file.absolute, str(target)]
        settings = {"paths": paths, "folder": folder, "memory": limits.memory, "disk": limits.disk, "threads": 2}
        try:
            rows = select([name(column.name) for column in table.columns], source(table))
            message = json.dumps(
                {"open": settings, "copy": f"copy ({rows}) to {literal(str(target))} (format parquet)"}
            )
            # -P: no module of the folder one happens to be in is taken for ours.
            command = [sys.executable, "-P", "-m", "factcheck.engines.copying"]
            done = subprocess.run(  # noqa: S603 - our own program, and nothing of the user's in the command
                command, input=message.encode(), capture_output=True, timeout=limits.seconds, check=False
            )
            whole = done.returncode == 0 and target.exists()
        except (CannotAskError, subprocess.TimeoutExpired, OSError):
            whole = False
    if not whole:
        with suppress(OSError):
            target.unlink()
    return whole


def _main() -> None:
    """The process: one message with what may be read and written, and the copy."""
    import duckdb

    from factcheck.engines.worker import opened

    message = json.load(sys.stdin)
    connection = duckdb.connect(":memory:")
    opened(connection, message)
    connection.execute(message["copy"])


if __name__ == "__main__":
    _main()
