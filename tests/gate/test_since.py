"""What `check --diff-base` says of changes: only what is new, and never less checked unseen. With a git of its own."""

import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from transcripts import run_words

from cases_in import cases_in

DESCRIPTION = """\
name: trams
resources:
  - name: lines
    path: lines.csv
    row: line
    as_of: 2024-05
    complete: yes
    hash: sha256:HASH
    sources: [{title: Network plan, publisher: Transit office}]
    schema: {fields: [{name: line, type: string}, {name: riders, type: integer}]}
  - name: drivers
    path: drivers.csv
    row: driver
    as_of: 2024-05
    complete: no
    complete_reason: two depots did not answer
    sources: [{title: Staff, publisher: Transit office}]
    schema: {fields: [{name: name, type: string}, {name: sex, type: string}]}
"""
LINES = "line,riders\nA,100\nB,200\nC,300\n"
DRIVERS = "name,sex\nAnn,f\nBob,m\nCid,\n"
TEXT = """\
The city has 3 tram lines, which carry over 700 riders. Line A has 100 riders. There are 9 drivers.

Half of the drivers are women. The network was the first of the country. It is
on time.
"""
CLAIMS = """\
statement: {title: Trams, publisher: City, published: 2024-06-01, text: trams.txt}
claims:
  - id: lines
    quote: The city has 3 tram lines
    says: "3"
    check: {dataset: lines, count: all}
  - id: riders
    quote: which carry over 700 riders
    says: over 700
    check: {dataset: lines, sum: riders}
  - id: line-a
    quote: Line A has 100 riders
    says: "100"
    checks:
      - {dataset: lines, value: riders, where: {line: A}}
      - {dataset: lines, min: riders}
  - id: drivers
    quote: There are 9 drivers
    says: "9"
    check: {dataset: drivers, count: all}
  - id: women
    quote: Half of the drivers are women
    says: Half
    check: {dataset: drivers, share: sex = 'f', missing: bounds}
ignore:
  - quote: the first of the country
    because: a turn of phrase
"""
BENT = 'says: "3"\n    check: {dataset: lines, count: "riders > 100"}'
SEATS = "riders, type: integer}, {name: seats, type: integer}]"
SETTINGS = 'fail-on = "error"\nmin-coverage = 50\n'


def git(folder: Path, *words: str) -> str:
    """Runs git with a name and a day of its own, and no settings of the machine."""
    environment = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_{what}": "Ann" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }
    done = subprocess.run(["git", *words], cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    description = DESCRIPTION.replace("HASH", hashlib.sha256(LINES.encode()).hexdigest())
    files = {"datasets/datapackage.yaml": description, "datasets/lines.csv": LINES, "datasets/drivers.csv": DRIVERS}
    files |= {"claims/trams.txt": TEXT, "claims/trams.yaml": CLAIMS, "factcheck.toml": SETTINGS}
    for name, text in files.items():
        path = tmp_path / "p" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git(tmp_path / "p", "init", "-q", "-b", "main")
    commit(tmp_path / "p", "as it was")
    git(tmp_path / "p", "switch", "-q", "-c", "change")
    return tmp_path / "p"


def check(project: Path, *words: str) -> tuple[int, dict[str, list[dict[str, str]]], str]:
    """The exit code, the report, and what is said on stderr."""
    told = run_words(["check", "--today", "2024-07-01", "--output-format", "json", *words], project)
    return told.code, json.loads(told.stdout) if told.stdout else {}, told.stderr


def new(report: dict[str, list[dict[str, str]]]) -> list[str]:
    """The findings above notes: kind, and the claim, else the words quoted, else the message."""
    told = [one for one in report["findings"] if one["level"] != "note"]
    return sorted(f"{one['kind']} {one['claim'] or _quoted(one['message'])}" for one in told)


def _quoted(message: str) -> str:
    return f'"{message.split(chr(34))[1]}"' if '"' in message else message


def edit(project: Path, changes: Sequence[Mapping[str, str]]) -> None:
    for one in changes:
        path = project / one["file"]
        if "gone" in one:
            path.unlink()
            continue
        if "to" in one:
            path.rename(project / one["to"])
            continue
        text = one["new"].replace("@TEXT", TEXT)
        if "old" in one:
            text = path.read_text(encoding="utf-8")
            assert one["old"] in text
            text = text.replace(one["old"], one["new"])
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("case", cases_in("gate/changes.yaml"), ids=lambda case: case["name"])
def test_what_a_change_did(case: Mapping[str, Any], project: Path) -> None:
    edit(project, case["edits"])
    commit(project, "a change")
    code, report, errors = check(project, "--diff-base", "main")
    assert errors == ""
    assert new(report) == sorted(case["finds"])
    levels = {one["level"] for one in report["findings"]}
    assert code == int(case.get("code", "1" if "error" in levels else "0"))


def test_the_project_is_as_it_is_meant(project: Path) -> None:
    """At the base: one claim refuted, two undecided; a change may leave all that."""
    code, report, _ = check(project)
    assert code == 1
    assert new(report) == ["not enough evidence drivers", "not enough evidence women", "refuted riders"]


def test_what_is_weakened_passes_only_where_a_person_says_so(project: Path) -> None:
    claims = project / "claims" / "trams.yaml"
    claims.write_text(claims.read_text().replace("      - {dataset: lines, min: riders}\n", ""))
    commit(project, "a check less")
    assert check(project, "--diff-base", "main")[0] == 1
    code, report, _ = check(project, "--diff-base", "main", "--accept-weakened")
    assert (code, report["told"]) == (
        0,
        ["accepted: 1 weakened", "8 findings stood at BASE already"][:1] + report["told"][1:],
    )


def test_not_committed_changes_count_too(project: Path) -> None:
    text = project / "claims" / "trams.txt"
    text.write_text(text.read_text().replace("3 tram lines", "4 tram lines"))
    assert new(check(project, "--diff-base", "main")[1]) == ["changed lines"]


def test_data_that_are_not_in_git_are_taken_from_the_work_tree(project: Path) -> None:
    git(project, "switch", "-q", "main")
    git(project, "rm", "-q", "--cached", "datasets/lines.csv")
    (project / ".gitignore").write_text("datasets/*.csv\n")
    commit(project, "data elsewhere")
    git(project, "switch", "-q", "change")
    git(project, "merge", "-q", "main")
    (project / "datasets" / "lines.csv").write_text(LINES)
    code, report, errors = check(project, "--diff-base", "main")
    assert (code, new(report), errors) == (0, [], "")


SHARED = "The city has 3 tram lines, which carry over 700 riders"


def _with_base(project: Path, *changes: Mapping[str, str]) -> None:
    """The base is changed first, and the branch begins there."""
    git(project, "switch", "-q", "main")
    edit(project, changes)
    commit(project, "as it was, too")
    git(project, "switch", "-q", "change")
    git(project, "merge", "-q", "main")


def _with_text_at_base(project: Path, words: str) -> None:
    _with_base(project, {"file": "claims/trams.txt", "old": "on time.", "new": f"on time. {words}"})


def test_the_same_figure_in_another_sentence_is_new(project: Path) -> None:
    """What nobody checked at the base must not lend its name to another figure that nobody checked."""
    _with_text_at_base(project, "Some 40 stops are lit.")
    assert new(check(project, "--diff-base", "main")[1]) == []
    lit = {"file": "claims/trams.txt", "old": "Some 40 stops are lit.", "new": "Some 40 drivers were hurt."}
    edit(project, [lit])
    assert new(check(project, "--diff-base", "main")[1]) == ['uncovered "Some 40"']


def test_a_figure_that_nobody_checked_may_move_with_its_sentence(project: Path) -> None:
    _with_text_at_base(project, "Some 40 stops are lit.")
    moved = [
        {"file": "claims/trams.txt", "old": " Some 40 stops are lit.", "new": ""},
        {"file": "claims/trams.txt", "old": "The city has", "new": "Some 40\nstops are lit. The city has"},
    ]
    edit(project, moved)
    assert new(check(project, "--diff-base", "main")[1]) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Some 40 stops, at last, are lit.", []),
        ("“Some 40 stops at last are lit.”", []),
        ("Some 40 stops at ‘last’ are lit.", []),
        ("Some 40 stops at first are lit.", ['uncovered "Some 40"']),
        ("Some -40 stops at last are lit.", ['uncovered "Some -40"']),
        ("Some 4.0 stops at last are lit.", ['uncovered "Some 4.0"']),
    ],
)
def test_a_comma_makes_no_other_sentence(project: Path, words: str, found: list[str]) -> None:
    """ "The same figure in another sentence" is about its words: else every comma would be a new finding."""
    _with_text_at_base(project, "Some 40 stops at last are lit.")
    edit(project, [{"file": "claims/trams.txt", "old": "Some 40 stops at last are lit.", "new": words}])
    assert new(check(project, "--diff-base", "main")[1]) == found


def test_one_of_two_claims_that_quote_the_same_words_is_missed(project: Path) -> None:
    path = "claims/trams.yaml"
    longer = {"file": path, "old": "quote: The city has 3 tram lines\n", "new": f"quote: {SHARED}\n"}
    other = {"file": path, "old": "quote: which carry over 700 riders\n", "new": f"quote: {SHARED}\n"}
    _with_base(project, longer, other)
    assert new(check(project, "--diff-base", "main")[1]) == []
    claim = f'  - id: lines\n    quote: {SHARED}\n    says: "3"\n    check: {{dataset: lines, count: all}}\n'
    edit(project, [{"file": path, "old": claim, "new": ""}])
    found = new(check(project, "--diff-base", "main")[1])
    assert found == ['uncovered "3"', 'weakened "3"', "weakened lines"], "the other claim quotes it, and reads 700"


def test_a_claim_that_is_held_against_another_whose_check_is_bent(project: Path) -> None:
    more = "claims:\n  - {id: more, quote: on time, says: higher than drivers, check: {dataset: lines, min: riders}}\n"
    staff = "{dataset: drivers, count: all}"
    _with_base(
        project,
        {"file": "claims/trams.yaml", "old": "claims:\n", "new": more},
        {"file": "claims/trams.yaml", "old": staff, "new": "{dataset: lines, max: riders}"},
    )
    edit(project, [{"file": "claims/trams.yaml", "old": "{dataset: lines, max: riders}", "new": staff}])
    assert "weakened more" in new(check(project, "--diff-base", "main")[1])


def test_attributes_of_a_change_do_not_reach_its_base(project: Path) -> None:
    """Else the claim file of the base could be written in characters that nobody reads, and there would be none."""
    edit(project, [{"file": "claims/trams.yaml", "to": "claims/net.yaml"}])
    check_ = "    check: {dataset: lines, count: all}\n"
    edit(project, [{"file": "claims/net.yaml", "old": check_, "new": ""}])
    (project / ".gitattributes").write_text("claims/trams.yaml working-tree-encoding=UTF-16\n")
    commit(project, "a change")
    assert new(check(project, "--diff-base", "main")[1]) == ["not enough evidence lines", "weakened lines"]


def test_attributes_of_the_base_hold(project: Path) -> None:
    git(project, "switch", "-q", "main")
    (project / ".gitattributes").write_text("*.txt eol=crlf\n")
    commit(project, "ends of lines")
    git(project, "switch", "-q", "change")
    git(project, "merge", "-q", "main")
    code, report, errors = check(project, "--diff-base", "main")
    assert (code, new(report), errors) == (0, [], "")


def test_below_the_top_of_the_repository(project: Path) -> None:
    code, report, errors = check(project / "claims", "--diff-base", "main", ".")
    assert (code, new(report), errors) == (0, [], "")


def test_a_shallow_clone_is_told_what_to_do(project: Path, tmp_path: Path) -> None:
    commit(project, "one more")
    commit(project, "and one more")
    git(tmp_path, "clone", "-q", "--depth", "1", "--no-single-branch", f"file://{project}", "shallow")
    code, report, errors = check(tmp_path / "shallow", "--diff-base", "origin/main")
    assert (code, report) == (3, {})
    assert "shallow clone" in errors
    assert "fetch-depth: 0" in errors


def test_a_branch_that_git_does_not_know(project: Path) -> None:
    code, report, errors = check(project, "--diff-base", "mian")
    assert (code, report) == (3, {})
    assert 'git knows no commit "mian"' in errors


def test_a_name_that_looks_like_an_option_is_a_name(project: Path) -> None:
    code, _, errors = check(project, "--diff-base=--output=/tmp/x")
    assert code == 3
    assert "git knows no commit" in errors


def test_no_repository(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    code, report, errors = check(tmp_path, "--diff-base", "main")
    assert (code, report) == (3, {})
    assert "this folder is in no git repository" in errors


def test_no_git(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(project))
    code, report, errors = check(project, "--diff-base", "main")
    assert (code, report) == (3, {})
    assert "git is not installed" in errors


def test_nothing_of_the_repository_is_changed(project: Path) -> None:
    before = git(project, "status", "--porcelain", "--branch") + git(project, "worktree", "list")
    check(project, "--diff-base", "main")
    assert git(project, "status", "--porcelain", "--branch") + git(project, "worktree", "list") == before


SIGNED = "    signed: {by: Ann, on: 2024-06-02, verdict: supported, text: x, claim: y}\n"
QUOTED = "    quote: The city has 3 tram lines\n"


def test_a_sign_off_that_is_taken_out_is_weakened(project: Path) -> None:
    path = "claims/trams.yaml"
    _with_base(project, {"file": path, "old": QUOTED, "new": QUOTED + SIGNED})
    assert new(check(project, "--diff-base", "main")[1]) == []
    edit(project, [{"file": path, "old": "by: Ann", "new": "by: Bob"}])
    assert "weakened lines" not in new(check(project, "--diff-base", "main")[1])
    edit(project, [{"file": path, "old": SIGNED.replace("Ann", "Bob"), "new": ""}])
    assert new(check(project, "--diff-base", "main")[1]) == ["weakened lines"]


def test_a_forged_sign_off_lets_no_change_pass(project: Path) -> None:
    """The text is made wrong, and the claim signed as if somebody had looked: the findings are the same."""
    edit(project, [{"file": "claims/trams.txt", "old": "3 tram lines", "new": "4 tram lines"}])
    without = check(project, "--diff-base", "main")
    edit(project, [{"file": "claims/trams.yaml", "old": QUOTED, "new": QUOTED + SIGNED}])
    code, report, _ = check(project, "--diff-base", "main")
    assert new(report) == ["changed lines", "changed since sign-off lines"]
    assert (without[0], new(without[1])) == (code, ["changed lines"])
    assert [one["verdict"] for one in report["claims"]] == [one["verdict"] for one in without[1]["claims"]]


@pytest.mark.parametrize(("column", "finds"), [("seats", ["weakened riders"]), ("riders", ["refuted riders"])])
def test_a_short_name_that_means_another_column(column: str, finds: list[str], project: Path) -> None:
    lines = "line,riders,seats\nA,100,200\nB,200,400\nC,300,600\n"
    description, claims = project / "datasets" / "datapackage.yaml", project / "claims" / "trams.yaml"
    (project / "datasets" / "lines.csv").write_text(lines)
    (pin,) = (line for line in description.read_text().splitlines() if "hash:" in line)
    changes = [
        {"file": "datasets/datapackage.yaml", "old": pin, "new": "    aliases: {columns: {load: riders}}"},
        {"file": "datasets/datapackage.yaml", "old": "riders, type: integer}]", "new": SEATS},
        {"file": "claims/trams.yaml", "old": "sum: riders", "new": "sum: load"},
    ]
    edit(project, changes)
    commit(project, "with a short name")
    git(project, "branch", "-f", "main")
    edit(project, [{"file": "datasets/datapackage.yaml", "old": "load: riders", "new": f"load: {column}"}])
    for file in (claims, project / "claims" / "trams.txt"):
        file.write_text(file.read_text().replace("over 700", "over 1,100"))
    assert new(check(project, "--diff-base", "main")[1]) == finds


def test_the_base_rests_on_no_memory_that_the_change_could_bring(project: Path, tmp_path: Path) -> None:
    time.sleep(2.1)  # what is younger is not remembered
    environment = {name: value for name, value in os.environ.items() if name != "FACTCHECK_MEMORY"}
    command = [sys.executable, "-m", "factcheck", "check", "--today", "2024-07-01"]
    aside = {**environment, "XDG_CACHE_HOME": str(tmp_path / "aside")}
    subprocess.run(command, cwd=project, env=aside, capture_output=True, check=False)
    told = list((tmp_path / "aside" / "factcheck").glob("answers-*.json"))
    assert told
    (project / ".cache" / "factcheck").mkdir(parents=True, mode=0o700)
    for answers in told:
        forged = answers.read_text().replace('[[{"number":"3"}', '[[{"number":"4"}')
        (project / ".cache" / "factcheck" / answers.name).write_text(forged)
    edit(
        project,
        [{"file": "claims/trams.yaml", "old": 'says: "3"\n    check: {dataset: lines, count: all}', "new": BENT}],
    )
    inside = {**environment, "XDG_CACHE_HOME": str(project / ".cache")}
    done = subprocess.run(
        [*command, "--diff-base", "main", "--output-format", "json"],
        cwd=project, env=inside, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert new(json.loads(done.stdout)) == ["refuted lines"]


PUBLISHED = """\
  - name: published
    path: published.csv
    row: published figure
    as_of: 2024-05
    complete: no
    complete_reason: only some
    schema: {fields: [{name: figure}, {name: says}, {name: publisher}, {name: title}, {name: as_of}]}
"""
FIGURES = """\
figure,says,publisher,title,as_of
stops,40,Transit,Plan,2024-05
stops,41,Fans,Old,2024-05
stops,40,Fans,New,2024-05
"""
STOPS = """\
claims:
  - id: stops
    quote: It has 40 stops
    says: "40"
    counts: stop
    check: {dataset: published, figure: stops, except: [{publisher: Fans, title: Old, because: withdrawn}]}
"""


@pytest.mark.parametrize(
    ("old", "fresh", "finds"),
    [
        ("publisher: Fans, title: Old", "publisher: Fans", ["weakened stops"]),
        ("publisher: Fans, title: Old", "title: Old", ["weakened stops"]),
        ("publisher: Fans, title: Old", "title: Old, publisher: Fans", []),
        ("publisher: Fans, title: Old", "publisher: Fans, title: Old, says: '41'", []),
        ("withdrawn", "they took it back", []),
        ("    counts: stop\n", "", ["weakened stops"]),
    ],
)
def test_what_a_claim_of_published_figures_leaves_out(old: str, fresh: str, finds: list[str], project: Path) -> None:
    description = project / "datasets" / "datapackage.yaml"
    description.write_text(description.read_text() + PUBLISHED)
    (project / "datasets" / "published.csv").write_text(FIGURES)
    (project / "claims" / "trams.txt").write_text(f"{TEXT} It has 40 stops.\n")
    edit(project, [{"file": "claims/trams.yaml", "old": "claims:\n", "new": STOPS}])
    commit(project, "with published figures")
    git(project, "branch", "-f", "main")
    edit(project, [{"file": "claims/trams.yaml", "old": old, "new": fresh}])
    assert new(check(project, "--diff-base", "main")[1]) == finds
