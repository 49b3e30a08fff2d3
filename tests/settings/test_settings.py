"""Settings files: what holds, where it comes from, and what is refused."""

from fractions import Fraction
from pathlib import Path

import pytest

from cases_in import told
from factcheck.errors import FactcheckError
from factcheck.gate.rules import RULES, slug
from factcheck.model.findings import Level
from factcheck.model.reviewer import Reviewer
from factcheck.model.settings import Settings
from factcheck.settings.files import NO_FILE, file_for, nearest
from factcheck.settings.holding import held
from factcheck.settings.keys import KEYS


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()


def written(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def test_every_key_of_a_file_becomes_a_setting() -> None:
    written(
        "factcheck.toml",
        'fail-on = "warning"\nselect = ["refuted", "lost"]\nignore = "not enough evidence"\nmin-coverage = 97.5\n'
        'locked = true\n[levels]\nuncovered = "error"\n'
        '[reviewer]\nname = "D"\nurl = "https://d.example"\npage = "https://d.example/{file}"\n',
    )
    assert held({}, file_for(["."])).settings == Settings(
        fail_on=Level.WARNING,
        select=("refuted", "lost"),
        ignore=("not enough evidence",),
        levels={"uncovered": Level.ERROR},
        min_coverage=Fraction(195, 2),
        locked=True,
        reviewer=Reviewer("D", "https://d.example", "https://d.example/{file}"),
    )


def test_without_a_file_the_defaults_hold() -> None:
    assert held({}, file_for(["."])).settings == Settings()


def test_the_command_line_comes_first_and_each_origin_is_told() -> None:
    written("factcheck.toml", '# ours\nfail-on = "warning"\nmin-coverage = 50\n')
    found = held({"min-coverage": "60", "select": [], "locked": False}, file_for(["."]))
    assert found.settings == Settings(fail_on=Level.WARNING, min_coverage=Fraction(60))
    assert {one.name: one.origin for one in found.origins} == {
        **dict.fromkeys([*KEYS, "allow-empty"], "default"),
        "fail-on": "factcheck.toml:2",
        "min-coverage": "command line",
    }


def test_the_nearest_file_counts_and_its_own_comes_before_the_shared_one() -> None:
    written("factcheck.toml", 'fail-on = "note"\n')
    written("a/pyproject.toml", "[tool.factcheck]\nmin-coverage = 1\n")
    written("a/b/claims/c.yaml", "")
    assert nearest(Path("a/b/claims/c.yaml"), Path()).path == "a/pyproject.toml"
    written("a/factcheck.toml", "min-coverage = 2\n")
    assert nearest(Path("a/b/claims/c.yaml"), Path()).path == "a/factcheck.toml"
    assert nearest(Path("claims"), Path()).path == "factcheck.toml"


def test_a_pyproject_of_something_else_is_passed_over() -> None:
    written("a/pyproject.toml", "[tool.ruff]\nline-length = 1\n")
    written("factcheck.toml", "min-coverage = 3\n")
    assert nearest(Path("a"), Path()).path == "factcheck.toml"


def test_no_file_is_looked_for_above_the_project() -> None:
    written("factcheck.toml", "min-coverage = 3\n")
    written("inner/datasets/datapackage.yaml", "")
    assert nearest(Path("inner"), Path("inner")) == NO_FILE


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("fail_on = 1\n", 'factcheck.toml:1:1 unknown setting "fail_on"'),
        ('fail-on = "never"\n', 'factcheck.toml:1:1 "never" is no level'),
        ("fail-on = true\n", "factcheck.toml:1:1 True is no level"),
        ("\nmin-coverage = 101\n", "factcheck.toml:2:1 101 is no percentage"),
        ("min-coverage = nan\n", "factcheck.toml:1:1 NaN is no percentage"),
        ("min-coverage = true\n", "factcheck.toml:1:1 True is no percentage"),
        ("locked = 1\n", "factcheck.toml:1:1 1 is neither true nor false"),
        ('ignore = ["refuted", 3]\n', "factcheck.toml:1:1 no finding is called 3"),
        ('ignore = ["mistake"]\n', "factcheck.toml:1:1 mistake cannot be left out"),
        ('[levels]\nweakened = "note"\n', "factcheck.toml:1:2 weakened cannot be left out"),
        ('ignore = ["nothing-checked"]\n', "factcheck.toml:1:1 nothing-checked cannot be left out"),
        ('[levels]\nlost = "off"\n', 'factcheck.toml:1:2 "off" is no level'),
        ('levels = "note"\n', 'factcheck.toml:1:1 "note" is no table of levels'),
        ('reviewer = "D"\n', 'factcheck.toml:1:1 "D" is no table that says who publishes the checks'),
        ('[reviewer]\nnames = "D"\n', 'factcheck.toml:1:2 reviewer has no key "names"'),
        ('[reviewer]\nname = " "\n', "factcheck.toml:1:2 reviewer has no name"),
        ('[reviewer]\nname = "D"\nurl = "https://d.example"\n', "factcheck.toml:1:2 reviewer has no page"),
        (
            '[reviewer]\nname = "D"\nurl = "d.example"\npage = "https://d.example"\n',
            'factcheck.toml:1:2 "d.example" is no address of the web',
        ),
        ("allow-empty = true\n", 'factcheck.toml:1:1 unknown setting "allow-empty"'),
        ("exit-zero = true\n", 'factcheck.toml:1:1 unknown setting "exit-zero"'),
        ("fail-on = error\n", "factcheck.toml:1:11 not TOML: Invalid value"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, problem: str) -> None:
    written("factcheck.toml", text)
    with pytest.raises(FactcheckError) as refused:
        file_for(["."])
    assert told(refused.value.problems).partition("\n")[0] == problem


@pytest.mark.parametrize("name", [slug(name) for name, rule in RULES.items() if not rule.is_fixed])
def test_every_other_finding_may_be_ignored(name: str) -> None:
    assert [slug(one) for one in held({"ignore": [name]}).settings.ignore] == [name]


@pytest.mark.parametrize("name", ["error", "mistake", "weakened", "nothing checked"])
def test_what_could_not_be_checked_is_never_left_out(name: str) -> None:
    assert RULES[name].is_fixed
    with pytest.raises(FactcheckError, match=f"{slug(name)} cannot be left out"):
        held({"ignore": [name]})
