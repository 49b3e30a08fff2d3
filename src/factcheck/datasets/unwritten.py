"""Changes of a SQLite database that stand beside its file, where no hash tells of them and no reader sees them."""

from contextlib import suppress
from pathlib import Path

from factcheck.model.tables import DataFile

REMEDY = "close the program that has it open, or open it in SQLite and close it: the changes go into the file then"
# The beginning of a journal that still has to be played back; one that is done with begins with zeros.
_HOT = bytes.fromhex("d9d505f920a163d7")


def unwritten(file: DataFile) -> str:
    """What is wrong with a database that somebody has open, or left without closing; nothing where all is in its file.

    A log of changes counts even where it is empty: it may be written to at any moment.
    """
    if file.format != "sqlite":
        return ""
    real = Path(file.absolute).resolve()
    log, journal = real.with_name(f"{real.name}-wal"), real.with_name(f"{real.name}-journal")
    found = log.name if log.exists() else journal.name if _is_hot(journal) else ""
    return f"{file.path} was not closed: changes to it stand in {found}, and would not be read" if found else ""


def _is_hot(journal: Path) -> bool:
    with suppress(OSError), journal.open("rb") as file:
        return file.read(len(_HOT)) == _HOT
    return False
