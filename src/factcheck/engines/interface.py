"""What the rest of the program asks of anything that answers queries."""

from collections.abc import Sequence
from typing import Protocol, Self

from factcheck.model.queries import Request, Response


class Engine(Protocol):
    """Answers requests on the tables it was opened with, exactly or not at all.

    One request that cannot be answered is a `Failure` in its place and never hides the others. No answer ever holds a
    binary floating-point number.
    """

    def answers(self, requests: Sequence[Request]) -> tuple[Response, ...]:
        """The responses to all requests, in their order."""
        ...

    def plan_lines(self, requests: Sequence[Request]) -> tuple[str, ...]:
        """How the requests would be answered, and why, table by table."""
        ...

    def close(self) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *failure: object) -> None: ...
