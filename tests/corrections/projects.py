"""Makes a project out of a file of cases: a text that holds every quote, and a claim file with every claim."""

from datetime import date
from pathlib import Path

import yaml

from factcheck.correcting import Corrected
from factcheck.wiring import open_project
from verdicts.projects import Json, describe, load

CASES = Path(__file__).parent.parent / "cases" / "corrections"
EXPECTED = ("verdict", "could say", "nothing", "tried", "fits", "left out")
STATEMENT = {"title": "Cases", "publisher": "The Speaker", "published": "2024-01-01", "text": "cases.txt"}


def files() -> list[Path]:
    return sorted(CASES.glob("*.yaml"))


def cases(path: Path) -> list[Json]:
    found = load(path)["cases"]
    assert isinstance(found, list)
    assert found, f"{path} has no cases"
    return found


def write(path: Path, root: Path) -> Path:
    """The project of a file of cases; gives its claim file. Each quote stands in a paragraph of its own."""
    content, found = load(path), cases(path)
    (root / "claims").mkdir(parents=True)
    describe(root, content)
    named = content.get("statement", {})
    assert isinstance(named, dict)
    claims = [{key: value for key, value in case.items() if key not in EXPECTED} for case in found]
    return write_claims(root, {**STATEMENT, **named}, claims)


def write_claims(root: Path, statement: Json, claims: list[Json]) -> Path:
    text = "\n\n".join(f"Of {claim['id']}: {claim['quote']}." for claim in claims)
    (root / "claims" / "cases.txt").write_text(text + "\n", encoding="utf-8")
    file = root / "claims" / "cases.yaml"
    told = {"statement": statement, "claims": [{**claim, "prefix": f"Of {claim['id']}:"} for claim in claims]}
    file.write_text(yaml.safe_dump(told, sort_keys=False, allow_unicode=True, width=1000), encoding="utf-8")
    return file


def corrected(file: Path) -> Corrected:
    with open_project([str(file)], today=date(2024, 1, 1)) as project:
        mistakes = [f"{one.place}: {one.message}" for one in project.mistakes()]
        assert mistakes == [], "\n".join(mistakes)
        return project.corrected()
