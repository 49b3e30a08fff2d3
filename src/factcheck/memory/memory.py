"""What a run may take from earlier ones about its datasets: hashes of files, and answers about their bytes."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from factcheck.memory.answers import Answers
from factcheck.memory.hashes import Hashes
from factcheck.memory.program import program
from factcheck.memory.store import Store, store_for
from factcheck.memory.twins import Twins


@dataclass(frozen=True, slots=True)
class Memory:
    """The memory of one run that began at `began` (nanoseconds since 1970); `close` writes down what is new in it."""

    began: int
    hashes: Hashes
    answers: Answers
    twins: Twins

    def close(self) -> None:
        self.hashes.close()
        self.answers.close()


def memory_for(root: Path, environment: Mapping[str, str]) -> Memory:
    """The memory of the project at `root`, where the environment says. Raises as `store_for` does."""
    return memory_in(store_for(root, environment), root)


def memory_in(store: Store, root: Path) -> Memory:
    """The memory of the project at `root`, in this store; an empty one where the store keeps nothing."""
    told = program() if store else ""
    return Memory(time.time_ns(), Hashes(store, root, told), Answers(store, told), Twins(store, told))


def nothing() -> Memory:
    """A memory that holds nothing and keeps nothing."""
    return memory_in(Store(None), Path())
