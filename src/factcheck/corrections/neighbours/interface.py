"""What every kind of neighbour has, and what it is told about the check's surroundings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from factcheck.model.claims import Computation
from factcheck.model.conditions import Scalar
from factcheck.model.corrections import Neighbour
from factcheck.model.readings import Of
from factcheck.model.tables import Table


@dataclass(frozen=True, slots=True)
class Around:
    """The tables, the values of their columns that the check fixes, and what the claim's words speak of."""

    tables: Mapping[str, Table]
    values: Mapping[tuple[str, str], tuple[Scalar, ...]]
    of: Of


class Kind(Protocol):
    def neighbours(self, computation: Computation, around: Around) -> Iterator[Neighbour]:
        """The neighbours of this kind, in a fixed order; none where the slip could not have been made."""
        ...
