"""The parent's side of conversion: start it, wait for it, and end it when it takes too long."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from factcheck.errors import ExitCode, FactcheckError, Problem
from factcheck.model.places import Place
from factcheck.model.tables import DataFile

SECONDS = 120.0
MEMORY = 3 << 30
DISK = 8 << 30
# Libraries for arithmetic that nothing here needs reserve memory for each core of the machine.
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Converted:
    """A table as CSV at `path`, with the names of its columns; None where they are not the columns wanted.

    `percents` are cells that show their number as percents, by the place of their column in the file.
    """

    header: tuple[str, ...]
    path: Path | None
    remarks: tuple[str, ...]
    percents: Mapping[int, str] = field(default_factory=dict)


def converted(
    file: DataFile,
    folder: Path,
    *,
    columns: Sequence[str] | None = None,
    raw: bool = False,
    place: Place | None = None,
    seconds: float = SECONDS,
) -> Converted:
    """The table of a file as CSV in `folder`; `raw` takes all rows as they stand, each with its
    number before it.

    Raises FactcheckError where the file cannot be read, or needs more time or memory than a file may.
    """
    handle, target = tempfile.mkstemp(dir=folder, suffix=".csv")
    os.close(handle)
    message = {
        "file": asdict(file),
        "columns": list(columns) if columns is not None else None,
        "raw": raw,
        "target": target,
        "memory": MEMORY,
        "disk": DISK,
    }
    answer = _asked(message, file, place, seconds)
    if "refused" in answer:
        raise _refused(str(answer["refused"]), str(answer["remedy"]), file, place)
    if "header" not in answer:
        raise _too_large(file, place)
    header, remarks, percents = answer["header"], answer["remarks"], answer["percents"]
    assert isinstance(header, list)  # noqa: S101 - our own program's answer
    assert isinstance(remarks, list)  # noqa: S101
    assert isinstance(percents, list)  # noqa: S101
    path = Path(target) if answer.get("written") else None
    return Converted(tuple(header), path, tuple(remarks), {int(place): str(cells) for place, cells in percents})


def _asked(message: Mapping[str, object], file: DataFile, place: Place | None, seconds: float) -> dict[str, object]:
    # -P: no module of the folder one happens to be in is taken for ours.
    command = [sys.executable, "-P", "-m", "factcheck.datasets.conversion"]
    try:
        done = subprocess.run(  # noqa: S603 - our own program, and nothing of the user's in the command
            command,
            input=json.dumps(message).encode(),
            capture_output=True,
            timeout=seconds,
            check=False,
            env={**os.environ, **_ONE_THREAD},
        )
    except subprocess.TimeoutExpired:
        remedy = "save the table as CSV or Parquet, and describe that"
        raise _refused(f"{file.path} took longer than {seconds:g} seconds to read", remedy, file, place) from None
    try:
        answer: dict[str, object] = json.loads(done.stdout)
    except ValueError:
        if b"MemoryError" in done.stderr or b"memory" in done.stderr or done.returncode < 0:
            raise _too_large(file, place) from None
        told = done.stderr.decode("utf-8", "replace").strip().splitlines() or [f"code {done.returncode}"]
        raise _refused(f"{file.path} cannot be read ({told[-1][:200]})", "save it again", file, place) from None
    return answer


def _too_large(file: DataFile, place: Place | None) -> FactcheckError:
    message = f"{file.path} needs more memory than the {MEMORY >> 30} GB a file may take"
    return _refused(message, "save the table alone as CSV or Parquet, and describe that", file, place)


def _refused(message: str, remedy: str, file: DataFile, place: Place | None) -> FactcheckError:
    told = message if file.path in message else f"{file.path} {message}"
    return FactcheckError(Problem(told, place, remedy, code=ExitCode.NOT_CHECKED))
