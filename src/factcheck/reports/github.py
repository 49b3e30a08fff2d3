"""Workflow commands of GitHub Actions: an annotation for each finding, at its line of the file.

GitHub shows ten annotations of each level and drops the rest without a word; so the worst come first, and where there
are more the tenth says how many. The rest follow all the same, and stand in the log.
"""

from itertools import groupby

from factcheck.gate.counts import counts
from factcheck.model.findings import Level, Report
from factcheck.model.spelling import plural
from factcheck.reports.drawing.entries import Entry, endings, entries, worst_first
from factcheck.reports.drawing.safe import visible
from factcheck.reports.drawing.words import summary

SHOWN = 10
COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def render(report: Report) -> str:
    """One command a line, the worst first; the counts and the settings that bear on the findings come last."""
    return "\n".join([*annotations(report), summary(counts(report)), *endings(report)]) + "\n"


def annotations(report: Report) -> list[str]:
    """The commands alone."""
    lines: list[str] = []
    for level, told in groupby(worst_first(entries(report)), key=_level):
        lines += _of_level(level, list(told))
    return lines


def _level(entry: Entry) -> Level:
    """What does not count is a notice, whatever it would be otherwise."""
    return Level.NOTE if entry.why_not_counted else entry.finding.level


def _of_level(level: Level, told: list[Entry]) -> list[str]:
    lines = [_annotation(level, entry) for entry in told]
    if len(told) <= SHOWN:
        return lines
    rest = len(told) - SHOWN + 1
    more = f"{plural(rest, 'more finding')} at level {level.value}: see the log of this step"
    return [*lines[: SHOWN - 1], f"::{COMMANDS[level]} title=factcheck::{_data(more)}", *lines[SHOWN - 1 :]]


def _annotation(level: Level, entry: Entry) -> str:
    place = entry.finding.place
    told = {"title": ": ".join(part for part in (entry.why_not_counted, entry.title) if part)}
    if place is not None:
        told = {"file": place.path, "line": str(place.line), "col": str(place.column), **told}
    properties = ",".join(f"{name}={_property(value)}" for name, value in told.items())
    at = f"in the text at {entry.said_at}" if entry.said_at else ""
    message = "\n".join(visible(part) for part in (entry.text, entry.finding.remedy, at) if part)
    return f"::{COMMANDS[level]} {properties}::{_data(message)}"


def _data(text: str) -> str:
    """A message as a workflow command writes it.

    >>> _data("50%\\nof all")
    '50%25%0Aof all'
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A property's value: what ends it is written out too.

    >>> _property("a,b: 5%")
    'a%2Cb%3A 5%25'
    """
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
