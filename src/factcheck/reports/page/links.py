"""Addresses of strangers: only those of the web become links."""

import re
from urllib.parse import urlsplit

from factcheck.model.tables import Source
from factcheck.reports.page.values import Link

ODD = re.compile(r"[\s\x00-\x20\x7f-\x9f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\\<>\"]")


def web(url: str) -> str:
    """The address where it is plainly one of the web; else nothing.

    >>> web("https://example.org/a?b=c"), web("javascript:alert(1)"), web("https:example"), web("ht\\ttps://a.example")
    ('https://example.org/a?b=c', '', '', '')
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    fits = parts.scheme in ("http", "https") and parts.netloc and "@" not in parts.netloc and not ODD.search(url)
    return url if fits else ""


def of_source(source: Source, sha256: str = "") -> Link:
    """The source with its publisher and its day; its address in full, so that paper shows it too."""
    name = source.title or source.publisher or source.url
    publisher = source.publisher if source.publisher != name else ""
    hashed = f"sha256 {sha256}" if sha256 else ""
    address = source.url if source.url != name else ""
    return Link(
        name, web(source.url), ", ".join(part for part in (publisher, source.published, address, hashed) if part)
    )
