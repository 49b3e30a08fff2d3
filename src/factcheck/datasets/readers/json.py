"""JSON: a list of objects, one a row, or a list of lists with the names first. Numbers stay as written."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck.datasets.readers.interface import Grid, UnreadableError
from factcheck.datasets.readers.records import Item, cells, no_constant, no_double, of_objects
from factcheck.model.tables import DataFile

LARGEST = 300_000_000


def grid(file: DataFile) -> Grid:
    """The rows that stand where the description says, else at the top."""
    rows = _rows(file, _loaded(file))
    if all(isinstance(row, dict) for row in rows):
        numbered = ((f"item {at}", row) for at, row in enumerate(rows, start=1))
        return Grid(of_objects(list(numbered), file), keyed=True, padded=True)
    if all(isinstance(row, list) for row in rows):
        return Grid(_of_lists(rows, file), padded=False)
    raise UnreadableError(f"{file.path}: its rows are neither all objects nor all lists", "check property")


def _loaded(file: DataFile) -> Item:
    path = Path(file.absolute)
    if path.stat().st_size > LARGEST:
        told = f"{file.path} is larger than {LARGEST // 1_000_000} MB, which JSON is read whole up to"
        raise UnreadableError(told, "write one object a line, and describe it as jsonl")
    try:
        text = path.read_text(encoding="utf-8-sig" if file.encoding == "utf-8" else file.encoding)
        loaded: Item = json.loads(
            text, parse_float=str, parse_int=str, parse_constant=no_constant, object_pairs_hook=no_double
        )
    except UnicodeError as error:
        told = f"{file.path}: not all of it is {file.encoding} ({error})"
        raise UnreadableError(told, "declare the encoding it has") from None
    except json.JSONDecodeError as error:
        told = f"{file.path}:{error.lineno}:{error.colno}: no JSON ({error.msg})"
        raise UnreadableError(told, "the file may be cut short: get it again") from None
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"{file.path}: {error}", "correct the file, or ask its publisher") from None
    return loaded


def _rows(file: DataFile, loaded: Item) -> list[Item]:
    at = loaded
    for step in filter(None, file.records.split(".")):
        if not isinstance(at, dict) or step not in at:
            raise UnreadableError(f'{file.path} has no "{file.records}"', _where(at))
        at = at[step]
    if not isinstance(at, list):
        raise UnreadableError(f"{file.path}: no list of rows", _where(at))
    if not at:
        raise UnreadableError(f"{file.path}: the list of rows is empty", "get the file again")
    return at


def _where(at: Item) -> str:
    lists = [key for key, value in at.items() if isinstance(value, list)] if isinstance(at, dict) else []
    keys = list(at)[:20] if isinstance(at, dict) else []
    told = f"lists stand under: {', '.join(lists)}" if lists else f"its keys are: {', '.join(keys)}"
    return f"write dialect: {{property: where the list stands}}; {told}"


def _of_lists(rows: Iterable[Item], file: DataFile) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(rows, start=1):
        if isinstance(row, list):
            yield number, cells(row, f"{file.path}: item {number}")
