"""Ten million rows by a seeded generator, once as CSV and once as Parquet."""

import subprocess
import sys
from pathlib import Path

ROWS = 10_000_000
SEED = 7
COLUMNS = ("country", "year", "sex", "age", "form", "cases", "amount")

COUNTRIES = tuple(f"C{number:03d}" for number in range(60))
SEXES = ("Female", "Male", "")
AGES = ("0-8", "9-17", "18-29", "30-48", "48+", "")
FORMS = ("sexual", "labour", "other", "")

# Of the cells of a number column: missing, and in the CSV file not a number.
MISSING = 0.05
MISFITS = 0.0001


def files(folder: Path) -> dict[str, Path]:
    """The table in both formats, made where it is not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = _paths(folder)
    if not all(path.exists() for path in paths.values()):
        # In a process of its own: the memory it takes would be counted to every process started after it.
        subprocess.run([sys.executable, "-m", "benchmarks.table", str(folder)], check=True)
    return paths


def _paths(folder: Path) -> dict[str, Path]:
    return {form: folder / f"{ROWS}-{SEED}.{form}" for form in ("csv", "parquet")}


def _write(paths: dict[str, Path]) -> None:
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc
    from pyarrow import csv, parquet

    chance = np.random.default_rng(SEED)

    def words(options: tuple[str, ...]) -> pa.Array:
        picked = pa.array(chance.integers(0, len(options), ROWS, dtype="int32"))
        return pa.DictionaryArray.from_arrays(picked, pa.array(options)).cast(pa.string())

    def numbers(values: pa.Array) -> tuple[pa.Array, pa.Array]:
        """The values with gaps, and the same as text with some misfits."""
        fate = chance.random(ROWS)
        known = pc.if_else(pa.array(fate < MISSING), pa.scalar(None, values.type), values)
        text = pc.fill_null(known.cast(pa.string()), "")
        return known, pc.if_else(pa.array(fate > 1 - MISFITS), pa.scalar("n/a"), text)

    cents = pa.array(np.round(chance.exponential(100_000, ROWS)).astype("int64"))
    amount = pc.multiply(cents.cast(pa.decimal128(19, 0)), pa.scalar("0.01").cast(pa.decimal128(3, 2)))
    cases, cases_text = numbers(pa.array(chance.integers(0, 500, ROWS, dtype="int32")))
    amounts, amounts_text = numbers(amount.cast(pa.decimal128(12, 2)))
    year = pa.array(chance.integers(2002, 2022, ROWS, dtype="int16"))
    groups = {"country": words(COUNTRIES), "year": year, "sex": words(SEXES), "age": words(AGES), "form": words(FORMS)}
    parquet.write_table(pa.table({**groups, "cases": cases, "amount": amounts}), paths["parquet"])
    text = pa.table({**groups, "cases": cases_text, "amount": amounts_text})
    csv.write_csv(text, paths["csv"], csv.WriteOptions(quoting_style="needed"))


if __name__ == "__main__":
    _write(_paths(Path(sys.argv[1])))
