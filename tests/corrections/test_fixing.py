"""`fix --write` changes the text and the claim file together, and a check afterwards supports the claim."""

from datetime import date
from pathlib import Path

import pytest

from corrections.projects import files, write
from factcheck import fixing
from factcheck.fixing import Fixed
from factcheck.model.findings import Verdict
from factcheck.wiring import open_project

TODAY = date(2024, 1, 1)
DATA = "home,n\nyes,57\nno,43\n"
DESCRIPTION = """
name: cases
resources:
  - name: cases
    path: cases.csv
    row: case
    as_of: 2023-12
    complete: yes
    schema: {fields: [{name: home}, {name: n, type: integer}]}
"""
CLAIM = """\
statement: {title: T, publisher: P, published: 2024-01-01, text: %s%s}
claims:
  - id: home
    quote: nearly half of the cases
    check: {dataset: cases, share: home = 'yes', weight: n}
"""


def _project(folder: Path, text: bytes, name: str = "speech.txt", encoding: str = "") -> Path:
    (folder / "datasets").mkdir()
    (folder / "claims").mkdir()
    (folder / "datasets" / "datapackage.yaml").write_text(DESCRIPTION, encoding="utf-8")
    (folder / "datasets" / "cases.csv").write_text(DATA, encoding="utf-8")
    (folder / "claims" / name).write_bytes(text)
    told = f", encoding: {encoding}" if encoding else ""
    (folder / "claims" / "speech.yaml").write_text(CLAIM % (name, told), encoding="utf-8")
    return folder / "claims" / "speech.yaml"


def _fixes(file: Path, *, only: tuple[str, ...] = (), asked: str = "") -> tuple[Fixed, ...]:
    with open_project([str(file)], today=TODAY) as project:
        return fixing.fixes(project, only=only, asked=asked)


def _verdicts(file: Path) -> dict[str, Verdict]:
    with open_project([str(file)], today=TODAY) as project:
        report = project.report()
    assert [one.message for one in report.findings if one.kind in ("quote lost", "mistake")] == []
    return {one.claim.id: one.verdict for one in report.claims}


@pytest.mark.parametrize("path", files(), ids=[path.stem for path in files()])
def test_after_fix_every_claim_that_was_fixed_is_supported(path: Path, tmp_path: Path) -> None:
    file = write(path, tmp_path)
    (found,) = _fixes(file)
    fixed = {one.claim for one in found.fixes if one.chosen}
    assert fixed == {one.claim for one in found.fixes if one.correction.proposals}
    assert fixing.written(found) == found
    after = _verdicts(file)
    assert {claim: after[claim] for claim in fixed} == dict.fromkeys(fixed, Verdict.SUPPORTED)
    assert all(verdict is not Verdict.SUPPORTED for claim, verdict in after.items() if claim in _left(found))


def _left(found: Fixed) -> set[str]:
    return {one.claim for one in found.fixes if not one.chosen}


TEXTS = {
    "lines of Windows": (b"So.\r\n\r\nIt was nearly half of the cases, so.\r\n", "speech.txt", ""),
    "a byte order mark": ("\ufeffIt was nearly half of the cases, café.\n".encode(), "speech.txt", ""),
    "another encoding": ("Café: nearly half of the cases.".encode("windows-1252"), "speech.txt", "windows-1252"),
    "utf-16": ("Café: nearly half of the cases.".encode("utf-16"), "speech.txt", "utf-16"),
    "markdown": (b"# So\n\n*It was* nearly half of **the cases**.\n", "speech.md", ""),
    "html": (b"<p>It was nearly half of <b>the\n cases</b> &amp; so.</p>", "speech.html", ""),
}


@pytest.mark.parametrize("name", TEXTS)
def test_every_other_byte_of_the_text_stays(name: str, tmp_path: Path) -> None:
    data, file_name, encoding = TEXTS[name]
    file = _project(tmp_path, data, file_name, encoding)
    old_file = file.read_text(encoding="utf-8")
    (found,) = _fixes(file)
    assert fixing.written(found).failed == ()
    wide = "utf-16-le" if encoding == "utf-16" else "ascii"
    old, new = "nearly half".encode(wide), "57%".encode(wide)
    assert (tmp_path / "claims" / file_name).read_bytes() == data.replace(old, new)
    assert file.read_text(encoding="utf-8") == old_file.replace("nearly half", "57%")
    assert _verdicts(file) == {"home": Verdict.SUPPORTED}


@pytest.mark.parametrize("changed", ["speech.txt", "speech.yaml"])
def test_a_file_that_changed_meanwhile_is_left_with_the_other(changed: str, tmp_path: Path) -> None:
    file = _project(tmp_path, b"It was nearly half of the cases.")
    (found,) = _fixes(file)
    with (file.parent / changed).open("ab") as more:
        more.write(b"\n# more\n")
    before = {path.name: path.read_bytes() for path in file.parent.iterdir()}
    failed = fixing.written(found)
    assert [problem.message for problem in failed.failed] == ["the file has just been changed; nothing was written"]
    assert [fix.chosen for fix in failed.fixes] == [None]
    assert {path.name: path.read_bytes() for path in file.parent.iterdir()} == before


def test_words_that_are_not_true_are_not_written(tmp_path: Path) -> None:
    file = _project(tmp_path, b"It was nearly half of the cases.")
    (found,) = _fixes(file, only=("home",), asked="60%")
    assert found.files == ()
    assert [(one.chosen, one.refused) for one in found.fixes] == [
        (None, 'the data do not support "60%" in the place of the figure; true would be "57%" or "more than half"')
    ]


TWO = """\
statement: {title: T, publisher: P, published: 2024-01-01, text: speech.txt}
claims:
  - {id: few, quote: Homes had fewer than 40%s, check: {dataset: cases, sum: n, where: home = 'yes'}}
  - {id: many, quote: Homes had more than 90%s, check: {dataset: cases, sum: n, where: home = 'yes'}}
"""


def _two(folder: Path, *ends: str) -> list[tuple[bool, str]]:
    file = _project(folder, "Homes had fewer than 40{}. Homes had more than 90{}.\n".format(*ends).encode())
    file.write_text(TWO % ends, encoding="utf-8")
    (found,) = _fixes(file)
    return [(one.chosen is not None, one.refused) for one in found.fixes]


def test_two_claims_that_would_quote_the_same_words(tmp_path: Path) -> None:
    """The second is left, and it is said that a quote would be lost, not that it would be true."""
    lost = "with these words the quote of few would stand in no place of the text, or in several"
    assert _two(tmp_path, "", "") == [(True, ""), (False, lost)]


def test_two_claims_that_would_quote_other_words(tmp_path: Path) -> None:
    assert _two(tmp_path, " then", " now") == [(True, ""), (True, "")]


@pytest.mark.parametrize("hostile", ["57%\n  - id: more", "57% # so", "'57%'", "57%\x1b[31m", "{57%}", "57%: so"])
def test_words_that_are_more_than_a_figure_are_refused_or_kept_whole(hostile: str, tmp_path: Path) -> None:
    """Whatever a person passes as words: the files read as they did, with those words, or nothing is written."""
    file = _project(tmp_path, b"It was nearly half of the cases.")
    (found,) = _fixes(file, only=("home",), asked=hostile)
    fixing.written(found)
    chosen = [one.chosen for one in found.fixes]
    assert _verdicts(file) == {"home": Verdict.SUPPORTED if chosen[0] else Verdict.REFUTED}
