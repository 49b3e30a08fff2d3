"""The same 100 aggregates over the same Parquet file by datacontract-cli and by Soda Core, as a user would run them.

It installs both in a folder of their own below build/, which takes some minutes the first time; it is no part of
`make bench`. Every tool is given the true numbers, and must find each of them.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

from benchmarks.checks import Check, checks
from benchmarks.table import files

PROJECT = Path(__file__).parents[1]
FOLDER = PROJECT / "build" / "benchmarks"
BESIDE = FOLDER / "beside"
PACKAGES = ("datacontract-cli[duckdb]==1.2.8", "soda-core-duckdb==3.3.20")
RUNS = 3

TYPES = {"year": "integer", "cases": "integer", "amount": "number"}
STORED = {"year": "smallint", "cases": "integer", "amount": "decimal(12,2)"}
COLUMNS = ("country", "year", "sex", "age", "form", "cases", "amount")

SODA = """
import sys, duckdb
from soda.scan import Scan
connection = duckdb.connect()
connection.execute(f"create view t as select * from read_parquet('{sys.argv[1]}')")
scan = Scan()
scan.add_duckdb_connection(connection)
scan.set_data_source_name("duckdb")
scan.add_sodacl_yaml_file(sys.argv[2])
scan.execute()
outcomes = [check["outcome"] for check in scan.get_scan_results()["checks"]]
print(outcomes.count("pass"))
"""


def main() -> None:
    """Prints the median of each tool, and how many times as long as ours."""
    path = files(FOLDER)["parquet"]
    python = _installed()
    asked = checks()
    truth = _truth(path, asked)
    ways = {
        "factcheck": _factcheck(path, asked, truth),
        "datacontract-cli": _datacontract(path, asked, truth, python),
        "Soda Core": _soda(path, asked, truth, python),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(RUNS):
        for name, run in ways.items():
            start = time.perf_counter()
            run()
            times[name].append(time.perf_counter() - start)
    ours = statistics.median(times["factcheck"])
    for name, taken in times.items():
        told = statistics.median(taken)
        print(
            f"{name:20}{told:7.2f} s{'' if name == 'factcheck' else f', {told / ours:.1f} times as long as factcheck'}"
        )


def _installed() -> Path:
    python = BESIDE / "venv" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(BESIDE / "venv")], check=True)
        subprocess.run([str(python), "-m", "pip", "--quiet", "install", *PACKAGES], check=True)
    return python


def _aggregate(check: Check) -> str:
    match check.kind:
        case "sum":
            return f"sum({check.column})"
        case "max":
            return f"max({check.column})"
        case _:
            return "count(*)"


def _where(check: Check) -> str:
    """The rows of a check; of a share those that it counts."""
    told = f"year between {check.first} and {check.last}"
    told += f" and country = '{check.country}'" if check.country else ""
    return told + (f" and {check.column} = '{check.value}'" if check.kind == "share" else "")


def _sql(check: Check) -> str:
    return f"select {_aggregate(check)} from t where {_where(check)}"


def _truth(path: Path, asked: Sequence[Check]) -> list[str]:
    import duckdb

    connection = duckdb.connect()
    connection.execute(f"create view t as select * from read_parquet('{path}')")
    return [str(connection.execute(_sql(check)).fetchall()[0][0]) for check in asked]


def _factcheck(path: Path, asked: Sequence[Check], truth: Sequence[str]) -> Callable[[], None]:
    home = BESIDE / "factcheck"
    (home / "claims").mkdir(parents=True, exist_ok=True)
    (home / "datasets").mkdir(exist_ok=True)
    (home / "datasets" / "t.parquet").unlink(missing_ok=True)
    os.link(path, home / "datasets" / "t.parquet")
    fields = "\n".join(f"        - {{name: {name}, type: {TYPES.get(name, 'string')}}}" for name in COLUMNS)
    description = "name: t\nresources:\n  - name: t\n    path: t.parquet\n    format: parquet\n    row: case\n"
    description += f"    complete: yes\n    as_of: 2024-12-31\n    schema:\n      fields:\n{fields}\n"
    (home / "datasets" / "datapackage.yaml").write_text(description)
    head = "statement: {title: A, publisher: B, published: 2024-12-31, text: not held}\nclaims:\n"
    claims = (_claim(number, check, told) for number, (check, told) in enumerate(zip(asked, truth, strict=True)))
    (home / "claims" / "a.yaml").write_text(head + "".join(claims))

    def run() -> None:
        command = [sys.executable, "-m", "factcheck", "check", "--fresh", "--output-format", "json"]
        done = subprocess.run(command, cwd=home, capture_output=True, text=True, check=False)
        found = [Fraction(claim["checks"][0]["exact"]) for claim in json.loads(done.stdout)["claims"]]
        assert found == list(map(Fraction, truth)), found

    return run


def _claim(number: int, check: Check, told: str) -> str:
    """One claim: of a share the count of those that it counts, so that all tools work out the same."""
    what = f"{check.kind}: {check.column}" if check.kind in ("sum", "max") else f'count: "{_where(check)}"'
    where = f"year: {check.first}..{check.last}" + (f", country: {check.country}" if check.country else "")
    rows = f", where: {{{where}}}" if check.kind in ("sum", "max") else ""
    return f"""  - id: c{number}
    quote: exactly {told} were told
    says: exactly {told}
    check: {{dataset: t, {what}{rows}}}
"""


def _datacontract(path: Path, asked: Sequence[Check], truth: Sequence[str], python: Path) -> Callable[[], None]:
    contract = {
        "apiVersion": "v3.0.2",
        "kind": "DataContract",
        "id": "t",
        "name": "t",
        "version": "1.0.0",
        "status": "active",
        "servers": [{"server": "local", "type": "local", "path": str(path), "format": "parquet"}],
        "schema": [
            {
                "name": "t",
                "properties": [
                    {
                        "name": name,
                        "logicalType": TYPES.get(name, "string"),
                        "physicalType": STORED.get(name, "varchar"),
                    }
                    for name in COLUMNS
                ],
                "quality": [
                    {"type": "sql", "description": f"c{number}", "query": _sql(check), **_must_be(told)}
                    for number, (check, told) in enumerate(zip(asked, truth, strict=True))
                ],
            }
        ],
    }
    file = BESIDE / "contract.yaml"
    file.write_text(json.dumps(contract))

    def run() -> None:
        command = [str(python.parent / "datacontract"), "test", str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.stdout.count("passed") >= len(asked), done.stdout[-2000:]

    return run


def _soda(path: Path, asked: Sequence[Check], truth: Sequence[str], python: Path) -> Callable[[], None]:
    lines = ["checks for t:"]
    for number, (check, told) in enumerate(zip(asked, truth, strict=True)):
        lines += [f"  - c{number} = {told}:", f"      c{number} query: {_sql(check)}"]
    file, script = BESIDE / "checks.yml", BESIDE / "scan.py"
    file.write_text("\n".join(lines) + "\n")
    script.write_text(SODA)

    def run() -> None:
        done = subprocess.run(
            [str(python), str(script), str(path), str(file)], capture_output=True, text=True, check=False
        )
        assert done.stdout.strip().endswith(str(len(asked))), done.stdout[-2000:] + done.stderr[-2000:]

    return run


def _must_be(told: str) -> dict[str, object]:
    """The number it must be; of one with decimals a band, since that tool compares it with a float, and finds none."""
    if "." not in told:
        return {"mustBe": int(told)}
    return {"mustBeBetween": [float(told) - 0.001, float(told) + 0.001]}


if __name__ == "__main__":
    main()
