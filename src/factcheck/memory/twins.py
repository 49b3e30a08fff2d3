"""Large CSV files as Parquet, kept beside what was answered: a new question on the same bytes is answered in a fifth.

A twin is made the second time that something new is asked of a file, so that what is read once costs nothing more.
"""

import hashlib
import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from factcheck.engines.copying import copied
from factcheck.files.status import status_of
from factcheck.memory.store import Store
from factcheck.model.tables import Table

LARGE = 50_000_000  # bytes; a smaller file is scanned in less time than it takes to look for another


class Twins:
    """The twins of CSV files, by what they hold and how it is read."""

    def __init__(self, store: Store, program: str) -> None:
        self._store = store
        self._program = program

    def wanted(self, table: Table) -> bool:
        """Whether a twin of this table, made ready, would be worth its place."""
        status = status_of(table.file.absolute)
        return bool(self._store) and table.file.format == "csv" and bool(status) and status[0] >= LARGE

    def of(self, table: Table, sha256: str) -> Table | None:
        """The table with its twin for a file; None where there is none that is whole."""
        name = self._name(table, sha256)
        path = self._path(name)
        kept = self._store.read(name)
        if path is None or kept is None or kept.get("status") != list(status_of(str(path))):
            return None
        with suppress(OSError):
            os.utime(path.with_suffix(".json"))  # it was used
        return replace(table, file=replace(table.file, absolute=str(path), format="parquet", is_twin=True))

    def make(self, table: Table, ready: Table, sha256: str) -> bool:
        """Make a twin of the table, whose file holds these bytes and was made ready; says whether it is there."""
        name = self._name(table, sha256)
        path = self._path(name)
        if path is None or path.exists():
            return False
        draft = path.with_name(f"{name}.{os.getpid()}.tmp")
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not copied(ready, draft):
                return False
            draft.replace(path)
        except OSError:
            return False
        self._store.write(name, {"status": list(status_of(str(path)))})
        return True

    def forget(self, table: Table, sha256: str) -> None:
        """Take away a twin that may not be of these bytes."""
        path = self._path(self._name(table, sha256))
        if path is not None:
            for one in (path, path.with_suffix(".json")):
                with suppress(OSError):
                    one.unlink()

    def _path(self, name: str) -> Path | None:
        return None if self._store.folder is None else self._store.folder / f"{name}.parquet"

    def _name(self, table: Table, sha256: str) -> str:
        """What the cells rest on: the bytes, how they are read, the names of the columns, and the program."""
        read = replace(table.file, path="", absolute="", remarks=())
        told = "\n".join((self._program, sha256, repr(read), repr([column.name for column in table.columns])))
        return f"rows-{hashlib.sha256(told.encode()).hexdigest()[:32]}"
