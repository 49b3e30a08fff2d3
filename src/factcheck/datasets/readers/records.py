"""Records of names and values as rows of cells: what JSON and JSON lines share."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from factcheck.datasets.readers.interface import UnreadableError
from factcheck.model.tables import DataFile

Item: TypeAlias = "dict[str, Item] | list[Item] | str | bool | None"

# What joins the elements of a list into one cell.
JOIN = ";"


def of_objects(records: Sequence[tuple[str, Item]], file: DataFile) -> Iterator[tuple[int, list[str]]]:
    """A row of all names there are, in the order they come; then each record, with an empty cell where it has none."""
    names = list(dict.fromkeys(name for _, record in records if isinstance(record, dict) for name in record))
    yield 1, names
    yield from rows_of(records, names, file)


def rows_of(
    records: Iterable[tuple[str, Item]], names: Sequence[str], file: DataFile
) -> Iterator[tuple[int, list[str]]]:
    for number, (place, record) in enumerate(records, start=2):
        if isinstance(record, dict):
            yield number, cells([record.get(name) for name in names], f"{file.path}: {place}")


def cells(values: Sequence[Item], place: str) -> list[str]:
    """The values as text. Lists of single values become one cell; what is deeper is no table."""
    return [_cell(value, place) for value in values]


def _cell(value: Item, place: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case list() if all(isinstance(one, str) and JOIN not in one for one in value):
            return JOIN.join(map(str, value))
        case _:
            remedy = "flatten it first: one value for each name"
            raise UnreadableError(f"{place}: a value that holds other values", remedy)


def no_constant(name: str) -> Item:
    raise ValueError(f"{name} is no number of JSON")


def no_double(pairs: list[tuple[str, Item]]) -> Item:
    """The object, unless a name comes twice in it, of which other readers keep the last."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f'the name "{twice}" comes twice in one object')
    return found
