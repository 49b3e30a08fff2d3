"""Where the gate is plugged in: pre-commit's hooks, the action's step and GitLab's job, each run as it is written."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
BIN = Path(sys.executable).parent

DESCRIPTION = """\
name: trams
resources:
  - name: lines
    path: lines.csv
    row: line
    as_of: 2024-05
    complete: yes
    sources: [{title: Network plan, publisher: Transit office}]
    schema: {fields: [{name: line, type: string}]}
  - {name: idle, path: idle.csv, row: line, schema: {fields: [{name: line, type: string}]}}
"""
CLAIMS = """\
statement: {title: Trams, publisher: City, published: 2024-06-01, text: ../articles/trams.md}
claims:
  - {id: lines, quote: The city has 3 tram lines, says: "3", check: {dataset: lines, count: all}}
"""


def sh(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Runs a command with a git of no settings and this environment's programs."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "CI_"))},
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_{what}": "Ann" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        **more,
    }
    return subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {
        "datasets/datapackage.yaml": DESCRIPTION,
        "datasets/lines.csv": "line\nA\nB\nC\n",
        "datasets/idle.csv": "line\nA\n",
        "claims/trams.yaml": CLAIMS,
        "articles/trams.md": "# Trams\n\nThe city has 3 tram lines.\n",
        "articles/none.md": "Nothing to see.\n",
    }
    for name, text in files.items():
        path = tmp_path / "p" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    sh(tmp_path / "p", "git", "init", "-q", "-b", "main")
    sh(tmp_path / "p", "git", "add", "-A")
    sh(tmp_path / "p", "git", "commit", "-q", "-m", "as it was")
    return tmp_path / "p"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


# pre-commit


def hooked(project: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """pre-commit on what is staged, with our hooks as they are written, run by this environment's factcheck."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    local = [{**hook, "language": "system"} for hook in hooks]
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": local}]}))
    sh(project, "git", "add", "-A")
    return sh(project, "pre-commit", "run", "--color", "never", PRE_COMMIT_HOME=str(home))


@pytest.mark.parametrize(
    ("file", "old", "new", "hook"),
    [
        ("articles/trams.md", "3 tram lines", "4 tram lines", "factcheck-texts"),
        ("articles/trams.md", "lines.", "lines. It has 40 drivers, at 12 depots.", ""),
        ("articles/trams.md", "has 3", "has\n3", ""),
        ("articles/none.md", "Nothing", "Nothing 1", ""),
        ("claims/trams.yaml", "count: all", "count: line = 'A'", "factcheck-claims"),
        ("claims/trams.yaml", "claims:", "claim:", "factcheck-claims"),
        ("claims/trams.yaml", "claims:", "# Ours.\nclaims:", ""),
        ("datasets/lines.csv", "C\n", "C\nD\n", "factcheck-datasets"),
        ("datasets/datapackage.yaml", "row: line\n    as_of: 2024-05\n    complete: yes", "row: route", ""),
        ("datasets/datapackage.yaml", "name: lines", "name: routes", "factcheck-datasets"),
        ("datasets/idle.csv", "A", "B", ""),
    ],
)
def test_pre_commit_stops_a_commit_that_breaks_a_fact(
    file: str, old: str, new: str, hook: str, project: Path, tmp_path: Path
) -> None:
    edit(project / file, old, new)
    done = hooked(project, tmp_path / "home")
    failed = [line for line in done.stdout.splitlines() if line.startswith("- hook id:")]
    assert failed == ([f"- hook id: {hook}"] if hook else []), done.stdout + done.stderr
    assert done.returncode == (1 if hook else 0)


# The action


def acted(project: Path, home: Path, **more: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str], str]:
    """The action's step with the environment that GitHub gives it, its outputs and its summary."""
    (home / "factcheck" / "venv").mkdir(parents=True)
    (home / "factcheck" / "venv" / "bin").symlink_to(BIN)
    output, summary = home / "output", home / "summary"
    given = {
        "GITHUB_EVENT_NAME": "pull_request",
        "GITHUB_OUTPUT": str(output),
        "GITHUB_STEP_SUMMARY": str(summary),
        "RUNNER_TEMP": str(home),
        "FACTCHECK_ACTION": str(ROOT),
        **dict.fromkeys(INPUTS, ""),
        **more,
    }
    done = sh(project, "bash", str(ROOT / "templates" / "github.sh"), **given)
    lines = output.read_text().splitlines() if output.exists() else []
    told = dict(line.split("=", 1) for line in lines)
    return done, told, summary.read_text() if summary.exists() else ""


ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
[STEP] = [step for step in ACTION["runs"]["steps"] if "run" in step]
INPUTS = [name for name, value in STEP["env"].items() if "inputs." in value]


def test_the_action_tells_what_it_found(project: Path, tmp_path: Path) -> None:
    edit(project / "articles/trams.md", "3 tram lines", "4 tram lines")
    done, told, summary = acted(project, tmp_path / "runner")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=claims/trams.yaml,line=3,")
    assert (told["exit-code"], told["errors"], told["warnings"]) == ("1", "1", "0")
    assert json.loads(Path(told["json"]).read_text())["counts"]["claims"] == 1
    assert json.loads(Path(told["sarif"]).read_text())["version"] == "2.1.0"
    assert "changed" in summary


def test_the_action_passes_what_is_right(project: Path, tmp_path: Path) -> None:
    done, told, summary = acted(project, tmp_path / "runner", FACTCHECK_PATHS="claims\n", FACTCHECK_FAIL_ON="warning")
    assert (done.returncode, told["exit-code"], told["errors"]) == (0, "0", "0"), done.stdout + done.stderr
    assert "1 supported" in summary


def test_the_action_compares_with_the_base(project: Path, tmp_path: Path) -> None:
    edit(project / "articles/trams.md", "3 tram lines", "4 tram lines")
    sh(project, "git", "commit", "-q", "-a", "-m", "wrong already")
    sh(project, "git", "switch", "-q", "-c", "change")
    edit(project / "articles/none.md", "Nothing", "Nothing new")
    done, told, _ = acted(project, tmp_path / "runner", FACTCHECK_DIFF_BASE="main")
    assert (done.returncode, told["errors"]) == (0, "0"), done.stdout + done.stderr


def test_the_action_ends_with_3_where_it_cannot_check(project: Path, tmp_path: Path) -> None:
    done, told, _ = acted(project, tmp_path / "runner", FACTCHECK_DIFF_BASE="mian")
    assert (done.returncode, told["exit-code"], told["errors"]) == (3, "3", "")
    assert 'git knows no commit "mian"' in done.stderr


def test_the_action_refuses_pull_request_target(project: Path, tmp_path: Path) -> None:
    done, told, summary = acted(project, tmp_path / "runner", GITHUB_EVENT_NAME="pull_request_target")
    assert (done.returncode, told, summary) == (2, {}, "")
    assert done.stdout.startswith("::error::factcheck does not run on pull_request_target")


@pytest.mark.parametrize("name", INPUTS)
def test_what_is_given_to_the_action_is_never_run(name: str, project: Path, tmp_path: Path) -> None:
    attack = "$(touch owned) `touch owned`; touch owned #\n--today=x; touch owned"
    acted(project, tmp_path / "runner", **{name: attack})
    assert not list(tmp_path.rglob("owned"))


OURS = "open('owned', 'w').close()"


def test_a_module_in_the_folder_that_is_checked_is_never_run(project: Path, tmp_path: Path) -> None:
    (project / "json.py").write_text(OURS)
    done, told, _ = acted(project, tmp_path / "runner")
    assert (done.returncode, told["errors"]) == (0, "0"), done.stderr
    assert not list(tmp_path.rglob("owned"))


@pytest.mark.parametrize("name", ["venv.py", "pip.py"])
def test_nor_while_the_action_installs(name: str, project: Path, tmp_path: Path) -> None:
    (project / name).write_text(OURS)
    more = {"RUNNER_TEMP": str(tmp_path), "FACTCHECK_ACTION": str(tmp_path / "none"), "PIP_NO_INDEX": "1"}
    done = sh(project, "bash", str(ROOT / "templates" / "github.sh"), **more)
    assert done.returncode != 0  # there is nothing to install
    assert (tmp_path / "factcheck" / "venv" / "bin" / "pip").exists()
    assert not list(tmp_path.rglob("owned"))


def test_the_action_puts_no_input_into_a_script() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


# GitLab


def test_gitlab_runs_the_job(project: Path) -> None:
    edit(project / "articles/trams.md", "3 tram lines", "4 tram lines")
    job = yaml.safe_load((ROOT / "templates" / "gitlab.yml").read_text(encoding="utf-8"))["factcheck"]
    done = sh(project, "sh", "-ec", "\n".join(job["script"]), FACTCHECK_PATHS="claims articles/trams.md")
    assert done.returncode == 1
    [quality] = json.loads((project / job["artifacts"]["reports"]["codequality"]).read_text())
    assert quality["check_name"] == "changed"
    assert "<failure" in (project / job["artifacts"]["reports"]["junit"]).read_text()
