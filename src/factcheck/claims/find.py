"""What the user named on the command line -> the claim files meant."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.claims.collecting import Collected
from factcheck.claims.shape import NOT_HELD
from factcheck.errors import ExitCode, FactcheckError, Problem
from factcheck.files.nodes import Mapping, Node, Scalar
from factcheck.files.paths import inside, project_root
from factcheck.files.text import read_text
from factcheck.files.yaml import load
from factcheck.model.places import Place

FOLDER = "claims"
NO_PROJECT = "go to the folder of your project, or make one: factcheck init my-articles"
SUFFIXES = (".yaml", ".yml")

_LOOKS_LIKE_CLAIMS = re.compile(r"""^[{"'\s]*(statement|claims)["']?\s*:""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """Claim files, each once, in the order they were named (in a folder by name); and what was not found.

    `empty` are the names that were found, and that have no claim file.
    """

    files: tuple[tuple[Path, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    empty: tuple[Problem, ...] = ()


def claim_files(named: Iterable[str], root: Path) -> FoundFiles:
    """The claim files for paths to claim files, folders and texts, seen from `root`; for none of them, `claims/`.

    A text stands for every claim file that names it, in `claims/` of its project or of `root`, or beside it. Each file
    comes with its path as the user would type it. Finding nothing is a problem: nothing checked must never look like
    nothing wrong.
    """
    files: dict[Path, str] = {}
    found, index = Collected(), ByText(root)
    told = list(named)
    if not told and not (root / FOLDER).exists():
        found.problems.append(Problem("no such folder", Place(FOLDER), NO_PROJECT, code=ExitCode.NOT_CHECKED))
        return FoundFiles((), tuple(found.problems))
    empty: list[Problem] = []
    for name in told or [FOLDER]:
        meant = found.attempt(_meant, root / name, name, index)
        if meant == []:
            empty.append(_nothing(root / name, name))
        for path in meant or []:
            shown = shown_from(root, path)
            if safe := found.attempt(_safe, path, shown):
                files.setdefault(safe, shown)
    return FoundFiles(tuple(files.items()), tuple(found.problems), tuple(empty))


def _meant(path: Path, shown: str, index: "ByText") -> list[Path]:
    if path.is_dir():
        return list(_in_folder(path))
    if not path.exists():
        absent = Problem("no such file or folder", Place(shown), "check the name", code=ExitCode.NOT_CHECKED)
        raise FactcheckError(absent)
    return [path] if path.suffix in SUFFIXES else index.about(path)


def _nothing(path: Path, shown: str) -> Problem:
    what = "no claim files here" if path.is_dir() else "no claim file is about this text"
    remedy = f"write a claim file in {FOLDER}/ that names the text"
    return Problem(f"nothing to check: {what}", Place(shown), remedy)


def claim_files_about(text: Path, root: Path) -> tuple[tuple[Path, str], ...]:
    """The claim files whose statement names this text, each with its path as it would be typed from `root`."""
    return tuple((path, shown_from(root, path)) for path in ByText(root).about(text))


def _in_folder(folder: Path) -> Iterator[Path]:
    """Its YAML files, by name, without hidden folders. Below `claims/` each counts, elsewhere those with our keys."""
    home = project_root(folder)
    for path in sorted(folder.rglob("*")):
        within = path.relative_to(folder).parts
        if path.suffix not in SUFFIXES or any(part.startswith(".") for part in within) or path.is_dir():
            continue
        if FOLDER in path.parent.resolve().relative_to(home).parts or _looks_like_claims(path):
            yield path


def _looks_like_claims(path: Path) -> bool:
    """One of our keys is there; a file that cannot be read may be one, and loading it will say why it cannot."""
    try:
        return _LOOKS_LIKE_CLAIMS.search(read_text(path, str(path))) is not None
    except FactcheckError:
        return True


class ByText:
    """The claim files that name a text; each file is read once, however many texts are asked about."""

    def __init__(self, root: Path, known: dict[Path, Path | None] | None = None) -> None:
        """`root` is the folder in which names are typed; `known` are files of which it is known what text they name."""
        self._root = root.resolve()
        self._named = dict(known or {})
        self._found: dict[tuple[Path, Path], dict[Path | None, list[Path]]] = {}

    def about(self, text: Path) -> list[Path]:
        """Those in `claims/` of the text's project or of the root, and beside the text, that name this text."""
        key = (project_root(text), text.parent)
        if key not in self._found:
            self._found[key] = self._by_text(*key)
        return self._found[key].get(text.resolve(), [])

    def _by_text(self, project: Path, folder: Path) -> dict[Path | None, list[Path]]:
        homes = dict.fromkeys((project / FOLDER, self._root / FOLDER))
        below = (path for home in homes if home.is_dir() for path in _in_folder(home))
        beside = (path for path in sorted(folder.iterdir()) if path.suffix in SUFFIXES and path.is_file())
        found: dict[Path | None, list[Path]] = {}
        for path in dict.fromkeys(path.resolve() for path in (*below, *beside)):
            found.setdefault(self._text_of(path), []).append(path)
        return found

    def _text_of(self, path: Path) -> Path | None:
        if path not in self._named:
            self._named[path] = text_named_in(path)
        return self._named[path]


def about(text: Path, root: Path) -> list[Path]:
    """The claim files that name this text."""
    return ByText(root).about(text)


def text_named_in(path: Path) -> Path | None:
    """The text a claim file names; None where it cannot be told, since loading the file will say why."""
    try:
        written = _written_text(load(read_text(path, str(path)), str(path)))
        return inside(project_root(path), path.parent, written) if written else None
    except FactcheckError:
        return None


def said_in(path: Path, key: str) -> str:
    """What a claim file says of its statement under a key; empty where it does not say, or cannot be read."""
    try:
        return _of_statement(load(read_text(path, str(path)), str(path)), key)
    except FactcheckError:
        return ""


def _written_text(root: Node) -> str:
    text = _of_statement(root, "text")
    return text if text != NOT_HELD else ""


def _of_statement(root: Node, key: str) -> str:
    statement = root.get("statement") if isinstance(root, Mapping) else None
    value = statement.get(key) if isinstance(statement, Mapping) else None
    return value.text if isinstance(value, Scalar) else ""


def _safe(path: Path, shown: str) -> Path:
    """The file itself. A link must not lead out of the project: an error would show lines of what lies there."""
    try:
        return inside(project_root(path.parent), path.parent, path.name)
    except FactcheckError as error:
        raise FactcheckError(*(replace(problem, place=Place(shown)) for problem in error.problems)) from None


def shown_from(root: Path, path: Path) -> str:
    """The path as it would be typed from `root`."""
    for home in (root, root.resolve()):
        if path.is_relative_to(home):
            return path.relative_to(home).as_posix()
    return path.as_posix()
