"""Values as YAML, so that every reader of YAML takes them for text."""

import re

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_/.-]*(?: [A-Za-z0-9_/.-]+)*")
_WORDS = frozenset({"yes", "no", "true", "false", "on", "off", "null", "y", "n"})


def quoted(text: str) -> str:
    """A scalar: plain where nothing can be mistaken, else in quotes.

    >>> print(quoted("gdp"), quoted("no"), quoted("2019"), quoted("it's"), quoted("a\\x1bb"))
    gdp 'no' '2019' 'it''s' "a\\x1bb"
    """
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    if text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(one if one.isprintable() else _code(one) for one in escaped) + '"'


def _code(character: str) -> str:
    number = ord(character)
    if number <= 0xFF:  # noqa: PLR2004 - what two digits hold
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"  # noqa: PLR2004 - what four hold
