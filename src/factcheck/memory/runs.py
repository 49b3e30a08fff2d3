"""A whole run, remembered: what it printed and how it ended, for as long as every file it rests on is the same."""

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.files.paths import MARKS, project_root
from factcheck.files.status import status_of
from factcheck.memory.listening import Heard
from factcheck.memory.seen import Seen, as_values, from_values, is_same, is_settled, names_in, seen
from factcheck.memory.store import Store, name_of

SITES = ("site-packages", "dist-packages")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a run was asked for: `what` names it, and with the day and the program says what its outcome depends on."""

    what: tuple[str, ...]
    today: str
    program: str
    paths: tuple[str, ...]

    @property
    def name(self) -> str:
        return name_of("run", self.what)

    @property
    def whole(self) -> list[object]:
        return [list(self.what), self.today, self.program]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run wrote, by format, and its exit code."""

    texts: Mapping[str, bytes]
    code: int


@dataclass(frozen=True, slots=True)
class RestsOn:
    """What a run used besides the files that it opened: data files whose hash was known, folders that matter."""

    data: Mapping[str, Seen] = field(default_factory=dict)
    folders: tuple[str, ...] = ()


def recalled(store: Store, asked: Asked) -> Outcome | None:
    """The outcome of the same run, if nothing that it rests on is another; None where that is not certain."""
    kept = store.read(asked.name)
    if kept is None or kept.get("asked") != asked.whole:
        return None
    try:
        return _outcome(kept) if _is_same(kept) else None
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def is_known(store: Store, asked: Asked) -> bool:
    """Whether there was such a run before, whatever has changed since."""
    return store.has(asked.name)


def keep(store: Store, asked: Asked, outcome: Outcome, heard: Heard, rests_on: RestsOn, *, began: int) -> bool:
    """Remember a run that began at `began` (nanoseconds since 1970), and say whether that was done.

    It is not where a file was written after it began, or so shortly before that a later write might not show.
    """
    opened = {path: status for path, status in heard.files.items() if not _is_aside(path, store)}
    files = [_seen(path, status, rests_on) for path, status in opened.items() if status]
    files += [one for path, one in rests_on.data.items() if path not in opened]
    listed = [path for path in heard.folders if not _is_aside(path, store)]
    certain = [one for one in files if one is not None and is_settled(one.status, began)]
    if heard.changed.intersection(opened) or len(certain) < len(files):
        return False
    kept = {
        "asked": asked.whole,
        "files": as_values(certain),
        "absent": [*(path for path, status in opened.items() if not status), *_marks_above(asked.paths)],
        "folders": {path: names_in(path) for path in _folders(certain, listed, rests_on, asked.paths)},
        "texts": {form: data.decode("utf-8") for form, data in outcome.texts.items()},
        "code": outcome.code,
    }
    store.write(asked.name, kept)
    return True


def _is_same(kept: Mapping[str, object]) -> bool:
    files, absent, folders = from_values(kept["files"]), kept["absent"], kept["folders"]
    if not isinstance(absent, list) or not isinstance(folders, dict):
        return False
    return (
        all(names_in(path) == names for path, names in folders.items())
        and not any(os.path.lexists(path) for path in absent)
        and all(map(is_same, files))
    )


def _outcome(kept: Mapping[str, object]) -> Outcome:
    texts, code = kept["texts"], kept["code"]
    if not isinstance(texts, dict) or not isinstance(code, int):
        raise TypeError("no outcome")
    return Outcome({str(form): str(text).encode("utf-8") for form, text in texts.items()}, code)


def _seen(path: str, before: tuple[int, ...], rests_on: RestsOn) -> Seen | None:
    """The file, if it still is what it was when it was opened."""
    known = rests_on.data.get(path)
    found = seen(path, known.sha256 if known and known.status == before else None)
    return found if found is not None and found.status == before else None


def _folders(files: Iterable[Seen], listed: Iterable[str], rests_on: RestsOn, paths: Iterable[str]) -> list[str]:
    """The folders in which another file might have counted: all that were listed, and all above a file used."""
    starts = [*(os.path.dirname(one.path) for one in files), *rests_on.folders, *map(_folder, paths), os.getcwd()]
    above = (folder for start in dict.fromkeys(starts) for folder in _up_to_the_root(start))
    return list(dict.fromkeys((*listed, *above)))


def _folder(path: str) -> str:
    return os.path.abspath(path if os.path.isdir(path) else os.path.dirname(path))


def _up_to_the_root(start: str) -> Iterator[str]:
    """The folders from `start` up to the project's root, both as named and as they are once links are followed."""
    root = project_root(Path(start))
    for way in dict.fromkeys((Path(start), Path(start).resolve())):
        for one in (way, *way.parents):
            yield str(one)
            if one.resolve() == root:
                break


def _marks_above(paths: Iterable[str]) -> list[str]:
    """The marks of a project that are nowhere above: one of them, were it there, would begin the project elsewhere."""
    starts = [Path(start).resolve() for start in dict.fromkeys((*map(_folder, paths), os.getcwd()))]
    folders = dict.fromkeys(folder for start in starts for folder in (start, *start.parents))
    return [str(folder / mark) for folder in folders for mark in MARKS if not (folder / mark).exists()]


def _is_aside(path: str, store: Store) -> bool:
    """Whether a file is no part of what a run rests on: the program's, the memory's, or made and removed by the run."""
    return _is_of_the_program(path) or _is_made(path) or (store.folder is not None and _below(path, str(store.folder)))


def _below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/\\") + os.sep)


def _is_of_the_program(path: str) -> bool:
    """Whether the hash of the program tells of it."""
    if path.startswith(("/dev/", "/proc/", "/sys/")):
        return True
    homes = [str(Path(__file__).parents[1]), os.path.dirname(os.__file__)]
    homes += [one for one in sys.path if one.rstrip("/\\").endswith(SITES)]
    return any(_below(path, home) for home in homes)


def _is_made(path: str) -> bool:
    """Whether the run itself made it, in a temporary folder that is gone."""
    return path.startswith(os.path.join(tempfile.gettempdir(), "factcheck-")) and not status_of(path)
