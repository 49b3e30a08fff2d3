"""A small project of one statement on one table, and the report on it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from factcheck.model.findings import Report
from factcheck.model.reviewer import Reviewer
from factcheck.model.settings import Settings
from factcheck.wiring import open_project

DESK = Reviewer("The Desk", "https://desk.example", "https://desk.example/checks/{file}#{claim}")
DATA = "place,year,n\nNorth,2022,10\nNorth,2023,20\nSouth,2023,30\nEast,2023,7\nNorth,2024,40\n"
HEAD = """statement:
  title: Speech
  publisher: Town hall
  speaker: The mayor
  published: 2025-03-01
  url: https://town.example/speech
  text: %s
claims:
"""
DESCRIPTION = """
resources:
  - name: visits
    path: visits.csv
    complete: yes
    as_of: "2024"
    sources: [{title: Visits, publisher: Office of figures, path: "https://office.example/visits"}]
    schema:
      fields: [{name: place}, {name: year, type: year}, {name: n, type: integer}]
"""


def claim(name: str, quote: str, says: str = "97", check: str = "sum: n, where: year >= 2023", more: str = "") -> str:
    """A claim of the file; 97 visits are what the data give."""
    return f'  - {{id: {name}, quote: "{quote}", says: "{says}", check: {{dataset: visits, {check}}}{more}}}\n'


def report_on(
    folder: Path, claims: str, text: str | None = None, *, head: str = HEAD, reviewer: Reviewer | None = DESK
) -> Report:
    """The report on the claims; the text is `text`, or not held."""
    files: Mapping[str, str] = {
        "claims/speech.yaml": head % ("not held" if text is None else "speech.txt") + claims,
        "datasets/datapackage.yaml": DESCRIPTION,
        "datasets/visits.csv": DATA,
        **({} if text is None else {"claims/speech.txt": text}),
    }
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    settings = Settings(reviewer=reviewer)
    with open_project([str(folder / "claims/speech.yaml")], today=date(2026, 11, 23), settings=settings) as project:
        return project.report()
