"""A newsroom's archive, made by a seeded generator: articles, a claim file for each, and one table behind all."""

import csv
import random
import sys
from pathlib import Path

SEED = 11
YEARS = range(2000, 2025)
BEGINNINGS = ("Nor", "Sou", "Wes", "Eas", "Bram", "Crow", "Dun", "Fen", "Hol", "Lang")
PLACES = tuple(f"{first}{last}" for first in BEGINNINGS for last in ("ham", "ton", "ford", "wick", "by"))

DESCRIPTION = """name: newsroom
resources:
  - name: visits
    path: visits.csv
    format: csv
    encoding: utf-8
    row: visit
    as_of: 2024-12-31
    complete: yes
    sources: [{title: Visits, publisher: Office of Figures, path: 'https://figures.example/visits'}]
    schema:
      fields:
        - {name: place, type: string}
        - {name: year, type: year}
        - {name: visits, type: integer}
"""


def make(folder: Path, *, articles: int, claims: int) -> None:
    """A project of so many articles with so many claims each, in a folder that is not there yet."""
    chance = random.Random(SEED)
    table = {(place, year): chance.randint(1_000, 9_999) for place in PLACES for year in YEARS}
    for name in ("claims", "datasets"):
        (folder / name).mkdir(parents=True)
    (folder / "datasets" / "datapackage.yaml").write_text(DESCRIPTION)
    with (folder / "datasets" / "visits.csv").open("w", newline="") as file:
        told = csv.writer(file)
        told.writerow(["place", "year", "visits"])
        told.writerows((place, year, number) for (place, year), number in table.items())
    for article in range(articles):
        _article(folder / "claims", f"a{article:05}", chance.sample(sorted(table.items()), claims))


def _article(folder: Path, name: str, facts: list[tuple[tuple[str, int], int]]) -> None:
    lines = [f"The museum of {place} counted {number:,} visits in {year}." for (place, year), number in facts]
    (folder / f"{name}.txt").write_text("\n".join(lines) + "\n")
    statement = (
        f"statement:\n  title: Article {name}\n  publisher: The Daily\n  published: 2024-12-31\n  text: {name}.txt\n"
    )
    (folder / f"{name}.yaml").write_text(statement + "claims:\n" + "".join(map(_claim, range(len(facts)), facts)))


def _claim(number: int, fact: tuple[tuple[str, int], int]) -> str:
    (place, year), value = fact
    return f"""  - id: c{number}
    quote: The museum of {place} counted {value:,} visits in {year}
    says: {value:,}
    check:
      dataset: visits
      sum: visits
      where: {{place: {place}, year: {year}}}
"""


if __name__ == "__main__":
    make(Path(sys.argv[1]), articles=int(sys.argv[2]), claims=int(sys.argv[3]))
