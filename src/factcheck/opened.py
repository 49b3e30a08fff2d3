"""Datasets -> an engine that can be asked about them, the hashes of their files, and why others cannot be used."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from factcheck.datasets.fingerprint import Fingerprint, changed_meanwhile, compared, unlocked
from factcheck.datasets.keys import key_problem
from factcheck.datasets.lock import Lock
from factcheck.datasets.ready import ready
from factcheck.engines.duckdb import open_engine
from factcheck.engines.interface import Engine
from factcheck.engines.process import Worker
from factcheck.engines.remote import connected
from factcheck.engines.several import Several
from factcheck.errors import Problem
from factcheck.gate.levels import of_change, of_remark
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
    tables: Mapping[str, Table], lock: Lock, folder: Path, worker: Worker | None, *, locked: bool
) -> Opened:
    """Those of the tables that can be read, and what is wrong with the others. `folder` is for what is unpacked."""
    elsewhere = {name: table for name, table in tables.items() if table.file.engine}
    here = {name: table for name, table in tables.items() if name not in elsewhere}
    files = compared(here, lock=lock, locked=locked)
    unusable = {**files.unusable, **(unlocked(elsewhere, lock) if locked else {})}
    usable, problems = ready({name: table for name, table in here.items() if name not in unusable}, folder)
    unread = [name for name in here if name not in usable and name not in unusable]
    unusable.update(zip(unread, problems, strict=False))
    embedded = open_engine(usable, worker=worker)
    beyond = connected({name: table for name, table in elsewhere.items() if name not in unusable}, os.environ)
    engine = Several(embedded, beyond.engines) if elsewhere else embedded
    unusable |= beyond.unusable
    usable |= {name: elsewhere[name] for name in beyond.engines}
    unusable |= _doubled(usable, engine)
    findings = (*map(of_change, files.changed), *_remarks(usable.values()))
    return Opened(engine, tables, files.fingerprints, unusable, findings)


def written_meanwhile(one: Opened) -> dict[str, Problem]:
    """The tables whose files somebody wrote since they were hashed."""
    told = {name: changed_meanwhile(one.tables[name], found) for name, found in one.fingerprints.items()}
    return {name: problem for name, problem in told.items() if problem is not None}


def _doubled(tables: Mapping[str, Table], engine: Engine) -> dict[str, Problem]:
    """The tables in which a key that is declared to tell rows apart does not."""
    keyed = [table for table in tables.values() if table.key]
    answers = engine.answers([Duplicates(table.name, table.key) for table in keyed])
    return {
        table.name: key_problem(table, answer.rows)
        for table, answer in zip(keyed, answers, strict=True)
        if isinstance(answer, Answer) and answer.rows
    }


def _remarks(tables: Iterable[Table]) -> Iterator[Finding]:
    for table in tables:
        yield from (of_remark(table.file.path, remark, table.place) for remark in table.file.remarks)
