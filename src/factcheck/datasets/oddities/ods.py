"""What is odd about a sheet of an OpenDocument spreadsheet, from the marks in its XML."""

import zipfile
from xml.parsers import expat

from factcheck.datasets.oddities.found import Found, letters

# Empty rows and columns up to the edge of the sheet are repeated by the million.
_MOST_REPEATED = 100_000


def look(archive: zipfile.ZipFile, sheet: str) -> Found:
    """What is odd about the sheet of that name."""
    found = Found()
    marks = _Marks(found, sheet)
    parser = expat.ParserCreate()
    parser.StartElementHandler = marks.start
    parser.EndElementHandler = marks.end
    with archive.open("content.xml") as part:
        parser.ParseFile(part)
    return found


class _Marks:
    """Reads the marks of one sheet among all of the document."""

    def __init__(self, found: Found, sheet: str) -> None:
        self._found = found
        self._sheet = sheet
        self._inside = False
        self._row = self._column = self._rows = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        own = {key.rpartition(":")[2]: value for key, value in attributes.items() if not key.startswith("calcext:")}
        if attributes.get("calcext:value-type") == "error":
            own["error"] = ""
        kind = name.rpartition(":")[2]
        if kind == "table":
            self._inside = own.get("name") == self._sheet
            self._row = self._column = 0
        elif self._inside:
            self._of_sheet(kind, own)

    def end(self, name: str) -> None:
        if name.rpartition(":")[2] == "table":
            self._inside = False

    def _of_sheet(self, kind: str, own: dict[str, str]) -> None:
        match kind:
            case "table-column":
                columns = _times(own, "number-columns-repeated")
                if own.get("visibility", "visible") != "visible":
                    first = self._column + 1
                    self._found.hidden_columns += [letters(first + at) for at in range(min(columns, _MOST_REPEATED))]
                self._column += columns
            case "table-row":
                self._row, self._rows = self._row + max(1, self._rows), _times(own, "number-rows-repeated")
                self._column = 0
                if own.get("visibility", "visible") != "visible":
                    self._found.hidden_rows.update(range(self._row, self._row + min(self._rows, _MOST_REPEATED)))
            case "table-cell" | "covered-table-cell":
                self._cell(own)

    def _cell(self, own: dict[str, str]) -> None:
        at = f"{letters(self._column + 1)}{self._row}"
        columns = _times(own, "number-columns-repeated")
        if own.get("value-type") == "percentage":
            cells = (f"{letters(self._column + 1 + one)}{self._row}" for one in range(min(columns, _MOST_REPEATED)))
            self._found.percents.extend(cells)
        self._column += columns
        if "formula" in own and "value-type" not in own:
            self._found.formulas.append(at)
        if "error" in own:
            self._found.errors.append(at)
        over = _times(own, "number-rows-spanned")
        if over > 1 or _times(own, "number-columns-spanned") > 1:
            self._found.merged_rows.update(range(self._row, self._row + min(over, _MOST_REPEATED)))


def _times(own: dict[str, str], key: str) -> int:
    return int(own.get(key, "1"))
