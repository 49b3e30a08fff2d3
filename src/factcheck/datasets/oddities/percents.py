"""Styles of an xlsx workbook that show a number as percents: 0.12 as 12%."""

import re
import zipfile
from xml.parsers import expat

# Of the formats that every program knows by a number.
_KNOWN = frozenset({"9", "10"})
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')


def percent_styles(archive: zipfile.ZipFile) -> frozenset[str]:
    """The numbers of these styles, as cells name them."""
    codes: dict[str, str] = {}
    used: list[str] = []
    inside: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "numFmt":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif local == "xf" and inside and inside[-1] == "cellXfs":
            used.append(attributes.get("numFmtId", "0"))
        inside.append(local)

    def end(_: str) -> None:
        inside.pop()

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    if "xl/styles.xml" in archive.namelist():
        with archive.open("xl/styles.xml") as part:
            parser.ParseFile(part)
    return frozenset(str(at) for at, number in enumerate(used) if number in _KNOWN or is_percent(codes.get(number, "")))


def is_percent(code: str) -> bool:
    """Whether a format shows percents: the sign alone says so, not one in quotes or behind a stroke.

    >>> is_percent("0.0%"), is_percent('0.0" %"'), is_percent("0.0\\\\%")
    (True, False, False)
    """
    return "%" in _QUOTED.sub("", code)
