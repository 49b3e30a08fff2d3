"""Several engines as one: each request goes to the engine that holds its table."""

from collections.abc import Mapping, Sequence
from typing import Self

from factcheck.engines.interface import Engine
from factcheck.model.queries import Difference, Failure, Request, Response


class Several:
    """The engines by the names of their tables; what no other engine holds is the default engine's."""

    def __init__(self, default: Engine, others: Mapping[str, Engine]) -> None:
        self._default = default
        self._others = dict(others)

    def answers(self, requests: Sequence[Request]) -> tuple[Response, ...]:
        """The responses to all requests, in their order; each engine is asked once."""
        found: dict[int, Response] = {}
        for engine, group in self._by_engine(requests):
            for position, request in group.items():
                if isinstance(request, Difference) and self._of(request.other) is not engine:
                    told = f"{request.table} and {request.other} are not in one engine"
                    found[position] = Failure(told, "only files are compared")
            asked = {position: request for position, request in group.items() if position not in found}
            found |= zip(asked, engine.answers(tuple(asked.values())), strict=True)
        return tuple(found[position] for position, _ in enumerate(requests))

    def plan_lines(self, requests: Sequence[Request]) -> tuple[str, ...]:
        groups = self._by_engine(requests)
        return tuple(line for engine, group in groups for line in engine.plan_lines(tuple(group.values())))

    def close(self) -> None:
        for engine in (*dict.fromkeys(self._others.values()), self._default):
            engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def _of(self, table: str) -> Engine:
        return self._others.get(table, self._default)

    def _by_engine(self, requests: Sequence[Request]) -> list[tuple[Engine, dict[int, Request]]]:
        groups: dict[int, tuple[Engine, dict[int, Request]]] = {}
        for position, request in enumerate(requests):
            engine = self._of(request.table)
            groups.setdefault(id(engine), (engine, {}))[1][position] = request
        return list(groups.values())
