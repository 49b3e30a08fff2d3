"""What a terminal gets and a pipe does not: the table, colour, questions."""

import os
import pty
import re
import select
import subprocess
import sys
from pathlib import Path

from transcripts import ROOT, run_words

COLOUR = re.compile(r"\x1b\[[\d;]*m")
# What is said after a second, on a busy machine, and cleared again.
MEANWHILE = re.compile(r"\rchecking \.\.\.(.*?)\r\x1b\[K", re.DOTALL)
CHECK = ["check", "claims/global-carbon-budget-2019.yaml", "--today", "2026-11-23"]
TABLE = [*CHECK, "--output-format", "table"]


def _in_terminal(words: list[str], folder: Path, *, typed: bytes = b"", **environment: str) -> str:
    """What a person sees who runs the command in a terminal of 80 columns."""
    master, slave = pty.openpty()
    bare = {"PATH": os.environ["PATH"], "HOME": str(folder), "COLUMNS": "80", "LC_ALL": "C.UTF-8", "TERM": "xterm"}
    process = subprocess.Popen(
        [sys.executable, "-m", "factcheck", *words],
        cwd=folder,
        env={**bare, **environment},
        stdin=slave,
        stdout=slave,
        stderr=slave,
    )
    os.close(slave)
    os.write(master, typed)
    seen = _everything(master)
    process.wait()
    os.close(master)
    return MEANWHILE.sub(r"\1", seen.decode("utf-8")).replace("\r\n", "\n")


def _everything(master: int) -> bytes:
    seen = b""
    while select.select([master], [], [], 60)[0]:
        try:
            part = os.read(master, 65536)
        except OSError:  # Linux says so where the other end is closed
            break
        if not part:
            break
        seen += part
    return seen


def test_a_terminal_gets_the_table_in_colour() -> None:
    seen = _in_terminal(CHECK, ROOT)
    assert COLOUR.search(seen)
    assert COLOUR.sub("", seen) == run_words(TABLE, ROOT).stdout


def test_no_color_takes_the_colour_and_nothing_else() -> None:
    assert _in_terminal(CHECK, ROOT, NO_COLOR="1") == run_words(TABLE, ROOT).stdout
    assert _in_terminal(CHECK, ROOT, TERM="dumb") == run_words(TABLE, ROOT).stdout


def test_force_color_colours_a_pipe_and_no_color_is_stronger() -> None:
    plain, forced = run_words(TABLE, ROOT), run_words(TABLE, ROOT, {"FORCE_COLOR": "1"})
    assert COLOUR.search(forced.stdout)
    assert COLOUR.sub("", forced.stdout) == plain.stdout
    assert run_words(TABLE, ROOT, {"FORCE_COLOR": "1", "NO_COLOR": "1"}) == plain


def test_json_and_concise_have_no_colour() -> None:
    for form in ("json", "concise"):
        words = [*CHECK, "--output-format", form]
        assert run_words(words, ROOT, {"FORCE_COLOR": "1"}) == run_words(words, ROOT)


def test_a_pipe_gets_one_finding_a_line() -> None:
    assert run_words(CHECK, ROOT) == run_words([*CHECK, "--output-format", "concise"], ROOT)


def test_a_reader_that_goes_away_is_no_bug() -> None:
    command = f"{sys.executable} -m factcheck check --output-format json | head -1"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    told = done.stderr.replace("checking ...\n", "")  # where the machine is slow, it is said that one waits
    assert (done.stdout, told) == ("{\n", "")


def test_try_asks_for_the_types_of_columns_in_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "cases.csv").write_text("status,days\nclosed,10\nopen,20\n", encoding="utf-8")
    words = ["try", "over 25", "--data", "cases.csv", "--sum", "days"]
    seen = _in_terminal(words, tmp_path, typed=b"integer\n", NO_COLOR="1")
    assert 'type of column "days" (string, integer, number, year, date) [string]: ' in seen
    assert seen.count("type of column") == 1
    assert "✓ supported" in seen
    assert "{name: 'days', type: integer}" in seen


def test_an_answer_that_is_no_type_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "cases.csv").write_text("status,days\nclosed,10\n", encoding="utf-8")
    seen = _in_terminal(["try", "1", "--data", "cases.csv", "--sum", "days"], tmp_path, typed=b"whole\n", NO_COLOR="1")
    assert "integer" in seen.rpartition("is not")[2]
    assert "supported" not in seen


def test_what_a_file_leaves_in_doubt_is_asked(tmp_path: Path) -> None:
    """Every question in turn; an answer that is none is asked for again."""
    (tmp_path / "visits.csv").write_text("place,n\nNorth,<5\nSouth,7\n")
    typed = b"perhaps\n0..4\nVisits\nCity\nunknown\nplace\n2022\nunknown\nyes\n"
    seen = _in_terminal(["data", "add", "visits.csv"], tmp_path, typed=typed)
    assert seen.count('which numbers may "<5" stand for?') == 1
    assert seen.count("answer: ") == 9
    described = (tmp_path / "datasets" / "datapackage.yaml").read_text()
    assert "censored: {'<5': 0..4}" in described
    assert (tmp_path / "datasets" / "visits.csv").read_text() == "place,n\nNorth,<5\nSouth,7\n"


def test_a_terminal_is_spared_a_workbook() -> None:
    """Bytes that are no text would spoil it; a pipe and a file get them."""
    seen = _in_terminal([*CHECK, "--output-format", "xlsx"], ROOT, NO_COLOR="1")
    assert seen == (
        "error: --output-format xlsx: a terminal cannot show it\n"
        "  write --report xlsx=PATH, or send the output into a file\n"
    )
