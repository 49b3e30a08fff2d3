"""Answers many parts of one table with as few statements as the planner found, and each alone where that fails."""

from collections.abc import Iterable, Mapping, Sequence

from factcheck.engines import complaints, cubes, middles, statements
from factcheck.engines.cubes import Cube
from factcheck.engines.figures import Item
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

# Of so small a cube so many figures are asked at once: what they cost then is their planning, which grows faster than
# their number. Measured with 1,000 claims: 3.8 seconds with 60 or 120, 4.4 with 200 or 400.
AT_ONCE = 100

_CUBE, _SMALLER = "cube", "smaller"


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
        found |= _from_cube(worker, stored, attempt.cube, attempt.cubed, large_cube=large_cube)
    return found


def _from_cube(
    worker: Worker, stored: Stored, cube: Cube, asked: Sequence[Together], *, large_cube: int
) -> dict[int, Raw | Failure]:
    """The rows of every part; from a large cube, those of figures on the same few keys from a smaller one."""
    is_large = _keep(worker, _CUBE, cubes.build(stored, cube)) >= large_cube
    narrow = (group for group in asked if is_large and not group.block.by)
    cells = _from_smaller_cubes(
        worker, stored, cube, dict.fromkeys(one for group in narrow for one in group.block.items)
    )
    found: dict[int, Raw | Failure] = {}
    for group in asked:
        if is_large and not group.block.by:
            rows = [tuple(cells[one] for one in group.block.items)]
        else:
            rows = _select(worker, cubes.answer(stored, cube, group.block, table=_CUBE))
        found |= _shared(group, rows)
    return found


def _from_smaller_cubes(worker: Worker, stored: Stored, cube: Cube, items: Iterable[Item]) -> dict[Item, Cell]:
    """What each item comes to: the cube is made smaller once for all that need the same few of its keys."""
    found: dict[Item, Cell] = {}
    for keys, alike in cubes.by_keys(cube, items).items():
        _keep(worker, _SMALLER, cubes.rolled_up(stored, cube, keys, alike, table=_CUBE))
        for start in range(0, len(alike), AT_ONCE):
            some = tuple(alike[start : start + AT_ONCE])
            [row] = _select(worker, cubes.answer(stored, cube, Block(some), table=_SMALLER))
            found |= zip(some, row, strict=True)
    return found


def _keep(worker: Worker, name: str, statement: Statement) -> int:
    return worker.keep(name, statement.sql, statement.parameters)


def _select(worker: Worker, statement: Statement) -> Raw:
    return worker.select(statement.sql, statement.parameters)


def _shared(group: Together, rows: Raw) -> dict[int, Raw | Failure]:
    """Each part's own columns of the rows that answer all."""
    keys = len(group.block.by)
    return {
        position: [row[:keys] + tuple(row[keys + place] for place in places) for row in rows]
        for position, places in group.places
    }
