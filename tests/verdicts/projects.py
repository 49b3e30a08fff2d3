"""Makes a project out of a file of cases, checks it with the installed command, and reads the verdicts back."""

import csv
import io
import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

Json = dict[str, object]

CASES = Path(__file__).parent.parent / "cases" / "verdicts"
ABOUT = {"as_of": "2023-12-31", "complete": "yes", "row": "row"}
STATEMENT = {"title": "Cases", "publisher": "The Speaker", "published": "2024-01-01", "text": "not held"}
EXPECTED = ("verdict", "reason", "notes", "exact", "bounds", "distance", "shows", "error")


def files() -> list[Path]:
    return sorted(CASES.glob("*.yaml"))


def load(path: Path) -> Json:
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 scalars stay as written
    assert isinstance(loaded, dict), path
    return loaded


def cases(path: Path) -> list[Json]:
    found = load(path)["cases"]
    assert isinstance(found, list)
    assert found, f"{path} has no cases"
    return found


@cache
def report(path: Path) -> Json:
    """The JSON report on all cases of the file, checked together as one project."""
    content = load(path)
    with TemporaryDirectory() as folder:
        root = Path(folder)
        _write(root, content)
        command = [sys.executable, "-m", "factcheck", "check", "--output-format", "json", "--today", "2024-01-01"]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    loaded = json.loads(done.stdout)
    assert isinstance(loaded, dict)
    return loaded


def _write(root: Path, content: Json) -> None:
    (root / "claims").mkdir()
    describe(root, content)
    (root / "claims" / "cases.yaml").write_text(_claim_file(content), encoding="utf-8")


@cache
def _text(path: Path) -> str:
    return _claim_file(load(path))


def _claim_file(content: Json) -> str:
    found = content["cases"]
    assert isinstance(found, list)
    statement = {**STATEMENT, **_mapping(content.get("statement", {}))}
    return _yaml({"statement": statement, "claims": [_claim(case) for case in found]})


def _claim(case: Json) -> Json:
    asked = {key: value for key, value in case.items() if key not in EXPECTED and value != ""}
    return {"id": case["id"], "quote": case.get("says", ""), **asked}


def is_about(finding: Json, path: Path, case: Json) -> bool:
    """The finding names the case, or is a mistake on one of its lines in the claim file."""
    place = finding["location"]
    if finding["claim"] == case["id"] or not isinstance(place, dict):
        return finding["claim"] == case["id"]
    above = _text(path).splitlines()[: int(str(place["line"]))]
    started = [line.removeprefix("- id: ") for line in above if line.startswith("- id: ")]
    return started[-1:] == [case["id"]] and not finding["claim"]


def describe(root: Path, content: Json) -> None:
    """The tables of a file of cases, as the datasets of a project."""
    (root / "datasets").mkdir()
    tables = content.get("tables", {})
    assert isinstance(tables, dict)
    resources = [_resource(root, name, table) for name, table in tables.items()]
    _dump(root / "datasets" / "datapackage.yaml", {"name": "cases", "resources": resources})


def _resource(root: Path, name: str, table: Json) -> Json:
    rows = str(table["rows"])
    (root / "datasets" / f"{name}.csv").write_text(rows, encoding="utf-8")
    header = next(csv.reader(io.StringIO(rows)))
    types = _mapping(table.get("fields", {}))
    fields = [{"name": column, **_field(types.get(column, "string"))} for column in header]
    about = {key: value for key, value in {**ABOUT, **_mapping(table.get("about", {}))}.items() if value != "unsaid"}
    return {"name": name, "path": f"{name}.csv", **about, "schema": {"fields": fields}}


def _field(declared: object) -> Json:
    return {"type": declared} if isinstance(declared, str) else _mapping(declared)


def _mapping(value: object) -> Json:
    assert isinstance(value, dict)
    return value


def _dump(path: Path, content: Json) -> None:
    path.write_text(_yaml(content), encoding="utf-8")


def _yaml(content: Json) -> str:
    return str(yaml.safe_dump(content, sort_keys=False, allow_unicode=True))
