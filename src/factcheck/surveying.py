"""What `doctor` looks at: versions, extras and the line that installs each, and what of the project is found."""

import platform
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from factcheck import __version__
from factcheck.engines.addresses import variable
from factcheck.model.places import DESCRIPTION, LOCK
from factcheck.model.surveyed import Part, Section, State
from factcheck.wiring import Project

DISTRIBUTION = "factcheck-cli"
NEEDED = ("duckdb", "jinja2", "pandas", "platformdirs", "python-calamine", "pyyaml", "rich", "typer", "xlsxwriter")


@dataclass(frozen=True, slots=True)
class Extra:
    """Packages that not every newsroom needs, and what they are for."""

    packages: tuple[str, ...]
    use: str


EXTRAS: Mapping[str, Extra] = {
    "pdf": Extra(("pypdf",), "texts that are PDFs"),
    "postgres": Extra(("ibis-framework", "psycopg"), "datasets in PostgreSQL"),
    "spark": Extra(("ibis-framework", "pyspark"), "datasets in Spark, which needs Java 17 too"),
    "spss": Extra(("pyreadstat",), "tables that are SPSS files"),
}
PROGRAMS = {"git": "check --diff-base", "java": "Spark in a process of its own"}
SCHEMES = {"postgres": "postgres", "postgresql": "postgres", "spark": "spark"}

VersionOf = Callable[[str], str]


def installed(package: str) -> str:
    """The version of a package; empty where it is not there."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def survey(
    project: Project, settings: str, environment: Mapping[str, str], version_of: VersionOf = installed
) -> tuple[Section, ...]:
    """Everything, in the order in which a person would ask. `settings` is the path of their file, if there is one."""
    needs = frozenset(_needs(project, environment))
    return (
        Section(f"factcheck {__version__}", tuple(_program(version_of))),
        Section("extras", tuple(_extra(name, extra, needs, version_of) for name, extra in EXTRAS.items())),
        Section("programs beside it", tuple(_beside(name, use) for name, use in PROGRAMS.items())),
        Section(f"project {_shown(project.root)}", tuple(_found(project, settings, environment))),
    )


def _program(version_of: VersionOf) -> Iterator[Part]:
    yield Part("Python", platform.python_version())
    for package in NEEDED:
        found, remedy = version_of(package), f"pip install --force-reinstall {DISTRIBUTION}"
        yield Part(package, found) if found else Part(package, "not installed", State.WANTING, remedy)


def _extra(name: str, extra: Extra, needs: frozenset[str], version_of: VersionOf) -> Part:
    versions = {package: version_of(package) for package in extra.packages}
    if all(versions.values()):
        return Part(name, f"{', '.join(map(' '.join, versions.items()))}: {extra.use}")
    state = State.WANTING if name in needs else State.IDLE
    needed = "; this project has some" if name in needs else ""
    return Part(name, f"not installed: {extra.use}{needed}", state, f"pip install '{DISTRIBUTION}[{name}]'")


def _beside(name: str, use: str) -> Part:
    return Part(name, f"found: {use}") if shutil.which(name) else Part(name, f"not found: {use}", State.IDLE)


def _needs(project: Project, environment: Mapping[str, str]) -> Iterator[str]:
    """The extras without which something of the project cannot be read."""
    for table in project.catalogue.tables.values():
        if table.file.format == "sav":
            yield "spss"
        if table.file.engine:
            scheme = environment.get(variable(table.file.engine), "").partition("://")[0].lower()
            yield SCHEMES.get(scheme, "")
    for file in project.files:
        texts = [
            file.statement.text_path if file.statement else "",
            *(one.place.path for one in file.problems if one.place),
        ]
        if any(path.lower().endswith(".pdf") for path in texts):
            yield "pdf"


def _found(project: Project, settings: str, environment: Mapping[str, str]) -> Iterator[Part]:
    yield Part("settings", settings or "none: the defaults hold", State.WELL if settings else State.IDLE)
    yield from _datasets(project, environment)
    claims = [claim for file in project.files for claim in file.claims]
    if project.files and not claims:
        yield Part("claims", f"none that can be used in {_files(len(project.files))}", State.WANTING)
        return
    if not claims:
        yield Part("claims", "none found", State.IDLE, "factcheck init FOLDER, or factcheck extract TEXT")
        return
    checked = sum(bool(claim.checks) for claim in claims)
    yield Part("claims", f"{len(claims)} in {_files(len(project.files))}, {checked} with a check")


def _datasets(project: Project, environment: Mapping[str, str]) -> Iterator[Part]:
    tables = project.catalogue.tables
    if not tables:
        yield Part("datasets", f"none in {DESCRIPTION}", State.IDLE, "factcheck data add FILE")
        return
    yield Part("datasets", f"{len(tables)} in {DESCRIPTION}")
    for name, table in tables.items():
        if not table.file.engine and not Path(table.file.absolute).exists():
            yield Part(name, f"{table.file.path} is not there", State.WANTING, f"factcheck data fetch {name}")
    for engine in dict.fromkeys(table.file.engine for table in tables.values() if table.file.engine):
        yield _engine(engine, environment)
    told = "datasets are pinned" if project.lock.exists else "none: datasets may change unseen"
    yield Part(LOCK, told) if project.lock.exists else Part(LOCK, told, State.IDLE, "factcheck data lock")


def _engine(engine: str, environment: Mapping[str, str]) -> Part:
    """Whether its address is known; the address itself may hold a password and is never shown."""
    name = variable(engine)
    if environment.get(name, "").strip():
        return Part(engine, f"{name} is set")
    return Part(engine, f"{name} is not set", State.WANTING, f"set {name} to the engine's address")


def _files(number: int) -> str:
    return "1 claim file" if number == 1 else f"{number} claim files"


def _shown(root: Path) -> str:
    here = Path.cwd().resolve()
    return root.relative_to(here).as_posix() if root.is_relative_to(here) else str(root)
