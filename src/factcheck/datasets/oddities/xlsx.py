"""What is odd about a sheet of an xlsx workbook, from the marks in its XML."""

import posixpath
import zipfile
from xml.parsers import expat

from factcheck.datasets.oddities.found import Found, letters
from factcheck.datasets.oddities.percents import percent_styles

_SIGNS = (b"hidden=", b"<f", b":f", b't="e"')
_CHUNK = 1 << 20
_YES = ("1", "true")


def look(archive: zipfile.ZipFile, sheet: str) -> Found:
    """What is odd about the sheet of that name."""
    path, is_calculated_on_opening = _book(archive, sheet)
    found = Found()
    percents = percent_styles(archive)
    if _has_signs(archive, path, (*_SIGNS, *(f's="{style}"'.encode() for style in percents))):
        _Marks(found, percents, trusts_results=not is_calculated_on_opening).read(archive, path)
    return found


def _book(archive: zipfile.ZipFile, sheet: str) -> tuple[str, bool]:
    """Where in the archive the sheet stands, and whether all is to be calculated anew when the workbook is opened.

    Programs that cannot calculate write that mark, and zeros for results.
    """
    sheets: dict[str, str] = {}
    targets: dict[str, str] = {}
    calculated: list[str] = []

    def of_book(name: str, attributes: dict[str, str]) -> None:
        if _local(name) == "sheet":
            by_name = {_local(key): value for key, value in attributes.items()}
            sheets[by_name["name"]] = by_name["id"]
        elif _local(name) == "calcPr" and attributes.get("fullCalcOnLoad") in _YES:
            calculated.append(name)

    def of_relations(name: str, attributes: dict[str, str]) -> None:
        if _local(name) == "Relationship":
            targets[attributes["Id"]] = attributes["Target"]

    _parse(archive, "xl/workbook.xml", of_book)
    _parse(archive, "xl/_rels/workbook.xml.rels", of_relations)
    target = targets[sheets[sheet]]
    path = target.removeprefix("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
    return path, bool(calculated)


def _parse(archive: zipfile.ZipFile, path: str, start: object) -> None:
    parser = expat.ParserCreate()
    parser.StartElementHandler = start  # type: ignore[assignment]
    with archive.open(path) as part:
        parser.ParseFile(part)


def _has_signs(archive: zipfile.ZipFile, path: str, signs: tuple[bytes, ...]) -> bool:
    """Whether there is any mark to look for: most sheets have none, and reading XML takes long."""
    before = b""
    with archive.open(path) as part:
        while chunk := part.read(_CHUNK):
            if any(sign in before + chunk for sign in signs):
                return True
            before = chunk[-16:]
    return False


class _Marks:
    """Reads the marks of one sheet, element by element."""

    def __init__(self, found: Found, percents: frozenset[str], *, trusts_results: bool) -> None:
        self._found = found
        self._percents = percents
        self._is_percent = False
        self._trusts_results = trusts_results
        self._row = 0
        self._cell = ""
        self._has_formula = False
        self._has_value = False

    def read(self, archive: zipfile.ZipFile, path: str) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        with archive.open(path) as part:
            parser.ParseFile(part)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match _local(name):
            case "row":
                self._row = int(attributes.get("r", self._row + 1))
                if attributes.get("hidden") in _YES:
                    self._found.hidden_rows.add(self._row)
            case "col" if attributes.get("hidden") in _YES:
                for column in range(int(attributes["min"]), min(int(attributes["max"]), 16384) + 1):
                    self._found.hidden_columns.append(letters(column))
            case "c":
                self._begin_cell(attributes)
            case "f":
                self._has_formula = True
            case "v" | "is":
                self._has_value = True

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._cell, self._has_formula, self._has_value = attributes.get("r", str(self._row)), False, False
        self._is_percent = attributes.get("s") in self._percents and attributes.get("t", "n") == "n"
        if attributes.get("t") == "e":
            self._found.errors.append(self._cell)

    def _end(self, name: str) -> None:
        if _local(name) != "c":
            return
        if self._is_percent and self._has_value:
            self._found.percents.append(self._cell)
        if not self._has_formula:
            return
        if not self._has_value:
            self._found.formulas.append(self._cell)
        elif not self._trusts_results:
            self._found.computed.append(self._cell)


def _local(name: str) -> str:
    return name.rpartition(":")[2]
