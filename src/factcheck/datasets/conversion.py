"""The process in which a file is read that no engine reads as it is: it writes the table as CSV and says what it found.

It is started as a program of its own, reads one JSON message and answers with one. Its memory, its time and what it
writes are limited, so that a file made to hurt takes out itself and nothing else.
"""

import csv
import errno
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from factcheck.datasets.readers import READERS
from factcheck.datasets.readers.interface import Grid, UnreadableError
from factcheck.datasets.shaping import shaped
from factcheck.datasets.unpacking import unpacked
from factcheck.model.tables import DataFile, Layout, Unpivot

Message = dict[str, Any]


def main() -> None:
    """Answer one message."""
    message = json.load(sys.stdin)
    _limit(message["memory"], message["disk"])
    try:
        answer = converted(message)
    except UnreadableError as error:
        answer = {"refused": error.message, "remedy": error.remedy}
    except MemoryError:
        answer = {"too_large": True}
    except OSError as error:
        answer = _refused(error)
    json.dump(answer, sys.stdout)


def _refused(error: OSError) -> Message:
    if error.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT):
        remedy = "make room on the disk, or name another folder for temporary files in TMPDIR"
        return {"refused": f"cannot be read: {error.strerror} (it is written anew to be read)", "remedy": remedy}
    return {"refused": f"cannot be read: {error.strerror or error}", "remedy": "check the file"}


def converted(message: Message) -> Message:
    """The table as CSV in the message's target; where its names are not those wanted, its names alone."""
    file = _file(message["file"])
    wanted: list[str] | None = message["columns"]
    folder = Path(message["target"]).parent
    plain = replace(file, absolute=str(unpacked(file, folder)))
    grid = READERS[file.format](plain)
    header, rows = ([], _raw(grid)) if message["raw"] else shaped(grid, plain)
    if wanted is not None and grid.keyed and set(header) == set(wanted) and len(header) == len(wanted):
        places = [header.index(name) for name in wanted]
        header, rows = wanted, ([row[place] for place in places] for row in rows)
    if wanted is not None and header != wanted:
        return {"header": header, "remarks": grid.remarks, "percents": []}
    with Path(message["target"]).open("w", encoding="utf-8", newline="") as target:
        _write(target, header, rows)
    percents = sorted(grid.percents.items())
    return {"header": header, "remarks": grid.remarks, "percents": percents, "written": True}


def _raw(grid: Grid) -> Iterator[list[str]]:
    """The rows, each with its number before it: a cell of several lines makes a row of a text file take up several."""
    return ([str(number), *row] for number, row in grid.rows)


def _write(target: IO[str], header: list[str], rows: Iterator[list[str]]) -> None:
    writer = csv.writer(target, lineterminator="\n", quoting=csv.QUOTE_ALL)
    if header:
        writer.writerow(header)
    writer.writerows(rows)


def _file(told: Message) -> DataFile:
    """The file as it was when its values became JSON."""
    layout = dict(told.pop("layout"))
    wide = layout.pop("unpivot")
    unpivot = Unpivot(**{key: _tuple(value) for key, value in wide.items()}) if wide else None
    laid_out = Layout(**{key: _tuple(value) for key, value in layout.items()}, unpivot=unpivot)
    return DataFile(**{key: _tuple(value) for key, value in told.items()}, layout=laid_out)


def _tuple(value: Any) -> Any:
    return tuple(map(_tuple, value)) if isinstance(value, list) else value


def _limit(memory: int, disk: int) -> None:
    """The hard limits, where the system has them."""
    try:
        import resource
    except ImportError:
        return
    for kind, limit in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_FSIZE, disk), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(kind)
        allowed = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(kind, (allowed, allowed))


if __name__ == "__main__":
    main()
