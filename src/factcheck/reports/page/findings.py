"""Findings that are not the verdict itself, as they stand on the page."""

from factcheck.model.places import Place
from factcheck.reports.drawing.entries import Entry
from factcheck.reports.page.values import Found


def of_entry(entry: Entry) -> Found:
    finding = entry.finding
    text = ": ".join(part for part in (entry.why_not_counted, entry.text) if part)
    return Found(
        level=finding.level.value,
        title=entry.title,
        kind=finding.kind,
        text=text,
        remedy=finding.remedy,
        where=where(finding.place),
        fingerprint=entry.fingerprint,
    )


def where(place: Place | None) -> str:
    """The place as a person looks for it."""
    return f"{place.path}, {place.within or f'line {place.line}'}" if place else ""
