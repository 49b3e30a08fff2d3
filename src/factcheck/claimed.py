"""What a command names -> the claim files it means, loaded: those named, those of a text, those that rest on data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck import checks
from factcheck.claims.find import FOLDER, ByText, claim_files, claim_files_about, shown_from
from factcheck.claims.load import ClaimFile
from factcheck.claims.load import load as load_claims
from factcheck.datasets.package import Catalogue
from factcheck.datasets.package import load as load_catalogue
from factcheck.errors import FactcheckError, Problem, did_you_mean
from factcheck.files.paths import inside, project_root
from factcheck.languages import load as load_language
from factcheck.model.claims import Claim, Statement
from factcheck.model.places import DESCRIPTION, LOCK, Place


@dataclass(frozen=True, slots=True)
class Meant:
    """Claim files, each with where it lies; what is wrong with the names, and which of them have nothing to check."""

    files: tuple[ClaimFile, ...] = ()
    paths: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()
    empty: tuple[Problem, ...] = ()


NOTHING = Meant()


def meant(named: Sequence[str], root: Path, catalogue: Catalogue) -> Meant:
    """The claim files for the names of a command.

    The file of a dataset stands for the claim files that rest on it; the datasets' description and the lock for those
    that rest on any. All other names are as `claims.find.claim_files` has them.
    """
    data = {name: held for name in named if (held := _datasets(Path(name), root, catalogue)) is not None}
    others = [name for name in named if name not in data]
    found = claim_files(others, Path.cwd()) if others or not data else None
    files = {path: loaded(path, shown, catalogue) for path, shown in found.files} if found else {}
    empty = list(found.empty) if found else []
    every = _every(root, catalogue) if data else {}
    for name, held in data.items():
        resting = {path: file for path, file in every.items() if _rests_on(file, held)}
        if not resting:
            told = "nothing to check: no claim rests on this dataset"
            empty.append(Problem(told, Place(name), "write a check that names it"))
        files = {**resting, **files}
    return Meant(tuple(files.values()), tuple(files), found.problems if found else (), tuple(empty))


def _datasets(path: Path, root: Path, catalogue: Catalogue) -> frozenset[str] | None:
    """The datasets that a file holds, pins or describes; None where it is none of that."""
    if path.resolve() in (root / DESCRIPTION, root / LOCK):
        return frozenset(catalogue.tables)
    return frozenset(held_in(path, catalogue)) or None


def held_in(path: Path, catalogue: Catalogue) -> list[str]:
    """The datasets whose rows stand in a file; the tables of engines stand in none."""
    file = path.resolve()
    return [
        name
        for name, table in catalogue.tables.items()
        if not table.file.engine and Path(table.file.absolute).resolve() == file
    ]


def others_about(
    files: Sequence[ClaimFile], paths: Sequence[Path], catalogue: Catalogue
) -> dict[Path, list[ClaimFile]]:
    """The other claim files about the texts of these, which lie at `paths`; none of these is read again."""
    here, known = Path.cwd(), {path: file.text_file for file, path in zip(files, paths, strict=True)}
    index = ByText(here, known)
    texts = dict.fromkeys(file.text_file for file in files if file.text_file)
    found = {text: [path for path in index.about(text) if path not in known] for text in texts}
    return {text: [loaded(path, shown_from(here, path), catalogue) for path in about] for text, about in found.items()}


def _every(root: Path, catalogue: Catalogue) -> dict[Path, ClaimFile]:
    home = root / FOLDER
    found = claim_files([str(home)], Path.cwd()).files if home.is_dir() else ()
    return {path: loaded(path, shown, catalogue) for path, shown in found}


def _rests_on(file: ClaimFile, datasets: frozenset[str]) -> bool:
    """A check of the file reads one of the datasets; or what it reads cannot be told, since something is wrong."""
    used = (name for claim in file.claims for check in claim.checks for name in checks.tables_of(check.computation))
    return bool(file.taken_out) or not datasets.isdisjoint(used)


def catalogue_of(root: Path) -> Catalogue:
    """The datasets of the project, if it describes any. A link out of it is refused, since errors show lines."""
    path = root / DESCRIPTION
    if not path.exists() and not path.is_symlink():
        return Catalogue({})
    try:
        inside(root, path.parent, path.name)
    except FactcheckError as error:
        return Catalogue({}, tuple(replace(one, place=Place(DESCRIPTION)) for one in error.problems), unread=None)
    return load_catalogue(path, root)


def files_about(text: Path) -> tuple[tuple[ClaimFile, ...], tuple[Problem, ...]]:
    """The claim files whose statement names this text, and what is wrong with them and the datasets' description."""
    catalogue = catalogue_of(project_root(text))
    files = tuple(loaded(path, shown, catalogue) for path, shown in claim_files_about(text, Path.cwd()))
    problems = [*catalogue.problems, *(problem for file in files for problem in file.problems)] if files else []
    return files, tuple(dict.fromkeys(problems))


def loaded(path: Path, shown: str, catalogue: Catalogue) -> ClaimFile:
    """The claim file, bound to the datasets."""
    return load_claims(
        path,
        shown,
        catalogue.tables,
        language_of=load_language,
        gives=checks.gives,
        is_unread=catalogue.is_unread,
    )


def tables_used(files: Iterable[ClaimFile]) -> list[str]:
    """The datasets that checks in these files ask, each once."""
    used = [
        name
        for file in files
        for claim in file.claims
        for check in claim.checks
        for name in checks.tables_of(check.computation)
    ]
    return list(dict.fromkeys(used))


def resting_on(
    datasets: Sequence[str], files: Iterable[ClaimFile], catalogue: Catalogue
) -> tuple[tuple[Statement, Claim], ...]:
    """The claims with a check on one of these datasets, which are named, or meant by their files.

    Raises FactcheckError where there is no such dataset.
    """
    names = {name for one in datasets for name in _named(one, catalogue)}
    return tuple(
        (file.statement, claim)
        for file in files
        if file.statement
        for claim in file.claims
        if any(names.intersection(checks.tables_of(check.computation)) for check in claim.checks)
    )


def _named(dataset: str, catalogue: Catalogue) -> list[str]:
    """The datasets of a name or a file."""
    if dataset in catalogue.tables:
        return [dataset]
    found = held_in(Path(dataset), catalogue)
    if not found:
        known = did_you_mean(dataset, catalogue.tables, has="The datasets are")
        raise FactcheckError(*catalogue.problems, Problem(f'unknown dataset "{dataset}"', remedy=known))
    return found
