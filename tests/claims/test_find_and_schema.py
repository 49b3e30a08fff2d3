"""Which claim files are meant, and the schema that editors read."""

from pathlib import Path

import jsonschema
import pytest
import yaml

from cases_in import cases_in, told
from factcheck.claims.find import claim_files
from factcheck.claims.schema import schema

HEAD = "statement: {title: T, publisher: P, text: %s}\nclaims: [{id: a, quote: 94%%}]\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "claims" / "old").mkdir(parents=True)
    (root / "empty").mkdir()
    (root / "pyproject.toml").touch()
    for name in ("article.md", "lonely.md", "claims/b.txt"):
        (root / name).write_text("94%")
    (root / "claims" / "b.yaml").write_text(HEAD % "b.txt")
    (root / "claims" / "a.yaml").write_text(HEAD % "../article.md")
    (root / "claims" / "old" / "c.yml").write_text(HEAD % "../../article.md")
    (root / ".hidden").mkdir()
    (root / ".hidden" / "d.yaml").write_text(HEAD % "b.txt")
    (root / "other.yaml").write_text("resources: []")
    (root / "near.txt").write_text("94%")
    (root / "near.yaml").write_text(HEAD % "near.txt")
    (root / "claims" / "broken.yaml").write_text("statement: [")
    return root


@pytest.mark.parametrize(
    ("named", "found"),
    [
        ([], ["claims/a.yaml", "claims/b.yaml", "claims/broken.yaml", "claims/old/c.yml"]),
        (["claims"], ["claims/a.yaml", "claims/b.yaml", "claims/broken.yaml", "claims/old/c.yml"]),
        (["claims/old/"], ["claims/old/c.yml"]),
        (["claims/b.yaml", "claims/a.yaml"], ["claims/b.yaml", "claims/a.yaml"]),
        (["claims/b.yaml", "claims/../claims/b.yaml"], ["claims/b.yaml"]),
        (["article.md"], ["claims/a.yaml", "claims/old/c.yml"]),
        (["claims/b.txt"], ["claims/b.yaml"]),
        (["."], ["claims/a.yaml", "claims/b.yaml", "claims/broken.yaml", "claims/old/c.yml", "near.yaml"]),
        (["near.txt"], ["near.yaml"]),
    ],
)
def test_what_is_named_is_found(project: Path, named: list[str], found: list[str]) -> None:
    files = claim_files(named, project)
    assert [shown for _, shown in files.files] == found
    assert files.problems == ()
    assert all(path.is_file() for path, _ in files.files)


def test_finding_nothing_is_a_problem_and_hides_nothing_else(project: Path) -> None:
    files = claim_files(["claims/none.yaml", "empty", "lonely.md", "claims/b.yaml"], project)
    assert [shown for _, shown in files.files] == ["claims/b.yaml"]
    assert told(files.problems) == ("claims/none.yaml:1:1 no such file or folder\n  check the name")
    assert told(files.empty) == (
        "empty:1:1 nothing to check: no claim files here\n  write a claim file in claims/ that names the text\n"
        "lonely.md:1:1 nothing to check: no claim file is about this text\n"
        "  write a claim file in claims/ that names the text"
    )


def test_a_link_to_something_outside_is_never_read(project: Path) -> None:
    (project.parent / "secret.yaml").write_text("token: abc: def")
    (project / "claims" / "leak.yaml").symlink_to(project.parent / "secret.yaml")
    (project / "claims" / "same.yaml").symlink_to("b.yaml")
    files = claim_files(["claims"], project)
    assert "claims/leak.yaml" not in [shown for _, shown in files.files]
    assert [shown for _, shown in files.files][-1] == "claims/old/c.yml"
    assert told(files.problems) == (
        'claims/leak.yaml:1:1 "leak.yaml" leads out of the project\n  keep the file below project'
    )


def test_files_are_found_from_outside_the_project(project: Path) -> None:
    files = claim_files(["project/article.md"], project.parent)
    assert [shown for _, shown in files.files] == ["project/claims/a.yaml", "project/claims/old/c.yml"]


def test_a_project_without_claims_has_nothing_to_check(tmp_path: Path) -> None:
    assert told(claim_files([], tmp_path).problems) == (
        "claims:1:1 no such folder\n  go to the folder of your project, or make one: factcheck init my-articles"
    )


def good_claims() -> list[str]:
    every = cases_in("claims/checks.yaml") + cases_in("claims/sayings.yaml")
    return [case["claims"] for case in every if "problems" not in case]


def as_json(text: str) -> object:
    """What an editor sees, which reads YAML 1.2: `on` is a word there, and here every value is one."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - texts only


@pytest.mark.parametrize("claims", good_claims())
def test_the_schema_accepts_every_good_claim(claims: str) -> None:
    text = "statement: {title: T, publisher: P, text: not held}\nclaims:\n" + claims
    jsonschema.Draft202012Validator(schema()).validate(as_json(text))


@pytest.mark.parametrize(
    "claim",
    [
        "{id: a}",
        "{id: a, quote: 94%, chek: 1}",
        "{id: a, quote: 94%, waive: x}",
        "{id: a, quote: 94%, check: {dataset: x}}",
        "{id: a, quote: 94%, check: {dataset: x, count: all, sum: y}}",
        "{id: a, quote: 94%, check: {dataset: x, ratio: {to: {count: all}}}}",
        "{id: a, quote: 94%, not_checkable: {because: boring, reason: x, by: y, on: 2023-01-01}}",
    ],
)
def test_the_schema_refuses_what_the_loader_refuses(claim: str) -> None:
    text = f"statement: {{title: T, publisher: P, text: not held}}\nclaims: [{claim}]"
    assert not jsonschema.Draft202012Validator(schema()).is_valid(as_json(text))


def test_every_key_of_the_schema_says_what_it_is_for() -> None:
    found = schema()
    jsonschema.Draft202012Validator.check_schema(found)
    definitions = found["$defs"]
    assert isinstance(definitions, dict)
    for shape in definitions.values():
        assert isinstance(shape, dict)
        assert shape["description"]
        properties = shape["properties"]
        assert isinstance(properties, dict)
        assert all(isinstance(key, dict) and key["description"] for key in properties.values())
