"""A source as a link of the page."""

from factcheck.model.tables import Source
from factcheck.reports.drawing.links import web
from factcheck.reports.page.values import Link


def of_source(source: Source, sha256: str = "") -> Link:
    """The source with its publisher and its day; its address in full, so that paper shows it too."""
    name = source.title or source.publisher or source.url
    publisher = source.publisher if source.publisher != name else ""
    hashed = f"sha256 {sha256}" if sha256 else ""
    address = source.url if source.url != name else ""
    return Link(
        name, web(source.url), ", ".join(part for part in (publisher, source.published, address, hashed) if part)
    )
