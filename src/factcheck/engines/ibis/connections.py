"""What is asked of a connection to an engine, and how it says that it cannot."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

Why = Literal["refused", "inexact", "memory", "late", "gone", "forbidden", "absent", "password", "unreachable", "extra"]


class RefusedError(Exception):
    """A connection or a statement that was refused. `detail` holds nothing of the address."""

    def __init__(self, why: Why, detail: str = "") -> None:
        super().__init__(detail)
        self.why = why
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Kept:
    """How an engine keeps a column: its own word for the type, and what that is to us.

    `digits` and `scale` are those of an exact number, None where it sets no limit.
    """

    written: str
    kind: Literal["number", "float", "text", "date", "boolean", "texts", "other"]
    digits: int | None = None
    scale: int | None = None


class Connection(Protocol):
    """A session with an engine that can read and nothing else.

    `called` is the engine's name for people, `version` its own, `dialect` the name of its SQL. Every method raises
    RefusedError where the engine refuses, is late, or is no more.
    """

    @property
    def called(self) -> str: ...

    @property
    def version(self) -> str: ...

    @property
    def dialect(self) -> str: ...

    def columns(self, table: tuple[str, ...]) -> Mapping[str, Kept]:
        """The columns of a table; none where there is no such table."""
        ...

    def select(self, sql: str) -> list[tuple[object, ...]]:
        """The rows of one SELECT, as the driver gives them."""
        ...

    def close(self) -> None: ...
