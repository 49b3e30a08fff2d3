"""Addresses of strangers: only those of the web become links."""

import re
from urllib.parse import urlsplit

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
