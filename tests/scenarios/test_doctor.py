"""`doctor`: what is installed and what is missing, what of the project is found, and how it ends."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from transcripts import ROOT, run_words

from factcheck.model.surveyed import Part, State
from factcheck.surveying import EXTRAS, NEEDED, survey
from factcheck.wiring import open_project

CLAIMS = "statement: {title: T, publisher: P, text: %s}\nclaims:\n  - {id: a, quote: 5 towns, says: '5'}\n"
TABLES = "resources:\n  - {name: towns, path: %s, schema: {fields: [{name: n}]}}\n"


def _make(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def _parts(folder: Path, environment: Mapping[str, str], *, has: bool) -> dict[str, Part]:
    with open_project([str(folder / "claims")], today=None) as project:
        sections = survey(project, "", environment, lambda _: "1.0" if has else "")
    return {part.name: part for section in sections for part in section.parts}


def test_every_dependency_and_every_extra_is_told_as_the_package_has_them() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    def names(lines: list[str]) -> tuple[str, ...]:
        return tuple(line.split(">")[0].split("[")[0] for line in lines)

    assert names(project["dependencies"]) == NEEDED
    assert {name: names(lines) for name, lines in project["optional-dependencies"].items()} == {
        name: extra.packages for name, extra in EXTRAS.items()
    }


def test_a_new_project_lacks_nothing(tmp_path: Path) -> None:
    run_words(["init", "p"], tmp_path)
    told = run_words(["doctor"], tmp_path / "p")
    assert (told.stderr, told.code) == ("", 0)
    assert told.stdout.startswith("factcheck ")
    assert "✓ datasets        2 in datasets/datapackage.yaml\n" in told.stdout
    assert "✓ claims          4 in 1 claim file, 4 with a check\n" in told.stdout
    assert (
        "– factcheck.lock  none: datasets may change unseen\n                    factcheck data lock\n" in told.stdout
    )
    assert "✗" not in told.stdout


def test_an_empty_folder_is_no_fault_and_the_next_step_is_told(tmp_path: Path) -> None:
    told = run_words(["doctor"], tmp_path)
    assert (told.stderr, told.code) == ("", 0)
    assert "factcheck init FOLDER" in told.stdout


def test_a_path_that_is_not_there_is_wrong(tmp_path: Path) -> None:
    told = run_words(["doctor", "nowhere"], tmp_path)
    assert (told.stderr, told.code) == ("nowhere:1:1: error: no such file or folder\n  check the name\n", 3)


def test_a_mistake_in_a_file_is_told_and_ends_with_2(tmp_path: Path) -> None:
    _make(tmp_path, {"claims/a.yaml": "x: y\n"})
    told = run_words(["doctor"], tmp_path)
    assert told.code == 2
    assert "claims/a.yaml:1:1" in told.stderr
    assert "extras" in told.stdout


def test_a_data_file_that_is_not_there_ends_with_3(tmp_path: Path) -> None:
    _make(tmp_path, {"claims/a.yaml": CLAIMS % "not held", "datasets/datapackage.yaml": TABLES % "towns.csv"})
    told = run_words(["doctor"], tmp_path)
    assert (told.stderr, told.code) == ("", 3)
    assert "✗ towns           towns.csv is not there\n                    factcheck data fetch towns\n" in told.stdout


@pytest.mark.parametrize(
    ("extra", "files"),
    [
        ("pdf", {"claims/a.yaml": CLAIMS % "a.PDF", "claims/a.PDF": "%PDF-1.4"}),
        ("spss", {"claims/a.yaml": CLAIMS % "not held", "datasets/datapackage.yaml": TABLES % "a.sav"}),
    ],
)
def test_an_extra_is_wanting_only_where_the_project_needs_it(
    extra: str, files: Mapping[str, str], tmp_path: Path
) -> None:
    _make(tmp_path, files)
    parts = _parts(tmp_path, {}, has=False)
    assert {name for name in EXTRAS if parts[name].state is State.WANTING} == {extra}
    assert parts[extra].remedy == f"pip install 'factcheck-cli[{extra}]'"
    assert parts["duckdb"].state is State.WANTING
    assert _parts(tmp_path, {}, has=True)[extra].state is State.WELL


@pytest.mark.parametrize(("url", "wanting"), [("postgresql://u:secret@h/d", "postgres"), ("spark://h", "spark")])
def test_an_engine_needs_its_address_and_its_extra(url: str, wanting: str, tmp_path: Path) -> None:
    table = "resources:\n  - {name: t, engine: news-room, table: t, schema: {fields: [{name: n}]}}\n"
    _make(tmp_path, {"claims/a.yaml": CLAIMS % "not held", "datasets/datapackage.yaml": table})
    unset = _parts(tmp_path, {}, has=False)["news-room"]
    assert (unset.state, unset.told) == (State.WANTING, "FACTCHECK_ENGINE_NEWS_ROOM is not set")
    parts = _parts(tmp_path, {"FACTCHECK_ENGINE_NEWS_ROOM": url}, has=False)
    assert {name for name in EXTRAS if parts[name].state is State.WANTING} == {wanting}
    assert "secret" not in str(parts)


@pytest.mark.parametrize("width", ["20", "40", "80"])
def test_no_line_is_longer_than_the_terminal(width: str, tmp_path: Path) -> None:
    told = run_words(["doctor"], tmp_path, {"COLUMNS": width})
    assert [line for line in told.stdout.splitlines() if len(line) > int(width)] == []
