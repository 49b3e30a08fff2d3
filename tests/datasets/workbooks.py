"""Writes small workbooks, as the office programs would.

A cell that begins with `=` is a formula: `=A1+1` without a stored result, `=A1+1 is 3` with one.
"""

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import ascii_uppercase
from xml.sax.saxutils import escape
from zipfile import ZipFile

Sheet = Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True)
class Percents:
    """A number that is shown as percents, in xlsx and ods; `style` is 2 (0%) to 4 (no percents: a sign in quotes)."""

    number: float
    style: int = 2


@dataclass(frozen=True, slots=True)
class Unseen:
    """What is hidden or merged in every sheet of a workbook; `sheets` are hidden as a whole.

    `calculation` are the marks of an xlsx workbook that say when it is calculated.
    """

    rows: tuple[int, ...] = ()
    columns: tuple[int, ...] = ()
    merged: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    calculation: tuple[str, ...] = ()


ALL_SEEN = Unseen()

_FIRST_DAY = date(1899, 12, 30)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_ROOT = f'<Relationship Id="w" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/>'
_FORMATS = "".join(f'<xf numFmtId="{number}"/>' for number in (0, 14, 9, 164, 165))
_NUMBERS = {164: "0.0%", 165: "0.0&quot; %&quot;"}
_CODES = "".join(f'<numFmt numFmtId="{number}" formatCode="{code}"/>' for number, code in _NUMBERS.items())
_STYLES = f"<numFmts>{_CODES}</numFmts><cellXfs>{_FORMATS}</cellXfs>"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def xlsx(path: Path, sheets: Mapping[str, Sheet], unseen: Unseen = ALL_SEEN) -> Path:
    """An Excel workbook."""
    names = list(enumerate(sheets, start=1))
    states = dict.fromkeys(unseen.sheets, ' state="hidden"')
    listed = "".join(f'<sheet name="{name}" sheetId="{n}"{states.get(name, "")} r:id="r{n}"/>' for n, name in names)
    marks = "".join(f' {mark}="1"' for mark in unseen.calculation)
    listed = f"<sheets>{listed}</sheets><calcPr{marks}/>"
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n, _ in names
    )
    relations += f'<Relationship Id="s" Type="{_RELATIONS}/styles" Target="styles.xml"/>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}">{_ROOT}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">{listed}</workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">{_STYLES}</styleSheet>',
    }
    parts |= {f"xl/worksheets/sheet{n}.xml": _sheet(sheets[name], unseen) for n, name in names}
    return _zipped(path, parts)


def ods(path: Path, sheets: Mapping[str, Sheet], unseen: Unseen = ALL_SEEN) -> Path:
    """An OpenDocument spreadsheet."""
    tables = "".join(_ods_table(name, rows, unseen) for name, rows in sheets.items())
    spaces = " ".join(f'xmlns:{space}="{_OASIS}:{space}:1.0"' for space in ("office", "table", "text"))
    content = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0"/>',
        "content.xml": f"<office:document-content {spaces}>{content}</office:document-content>",
    }
    return _zipped(path, parts)


def _zipped(path: Path, parts: Mapping[str, str]) -> Path:
    with ZipFile(path, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return path


def _sheet(rows: Sheet, unseen: Unseen) -> str:
    columns = "".join(f'<col min="{at}" max="{at}" hidden="1"/>' for at in unseen.columns)
    lines = "".join(_row(row, number, number in unseen.rows) for number, row in enumerate(rows, start=1))
    merged = "".join(f'<mergeCell ref="{cells}"/>' for cells in unseen.merged)
    parts = [f"<cols>{columns}</cols>" if columns else "", f"<sheetData>{lines}</sheetData>"]
    parts += [f"<mergeCells>{merged}</mergeCells>"] if merged else []
    return f'<worksheet xmlns="{_MAIN}">{"".join(parts)}</worksheet>'


def _row(row: Sequence[object], number: int, hidden: bool) -> str:
    cells = "".join(_cell(cell, f"{letter}{number}") for letter, cell in zip(ascii_uppercase, row, strict=False))
    mark = ' hidden="1"' if hidden else ""
    return f'<row r="{number}"{mark}>{cells}</row>'


def _cell(cell: object, at: str) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return f'<c r="{at}" t="b"><v>{int(cell)}</v></c>'
        case int() | float():
            return f'<c r="{at}"><v>{cell!r}</v></c>'
        case Percents():
            return f'<c r="{at}" s="{cell.style}"><v>{cell.number!r}</v></c>'
        case date():
            return f'<c r="{at}" s="1"><v>{(cell - _FIRST_DAY).days}</v></c>'
        case str() if cell.startswith("="):
            formula, _, stored = cell.removeprefix("=").partition(" is ")
            value = f"<v>{stored}</v>" if stored else ""
            return f'<c r="{at}"><f>{formula}</f>{value}</c>'
        case str() if cell.startswith("#"):
            return f'<c r="{at}" t="e"><v>{cell}</v></c>'
        case _:
            return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{escape(str(cell))}</t></is></c>'


def xls(path: Path, sheets: Mapping[str, Sheet], unseen: Unseen = ALL_SEEN) -> Path:
    """A workbook of Excel 97."""
    import xlwt

    book = xlwt.Workbook()
    day = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        sheet.visibility = 1 if name in unseen.sheets else 0
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell is not None:
                    sheet.write(at, column, cell, *([day] if isinstance(cell, date) else []))
    book.save(str(path))
    return path


def xlsb(path: Path, sheets: Mapping[str, Sheet], unseen: Unseen = ALL_SEEN) -> Path:
    """A binary workbook of Excel: records of a number, a length and bytes."""
    names = list(enumerate(sheets, start=1))
    listed = b"".join(
        _record(156, struct.pack("<II", int(name in unseen.sheets), n) + _wide(f"r{n}") + _wide(name))
        for n, name in names
    )
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet{n}.bin"/>' for n, _ in names
    )
    root = _ROOT.replace("workbook.xml", "workbook.bin")
    with ZipFile(path, "w") as book:
        book.writestr("[Content_Types].xml", f'<Types xmlns="{_TYPES}"/>')
        book.writestr("_rels/.rels", f'<Relationships xmlns="{_PACKAGE}">{root}</Relationships>')
        book.writestr("xl/workbook.bin", _record(131) + _record(143) + listed + _record(144) + _record(132))
        book.writestr("xl/_rels/workbook.bin.rels", f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>')
        for n, name in names:
            book.writestr(f"xl/worksheets/sheet{n}.bin", b"".join(_binary_sheet(sheets[name])))
    return path


def _binary_sheet(rows: Sheet) -> Iterator[bytes]:
    yield _record(129)
    yield _record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, max(map(len, rows)) - 1))
    yield _record(145)
    for at, row in enumerate(rows):
        yield _record(0, struct.pack("<II", at, 0) + bytes(17))
        for column, cell in enumerate(row):
            before = struct.pack("<II", column, 0)
            match cell:
                case None:
                    continue
                case bool():
                    yield _record(4, before + bytes([cell]))
                case int() | float():
                    yield _record(5, before + struct.pack("<d", cell))
                case _:
                    yield _record(6, before + _wide(str(cell)))
    yield _record(146)
    yield _record(130)


def _record(number: int, content: bytes = b"") -> bytes:
    told = bytes([number]) if number < 128 else bytes([number & 0x7F | 0x80, number >> 7])
    size, left = b"", len(content)
    while True:
        size += bytes([left & 0x7F | (0x80 if left > 0x7F else 0)])
        left >>= 7
        if not left:
            return told + size + content


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _ods_table(name: str, rows: Sheet, unseen: Unseen) -> str:
    hidden = ' table:visibility="collapse"'
    columns = "".join(
        f"<table:table-column{hidden if at in unseen.columns else ''}/>" for at in range(1, max(map(len, rows)) + 1)
    )
    lines = "".join(
        f"<table:table-row{hidden if number in unseen.rows else ''}>{''.join(map(_ods_cell, row))}</table:table-row>"
        for number, row in enumerate(rows, start=1)
    )
    return f'<table:table table:name="{name}">{columns}{lines}</table:table>'


def _ods_cell(cell: object) -> str:
    match cell:
        case None:
            return "<table:table-cell/>"
        case str() if cell.startswith("="):
            formula, _, stored = cell.partition(" is ")
            value = f' office:value-type="float" office:value="{stored}"' if stored else ""
            return f'<table:table-cell table:formula="of:{formula}"{value}/>'
        case bool():
            value = f'"boolean" office:boolean-value="{str(cell).lower()}"'
        case int() | float():
            value = f'"float" office:value="{cell!r}"'
        case Percents():
            value = f'"{"percentage" if cell.style < 4 else "float"}" office:value="{cell.number!r}"'
        case date():
            value = f'"date" office:date-value="{cell.isoformat()}"'
        case _:
            value = '"string"'
    return f"<table:table-cell office:value-type={value}><text:p>{escape(str(cell))}</text:p></table:table-cell>"
