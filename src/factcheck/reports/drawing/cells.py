"""Cells of spreadsheets: the words of strangers stay words there, and numbers stay numbers."""

import re

from factcheck.reports.drawing.safe import visible

# What begins a formula in Excel, LibreOffice or Google Sheets, at the start or, where ";" parts cells, after one.
FORMULA = re.compile(r"(^\s*|;\s*)(?=[=+\-@＝＋－＠])")
# A sign, digits and a percent sign alone compute nothing: a spreadsheet takes them for the number that they are.
NUMBER = re.compile(r"[+-][0-9]+(,[0-9]{3})*(\.[0-9]+)?%?")


def cell(text: str) -> str:
    """The text of a cell, which no spreadsheet takes for a formula: an apostrophe stands before one.

    >>> cell("=cmd()"), cell("a; -1"), cell("-3%"), cell("-3+cmd()"), cell("2002-2021")
    ("'=cmd()", "a; '-1", '-3%', "'-3+cmd()", '2002-2021')
    """
    shown = visible(text)
    return shown if NUMBER.fullmatch(shown) else FORMULA.sub(r"\1'", shown)
