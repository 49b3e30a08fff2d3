"""The checks in DuckDB as one would write them by hand for this table, as fast as we know how.

One grouped cube; the types of this table and no other; the same count of missing cells and of cells that do not fit,
and the same refusal to cast what is not wholly a number.
"""

from decimal import Decimal
from pathlib import Path

from benchmarks.checks import Check

KEYS = "country, year, sex, age, form"
CSV = """read_csv('{path}', auto_detect=false, header=true, columns={{
  country: 'VARCHAR', year: 'VARCHAR', sex: 'VARCHAR', age: 'VARCHAR', form: 'VARCHAR', cases: 'VARCHAR',
  amount: 'VARCHAR'}})"""
TYPED = r"""
  case when regexp_full_match(cases, '[+-]?[0-9]+') then try_cast(cases as BIGINT) end as c,
  case when regexp_full_match(amount, '[+-]?[0-9]+(\.[0-9]+)?') then try_cast(amount as DECIMAL(18,2)) end as a
"""
MEASURES = """
  count(*) as n, count(c) as nc, sum(c) as sc, max(c) as mc, count(a) as na, sum(a) as sa, max(a) as ma,
  count(cases) as written_c, count(amount) as written_a
"""


def answers(path: Path, checks: list[Check]) -> list[tuple[Decimal | None, ...]]:
    import duckdb

    source, typed = f"'{path}'", "cases as c, amount as a"
    if path.suffix == ".csv":
        source, typed = CSV.format(path=path), TYPED
    connection = duckdb.connect()
    connection.execute("set memory_limit = '300MB'")
    connection.execute(f"""
        create temp table cube as select {KEYS}, {MEASURES}
        from (select {KEYS}, cases, amount, {typed} from {source}) group by {KEYS}""")
    connection.execute("""
        select sum(n), sum(written_c), sum(written_c - nc), sum(written_a), sum(written_a - na),
          sum(n) filter (country = ''), sum(n) filter (sex = ''), sum(n) filter (age = ''), sum(n) filter (form = '')
        from cube""").fetchall()
    if path.suffix == ".csv":
        connection.execute("select cases from (select cases, " + TYPED + f"from {source}) where c is null limit 5")
    figures = [figure for check in checks for figure in _figures(check)]
    [row] = connection.execute(f"select {', '.join(figures)} from cube").fetchall()
    numbers = iter(row)
    return [tuple(_exact(next(numbers)) for _ in _figures(check)) for check in checks]


def _figures(check: Check) -> list[str]:
    where = f"cast(year as smallint) between {check.first} and {check.last}"
    where += f" and country = '{check.country}'" if check.country else ""
    match check.kind:
        case "share":
            holds = f"{check.column} = '{check.value}'"
            unknown = f"coalesce({check.column}, '') = ''"
            parts = (holds, f"not {holds} and not {unknown}", unknown)
            return [_sum("n", f"{where} and {part}") for part in parts]
        case "count":
            return [_sum("n", where)]
        case "sum":
            column = check.column[0]
            return [_sum(f"s{column}", where), _sum(f"n{column}", where), _sum("n", where)]
        case "max":
            column = check.column[0]
            most = f"max(case when {where} then m{column} end)"
            return [most, _sum(f"n{column}", where), _sum("n", where)]


def _sum(of: str, where: str) -> str:
    return f"coalesce(sum(case when {where} then {of} end), 0)"


def _exact(number: int | Decimal | None) -> Decimal | None:
    return None if number is None else Decimal(number)
