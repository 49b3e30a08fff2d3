"""Answers many parts of one table with as few statements as the planner found, and each alone where that fails."""

from collections.abc import Mapping, Sequence

from factcheck.engines import complaints, cubes, middles, statements
from factcheck.engines.cubes import Cube
from factcheck.engines.frames import Stored
from factcheck.engines.planner import Attempt, Part, Together, attempts
from factcheck.engines.process import Worker, WorkerError
from factcheck.engines.sql import Statement
from factcheck.engines.statements import Block
from factcheck.model.queries import Cell, Failure

Raw = list[tuple[Cell, ...]]

# A cube is tried on so many rows, and dropped where they make more groups than this.
PROBED_ROWS = 100_000
MOST_GROUPS = 75_000

# A cube of so many groups is first made smaller for figures that need few of its keys.
LARGE_CUBE = 10_000

_CUBE = "cube"


def answer(worker: Worker, stored: Stored, parts: Sequence[Part]) -> Mapping[int, Raw | Failure]:
    """The rows of every part by its position: the group's keys, then its aggregates.

    Statements on several parts that are refused are asked again part by part, so that one that cannot be calculated
    hides no other. Raises WorkerGoneError where the worker ends.
    """
    refused: WorkerError | None = None
    for attempt in attempts(parts):
        try:
            if _is_small(worker, stored, attempt):
                return attempted(worker, stored, attempt)
        except WorkerError as error:
            refused = error
            if complaints.is_of_file(error):
                break
    if refused is not None and complaints.is_of_memory(refused) and len(parts) == 1:
        return {parts[0].position: _in_less_memory(worker, stored, parts[0].block, refused)}
    if refused is not None and (len(parts) == 1 or complaints.is_of_file(refused)):
        return {one.position: complaints.failure(refused, stored.table) for one in parts}
    return {position: rows for one in parts for position, rows in answer(worker, stored, [one]).items()}


def _in_less_memory(worker: Worker, stored: Stored, block: Block, refused: WorkerError) -> Raw | Failure:
    """Middle values need every value at once, unless they are counted."""
    if middles.has_middles(block):
        try:
            return middles.rows(stored, block, lambda statement: _select(worker, statement))
        except WorkerError as error:
            refused = error
    return complaints.failure(refused, stored.table)


def _is_small(worker: Worker, stored: Stored, attempt: Attempt) -> bool:
    """Whether the attempt needs no cube, or one of few enough groups as far as the first rows tell."""
    if attempt.cube is None:
        return True
    [[groups]] = _select(worker, cubes.probe(stored, attempt.cube.keys, rows=PROBED_ROWS))
    return int(str(groups)) <= MOST_GROUPS


def attempted(
    worker: Worker, stored: Stored, attempt: Attempt, *, large_cube: int = LARGE_CUBE
) -> dict[int, Raw | Failure]:
    """The rows of every part, in this one way. Raises WorkerError where a statement is refused."""
    found: dict[int, Raw | Failure] = {}
    for group in attempt.scanned:
        found |= _shared(group, _select(worker, statements.scan(stored, group.block)))
    if attempt.cube is not None:
        statement = cubes.build(stored, attempt.cube)
        groups = worker.keep(_CUBE, statement.sql, statement.parameters)
        for group in attempt.cubed:
            is_large = groups >= large_cube
            found |= _shared(group, _from_cube(worker, stored, attempt.cube, group.block, is_large=is_large))
    return found


def _from_cube(worker: Worker, stored: Stored, cube: Cube, block: Block, *, is_large: bool) -> Raw:
    """The block's rows; from a large cube, those of figures on the same few keys together, each from a smaller cube."""
    if block.by or not is_large:
        return _select(worker, cubes.answer(stored, cube, block, table=_CUBE))
    found: dict[int, Cell] = {}
    for places, part in cubes.by_keys(cube, block):
        [row] = _select(
            worker, cubes.answer(stored, cube, part, table=cubes.rolled_up(stored, cube, part, table=_CUBE))
        )
        found |= zip(places, row, strict=True)
    return [tuple(found[place] for place, _ in enumerate(block.items))]


def _select(worker: Worker, statement: Statement) -> Raw:
    return worker.select(statement.sql, statement.parameters)


def _shared(group: Together, rows: Raw) -> dict[int, Raw | Failure]:
    """Each part's own columns of the rows that answer all."""
    keys = len(group.block.by)
    return {
        position: [row[:keys] + tuple(row[keys + place] for place in places) for row in rows]
        for position, places in group.places
    }
