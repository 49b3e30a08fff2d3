"""One table out of a gzip file or a zip archive, and no more of it than the limit."""

import gzip
import tempfile
import zipfile
import zlib
from pathlib import Path
from typing import IO

from factcheck.datasets.readers.interface import UnreadableError
from factcheck.model.tables import DataFile

LARGEST = 4 << 30
_CHUNK = 1 << 20


def unpacked(file: DataFile, folder: Path) -> Path:
    """The file itself where it is not packed, else what is in it, in `folder`. Raises UnreadableError."""
    if not file.compression:
        return Path(file.absolute)
    target = Path(tempfile.mkstemp(dir=folder, suffix=".unpacked")[1])
    try:
        with target.open("wb") as written:
            if file.compression == "gz":
                with gzip.open(file.absolute) as packed:
                    _copy(packed, written, file)
            else:
                with zipfile.ZipFile(file.absolute) as archive, archive.open(_member(archive, file)) as packed:
                    _copy(packed, written, file)
    except (zipfile.BadZipFile, gzip.BadGzipFile, EOFError, zlib.error, RuntimeError, NotImplementedError) as error:
        raise UnreadableError(
            f"{file.path} cannot be unpacked ({error})", "it may be cut short or locked: get the file again"
        ) from None
    return target


def members(file: DataFile) -> tuple[str, ...]:
    """The names of the files in a zip archive. Raises UnreadableError."""
    try:
        with zipfile.ZipFile(file.absolute) as archive:
            return tuple(one.filename for one in _files(archive))
    except (zipfile.BadZipFile, OSError) as error:
        told = f"{file.path} cannot be unpacked ({error})"
        raise UnreadableError(told, "it may be cut short or locked: get the file again") from None


def _files(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    return [one for one in archive.infolist() if not one.is_dir() and not one.filename.startswith("__MACOSX/")]


def _member(archive: zipfile.ZipFile, file: DataFile) -> zipfile.ZipInfo:
    found = [one for one in _files(archive) if not file.inner or one.filename == file.inner]
    if len(found) == 1:
        return found[0]
    names = [one.filename for one in archive.infolist() if not one.is_dir()]
    listed = f"it holds: {', '.join(names[:10])}"
    if file.inner or not found:
        raise UnreadableError(f'{file.path} holds no file "{file.inner}"', listed)
    raise UnreadableError(f"{file.path} holds {len(found)} files", f"write innerpath: one of them; {listed}")


def _copy(packed: IO[bytes] | gzip.GzipFile, written: IO[bytes], file: DataFile) -> None:
    size = 0
    while chunk := packed.read(_CHUNK):
        size += len(chunk)
        if size > LARGEST:
            remedy = "unpack it, and keep the table as Parquet"
            raise UnreadableError(f"{file.path} unpacks to more than {LARGEST >> 30} GB", remedy)
        written.write(chunk)
