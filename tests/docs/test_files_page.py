"""The page on the files people write: its project is right, its conditions do what it says, and no note is left out."""

import re
from pathlib import Path
from typing import get_args

import pytest
import yaml

from factcheck import checks
from factcheck.claims.load import load as load_claims
from factcheck.claims.shape import ClaimShape, NotCheckableShape, StatementShape
from factcheck.conditions import At, BadCondition, Entry, Given, bind_entries, condition
from factcheck.datasets.fingerprint import changed, fingerprint
from factcheck.datasets.package import load as load_package
from factcheck.files.json_schema import json_schema
from factcheck.languages import load as load_language
from factcheck.model.measurements import BLOCKING
from factcheck.model.tables import Table
from factcheck.reports.page.notes import MEANS

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "src" / "factcheck"
PAGE = (ROOT / "docs" / "files.md").read_text(encoding="utf-8")
CLAIMS, DESCRIPTION = "claims/trams-2023.yaml", "datasets/datapackage.yaml"

FILE = re.compile(r"^```\w+ (?P<path>[\w./-]+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
FILES = {found["path"]: found["text"] for found in FILE.finditer(PAGE)}
LINES = re.compile(r"^```condition\n(.*?)^```$", re.MULTILINE | re.DOTALL).findall(PAGE)[0].splitlines()

# What the first argument of a note, or of a remark that may become one, is where it is not its name.
NAMED_ELSEWHERE = {"note.name", "remark.note", "mark.because", "note"}
FIRST_ARGUMENT = re.compile(r'\b(?:Note|Remark)\(\s*("[^"]+"|[\w.]+)')
REMARK_OF_A_WORD = re.compile(r"remark: \{([^:}]+):")


def test_a_page_has_every_file_of_its_project() -> None:
    assert {CLAIMS, "claims/trams-2023.txt", DESCRIPTION} < FILES.keys()


def test_the_project_loads_without_a_mistake(tmp_path: Path) -> None:
    tables = _tables(tmp_path)
    loaded = load_claims(tmp_path / CLAIMS, CLAIMS, tables, language_of=load_language, gives=checks.gives)
    assert [problem.message for problem in loaded.problems] == []
    assert len(loaded.claims) == FILES[CLAIMS].count("- id: ")
    for table in tables.values():
        assert changed(table, fingerprint(Path(table.file.absolute))) is None


@pytest.mark.parametrize(("mapping", "line"), re.findall(r"^\| `(\{.*?\})` \| `+ ?(.*?) ?`+ \|$", PAGE, re.MULTILINE))
def test_both_forms_ask_the_same(mapping: str, line: str, tmp_path: Path) -> None:
    complaints = _tables(tmp_path)["complaints"]
    assert bind_entries(_entries(mapping), complaints) == condition(line, complaints)


def test_there_are_conditions_in_both_forms() -> None:
    assert len(re.findall(r"^\| `\{.*?\}` \| `", PAGE, re.MULTILINE)) >= 10
    assert len(LINES) >= 10


@pytest.mark.parametrize("line", LINES)
def test_line_is_a_condition(line: str, tmp_path: Path) -> None:
    condition(line, _tables(tmp_path)["complaints"])


@pytest.mark.parametrize(
    ("line", "message"),
    re.findall(
        r"^\| `([^`]*)` \| (.*?) \|$", PAGE.partition("| line | because |")[2].partition("\n## ")[0], re.MULTILINE
    ),
)
def test_line_is_refused_as_told(line: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(BadCondition) as refused:
        condition(line, _tables(tmp_path)["complaints"])
    assert [mistake.message for mistake in refused.value.mistakes] == [message]


def test_every_note_is_on_the_page() -> None:
    assert _notes() - _told_in("Notes") == set()


def test_every_note_on_the_page_is_raised() -> None:
    assert _told_in("Notes") - _notes() == set()


def test_the_page_for_readers_says_what_every_note_means() -> None:
    """A mark that a person made says so itself."""
    assert set(MEANS) == _notes() - _marks()


@pytest.mark.parametrize("shape", [StatementShape, ClaimShape], ids=lambda shape: shape.__name__)
def test_every_key_of_a_claim_file_is_on_the_page(shape: type) -> None:
    assert [key for key in _keys(shape) if f"`{key}`" not in PAGE] == []


def _keys(shape: type) -> list[str]:
    properties = json_schema(shape, "")["properties"]
    assert isinstance(properties, dict)
    return list(properties)


def _notes() -> set[str]:
    """The name of every note in the source, and of every mark that becomes one."""
    written = {name for text in _sources("*.py") for name in FIRST_ARGUMENT.findall(text)}
    names = {name.strip('"') for name in written if name.startswith('"')}
    assert {name for name in written if not name.startswith('"')} <= NAMED_ELSEWHERE
    names |= {name for text in _sources("*.yaml") for name in REMARK_OF_A_WORD.findall(text)}
    return names | {*BLOCKING} | _marks()


def _marks() -> set[str]:
    return set(get_args(get_args(NotCheckableShape.__annotations__["because"])[0]))


def _told_in(section: str) -> set[str]:
    """The names in the first column of the section's table."""
    part = PAGE.partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    cells = re.findall(r"^\| (`.*?) \| ", part, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}


def _sources(pattern: str) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(SOURCE.rglob(pattern))]


def _tables(folder: Path) -> dict[str, Table]:
    """The tables of the page's project, written into the folder."""
    for path, text in FILES.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    catalogue = load_package(folder / DESCRIPTION, folder)
    assert [problem.message for problem in catalogue.problems] == []
    return dict(catalogue.tables)


def _entries(mapping: str) -> list[Entry]:
    entries = []
    for column, value in yaml.load(mapping, Loader=yaml.BaseLoader).items():  # noqa: S506 - texts only
        values = value if isinstance(value, list) else [value]
        name, *given = (Given(text, At(0, len(text), at)) for at, text in enumerate([column, *values]))
        entries.append(Entry(name, tuple(given), isinstance(value, list)))
    return entries
