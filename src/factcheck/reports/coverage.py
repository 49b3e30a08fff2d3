"""What of a text claims cover: in lines for a person, one line an item for editors and CI, or JSON."""

import json
from collections.abc import Sequence

from factcheck.model.coverage import Coverage, Item, covered, ignored, percent
from factcheck.model.findings import Finding
from factcheck.model.places import Place
from factcheck.reports.drawing.layout import Line, Span, field, line, wrapped
from factcheck.reports.drawing.problems import finding_lines, heading
from factcheck.reports.drawing.safe import visible, visible_json

VERSION = 1
LABEL = 12

Json = dict[str, object]


def table(told: Coverage, *, width: int) -> list[Line]:
    """Each item with the claims that hold it, the open ones marked; the shares last."""
    lines = [line(Span(visible(told.path), "strong")), *_files(told, width), line()]
    for item in told.items:
        lines += _item(item, width)
    for finding in besides(told):
        lines += [line(), *finding_lines(finding, width=width)]
    lines += [line()] if told.items else []
    ending = (summary(told), *told.told)
    return lines + [line(part) for said in ending for part in wrapped(said, width)]


def concise(told: Coverage) -> str:
    """One item a line, as `file:line:column: level: ...`."""
    lines = [_concise(item) for item in told.items]
    lines += [
        heading(finding) + (f"; {visible(finding.remedy)}" if finding.remedy else "") for finding in besides(told)
    ]
    return "\n".join([*lines, summary(told), *told.told]) + "\n"


def as_json(told: Coverage) -> str:
    """One object, in the order of the text; each field is documented in docs/json.md."""
    whole: Json = {
        "version": VERSION,
        "text": told.path,
        "claim_files": list(told.files),
        "items": [_json(item) for item in told.items],
        "left_out": list(told.left_out),
        "findings": [_finding(finding) for finding in told.findings],
        "told": list(told.told),
        "counts": {"figures": _counts(told.figures), "without_number": _counts(told.others)},
    }
    return visible_json(json.dumps(whole, indent=2, ensure_ascii=False)) + "\n"


def besides(told: Coverage) -> list[Finding]:
    """The findings that no item shows."""
    return [finding for finding in told.findings if finding.kind != "uncovered"]


def summary(told: Coverage) -> str:
    """
    >>> summary(Coverage("a.txt", ()))
    'figures: none; claims without a number: none'
    """
    unread = f"; not read: {', '.join(told.left_out)}" if told.left_out else ""
    return f"figures: {_shares(told.figures)}; claims without a number: {_shares(told.others)}{unread}"


def _shares(items: Sequence[Item]) -> str:
    if not items:
        return "none"
    left = f", {ignored(items)} ignored" if ignored(items) else ""
    share = f" ({percent(items)})" if percent(items) else ""
    return f"{covered(items)} of {len(items) - ignored(items)} covered{share}{left}"


def _files(told: Coverage, width: int) -> list[Line]:
    return [line(part) for file in told.files for part in wrapped(visible(file), width)]


def _item(item: Item, width: int) -> list[Line]:
    mark, style = ("?", "open") if item.is_open else ("✓", "good") if item.claims else ("–", "faint")
    held = ", ".join(item.claims) or (f"ignored: {item.because}" if item.because else "no claim")
    words = visible(f"{mark} {item.words}")
    place = f"{item.place.line}:{item.place.column}"
    return field(place, [words, visible(held)], width, label_width=LABEL, style="open" if style == "open" else "faint")


def _concise(item: Item) -> str:
    level = "warning" if item.is_open else "note"
    held = ", ".join(item.claims)
    told = f"covered by {held}" if held else f"ignored: {item.because}" if item.because else "no claim covers it"
    return f'{visible(str(item.place))}: {level}: {item.kind}: "{visible(item.words)}": {visible(told)}'


def _json(item: Item) -> Json:
    return {
        "words": item.words,
        "kind": item.kind,
        "start": item.start,
        "end": item.end,
        "location": _location(item.place),
        "sentence": item.sentence,
        "claims": list(item.claims),
        "ignored": item.because or None,
    }


def _counts(items: Sequence[Item]) -> Json:
    return {
        "found": len(items),
        "covered": covered(items),
        "ignored": ignored(items),
        "percent": percent(items).removesuffix("%") or None,
    }


def _finding(finding: Finding) -> Json:
    return {
        "kind": finding.kind,
        "level": finding.level.value,
        "message": finding.message,
        "remedy": finding.remedy,
        "location": _location(finding.place) if finding.place else None,
    }


def _location(place: Place) -> Json:
    return {"path": place.path, "line": place.line, "column": place.column}
