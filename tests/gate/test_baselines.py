"""Baselines: what is known is set apart, what is damaged is told, and branches merge."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_since import CLAIMS, DESCRIPTION, LINES, TEXT, check, commit, git, new
from transcripts import run_words

from factcheck.gate.baseline import Known, read, text

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
KNOWN = st.builds(Known, st.from_regex(r"\A[0-9a-f]{32}\Z"), st.lists(WORDS, max_size=4).map(" ".join))


@given(st.lists(KNOWN, unique_by=lambda one: one.fingerprint))
def test_what_is_written_is_read_again_in_one_order(known: list[Known]) -> None:
    found, wrong = read(text(known))
    assert wrong == ()
    assert {one.fingerprint for one in found} == {one.fingerprint for one in known}
    assert text(known) == text(reversed(known))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {
        "datasets/datapackage.yaml": DESCRIPTION.replace("    hash: sha256:HASH\n", ""),
        "datasets/lines.csv": LINES,
        "datasets/drivers.csv": "name,sex\nAnn,f\n",
        "claims/one.txt": TEXT,
        "claims/one.yaml": CLAIMS.replace("trams.txt", "one.txt"),
        "claims/two.txt": TEXT,
        "claims/two.yaml": CLAIMS.replace("trams.txt", "two.txt"),
    }
    for name, words in files.items():
        path = tmp_path / "p" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
    git(tmp_path / "p", "init", "-q", "-b", "main")
    commit(tmp_path / "p", "as it was")
    return tmp_path / "p"


def test_branches_that_add_claims_and_baselines_merge(project: Path) -> None:
    for name in ("one", "two"):
        git(project, "switch", "-q", "-c", name, "main")
        claims = project / "claims" / f"{name}.yaml"
        more = (
            'claims:\n  - {id: more, quote: Line A has 100 riders, says: "100", check: {dataset: lines, sum: riders}}\n'
        )
        claims.write_text(claims.read_text(encoding="utf-8").replace("claims:\n", more), encoding="utf-8")
        assert run_words(["baseline", "create", f"claims/{name}.yaml", "--today", "2024-07-01"], project).code == 0
        commit(project, f"claims and what is known of {name}")
    git(project, "merge", "-q", "--no-edit", "one")
    assert git(project, "status", "--porcelain") == ""
    code, report, _ = check(project)
    assert (code, new(report)) == (0, [])
    known = {path.relative_to(project).as_posix() for path in (project / "factcheck-baseline").rglob("*.txt")}
    assert known == {"factcheck-baseline/claims/one.yaml.txt", "factcheck-baseline/claims/two.yaml.txt"}


def test_a_baseline_of_the_change_counts_for_nothing(project: Path) -> None:
    git(project, "switch", "-q", "-c", "change")
    words = project / "claims" / "one.txt"
    words.write_text(words.read_text(encoding="utf-8").replace("3 tram lines", "4 tram lines"), encoding="utf-8")
    assert run_words(["baseline", "create", "--today", "2024-07-01"], project).code == 0
    commit(project, "known, I say")
    assert check(project)[0] == 0
    code, report, _ = check(project, "--diff-base", "main")
    assert (code, new(report)) == (1, ["changed lines"])


def test_a_damaged_baseline_is_told_and_hides_nothing(project: Path) -> None:
    run_words(["baseline", "create", "--today", "2024-07-01"], project)
    path = project / "factcheck-baseline" / "claims" / "one.yaml.txt"
    path.write_text(path.read_text(encoding="utf-8") + "<<<<<<< ours\n", encoding="utf-8")
    found = run_words(["check", "--today", "2024-07-01"], project)
    assert found.code == 2
    assert "this line is no finding" in found.stderr
    assert f"one.yaml.txt:{len(path.read_text(encoding='utf-8').splitlines())}:" in found.stderr


def test_from_another_folder_the_same_is_known(project: Path) -> None:
    run_words(["baseline", "create", "--today", "2024-07-01"], project)
    code, report, _ = check(project / "claims", ".")
    assert (code, new(report)) == (0, [])


TODAY = ("--today", "2024-07-01")


def told(project: Path, *words: str) -> tuple[int, list[str]]:
    """The exit code of a command on the baseline, and its lines without the paths."""
    done = run_words(["baseline", *words, *TODAY], project)
    return done.code, [" ".join(re.split(r"\s{2,}", line)[0:3:2]) for line in done.stdout.splitlines()]


def known_in(project: Path) -> dict[str, int]:
    """How many findings each file of the baseline holds."""
    home = project / "factcheck-baseline"
    files = {path.relative_to(home).as_posix(): path.read_text(encoding="utf-8") for path in home.rglob("*.txt")}
    return {name: len(read(words)[0]) for name, words in files.items()}


OPEN = ["known not enough evidence", "known not enough evidence", "mended refuted"]
BOTH = {"claims/one.yaml.txt": 3, "claims/two.yaml.txt": 3}


def mend(project: Path, name: str) -> None:
    path = project / "claims" / name
    words = path.read_text(encoding="utf-8").replace("over 700", "over 500")
    path.write_text(words, encoding="utf-8")


def test_a_run_over_one_article_says_nothing_of_another(project: Path) -> None:
    told(project, "create")
    for name in ("one.txt", "one.yaml", "two.txt", "two.yaml"):
        mend(project, name)
    code, shown = told(project, "show", "claims/one.yaml")
    assert (code, sorted(shown)) == (0, OPEN)
    assert told(project, "prune", "claims/one.yaml") == (0, ["mended refuted"])
    assert known_in(project) == {**BOTH, "claims/one.yaml.txt": 2}
    assert told(project, "prune") == (0, ["mended refuted"])
    assert known_in(project) == {"claims/one.yaml.txt": 2, "claims/two.yaml.txt": 2}


@pytest.mark.parametrize(("gone", "code"), [("claims/one.txt", 3), ("datasets/lines.csv", 3)])
def test_what_could_not_be_checked_is_not_mended(gone: str, code: int, project: Path) -> None:
    told(project, "create")
    (project / gone).rename(project / "aside")
    assert told(project, "prune") == (code, ["nothing"])
    assert "unsure refuted" in told(project, "show")[1]
    assert told(project, "create")[0] == code
    assert known_in(project) == BOTH
    (project / "aside").rename(project / gone)
    assert check(project)[0] == 0


def test_a_claim_file_with_a_mistake_keeps_what_was_known_of_it(project: Path) -> None:
    told(project, "create")
    mend(project, "two.txt")
    mend(project, "two.yaml")
    path = project / "claims" / "one.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("claims:", "claims: ["), encoding="utf-8")
    assert told(project, "prune") == (2, ["mended refuted"])
    assert known_in(project) == {**BOTH, "claims/two.yaml.txt": 2}


def test_an_article_that_is_gone_is_mended(project: Path) -> None:
    told(project, "create")
    (project / "claims" / "one.yaml").unlink()
    assert told(project, "prune", "claims/two.yaml") == (0, ["nothing"])
    assert told(project, "prune")[0] == 0
    assert known_in(project) == {"claims/two.yaml.txt": 3}


def test_a_damaged_baseline_can_be_written_anew(project: Path) -> None:
    told(project, "create")
    path = project / "factcheck-baseline" / "claims" / "one.yaml.txt"
    path.write_text("<<<<<<< ours\n", encoding="utf-8")
    assert told(project, "create")[0] == 0
    assert known_in(project) == BOTH
