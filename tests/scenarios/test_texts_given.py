"""Texts on standard input, and what the house ships with: its own message, read as a stranger's."""

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import checks
from factcheck.claims.load import load
from factcheck.languages import load as load_language
from shared_data import statement


def given(data: bytes, *words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "factcheck", *words], input=data, capture_output=True, check=False)


def test_a_text_on_standard_input_gives_a_claim_file_on_standard_output() -> None:
    done = given(b"<p>It has <b>12</b> lines.</p><script>x = 13</script>", "extract", "-", "--format", "html")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"quote: 'It has 12 lines'" in done.stdout
    assert b"13" not in done.stdout.replace(b"-13", b"")
    assert b"text: 'not held'" in done.stdout


def test_coverage_of_standard_input() -> None:
    done = given(b"It has 12 lines.", "coverage", "-", "--fail-on", "warning")
    assert done.returncode == 1
    assert done.stdout.startswith(b'standard input:1:8: warning: figure: "12": no claim covers it\n')


@pytest.mark.parametrize(
    ("data", "code"), [(b"", 2), (b"a" * 10_000_001, 2), (b"\x00\x01", 2), (b"\xff", 2), (b"Words.", 1)]
)
def test_what_is_wrong_with_it(data: bytes, code: int) -> None:
    done = given(data, "extract", "-")
    assert (done.returncode, done.stdout) == (code, b"")
    assert done.stderr.startswith(b"standard input:1:1: error: ")


IOM = [
    *(
        "175",
        "171",
        "since 1951",
        "over 150,000",
        "2002 and 2021",
        "much higher",
        "nearly half",
        "94%",
        "world’s first",
    ),
    *("over 100,000", "25 years", "all ages, gender and nationalities", "current co-chair"),
]


def test_a_page_needs_only_checks(tmp_path: Path) -> None:
    """The page as it was captured, the website's own text included."""
    page = statement("iom-trafficking-day-2023.page.txt")
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "page.txt").write_bytes(page.read_bytes())
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "extract", "claims/page.txt"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    path = tmp_path / "claims" / "page.yaml"
    file = load(path, "page.yaml", {}, language_of=load_language, gives=checks.gives)
    assert file.problems == ()
    quotes = [claim.quote for claim in file.claims]
    assert [words for words in IOM if not any(words in quote for quote in quotes)] == []
