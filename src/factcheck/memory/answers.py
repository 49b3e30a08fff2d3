"""What an engine answered about the same bytes before. Readings, verdicts and dates are worked out anew every time.

Only answers are kept: what words accept, who votes, waivers and the day are no part of them, so that a change of any
of these needs no engine, and cannot be missed.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Self

from factcheck.datasets.fingerprint import Fingerprint
from factcheck.engines.interface import Engine
from factcheck.memory.spelling import read, spelled
from factcheck.memory.store import Store
from factcheck.model.queries import Difference, Failure, Request, Response
from factcheck.model.tables import Table


@dataclass(slots=True)
class Known:
    """What is remembered of one table: remarks of the reader that made it ready, and answers by their question.

    `remarks` is None where the table was never made ready.
    """

    name: str
    remarks: tuple[str, ...] | None
    answers: dict[str, object]
    is_new: bool = False


class Answers:
    """What is remembered of the tables of a run, by their names."""

    def __init__(self, store: Store, program: str) -> None:
        self._store = store
        self._program = program
        self._of: dict[str, Known] = {}

    def of(self, table: Table, found: Fingerprint) -> Known:
        """What is remembered of this table with these bytes."""
        name = f"answers-{key_of(table, found.sha256, self._program)}"
        known = self._of.get(table.name)
        if known is None or known.name != name:
            self._of[table.name] = known = _kept(self._store, name)
        return known

    def made_ready(self, table: Table, remarks: Sequence[str]) -> None:
        """Remember that a reader could make the table ready, and what it remarked."""
        if known := self._of.get(table.name):
            known.remarks, known.is_new = tuple(remarks), True

    def response(self, request: Request) -> Response | None:
        """The answer of an earlier run; None where there is none. Rows of two tables are compared every time."""
        known = None if isinstance(request, Difference) else self._of.get(request.table)
        return read(known.answers.get(question(request))) if known else None

    def remember(self, request: Request, response: Response) -> None:
        """Keep what was answered; what could not be answered is asked again."""
        known = None if isinstance(request, Difference) else self._of.get(request.table)
        if known is not None and not isinstance(response, Failure):
            known.answers[question(request)] = spelled(response)
            known.is_new = True

    def forget(self, table: str) -> None:
        """Keep nothing of this table: its file was written while it was read."""
        self._of.pop(table, None)

    def close(self) -> None:
        """Write down what is new."""
        for known in self._of.values():
            if known.is_new:
                remarks = None if known.remarks is None else list(known.remarks)
                self._store.write(known.name, {"remarks": remarks, "answers": known.answers})
                known.is_new = False


def _kept(store: Store, name: str) -> Known:
    kept = store.read(name) or {}
    remarks, answers = kept.get("remarks"), kept.get("answers")
    ready = tuple(map(str, remarks)) if isinstance(remarks, list) else None
    return Known(name, ready, dict(answers) if isinstance(answers, dict) else {})


def key_of(table: Table, sha256: str, program: str) -> str:
    """What the answers about a table rest on: its bytes, its whole description, the program and its engine.

    Where the file lies, and the line that describes it, change no answer.
    """
    described = replace(table, place=None, file=replace(table.file, path="", absolute="", remarks=()))
    return hashlib.sha256("\n".join((program, sha256, repr(described))).encode()).hexdigest()[:32]


def question(request: Request) -> str:
    """A name for the request: its whole content, which its `repr` spells out."""
    return hashlib.sha256(repr(request).encode()).hexdigest()[:32]


class Remembering:
    """An engine that is asked only what is not remembered, and opened only then if it is not `opened` yet."""

    def __init__(self, answers: Answers, opening: Callable[[], Engine], *, opened: Engine | None = None) -> None:
        self._answers = answers
        self._opening = opening
        self._engine = opened

    def answers(self, requests: Sequence[Request]) -> tuple[Response, ...]:
        """The responses to all requests, in their order."""
        once = tuple(dict.fromkeys(requests))
        found = {request: known for request in once if (known := self._answers.response(request)) is not None}
        missing = tuple(request for request in once if request not in found)
        if missing:
            answered = dict(zip(missing, self._opened().answers(missing), strict=True))
            for request, response in answered.items():
                self._answers.remember(request, response)
            found |= answered
        return tuple(found[request] for request in requests)

    def plan_lines(self, requests: Sequence[Request]) -> tuple[str, ...]:
        """How the requests would be answered if none were remembered."""
        return self._opened().plan_lines(requests)

    def close(self) -> None:
        if self._engine is not None:
            self._engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def _opened(self) -> Engine:
        if self._engine is None:
            self._engine = self._opening()
        return self._engine
