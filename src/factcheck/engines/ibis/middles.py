"""Middle values by counting how often each value comes: engines have no order statistic of exact numbers in common."""

import ibis

from factcheck.engines.figures import Item
from factcheck.engines.ibis import values
from factcheck.engines.ibis.cells import frame
from factcheck.engines.ibis.dialects import Dialect
from factcheck.engines.ibis.sources import Stored
from factcheck.engines.ibis.statements import layer, sql, value_of
from factcheck.engines.statements import Block


def middle(stored: Stored, block: Block, one: Item, dialect: Dialect) -> str:
    """The least value at which half the known values are reached (lower), or passed (upper), group by group."""
    alone = Block((one,), block.by, block.where, block.at_most)
    typed = frame(stored, alone.columns)
    rows = layer(typed, alone, {"v": value_of(one, typed)})
    keys = [f"g{place}" for place, _ in enumerate(block.by)]
    counted = rows.filter(rows.v.notnull()).group_by([*keys, "v"]).aggregate(n=ibis._.count())
    reached = counted.select(
        *keys,
        "v",
        reached=counted.n.sum().over(ibis.cumulative_window(group_by=keys or None, order_by="v")),
        known=counted.n.sum().over(ibis.window(group_by=keys or None)),
    )
    half = reached.reached * 2
    is_there = half >= reached.known if one.kind == "lower_middle" else half > reached.known
    found = values.when(is_there, reached.v).min()
    return sql(reached.group_by(keys).aggregate(m=found) if keys else reached.aggregate(m=found), typed, dialect)
