"""What a change did: the run at its base beside the run now. A change cannot bring the settings that let it pass."""

import contextlib
import os
import posixpath
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from factcheck.datasets.package import load as load_catalogue
from factcheck.engines.process import Worker
from factcheck.errors import FactcheckError
from factcheck.files.paths import inside, project_root
from factcheck.gate.applying import applied
from factcheck.gate.identity import Identity, identities
from factcheck.gate.known import without_known
from factcheck.gate.weakening import weakened
from factcheck.gate.weakening.heirs import new_names
from factcheck.gate.weakening.pairs import pairs
from factcheck.history.git import Base, merge_base, put_tree
from factcheck.languages import load as load_language
from factcheck.memory.store import store_for
from factcheck.model.claims import Statement
from factcheck.model.findings import Report
from factcheck.model.places import DESCRIPTION
from factcheck.model.settings import Settings
from factcheck.model.sides import Side
from factcheck.model.texts import ReadText, Tracked
from factcheck.settings.files import file_for
from factcheck.settings.holding import held
from factcheck.strays import strays
from factcheck.texts.opening import UTF_8, read_file
from factcheck.wiring import open_project

ENCODINGS = (UTF_8, "latin-1")  # the second reads every file; a text that is looked for must not hide in the first


def compared(
    paths: Sequence[str],
    ref: str,
    given: Mapping[str, object],
    *,
    today: date,
    accept: bool,
    worker: Worker | None,
    pictured: bool = False,
    fresh: bool = False,
) -> tuple[Report, Settings]:
    """The report on what a change did, and the settings under which it was made: those of its base.

    `given` are the options of the command line, which come before those. With `accept` what is
    weakened is only counted; a `fresh` run takes nothing from earlier ones. Raises FactcheckError
    (code 3) where git cannot tell the base.
    """
    named = list(paths) or ["."]
    with _tree(Path.cwd(), ref) as (base, there):
        here = Path.cwd()
        fresh = fresh or not store_for(base.top, os.environ)  # a change may bring every file of the repository
        with contextlib.chdir(there):
            settings = held(given, file_for(named)).settings
            _lend_data(here)
            with open_project(paths, today=today, settings=settings, fresh=fresh) as project:
                before = replace(project.side(), settings=held({}, file_for(named)).settings)
    with open_project(paths, today=today, settings=settings, worker=worker, pictured=pictured, fresh=fresh) as project:
        now = replace(project.side(), settings=held({}, file_for(named)).settings)
    now = replace(now, texts=_texts(before, now), strays=strays(base, before, now))
    found = weakened(before, now, load_language)
    findings = (*now.report.findings, *(() if accept else found))
    told = (f"accepted: {len(found)} weakened",) if accept and found else ()
    report = applied(replace(now.report, findings=findings, told=told), settings)
    known = frozenset(one.fingerprint for one in _stood(before, now))
    return without_known(report, known, f"at {base.short}"), settings


def _stood(before: Side, now: Side) -> Iterator[Identity]:
    """The findings of the base, under the names that their files and claims have now."""
    names = new_names(before, now)
    files = {_at(old, before): _at(new, now) for old, new in names.items()}
    became = {
        (_at(pair.before.claim.place.path, before), pair.before.claim.id): pair.now.claim
        for pair in pairs(before, now, names)
        if pair.now is not None
    }
    for one in identities(before.report.findings, before.report.claims, below=before.report.below):
        claim = became.get((one.path, one.claim))
        if claim is None:
            yield replace(one, path=files.get(one.path, one.path))
        else:
            yield replace(one, path=_at(claim.place.path, now), claim=claim.id)


def _at(path: str, side: Side) -> str:
    """The path from the project's folder."""
    return posixpath.normpath(posixpath.join(side.report.below, path))


@contextmanager
def _tree(folder: Path, ref: str) -> Iterator[tuple[Base, Path]]:
    """The files of the commit at which HEAD and `ref` part, in a folder of their own, and where `folder` is in it."""
    base = merge_base(folder, ref)
    with TemporaryDirectory(prefix="factcheck-base-") as temporary:
        top = Path(temporary).resolve() / "tree"
        top.mkdir()
        put_tree(base, top, Path(temporary) / "index")
        (top / ".git").mkdir(exist_ok=True)  # a project without another mark begins there, as it does at home
        there = top / folder.resolve().relative_to(base.top.resolve())
        there.mkdir(parents=True, exist_ok=True)
        yield base, there


def _lend_data(here: Path) -> None:
    """The files of datasets that are not in git, taken from the work tree: most newsrooms keep them elsewhere.

    Where the description of the base pins their hash, another file is told as ever.
    """
    home, root = project_root(here), project_root(Path.cwd())
    path = root / DESCRIPTION
    if not path.is_file():
        return
    for table in load_catalogue(path, root).tables.values():
        wanted = Path(table.file.absolute)
        if table.file.absolute and not wanted.exists() and wanted.is_relative_to(root):
            with contextlib.suppress(FactcheckError, OSError):
                _lend(inside(home, home, wanted.relative_to(root).as_posix()), wanted)


def _lend(file: Path, wanted: Path) -> None:
    wanted.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(file, wanted)
    except OSError:
        shutil.copyfile(file, wanted)


def _texts(before: Side, now: Side) -> dict[str, ReadText]:
    """The texts that the base's statements are about, as they are now; also where no claim file names them any more."""
    known = {each.statement.text_path: each.statement.read for each in now.report.statements}
    wanted = {each.statement.text_path: each.statement for each in before.report.statements if each.statement.text_path}
    found = {path: known.get(path) or _text(path, statement) for path, statement in wanted.items()}
    return {path: text for path, text in found.items() if text is not None}


def _text(shown: str, statement: Statement) -> ReadText | None:
    """The text of a file, read as the statement's was; None where it is not there or is none."""
    with contextlib.suppress(FactcheckError):
        path = inside(project_root(Path(shown)), Path.cwd(), shown)
        for encoding in dict.fromkeys((statement.encoding, *ENCODINGS)):
            with contextlib.suppress(FactcheckError):
                return read_file(path, shown, encoding=encoding, tracked=Tracked.ACCEPT)
    return None
