"""Writes small workbooks, as the office programs would."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from string import ascii_uppercase
from xml.sax.saxutils import escape
from zipfile import ZipFile

Sheet = Sequence[Sequence[object]]

_FIRST_DAY = date(1899, 12, 30)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_ROOT = f'<Relationship Id="w" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/>'
_FORMATS = '<xf numFmtId="0"/><xf numFmtId="14"/>'
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def xlsx(path: Path, sheets: Mapping[str, Sheet]) -> Path:
    """An Excel workbook."""
    names = list(enumerate(sheets, start=1))
    listed = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in names)
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n, _ in names
    )
    relations += f'<Relationship Id="s" Type="{_RELATIONS}/styles" Target="styles.xml"/>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}">{_ROOT}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs>{_FORMATS}</cellXfs></styleSheet>',
    }
    parts |= {f"xl/worksheets/sheet{n}.xml": _sheet(sheets[name]) for n, name in names}
    return _zipped(path, parts)


def ods(path: Path, sheets: Mapping[str, Sheet]) -> Path:
    """An OpenDocument spreadsheet."""
    tables = "".join(_ods_table(name, rows) for name, rows in sheets.items())
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


def _sheet(rows: Sheet) -> str:
    lines = "".join(_row(row, number) for number, row in enumerate(rows, start=1))
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{lines}</sheetData></worksheet>'


def _row(row: Sequence[object], number: int) -> str:
    cells = "".join(_cell(cell, f"{letter}{number}") for letter, cell in zip(ascii_uppercase, row, strict=False))
    return f'<row r="{number}">{cells}</row>'


def _cell(cell: object, at: str) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return f'<c r="{at}" t="b"><v>{int(cell)}</v></c>'
        case int() | float():
            return f'<c r="{at}"><v>{cell!r}</v></c>'
        case date():
            return f'<c r="{at}" s="1"><v>{(cell - _FIRST_DAY).days}</v></c>'
        case _:
            return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{escape(str(cell))}</t></is></c>'


def _ods_table(name: str, rows: Sheet) -> str:
    return f'<table:table table:name="{name}">{"".join(map(_ods_row, rows))}</table:table>'


def _ods_row(row: Sequence[object]) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"


def _ods_cell(cell: object) -> str:
    match cell:
        case None:
            return "<table:table-cell/>"
        case bool():
            value = f'"boolean" office:boolean-value="{str(cell).lower()}"'
        case int() | float():
            value = f'"float" office:value="{cell!r}"'
        case date():
            value = f'"date" office:date-value="{cell.isoformat()}"'
        case _:
            value = '"string"'
    return f"<table:table-cell office:value-type={value}><text:p>{escape(str(cell))}</text:p></table:table-cell>"
