"""`--report` writes files beside what is printed, whole or not at all, and changes neither output nor exit code."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from transcripts import Told, run_words

from factcheck.reports import FORMATS, NO_TEXT

DAY = ["--today", "2026-11-23"]
REVIEWER = '[reviewer]\nname = "D"\nurl = "https://d.example"\npage = "https://d.example/{file}"\n'


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project that init makes, with one figure of the text changed."""
    run_words(["init", "p"], tmp_path)
    text = tmp_path / "p" / "claims" / "libraries-2024.txt"
    text.write_text(text.read_text(encoding="utf-8").replace("seven", "nine"), encoding="utf-8")
    (tmp_path / "p" / "factcheck.toml").write_text(REVIEWER, encoding="utf-8")
    return tmp_path / "p"


def _check(folder: Path, *words: str) -> Told:
    return run_words(["check", *DAY, *words], folder)


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_all_formats_at_once_are_what_is_printed_of_each(project: Path) -> None:
    before, plain = _files(project), _check(project)
    asked = [f"--report={form}=out/new/report.{form}" for form in FORMATS]
    told = _check(project, *asked)
    assert told == plain
    assert told.code == 1
    assert _files(project) - before == {f"out/new/report.{form}" for form in FORMATS}
    for form in sorted(FORMATS.keys() - NO_TEXT):
        printed = _check(project, "--output-format", form)
        assert printed.code == plain.code
        if form != "table":  # which has another width in a file
            assert (project / f"out/new/report.{form}").read_bytes() == printed.stdout.encode("utf-8"), form


def test_a_workbook_goes_into_a_pipe_as_it_goes_into_a_file(project: Path) -> None:
    words = [sys.executable, "-m", "factcheck", "check", *DAY, "--output-format", "xlsx", "--report", "xlsx=a.xlsx"]
    done = subprocess.run(words, cwd=project, capture_output=True, check=False)
    assert done.returncode == _check(project).code
    assert done.stdout == (project / "a.xlsx").read_bytes()
    assert done.stdout.startswith(b"PK")


def test_a_report_is_not_written_through_a_link_that_leads_out(project: Path, tmp_path: Path) -> None:
    """Whoever changes the project could else have a file of this machine written over."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept.json").write_text("kept", encoding="utf-8")
    (project / "file.json").symlink_to(elsewhere / "kept.json")
    (project / "out").symlink_to(elsewhere)
    (project / "inner").mkdir()
    (project / "within").symlink_to(project / "inner")
    wanted = "{path}:1:1: error: the report cannot be written: a link leads out of this folder name another file"
    for path, code in (("file.json", 3), ("out/kept.json", 3), ("out/new.json", 3), ("within/new.json", 1)):
        told = _check(project, "--report", f"json={path}")
        assert told.code == code, path
        assert " ".join(told.stderr.split()) == (wanted.format(path=path) if code == 3 else ""), path
    assert _check(project, "--report", f"json={elsewhere / 'named.json'}").code == 1, "the person named it"
    assert _files(elsewhere) == {"kept.json", "named.json"}
    assert (elsewhere / "kept.json").read_text(encoding="utf-8") == "kept"


def test_reviews_are_refused_where_nobody_publishes_them(project: Path) -> None:
    (project / "factcheck.toml").unlink()
    for asked in (["--output-format", "claimreview"], ["--report", "claimreview=a.json", "--report", "json=b.json"]):
        told = _check(project, *asked)
        assert (told.stdout, told.code) == ("", 2)
        assert "nothing says who publishes these checks" in told.stderr
        assert "[reviewer]" in told.stderr
    assert not {"a.json", "b.json"} & _files(project)


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_changes_how_a_run_ends(form: str, project: Path) -> None:
    asked = ["--report", f"{form}=out"] if form in NO_TEXT else ["--output-format", form]
    assert {_check(project, "--fail-on", fail_on, *asked).code for fail_on in ("error", "warning", "note")} == {1}
    (project / "datasets" / "libraries.csv").unlink()
    assert _check(project, *asked).code == 3
    (project / "claims" / "bad.yaml").write_text("x: y\n", encoding="utf-8")
    assert _check(project, *asked).code == 2


def test_a_file_that_is_there_is_replaced_and_keeps_its_permissions(project: Path) -> None:
    report = project / "r.json"
    report.write_text("old", encoding="utf-8")
    report.chmod(0o600)
    _check(project, "--report", "json=r.json")
    assert report.read_text(encoding="utf-8").startswith("{")
    assert report.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("claims/libraries-2024.txt/r.json", "its folder is a file"),
        ("claims", "not a regular file"),
        ("/dev/null", "not a regular file"),
        ("/proc/nothing/r.json", "No such file or directory"),
        (f"{'x' * 300}.json", "File name too long"),
    ],
)
def test_what_cannot_be_written_ends_with_3_and_hides_nothing(path: str, why: str, project: Path) -> None:
    plain = _check(project)
    told = _check(project, "--report", f"json={path}", "--report", "csv=r.csv")
    assert (told.stdout, told.code) == (plain.stdout, 3)
    message = f"{path}:1:1: error: the report cannot be written: {why} name another file"
    assert "".join(message.split()) == "".join(told.stderr.split())
    assert (project / "r.csv").exists()
    assert [name for name in _files(project) if name.endswith(".tmp")] == []


def test_a_wrong_claim_file_outranks_a_report_that_cannot_be_written(project: Path) -> None:
    (project / "claims" / "bad.yaml").write_text("x: y\n", encoding="utf-8")
    assert _check(project, "--report", "json=claims").code == 2


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["sarf=r.sarif"], 'no format is called "sarf" did you mean "sarif"? The formats are: table, concise, json,'),
        (["JSON=r.json"], 'no format is called "JSON" did you mean "json"?'),
        (["r.json"], 'no format is called "r.json"'),
        (["json"], "no file is named write --report json=PATH"),
        (["json="], "no file is named write --report json=PATH"),
        (["json=-"], "no file is named write --report json=PATH; standard output has --output-format"),
        (["json=r", "csv=./x/../r"], '--report names the file "./x/../r" twice'),
        (["json=claims/libraries-2024.yaml"], "a report would overwrite a file of the project"),
        (["json=claims/libraries-2024.txt"], "a report would overwrite a file of the project"),
        (["csv=datasets/libraries.csv"], "a report would overwrite a file of the project"),
        (["csv=datasets/datapackage.yaml"], "a report would overwrite a file of the project"),
    ],
)
def test_wrong_usage_ends_with_2_before_anything_is_written(asked: list[str], told: str, project: Path) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    found = _check(project, "--report", "json=first.json", *(f"--report={one}" for one in asked))
    assert (found.stdout, found.code) == ("", 2)
    assert told in " ".join(found.stderr.split())
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_what_programs_read_is_utf_8_whatever_the_terminal_has(project: Path) -> None:
    usual = _check(project, "--output-format", "junit")
    spoilt = run_words(["check", *DAY, "--output-format", "junit"], project, {"PYTHONIOENCODING": "ascii"})
    assert spoilt == usual


@pytest.mark.parametrize("form", ["github", "sarif", "gitlab"])
def test_coverage_tells_open_figures_to_ci(form: str, project: Path) -> None:
    text = project / "claims" / "libraries-2024.txt"
    text.write_text(text.read_text(encoding="utf-8") + "\nMore than 42% of them read a lot.\n", encoding="utf-8")
    told = run_words(["coverage", "claims/libraries-2024.txt", "--output-format", form], project)
    plain = run_words(["coverage", "claims/libraries-2024.txt"], project)
    assert (told.code, told.stderr) == (plain.code, "")
    assert "uncovered" in told.stdout
    assert "no claim covers" in told.stdout
    assert "More than 42%" in told.stdout
    assert form == "github" or json.loads(told.stdout)
