"""The cases in the SQL of engines that no test can connect to: one SELECT each, and nothing a user wrote but quoted."""

from collections.abc import Mapping

import pytest
from asked_in_cases import request_of
from engine_tables import column, mapping

from cases_in import cases_in
from engines_beyond.conftest import needed
from factcheck.engines import planner
from factcheck.engines.sql import CannotAskError
from factcheck.engines.statements import Block
from factcheck.model.queries import Listing, Request, Rows
from factcheck.model.tables import DataFile, Table

needed("ibis", "sqlglot")

import sqlglot  # noqa: E402 - it may not be installed
import sqlglot.expressions as sge  # noqa: E402

from factcheck.engines.figures import MIDDLES  # noqa: E402
from factcheck.engines.ibis import listings, middles, statements  # noqa: E402
from factcheck.engines.ibis.connections import Kept  # noqa: E402
from factcheck.engines.ibis.dialects import dialect  # noqa: E402
from factcheck.engines.ibis.sources import Stored  # noqa: E402

DIALECTS = ["postgres", "pyspark", "trino", "bigquery", "snowflake"]

KEPT: Mapping[str, Kept] = {
    "string": Kept("text", "text"),
    "integer": Kept("bigint", "number", 19, 0),
    "number": Kept("decimal(38,9)", "number", 38, 9),
    "year": Kept("smallint", "number", 5, 0),
    "date": Kept("date", "date"),
    "boolean": Kept("boolean", "boolean"),
    "list": Kept("array<text>", "texts"),
}


@pytest.mark.parametrize("name", DIALECTS)
@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in cases_in("engines/figures.yaml")])
def test_each_case_is_one_select(case: dict[str, str], name: str) -> None:
    columns = mapping(case["columns"])
    declared = tuple(column(one, options) for one, options in columns.items())
    stored = Stored(
        Table("t", declared, DataFile("t", "", "table")),
        {one.name: KEPT[one.type.value] for one in declared},
        ("newsroom", "t"),
    )
    request = request_of(case, stored.table)
    if case.get("fails", "").startswith(("the median", "sum needs")):
        with pytest.raises(CannotAskError, match=case["fails"]):
            _compiled(stored, request, name)
        return
    for sql in _compiled(stored, request, name):
        [tree] = sqlglot.parse(sql, read=dialect(name).compiler.dialect)
        assert isinstance(tree, sge.Select)
        assert [table.name for table in tree.find_all(sge.Table) if table.args.get("db")] == ["t"]


def _compiled(stored: Stored, request: Request, name: str) -> list[str]:
    sql = dialect(name)
    if isinstance(request, Listing):
        assert isinstance(request, Rows)
        return [listings.rows(stored, request, sql)]
    block = planner.part(0, request).block
    kept = tuple(one for one in block.items if one.kind not in MIDDLES)
    apart = [one for one in block.items if one.kind in MIDDLES]
    return [
        *([statements.scan(stored, Block(kept, block.by, block.where), sql)] if kept else []),
        *(middles.middle(stored, block, one, sql) for one in apart),
    ]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("postgres", "'a''b\\%'"),
        ("pyspark", "'a\\'b\\\\%'"),
        ("trino", "'a''b\\%'"),
        ("bigquery", "'a\\'b\\\\%'"),
        ("snowflake", "'a\\'b\\\\%'"),
    ],
)
def test_a_text_cannot_end_itself(name: str, written: str) -> None:
    """A quote mark and a backslash, as each engine reads them."""
    declared = column("place", "string")
    stored = Stored(Table("t", (declared,), DataFile("t", "", "table")), {"place": KEPT["string"]}, ("t",))
    from factcheck.model.conditions import Compare, Name, Value
    from factcheck.model.queries import ONE, Figure, Query

    request = Query("t", (Figure("known", ONE, Compare("=", Name("place"), Value("a'b\\%"))),))
    [sql] = _compiled(stored, request, name)
    assert written in sql
