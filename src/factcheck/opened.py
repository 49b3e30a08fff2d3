"""Datasets -> an engine that can be asked about them, the hashes of their files, and why others cannot be used."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.datasets.fingerprint import Compared, Fingerprint, changed_meanwhile, compared, fingerprint, unlocked
from factcheck.datasets.keys import key_problem
from factcheck.datasets.lock import Lock
from factcheck.datasets.ready import ready
from factcheck.engines.duckdb import open_engine
from factcheck.engines.interface import Engine
from factcheck.engines.process import Worker
from factcheck.engines.remote import Connected, connected
from factcheck.engines.several import Several
from factcheck.errors import Problem
from factcheck.gate.levels import of_change, of_remark
from factcheck.memory.answers import Remembering
from factcheck.memory.memory import Memory
from factcheck.memory.seen import is_settled
from factcheck.model.findings import Finding
from factcheck.model.queries import Answer, Duplicates
from factcheck.model.signed import UNPINNED
from factcheck.model.tables import Table


@dataclass(frozen=True, slots=True)
class Opened:
    """Tables whose files were read: an engine on them, their hashes, and why others cannot be used."""

    engine: Engine
    tables: Mapping[str, Table]
    fingerprints: Mapping[str, Fingerprint]
    unusable: Mapping[str, Problem]
    findings: tuple[Finding, ...]

    @property
    def hashes(self) -> dict[str, str]:
        """What a sign-off says of each dataset: the hash of its file, or that nothing pins the table of an engine."""
        files = {name: f"sha256:{found.sha256}" for name, found in self.fingerprints.items()}
        return {**{name: UNPINNED for name, table in self.tables.items() if table.file.engine}, **files}


def open_tables(
    tables: Mapping[str, Table], lock: Lock, folder: Path, worker: Worker | None, memory: Memory, *, locked: bool
) -> Opened:
    """Those of the tables that can be read, and what is wrong with the others. `folder` is for what is unpacked.

    With `locked` every file is hashed anew. An engine is started only for what is not remembered.
    """
    elsewhere = {name: table for name, table in tables.items() if table.file.engine}
    here = {name: table for name, table in tables.items() if name not in elsewhere}
    files = compared(here, lock=lock, locked=locked, hashed=fingerprint if locked else memory.hashes.fingerprint)
    unusable = {**files.unusable, **(unlocked(elsewhere, lock) if locked else {})}
    made = _made_ready({name: table for name, table in here.items() if name not in unusable}, files, folder, memory)
    unusable |= made.problems
    embedded = Remembering(memory.answers, lambda: open_engine(_all_ready(made, files, folder, memory), worker=worker))
    beyond = connected({name: table for name, table in elsewhere.items() if name not in unusable}, os.environ)
    engine = Several(embedded, _promised(elsewhere, beyond, memory, locked=locked)) if elsewhere else embedded
    unusable |= beyond.unusable
    usable = {**made.tables, **made.remembered, **{name: elsewhere[name] for name in beyond.engines}}
    unusable |= _doubled([table for name, table in tables.items() if (table.key and name in usable)], engine)
    known = {} if locked else {name: one for name, one in elsewhere.items() if name in lock.datasets}
    findings = (*map(of_change, (*files.changed, *unlocked(known, lock).values())), *_remarks(usable.values()))
    return Opened(engine, tables, files.fingerprints, unusable, findings)


def _promised(tables: Mapping[str, Table], beyond: Connected, memory: Memory, *, locked: bool) -> Mapping[str, Engine]:
    """The engines beyond this machine, asked about a snapshot only what is not remembered; with `locked` all anew.

    Nobody can see whether a snapshot is what it was, so that its name, its description, where it is, and what holds it
    are all that a memory of it rests on.
    """
    snapshots = [name for name in beyond.engines if tables[name].file.snapshot and not locked]
    for name in snapshots:
        memory.answers.of(tables[name], Fingerprint(beyond.rest_on[name], 0))
    kept = {id(one): _remembering(one, memory) for one in beyond.engines.values()}
    return {name: kept[id(one)] if snapshots else one for name, one in beyond.engines.items()}


def _remembering(engine: Engine, memory: Memory) -> Remembering:
    return Remembering(memory.answers, lambda: engine, opened=engine)


@dataclass(frozen=True, slots=True)
class _Made:
    """Tables that are ready, those that were ready in an earlier run (with its remarks), and why others cannot be."""

    tables: Mapping[str, Table]
    remembered: Mapping[str, Table]
    problems: Mapping[str, Problem]


def _made_ready(tables: Mapping[str, Table], files: Compared, folder: Path, memory: Memory) -> _Made:
    known = {name: memory.answers.of(table, files.fingerprints[name]).remarks for name, table in tables.items()}
    remembered = {
        name: replace(tables[name], file=replace(tables[name].file, remarks=remarks))
        for name, remarks in known.items()
        if remarks is not None
    }
    wanted = {name: table for name, table in tables.items() if name not in remembered}
    found, problems = ready(wanted, folder)
    for table in found.values():
        memory.answers.made_ready(table, table.file.remarks)
    unread = [name for name in wanted if name not in found]
    return _Made(found, remembered, dict(zip(unread, problems, strict=True)))


def _all_ready(made: _Made, files: Compared, folder: Path, memory: Memory) -> dict[str, Table]:
    """All tables as an engine reads them; one that cannot be made ready again is missing, and its claims say so.

    A large file that was asked before has a twin, or is given one, which answers sooner.
    """
    twins = {
        name: twin
        for name, table in made.remembered.items()
        if (twin := memory.twins.of(table, files.fingerprints[name].sha256)) is not None
    }
    again, _ = ready({name: table for name, table in made.remembered.items() if name not in twins}, folder)
    for name, table in again.items():
        twin = _twin(made.remembered[name], table, files.fingerprints[name], memory)
        twins |= {} if twin is None else {name: twin}
    return {**made.tables, **again, **twins}


def _twin(described: Table, table: Table, found: Fingerprint, memory: Memory) -> Table | None:
    """A new twin of a table that was made ready, if it is certain that it is of the bytes that were hashed."""
    if not memory.twins.wanted(table) or not is_settled(found.written, memory.began):
        return None
    memory.twins.make(described, table, found.sha256)
    if changed_meanwhile(described, found):
        memory.twins.forget(described, found.sha256)
    return memory.twins.of(described, found.sha256)


def written_meanwhile(one: Opened) -> dict[str, Problem]:
    """The tables whose files somebody wrote since they were hashed."""
    told = {name: changed_meanwhile(one.tables[name], found) for name, found in one.fingerprints.items()}
    return {name: problem for name, problem in told.items() if problem is not None}


def uncertain(one: Opened, began: int) -> list[str]:
    """The tables whose files may not be what was hashed after `began`: written since, or so shortly before that a
    later write might not show."""
    told = written_meanwhile(one)
    return [name for name, found in one.fingerprints.items() if name in told or not is_settled(found.written, began)]


def _doubled(keyed: Sequence[Table], engine: Engine) -> dict[str, Problem]:
    """The tables in which a key that is declared to tell rows apart does not."""
    answers = engine.answers([Duplicates(table.name, table.key) for table in keyed])
    return {
        table.name: key_problem(table, answer.rows)
        for table, answer in zip(keyed, answers, strict=True)
        if isinstance(answer, Answer) and answer.rows
    }


def _remarks(tables: Iterable[Table]) -> Iterator[Finding]:
    for table in tables:
        yield from (of_remark(table.file.path, remark, table.place) for remark in table.file.remarks)
