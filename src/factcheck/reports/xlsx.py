"""The fact-check sheet as a workbook: the same rows as `sheet`, every cell a text, so that none is a formula."""

import io
from datetime import UTC, datetime

from factcheck.model.findings import Report
from factcheck.reports.drawing.safe import visible
from factcheck.reports.drawing.sheet import COLUMNS, sheet

WIDTHS = {"fact": 48, "data": 24, "verdict": 20, "source": 36, "link": 36, "note": 60}
USUAL = 14
LONGEST = 32_767  # characters that a cell of a workbook holds
MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # the same report gives the same bytes, whatever the day


def render(report: Report) -> bytes:
    """The workbook. What is longer than a cell can hold is cut, and the cell says how much is left out."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": MADE})
        page = book.add_worksheet("facts")
        strong, plain = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        for at, name in enumerate(COLUMNS):
            page.set_column(at, at, WIDTHS.get(name, USUAL))
            page.write_string(0, at, name, strong)
        page.freeze_panes(1, 0)
        rows = list(sheet(report))
        for number, row in enumerate(rows, start=1):
            for at, name in enumerate(COLUMNS):
                page.write_string(number, at, _text(row.get(name, "")), plain)
        page.autofilter(0, 0, len(rows), len(COLUMNS) - 1)
    return out.getvalue()


def _text(text: str) -> str:
    """
    >>> len(_text("a" * 40_000)), _text("=1+1")
    (32767, '=1+1')
    """
    shown = visible(text)
    rest = f" ... cut, of {len(shown):,} characters"
    return shown if len(shown) <= LONGEST else shown[: LONGEST - len(rest)] + rest
