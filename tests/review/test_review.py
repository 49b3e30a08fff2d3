"""What cannot stand in a transcript: a terminal, an editor, and a file that somebody else changes meanwhile."""

import os
import pty
import re
import select
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from review.trams import CLAIMS, STOPS, TEXT, made, run

COLOUR = re.compile(r"\x1b\[[\d;]*m")
ANSWERS = ["a", "Ann", "n", "again", "w", "late", "2024-12-31", "m", "opinion", "no table", "s", "b", "a", "s"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return made(tmp_path)


def claims(project: Path) -> str:
    return (project / "claims" / "trams.yaml").read_text(encoding="utf-8")


def is_kept(old: str, new: str) -> bool:
    """Every line of the old file stands in the new one, in their order."""
    rest = iter(new.splitlines())
    return all(line in rest for line in old.splitlines())


@pytest.mark.parametrize("lines", range(len(ANSWERS) + 1))
def test_the_end_of_the_input_loses_nothing(lines: int, project: Path) -> None:
    done = run(project, "review", typed="".join(f"{one}\n" for one in ANSWERS[:lines]))
    assert (done.returncode, done.stderr) == (0, "")
    assert is_kept(CLAIMS.replace("    note: counted on the map\n", ""), claims(project))
    written = claims(project)
    told = ("signed:", "note: again", "waive:", "not_checkable:")
    assert [one in written for one in told] == [lines >= needed for needed in (2, 4, 7, 10)]
    assert run(project, "check").returncode in (0, 1)  # refuted, or waived so; and no mistake


def test_ctrl_c_at_a_question_ends_with_what_was_answered(project: Path) -> None:
    for typed in (b"", b"a\n", b"a\nAnn\nw\n", b"w\nlate\n"):
        seen, code = in_terminal(project, typed)
        assert seen.endswith(("nothing was written\n", "1 accepted\n")), seen
        assert "ended: every answer that was taken is written" in seen
        assert code == 0
    assert is_kept(CLAIMS, claims(project))
    assert claims(project).count("signed:") == 1
    assert "waive" not in claims(project)


def test_a_terminal_has_colour_and_no_color_takes_it(project: Path) -> None:
    seen, _ = in_terminal(project, b"")
    assert COLOUR.search(seen)
    seen, _ = in_terminal(project, b"", NO_COLOR="1")
    assert not COLOUR.search(seen)
    assert "▶The city has 3 tram lines◀" in seen


def in_terminal(project: Path, typed: bytes, **environment: str) -> tuple[str, int]:
    """What a person sees who types that, and Ctrl-C at the next question."""
    master, slave = pty.openpty()
    bare = {"PATH": os.environ["PATH"], "HOME": str(project), "COLUMNS": "80", "LC_ALL": "C.UTF-8", "TERM": "xterm"}
    process = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "review", "--today", "2024-07-01"],
        cwd=project,
        env={**bare, **environment},
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
    )
    os.close(slave)
    seen = _until_asked(master)
    for line in typed.splitlines(keepends=True):
        os.write(master, line)
        seen += _until_asked(master)
    time.sleep(0.5)  # what comes while the line is being set up is lost to readline
    process.send_signal(signal.SIGINT)
    seen += _everything(master)
    code = process.wait(timeout=60)
    os.close(master)
    return re.sub(r"\x1b\[\?2004[hl]\r?", "", seen.decode("utf-8").replace("\r\n", "\n")), code


def _until_asked(master: int) -> bytes:
    """Up to a question: the line that the cursor is left on."""
    seen = b""
    while not re.search(rb"[^\r\n]: (\x1b\[[^m]*)?$", seen):
        assert select.select([master], [], [], 60)[0], seen
        seen += os.read(master, 65536)
    return seen


def _everything(master: int) -> bytes:
    seen = b""
    while select.select([master], [], [], 60)[0]:
        try:
            part = os.read(master, 65536)
        except OSError:  # Linux says so where the other end is closed
            break
        seen += part
        if not part:
            break
    return seen


class Conversation:
    """A review whose answers come one at a time."""

    def __init__(self, project: Path, *words: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "factcheck", "review", "--by", "Ann", "--today", "2024-07-01", *words],
            cwd=project,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=0,
        )

    def heard(self) -> str:
        """What is said up to the next question."""
        seen = ""
        assert self._process.stdout is not None
        while not seen.endswith("[q]uit: "):
            seen += self._process.stdout.read(1)
        return seen

    def say(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")

    def rest(self) -> str:
        return self._process.communicate(timeout=60)[0]


def test_a_file_that_somebody_changed_is_not_overwritten(project: Path) -> None:
    told = Conversation(project)
    told.heard()
    path = project / "claims" / "trams.yaml"
    theirs = CLAIMS.replace("# Ours.", "# Theirs.").replace('says: "3"', 'says: "3"\n    note: Bob looked')
    path.write_text(theirs, encoding="utf-8")
    told.say("a")
    seen = told.heard()
    assert "somebody has changed the file meanwhile: nothing was written" in seen
    assert "1 of 5   lines" in seen
    assert "Bob looked" in seen
    assert path.read_text(encoding="utf-8") == theirs
    told.say("a")
    told.heard()
    told.say("q")
    assert told.rest().endswith("1 accepted\n")
    assert is_kept(theirs, claims(project))
    assert "signed:" in claims(project)


def test_a_file_that_is_gone_meanwhile_ends_it(project: Path) -> None:
    told = Conversation(project)
    told.heard()
    (project / "claims" / "trams.yaml").unlink()
    told.say("a")
    told.say("q")
    assert "no such file" in told.rest()
    assert not (project / "claims" / "trams.yaml").exists()


def test_what_is_signed_is_what_was_shown(project: Path) -> None:
    """Data that changed after a claim was shown: the sign-off says so at once."""
    told = Conversation(project, "--claim", "stops")
    told.heard()
    (project / "datasets" / "stops.csv").write_text(STOPS.replace("Port", "Harbour"), encoding="utf-8")
    told.say("a")
    told.rest()
    assert "changed since Ann signed it on 2024-07-01: the data of stops" in run(project, "check").stdout


def editor(project: Path, name: str, script: str) -> str:
    path = project / "bin" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_the_editor_opens_at_the_claim_and_the_file_is_checked_again(project: Path) -> None:
    vi = editor(project, "vi", 'echo "$1 ${2##*/}" > opened; sed -i "s/over 700/over 500/" "$2" claims/trams.txt')
    done = run(project, "review", "--claim", "riders", typed="e\nq\n", EDITOR=vi)
    assert (project / "opened").read_text() == "+10 trams.yaml\n"
    before, after = done.stdout.split("[q]uit: e\n")
    assert "✗ refuted" in before
    assert "✓ supported" in after
    assert after.endswith("1 edited\n")
    assert claims(project) == CLAIMS.replace("over 700", "over 500")


def test_a_mistake_is_shown_at_its_place_and_can_be_edited_again(project: Path) -> None:
    """The first time a key is misspelled, in another claim; the second time, the editor opens there."""
    swap = "s/  check: {dataset: stops/  chek: {dataset: stops/"
    script = f'echo "$1" >> opened; grep -q chek "$2" && sed -i s/chek/check/ "$2" || sed -i "{swap}" "$2"'
    vi = editor(project, "vi", script)
    done = run(project, "review", "--claim", "lines", typed="e\nwhat\ny\nq\n", EDITOR=vi)
    assert (project / "opened").read_text() == "+4\n+17\n"
    assert 'claims/trams.yaml:17:5: error: unknown key "chek" in a claim' in done.stdout
    assert done.stdout.count("Edit it again? yes or no: ") == 2
    assert (done.returncode, done.stderr, claims(project)) == (0, "", CLAIMS)


def test_a_mistake_that_is_left_ends_with_2(project: Path) -> None:
    vi = editor(project, "vi", 'sed -i "s/says: over 700/sais: over 700/" "$2"')
    done = run(
        project, "review", "--claim", "riders", "--claim", "stops", typed="e\nno\na\n", EDITOR=vi, FACTCHECK_BY="Ann"
    )
    assert "2 of 2   riders" not in done.stdout
    assert "1 of 1   stops" in done.stdout
    assert done.returncode == 2


def test_an_editor_that_is_none_is_told(project: Path) -> None:
    told = {name: run(project, "review", typed="e\nq\n", EDITOR=name).stdout for name in ("", "nosuch -w", "'open")}
    assert "no editor is set" in told[""]
    assert "the editor nosuch cannot be started: No such file or directory" in told["nosuch -w"]
    assert "the editor cannot be told from EDITOR='open" in told["'open"]


def test_words_of_strangers_reach_no_terminal_raw(project: Path) -> None:
    hostile = "\x1b]0;pwned\x07\x1b[2J\u202e::error::x"
    (project / "claims" / "trams.txt").write_text(f"{hostile} {TEXT}", encoding="utf-8")
    evil = CLAIMS.replace("counted on the map", "'\u202ea ::error::y [red]z'")
    (project / "claims" / "trams.yaml").write_text(evil, encoding="utf-8")
    typed = f"x\x1b[31m\nn\n{hostile}\n\ns\ns\ns\n"
    seen = run(project, "review", typed=typed, FORCE_COLOR="1").stdout
    assert "\x1b" not in COLOUR.sub("", seen)
    assert not {"\x07", "\u202e"} & set(seen)
    assert "::error" not in seen
    assert "[red]z" in seen


def test_another_waiver_stands_beside_the_first(project: Path) -> None:
    (project / "datasets" / "stops.csv").write_text(STOPS + "Mill\n", encoding="utf-8")
    waive = "    waive: {finding: stale, reason: old, until: 2024-08-01}\n"
    path = project / "claims" / "trams.yaml"
    path.write_text(CLAIMS.replace("    note: counted on the map\n", waive), encoding="utf-8")
    run(project, "review", "--claim", "stops", "--by", "Ann", typed="w\nrefuted\nasked\n2024-09-01\nq\n")
    assert claims(project) == CLAIMS.replace(
        "    note: counted on the map\n",
        "    waive:\n      - finding: stale\n        reason: old\n        until: 2024-08-01\n"
        "      - finding: refuted\n        reason: asked\n        until: 2024-09-01\n        by: Ann\n",
    )
