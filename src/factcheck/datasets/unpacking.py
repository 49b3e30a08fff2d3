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


def _member(archive: zipfile.ZipFile, file: DataFile) -> zipfile.ZipInfo:
    members = [one for one in archive.infolist() if not one.is_dir() and not one.filename.startswith("__MACOSX/")]
    if file.inner:
        members = [one for one in members if one.filename == file.inner]
    if len(members) == 1:
        return members[0]
    names = [one.filename for one in archive.infolist() if not one.is_dir()]
    listed = f"it holds: {', '.join(names[:10])}"
    if file.inner or not members:
        raise UnreadableError(f'{file.path} holds no file "{file.inner}"', listed)
    raise UnreadableError(f"{file.path} holds {len(members)} files", f"write innerpath: one of them; {listed}")


def _copy(packed: IO[bytes] | gzip.GzipFile, written: IO[bytes], file: DataFile) -> None:
    size = 0
    while chunk := packed.read(_CHUNK):
        size += len(chunk)
        if size > LARGEST:
            remedy = "unpack it, and keep the table as Parquet"
            raise UnreadableError(f"{file.path} unpacks to more than {LARGEST >> 30} GB", remedy)
        written.write(chunk)
