"""The fact-check sheet as CSV: nine columns that a desk reads and files, where `csv` has every field for programs."""

import csv
import io

from factcheck.model.findings import Report
from factcheck.reports.drawing.cells import cell
from factcheck.reports.drawing.sheet import COLUMNS, sheet


def render(report: Report) -> str:
    """The rows, every cell in quote marks; no cell is a formula."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writeheader()
    for row in sheet(report):
        writer.writerow({name: cell(text) for name, text in row.items()})
    return out.getvalue()
