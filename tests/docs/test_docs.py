"""Pages that are made from the code are as the code makes them; paths that pages name are there."""

import json
import re
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from factcheck import checks

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

import make_docs  # noqa: E402


class _Editor(yaml.SafeLoader):
    """YAML as editors read it: version 1.2, in which a day is text and `yes` is too."""


_Editor.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in forms if tag.rpartition(":")[2] in ("int", "float", "null")]
    for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))

PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(
    (ROOT / "docs").glob("*.md")
)
HOMES = (ROOT, ROOT / "docs", ROOT / "src" / "factcheck")
ROOMS = "|".join(
    sorted(path.name for path in (ROOT / "src" / "factcheck").iterdir() if path.is_dir() and path.name[0] != "_")
)
NAMED = re.compile(rf"`((?:src|tests|docs|scripts|benchmarks|{ROOMS})/[\w./-]+)`|\]\(([\w./-]+)\)")


@pytest.mark.parametrize(("path", "text"), make_docs.pages().items(), ids=lambda value: getattr(value, "name", ""))
def test_page_is_as_the_code_makes_it(path: Path, text: str) -> None:
    assert path.read_text(encoding="utf-8") == text


def test_readme_shows_commands() -> None:
    assert len(make_docs.SHOWN.findall((ROOT / "README.md").read_text(encoding="utf-8"))) >= 3


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_paths_named_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = {one or other for one, other in NAMED.findall(text) if "KIND" not in one}
    assert [name for name in sorted(named) if not any((home / name).exists() for home in HOMES)] == []


def test_names_that_contributors_are_sent_to_are_there() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src" / "factcheck").rglob("*.py"))
    named = set(re.findall(r"`(_?[A-Z_]{4,}|FormatName|Computation|_nested)`", page))
    assert named >= {"KINDS", "BLOCKING", "FormatName"}
    assert [name for name in sorted(named) if not re.search(rf"\b{name}\b", code)] == []


def test_every_room_is_listed() -> None:
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## The rooms")[2].partition("\n## ")[0]
    layers = (ROOT / ".importlinter").read_text(encoding="utf-8").partition("layers =")[2].partition("containers")[0]
    rooms = set(re.findall(r"\w+", layers)) - {"__main__"}
    assert [room for room in sorted(rooms) if f"`{room}`" not in told] == []


@pytest.mark.parametrize("path", sorted((ROOT / "claims").glob("*.yaml")), ids=lambda path: path.name)
def test_shipped_claims_fit_their_schema(path: Path) -> None:
    schema = json.loads((ROOT / "docs" / "schemas" / "claims.json").read_text(encoding="utf-8"))
    jsonschema.validate(yaml.load(path.read_text(encoding="utf-8"), Loader=_Editor), schema)  # noqa: S506
    assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=../docs/schemas/claims.json\n")


def test_shipped_datasets_fit_their_schema() -> None:
    path = ROOT / "datasets" / "datapackage.yaml"
    schema = json.loads((ROOT / "docs" / "schemas" / "datasets.json").read_text(encoding="utf-8"))
    jsonschema.validate(yaml.load(path.read_text(encoding="utf-8"), Loader=_Editor), schema)  # noqa: S506


@pytest.mark.parametrize("kind", sorted({*checks.MEASURES, *checks.COMPOSED}))
def test_docstring_of_a_kind_says_what_it_decides(kind: str) -> None:
    modules = [*checks.MEASURES.items(), *checks.COMPOSED.items()]
    told = next(module.__doc__ or "" for name, module in modules if name == kind)
    assert told.startswith(f"`{kind}`: ")
    assert re.search(r"^Supports: .*^Refutes: .*^Cannot decide: ", told, re.MULTILINE | re.DOTALL)
