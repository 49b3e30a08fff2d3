"""What a person decided on a claim, as it is to stand in the claim file."""

from dataclasses import dataclass
from typing import TypeAlias

# Keys with what they hold, in their order; a text; or a list of the first.
Fields: TypeAlias = "tuple[tuple[str, Written], ...]"
Written: TypeAlias = "str | Fields | list[Fields]"


@dataclass(frozen=True, slots=True)
class Put:
    """A key of the claim of that id, and what it is to hold."""

    claim: str
    key: str
    value: Written
