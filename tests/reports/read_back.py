"""Reads each format back, as the programs do that it is made for: one record for each finding, each claim and the run.

A record is all the text of it, unescaped.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from itertools import pairwise
from xml.etree import ElementTree as ET

from markdown_it import MarkdownIt
from markdown_it.token import Token
from python_calamine import CalamineWorkbook

from factcheck.cli import reports
from factcheck.model.findings import Report
from factcheck.reports import NO_TEXT

# GitHub's runner: a command is a line that begins with "::", its properties are parted by commas.
COMMAND = re.compile(r"::(?P<name>[a-z]+) (?P<properties>[^:]*)::(?P<data>.*)")
SARIF_RAW = {"\\\\": "\\", "\\[": "[", "\\]": "]", "{{": "{", "}}": "}"}


def values(told: object) -> Iterator[str]:
    """Every text and number of JSON."""
    if isinstance(told, dict):
        for one in told.values():
            yield from values(one)
    elif isinstance(told, list):
        for one in told:
            yield from values(one)
    elif told is not None:
        yield str(told)


def _all(told: object) -> str:
    return "\n".join(values(told))


def _json(text: str) -> list[str]:
    told = json.loads(text)
    return [*map(_all, told["claims"]), *map(_all, told["findings"]), *map(_all, told["known"]), *told["told"]]


def _json_lines(text: str) -> list[str]:
    assert text.endswith("\n")
    return [_all(json.loads(line)) for line in text.removesuffix("\n").split("\n")]


def _gitlab(text: str) -> list[str]:
    return list(map(_all, json.loads(text)))


def sarif_text(message: str) -> str:
    """A message as it is shown: links and placeholders are written with escapes (sections 3.11.5 and 3.11.6)."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[\[\]]", message), "a link"
    return re.sub(r"\\\\|\\\[|\\\]|\{\{|\}\}", lambda found: SARIF_RAW[found[0]], message)


def _sarif(text: str) -> list[str]:
    (run,) = json.loads(text)["runs"]
    notices = [sarif_text(one["message"]["text"]) for one in run["invocations"][0]["toolConfigurationNotifications"]]
    return [*(f"{sarif_text(one['message']['text'])}\n{_all(one)}" for one in run["results"]), *notices]


def _unescaped(text: str) -> str:
    for written, raw in (("%0A", "\n"), ("%0D", "\r"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(written, raw)
    return text


def commands(text: str) -> list[dict[str, str]]:
    """The workflow commands, each with its properties and its `name` and `message`."""
    told = []
    for line in text.removesuffix("\n").split("\n"):
        found = COMMAND.fullmatch(line)
        assert found or not line.strip().startswith("::"), line
        if found:
            properties = dict(one.split("=", 1) for one in found["properties"].split(","))
            told.append(
                {
                    "name": found["name"],
                    "message": _unescaped(found["data"]),
                    **{name: _unescaped(value) for name, value in properties.items()},
                }
            )
    return told


def _github(text: str) -> list[str]:
    rest = [line for line in text.split("\n") if not line.startswith("::")]
    return [*("\n".join(one.values()) for one in commands(text)), *rest]


def _junit(text: str) -> list[str]:
    root = ET.fromstring(text)  # noqa: S314 our own
    cases = ["\n".join([*case.attrib.values(), *_texts(case)]) for case in root.iter("testcase")]
    return [*cases, *(one.text or "" for one in root.iter("system-out"))]


def _texts(element: ET.Element) -> Iterator[str]:
    for one in element:
        yield from (*one.attrib.values(), one.text or "")


def _csv(text: str) -> list[str]:
    return ["\n".join(one.values()).replace("'", "") for one in csv.DictReader(io.StringIO(text, newline=""))]


def tokens(text: str) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(text)


def rows(told: list[Token]) -> list[list[str]]:
    """The cells of every table, as they are shown."""
    found: list[list[str]] = []
    for token, after in pairwise(told):
        if token.type == "tr_open":
            found.append([])
        elif token.type in ("td_open", "th_open"):
            found[-1].append(shown(after))
    return found


def shown(inline: Token) -> str:
    """The text of a line; what is neither text nor emphasis of ours is a fault."""
    kinds = {child.type for child in inline.children or ()}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close"}, kinds
    return "".join(child.content for child in inline.children or ())


def _markdown(text: str) -> list[str]:
    told = tokens(text)
    return ["\n".join(row) for row in rows(told)] + [shown(one) for one in told if one.type == "inline"]


def _lines(text: str) -> list[str]:
    """What a person reads: a line is cut where the page ends, so the whole is one record."""
    return [" ".join(text.split())]


class _Page(HTMLParser):
    """The words of each claim's card and of each finding, as they are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        names = (dict(attributes).get("class") or "").split()
        if not self._inside and ("card" in names or "record" in names):
            self._inside = tag
            self.records.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.records[-1] += data


def _html(text: str) -> list[str]:
    page = _Page()
    page.feed(text)
    return page.records


def _graph(text: str) -> list[str]:
    told = json.loads(text)
    kinds = ("@graph", "items", "claims", "findings", "known")
    return [*(_all(one) for kind in kinds for one in told.get(kind, ())), *told["told"]]


def text_of(report: Report, form: str) -> str:
    """The report as text; a workbook as the CSV of its cells."""
    if form not in NO_TEXT:
        return reports.written(report, form)
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(cells(reports.in_bytes(report, form)))
    return out.getvalue()


def cells(workbook: bytes) -> list[list[str]]:
    """The cells of the one sheet, which all are texts."""
    (name,) = (book := CalamineWorkbook.from_filelike(io.BytesIO(workbook))).sheet_names
    found = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    assert {type(one) for row in found for one in row} <= {str}
    return [[str(one) for one in row] for row in found]


def xml_of(workbook: bytes) -> str:
    """All the XML in it."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts:
        return "\n".join(parts.read(name).decode("utf-8") for name in parts.namelist())


READERS: dict[str, Callable[[str], list[str]]] = {
    "table": _lines,
    "concise": lambda text: text.splitlines(),
    "json": _json,
    "json-lines": _json_lines,
    "github": _github,
    "sarif": _sarif,
    "junit": _junit,
    "gitlab": _gitlab,
    "markdown": _markdown,
    "csv": _csv,
    "sheet": _csv,
    "xlsx": _csv,
    "claimreview": _graph,
    "annotations": _graph,
    "html": _html,
}
