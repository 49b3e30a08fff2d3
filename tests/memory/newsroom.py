"""A project with one article, and the command run on it with a memory, or without."""

import os
from dataclasses import dataclass
from pathlib import Path

import copies
from transcripts import without_progress

FILES = {
    "datasets/datapackage.yaml": """name: trams
resources:
  - name: lines
    path: lines.csv
    format: csv
    row: line
    as_of: 2024-12-31
    complete: yes
    sources: [{title: Lines, publisher: City Office}]
    schema:
      fields:
        - {name: line, type: string}
        - {name: riders, type: integer}
  - name: stops
    path: more/stops.csv
    format: csv
    row: stop
    complete: yes
    schema:
      fields:
        - {name: stop, type: string}
""",
    "datasets/lines.csv": "line,riders\nA,300\nB,410\n",
    "datasets/more/stops.csv": "stop\nMarket\n",
    "claims/trams.yaml": """statement:
  title: Trams
  publisher: The Daily
  published: 2025-01-01
  text: trams.txt
claims:
  - id: riders
    quote: The trams had 710 riders
    says: 710
    check: {dataset: lines, sum: riders}
""",
    "claims/trams.txt": "The trams had 710 riders.\n",
    "outside.csv": "line,riders\nA,300\nB,410\n",
}


@dataclass(frozen=True, slots=True)
class Ended:
    """What a run printed, and its exit code."""

    stdout: str
    stderr: str
    code: int


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A project, and the folder in which its runs are remembered."""

    project: Path
    memory: Path

    def check(self, *words: str, fresh: bool = False, environment: dict[str, str] | None = None) -> Ended:
        """One run of `factcheck check`; `fresh` without a memory."""
        where = {"FACTCHECK_MEMORY": "off" if fresh else str(self.memory)}
        bare = {"PATH": os.environ["PATH"], "HOME": str(self.memory.parent), "COLUMNS": "200", "LC_ALL": "C.UTF-8"}
        told = ["check", "--today", "2025-06-01", *words]
        done = copies.run(told, cwd=self.project, env={**bare, **where, **(environment or {})})
        return Ended(done.stdout.decode(), without_progress(done.stderr.decode()), done.returncode)

    def kept(self, kind: str) -> list[Path]:
        return sorted(self.memory.glob(f"{kind}-*.json"))


def newsroom(folder: Path) -> Newsroom:
    """The project as it is at first, and an empty memory beside it."""
    for name, text in FILES.items():
        path = folder / "desk" / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (folder / "desk" / "project" / "outside.csv").rename(folder / "desk" / "outside.csv")
    return Newsroom(folder / "desk" / "project", folder / "memory")
