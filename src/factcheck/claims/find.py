"""What the user named on the command line -> the claim files meant."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from factcheck.claims.shape import NOT_HELD
from factcheck.errors import ExitCode, FactcheckError, Problem
from factcheck.files.nodes import Mapping, Node, Scalar
from factcheck.files.paths import inside, project_root
from factcheck.files.yaml import read
from factcheck.model.places import Place

FOLDER = "claims"
SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """Claim files, each once, in the order they were named (in a folder by name); and what was not found."""

    files: tuple[tuple[Path, str], ...] = ()
    problems: tuple[Problem, ...] = ()


def claim_files(named: Iterable[str], root: Path) -> FoundFiles:
    """The claim files for paths to claim files, folders and texts, seen from `root`; for none of them, `claims/`.

    A text stands for every claim file in `claims/`, or beside the text, that names it. Each file comes with its path
    as the user would type it. Finding nothing is a problem: nothing checked must never look like nothing wrong.
    """
    files: dict[Path, str] = {}
    problems: list[Problem] = []
    for name in list(named) or [FOLDER]:
        try:
            files.update({path.resolve(): shown for path, shown in _meant(name, root) if path.resolve() not in files})
        except FactcheckError as error:
            problems.extend(error.problems)
    return FoundFiles(tuple(files.items()), tuple(problems))


def _meant(name: str, root: Path) -> list[tuple[Path, str]]:
    path = root / name
    if path.is_dir():
        return _in_folder(path, name)
    if not path.exists():
        absent = Problem("no such file or folder", Place(name), "check the name", code=ExitCode.NOT_CHECKED)
        raise FactcheckError(absent)
    return [(path, name)] if path.suffix in SUFFIXES else _about(path, name, root)


def _in_folder(folder: Path, shown: str) -> list[tuple[Path, str]]:
    paths = sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES and path.is_file())
    if not paths:
        remedy = "write a claim file, or name the folder where they are"
        raise FactcheckError(Problem("nothing to check: no claim files here", Place(shown), remedy))
    return [(path, _joined(shown, path.relative_to(folder).as_posix())) for path in paths]


def _about(text: Path, shown: str, root: Path) -> list[tuple[Path, str]]:
    """The claim files whose statement names this text."""
    beside = _joined(shown.rpartition("/")[0], "") if "/" in shown else "."
    found: dict[Path, str] = {}
    for folder in dict.fromkeys((FOLDER, beside)):
        for path in sorted((root / folder).rglob("*") if folder == FOLDER else (root / folder).glob("*")):
            if path.suffix in SUFFIXES and path.is_file() and _text_of(path) == text.resolve():
                found.setdefault(path.resolve(), _joined(folder, path.relative_to(root / folder).as_posix()))
    if not found:
        remedy = f"write a claim file in {FOLDER}/ with text: naming it"
        raise FactcheckError(Problem("nothing to check: no claim file is about this text", Place(shown), remedy))
    return list(found.items())


def _text_of(path: Path) -> Path | None:
    """The text a claim file names; None where it cannot be told, since loading the file will say why."""
    try:
        root, _ = read(path, str(path))
        written = _written_text(root)
        return inside(project_root(path), path.resolve().parent, written) if written else None
    except FactcheckError:
        return None


def _written_text(root: Node) -> str:
    statement = root.get("statement") if isinstance(root, Mapping) else None
    text = statement.get("text") if isinstance(statement, Mapping) else None
    return text.text if isinstance(text, Scalar) and text.text != NOT_HELD else ""


def _joined(folder: str, name: str) -> str:
    folder = folder.rstrip("/")
    return f"{folder}/{name}" if folder and folder != "." else name
