"""100 and 1,000 claims on 100 million rows of Parquet: ten times the table, made once; no part of `make bench`."""

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.table import ROWS, files

PROJECT = Path(__file__).parents[1]
FOLDER = PROJECT / "build" / "benchmarks"
TIMES = 10


def main() -> None:
    path = _table()
    few, many = (_run(path, claims) for claims in (100, 1_000))
    times = many["seconds"] / few["seconds"]
    print(f"100 claims {few['seconds']:.1f} s, 1,000 claims {many['seconds']:.1f} s: {times:.2f} times as long")
    print(f"(target: under 3); {max(few['megabytes'], many['megabytes']):.0f} MB at most (target: under 600)")


def _table() -> Path:
    path = FOLDER / f"{ROWS * TIMES}.parquet"
    if not path.exists():
        ten = files(FOLDER)["parquet"]
        sql = f"copy (select t.* from '{ten}' t, range({TIMES})) to '{path}' (format parquet)"
        # In a process of its own: the memory it takes would be counted to every process started after it.
        subprocess.run([sys.executable, "-c", "import duckdb, sys; duckdb.execute(sys.argv[1])", sql], check=True)
    return path


def _run(path: Path, claims: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.one_way", "ours", str(path), str(claims)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=PROJECT)
    found = json.loads(done.stdout)
    return {"seconds": found["seconds"], "megabytes": found["megabytes"]}


if __name__ == "__main__":
    main()
