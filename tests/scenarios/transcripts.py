"""Reads transcripts: a project's files, the commands run in it, and all they print.

A transcript is a text file of sections, each opened by a line that begins with `=== `:

    words about the case, before the first section
    === file claims/speech.yaml        the lines of the file follow
    === bytes datasets/old.csv         its bytes follow, in hexadecimal
    === docx claims/speech.docx        the inside of its body follows; odt the same, pdf the lines of its one page
    === link claims/a.yaml -> b.yaml   a symbolic link
    === pipe datasets/a.csv            a named pipe
    === project shipped                this repository's claims/ and datasets/
    === $ COLUMNS=40 factcheck check   a command, with its environment; the lines of stdout follow
    === $ cd sub && factcheck check    the same, from another folder
    === $ factcheck review < typed     the same, with the lines of a file typed into it
    === $ cat claims/speech.yaml       a file as it is by then
    === stderr                         the lines of stderr follow; none where the section is absent
    === ends with 1                    the exit code
"""

import os
import shlex
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import copies

from documents import docx, odt, pdf

ROOT = Path(__file__).parent.parent.parent
CASES = ROOT / "tests" / "cases" / "scenarios"
MARK = "=== "
DOCUMENTS: Mapping[str, Callable[[str], bytes]] = {"docx": docx, "odt": odt, "pdf": lambda text: pdf([text.strip()])}
WRONG = "Known to be wrong: "  # begins a transcript of what should be true and is not yet


@dataclass(frozen=True, slots=True)
class Section:
    """A heading without its mark, and the text below it."""

    heading: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What a command printed, and how it ended."""

    stdout: str
    stderr: str
    code: int


def transcripts() -> list[Path]:
    return sorted(CASES.glob("*.txt"))


def sections(text: str) -> list[Section]:
    """The sections in order; the first has no heading."""
    found = [Section("")]
    for line in text.splitlines(keepends=True):
        if line.startswith(MARK):
            found.append(Section(line.removeprefix(MARK).rstrip("\n")))
        else:
            found[-1] = replace(found[-1], text=found[-1].text + line)
    return found


def told(commands: list[Section]) -> Iterator[tuple[str, Told]]:
    """Each command line with what it is to print: the command's section, that of stderr, and the exit code."""
    for at, section in enumerate(commands):
        if section.heading.startswith("$ "):
            rest = commands[at + 1 :]
            stderr = rest.pop(0).text if rest and rest[0].heading == "stderr" else ""
            assert rest, f"{section.heading}: no exit code"
            assert rest[0].heading.startswith("ends with "), f"{section.heading}: no exit code"
            yield section.heading.removeprefix("$ "), Told(section.text, stderr, int(rest[0].heading.split()[-1]))


def make(project: Path, given: list[Section]) -> None:
    """The files of a project."""
    project.mkdir()
    for section in given:
        what, _, name = section.heading.partition(" ")
        if what == "project":
            for folder in ("claims", "datasets"):
                shutil.copytree(ROOT / folder, project / folder)
        elif what in ("file", "bytes", "link", "pipe", *DOCUMENTS):
            name, _, target = name.partition(" -> ")
            path = project / name
            path.parent.mkdir(parents=True, exist_ok=True)
            _make(what, path, target, section.text)


def _make(what: str, path: Path, target: str, text: str) -> None:
    if what == "file":
        path.write_text(text, encoding="utf-8")
    elif what in DOCUMENTS:
        path.write_bytes(DOCUMENTS[what](text))
    elif what == "bytes":
        path.write_bytes(bytes.fromhex(text))
    elif what == "link":
        path.symlink_to(target)
    else:
        os.mkfifo(path)


def run(line: str, project: Path, environment: dict[str, str] | None = None) -> Told:
    """Runs a command line of a transcript as the installed command, in a bare environment, 80 columns wide."""
    before, _, after = line.rpartition(" && ")
    folder = project / before.removeprefix("cd ") if before else project
    words = shlex.split(after)
    if words[0] == "cat":
        return Told((folder / words[1]).read_text(encoding="utf-8"), "", 0)
    typed = (folder / words[-1]).read_bytes() if words[-2:-1] == ["<"] else b""
    at = words.index("factcheck")
    given = dict(word.split("=", 1) for word in words[:at])
    asked = words[at + 1 : -2] if typed else words[at + 1 :]
    return run_words(asked, folder, {**(environment or {}), **given}, typed=typed)


def run_words(words: list[str], folder: Path, environment: dict[str, str] | None = None, *, typed: bytes = b"") -> Told:
    """Runs `factcheck` with these arguments in a bare environment, 80 columns wide."""
    bare = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "COLUMNS": "80",
        "LC_ALL": "C.UTF-8",
        **(environment or {}),
    }
    done = copies.run(words, cwd=folder, env=bare, typed=typed)
    return Told(done.stdout.decode("utf-8"), without_progress(done.stderr.decode("utf-8")), done.returncode)


def without_progress(stderr: str) -> str:
    """A busy machine may take over a second for anything, and then the command says so."""
    return "".join(
        line
        for line in stderr.splitlines(keepends=True)
        if line not in ("checking ...\n", "reading ...\n", "comparing ...\n")
    )


def written(section: Section) -> str:
    return (f"{MARK}{section.heading}\n" if section.heading else "") + section.text
