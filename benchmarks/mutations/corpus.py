"""Articles with claims on tables, and what is true of each claim."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import yaml

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared" / "data"

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tables:
    """A folder of tables with its description, and files from elsewhere that belong beside it."""

    name: str
    description: Path
    files: tuple[Path, ...]

    def true(self, query: str) -> Decimal | None:
        """What the query gives; None where there is nothing to count."""
        with duckdb.connect() as connection:
            described = yaml.safe_load(self.description.read_text(encoding="utf-8"))
            for resource in described["resources"] if "from" in query else ():
                path = next(one for one in self.files if one.name == resource["path"])
                read = f"select * from read_csv('{path}', nullstr='')"
                connection.execute(f'create view "{resource["name"]}" as {read}')
            row = connection.execute(query).fetchone()
        return None if row is None or row[0] is None else Decimal(str(row[0]))


@dataclass(frozen=True, slots=True)
class Article:
    """A text, its claim file as YAML has it, and what is true of its claims by their ids."""

    name: str
    tables: Tables
    text: str
    claims: Node
    truths: Mapping[str, Node]

    def claim(self, wanted: str) -> Node:
        """The claim of this id."""
        found: Node = next(one for one in self.claims["claims"] if one["id"] == wanted)
        return found


def articles() -> list[Article]:
    """The made ones, the shipped ones, and those on ../shared/data where that folder is there."""
    made = HERE / "corpus"
    found = _articles("made", made, made / "truths.yaml", _tables(made))
    shipped = _tables(ROOT)
    found += _articles("shipped", ROOT, HERE / "shipped.yaml", shipped)
    beside = HERE / "shared"
    described = yaml.safe_load((beside / "datasets" / "datapackage.yaml").read_text(encoding="utf-8"))
    files = [SHARED / resource["path"] for resource in described["resources"]]
    if all(file.is_file() for file in files):
        found += _articles("shared", beside, beside / "truths.yaml", files)
    else:
        print("../shared/data is not here: its claims are left out")
    return found


def _tables(folder: Path) -> list[Path]:
    return sorted((folder / "datasets").glob("*.csv"))


def _articles(name: str, folder: Path, truths: Path, files: Sequence[Path]) -> list[Article]:
    tables = Tables(name, folder / "datasets" / "datapackage.yaml", tuple(files))
    return [
        Article(
            article,
            tables,
            (folder / "claims" / f"{article}.txt").read_text(encoding="utf-8"),
            yaml.safe_load((folder / "claims" / f"{article}.yaml").read_text(encoding="utf-8")),
            known,
        )
        for article, known in yaml.safe_load(truths.read_text(encoding="utf-8")).items()
    ]
