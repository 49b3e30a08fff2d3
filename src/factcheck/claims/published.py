"""A check of kind `figure`: every row of a table of published figures, less those left out for a reason."""

from factcheck.claims.asked_rows import Data
from factcheck.claims.check_shape import CheckShape
from factcheck.claims.collecting import Collected, needed
from factcheck.errors import did_you_mean
from factcheck.files.nodes import Scalar
from factcheck.files.shapes import Entries, Placed
from factcheck.model.claims import Excepted, Published
from factcheck.model.tables import Table

BECAUSE = "because"
_COLUMNS = ("figure", "says")


def published(shape: CheckShape, figure: Placed[str], data: Data) -> Published:
    """The check, bound to its table. Raises FactcheckError with every problem found."""
    table = data.table(shape.dataset, shape.place)
    absent = [column for column in _COLUMNS if not table.has(column)]
    if absent:
        message = f'"{table.name}" is no table of published figures: it has no column {" and no column ".join(absent)}'
        raise data.refusal(figure.node, message, "name the dataset whose rows are published figures")
    found = Collected()
    excepted = [found.attempt(_excepted, entries, shape, data, table) for entries in shape.excepted]
    found.stop_at_problems()
    return Published(table.name, figure.value, tuple(map(needed, excepted)))


def _excepted(entries: Entries[Placed[str]], shape: CheckShape, data: Data, table: Table) -> Excepted:
    reason = next((value.value for name, value in entries if name.text == BECAUSE), "")
    values = [(name, value.value) for name, value in entries if name.text != BECAUSE]
    first = entries[0][0] if entries else shape.place
    if not reason:
        raise data.refusal(first, "rows are left out without a reason", "add because: the reason")
    if not values:
        raise data.refusal(first, "no row is named", "name a column and its value: publisher: IOM")
    return Excepted(tuple((_column(name, data, table), value) for name, value in values), reason)


def _column(name: Scalar, data: Data, table: Table) -> str:
    actual = dict(table.column_aliases).get(name.text, name.text)
    if not table.has(actual):
        remedy = did_you_mean(name.text, [column.name for column in table.columns], has="The dataset has")
        raise data.refusal(name, f'unknown column "{name.text}" in dataset "{table.name}"', remedy)
    return actual
