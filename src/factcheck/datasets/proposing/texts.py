"""How a text file seems to be written: its encoding, and what stands between its cells."""

import codecs
import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from factcheck.datasets.proposing.questions import ANY, Answers, Question
from factcheck.datasets.readers.interface import UnreadableError
from factcheck.files.text import is_text_encoding
from factcheck.model.spelling import plural

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_SAMPLE = 256_000
_FEW = 3
_ENCODINGS = (("windows-1252", "Western Europe"), ("windows-1250", "Central Europe"), ("windows-1251", "Cyrillic"))
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Written:
    """An encoding and a delimiter, each the empty string where it must be asked; and the mark around cells."""

    encoding: str
    delimiter: str
    questions: tuple[Question, ...]
    quote: str = '"'


def written(path: Path, answers: Answers) -> Written:
    """What the first quarter of a megabyte tells, and the whole of the file where it is UTF-8."""
    encoding, questions = _encoding(path)
    if questions and questions[0].takes(answers.get("encoding", "")):
        encoding = answers["encoding"]
    if not encoding:
        return Written("", "", questions)
    text = _start(path, encoding)
    if re.match(r"\s*<(!doctype html|html|head|\?xml)\b", text, re.IGNORECASE):
        raise UnreadableError(
            "it is a web page or XML, and no table", "open its address in a browser: you may have to log in"
        )
    _refuse_zeros(path, encoding)
    if not any(mark in text for mark in DELIMITERS):
        return Written(encoding, ",", questions)
    delimiter, asked = _delimiter(text, answers)
    if not delimiter:
        return Written(encoding, "", (*questions, *asked))
    quotes = _quotes(text, delimiter)
    quote = "'" if quotes and answers.get("quotes") == "single" else '"'
    return Written(encoding, delimiter, (*questions, *asked, *quotes), quote)


def _delimiter(text: str, answers: Answers) -> tuple[str, tuple[Question, ...]]:
    found = _delimiters(text)
    if len(found) == 1:
        return found[0], ()
    names = {name: mark for mark, name in DELIMITERS.items()}
    shown = tuple(_shown(name, mark, text) for name, mark in names.items())
    return names.get(answers.get("delimiter", ""), ""), (
        Question("delimiter", "What stands between the cells?", shown),
    )


def _quotes(text: str, delimiter: str) -> tuple[Question, ...]:
    """Whether cells stand between single quote marks, if it looks so: they are read as part of the cell otherwise."""
    mark = re.escape(delimiter)
    cells = re.findall(rf"(?:^|{mark})('[^'\n]*')(?={mark}|$)", text, re.MULTILINE)
    if not cells:
        return ()
    shown = ", ".join(dict.fromkeys(cells[:_FEW]))
    told = f"Cells begin and end with a single quote mark: {shown}. Is it part of them?"
    return (Question("quotes", told, (("single", "no: it stands around a cell"), ("none", "yes, as it is written"))),)


def _refuse_zeros(path: Path, encoding: str) -> None:
    """A byte of zero is in no text but one of two bytes a character."""
    if codecs.lookup(encoding).name.startswith(("utf-16", "utf-32")):
        return
    with path.open("rb") as file:
        for number, line in enumerate(iter(lambda: file.readline(_SAMPLE), b""), start=1):
            if b"\0" in line:
                told = f"line {number} has a byte of zero, which is in no text in {encoding}"
                raise UnreadableError(told, "it may be cut or damaged: get the file again")


def _encoding(path: Path) -> tuple[str, tuple[Question, ...]]:
    with path.open("rb") as file:
        start = file.read(4)
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding, ()
    other = _first_other(path)
    if other is None:
        return "utf-8", ()
    number, line = other
    shown = [(name, f"{where}: {_decoded(line, name)}") for name, where in _ENCODINGS]
    text = f"Line {number} is not UTF-8. In which encoding is the file?"
    return "", (Question("encoding", text, (*shown, (ANY, "another that Python knows")), is_text_encoding),)


def _first_other(path: Path) -> tuple[int, bytes] | None:
    with path.open("rb") as file:
        for number, line in enumerate(iter(lambda: file.readline(_SAMPLE), b""), start=1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError as error:
                if error.end < len(line) or len(line) != _SAMPLE:
                    return number, line[max(0, error.start - 20) : error.start + 20]
    return None


def _decoded(line: bytes, encoding: str) -> str:
    return "".join(one if one.isprintable() else "?" for one in line.decode(encoding, "replace")).strip()


def _start(path: Path, encoding: str) -> str:
    with path.open("rb") as file:
        data = file.read(_SAMPLE)
    text = codecs.getincrementaldecoder("utf-8-sig" if encoding == "utf-8" else encoding)("replace").decode(data)
    return text if len(data) < _SAMPLE else text[: text.rfind("\n") + 1]


def _delimiters(text: str) -> list[str]:
    """The marks by which most lines fall into the same number of cells, more than one."""
    found = []
    for mark in DELIMITERS:
        widths = Counter(map(len, _rows(text, mark)))
        if not widths:
            continue
        width, times = widths.most_common(1)[0]
        if width > 1 and 2 * times > widths.total():
            found.append(mark)
    return found


def _rows(text: str, mark: str) -> list[list[str]]:
    try:
        return [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark) if row]
    except csv.Error:
        return []


def _shown(name: str, mark: str, text: str) -> tuple[str, str]:
    rows = _rows(text, mark)
    if not rows:
        return name, "cannot be read so"
    return name, f"{plural(len(rows[0]), 'cell')} in the first line"
