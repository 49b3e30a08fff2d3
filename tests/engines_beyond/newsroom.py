"""A project whose data are in an engine, and what the command says of it."""

from pathlib import Path

from transcripts import Told, run_words

DESCRIPTION = """name: test
resources:
  - name: victims
    engine: newsroom
    table: TABLE
    row: victim
    complete: yes
    as_of: 2023-01-01
    sources: [{publisher: Register, title: Register of victims}]
    totals: {sex: Total}
    schema:
      missingValues: ["", "-99"]
      fields:
        - {name: region}
        - {name: sex}
        - {name: n, type: TYPE}
  - name: countries
    path: countries.csv
    row: country
    complete: yes
    as_of: 2023-01-01
    schema: {fields: [{name: country}]}
"""

CLAIMS = """statement:
  title: A speech
  speaker: Somebody
  publisher: Agency
  published: 2023-02-02
  text: not held
claims:
  - id: asia
    quote: two thirds of the victims are from Asia
    says: two thirds
    check: {dataset: victims, share: region = 'Asia'}
  - id: countries
    quote: two countries report
    says: two
    check: {dataset: countries, count: country is known}
"""

# Two of the three known are from Asia; the total is left out, two regions are unknown.
ROWS = (
    ("Asia", "f", 5),
    ("Asia", "m", 7),
    ("Europe", "f", 6),
    ("-99", "m", -99),
    (None, "m", None),
    ("Asia", "Total", 18),
)


def made(folder: Path, *, table: str = "victims", n: str = "integer") -> Path:
    """A project on that table, with the column n declared so."""
    for name, text in {
        "datasets/datapackage.yaml": DESCRIPTION.replace("TABLE", table).replace("TYPE", n),
        "datasets/countries.csv": "country\nNL\nBE\n",
        "claims/speech.yaml": CLAIMS,
    }.items():
        path = folder / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder / "project"


def told(project: Path, *words: str, url: str | None = None, tables: str | None = "victims", **more: str) -> Told:
    environment = dict(more)
    if url is not None:
        environment["FACTCHECK_ENGINE_NEWSROOM"] = url
    if tables is not None:
        environment["FACTCHECK_ENGINE_NEWSROOM_TABLES"] = tables
    today = [] if words[0] == "data" else ["--today", "2023-03-01"]
    found = run_words([*words, *today], project, environment=environment)
    if url is not None:
        for secret in {url, url.partition("@")[0].rpartition(":")[2]} - {""}:
            assert secret not in found.stdout + found.stderr, "the address was printed"
    return found


def in_postgres(url: str, table: str = "victims") -> None:
    import psycopg
    from psycopg import sql

    with psycopg.connect(url, autocommit=True) as session, session.cursor() as cursor:
        name = sql.Identifier(table)
        cursor.execute(sql.SQL("drop table if exists {} cascade").format(name))
        cursor.execute(sql.SQL("create table {} (region text, sex text, n integer)").format(name))
        cursor.executemany(sql.SQL("insert into {} values (%s, %s, %s)").format(name), ROWS)
        cursor.execute("create or replace view slow as select v.* from victims v, pg_sleep(30)")
