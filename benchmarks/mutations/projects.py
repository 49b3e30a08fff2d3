"""Many altered articles in one project, checked in one run."""

import os
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import yaml

from benchmarks.mutations.corpus import Article, Node, Tables
from factcheck.gate.identity import Identity, identities
from factcheck.model.findings import ClaimResult, Finding, Level, Report
from factcheck.wiring import open_project

TODAY = date(2026, 11, 25)


@dataclass(frozen=True, slots=True)
class Altered:
    """An article as it stands after a change."""

    article: Article
    text: str
    claims: Node


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run said of one altered article: its verdicts by claim, and its findings above a note."""

    results: Mapping[str, ClaimResult]
    findings: tuple[Finding, ...]
    identities: frozenset[Identity]


def outcomes(altered: Sequence[Altered]) -> list[Outcome]:
    """What the program says of each, in order; articles on the same tables are checked in one run."""
    found: dict[int, Outcome] = {}
    of_tables: dict[Tables, list[int]] = defaultdict(list)
    for index, one in enumerate(altered):
        of_tables[one.article.tables].append(index)
    for tables, indices in of_tables.items():
        told = _checked(tables, [altered[index] for index in indices])
        found.update(zip(indices, told, strict=True))
    return [found[index] for index in range(len(altered))]


def _checked(tables: Tables, altered: Sequence[Altered]) -> list[Outcome]:
    with tempfile.TemporaryDirectory(prefix="mutations-") as name:
        folder = Path(name)
        (folder / "datasets").mkdir()
        for file in (tables.description, *tables.files):
            shutil.copy(file, folder / "datasets" / file.name)
        for index, one in enumerate(altered):
            _written(folder / "claims" / f"{index:05}", one)
        with _within(folder), open_project([], today=TODAY) as project:
            return _sorted(project.report(), len(altered))


def _written(folder: Path, one: Altered) -> None:
    folder.mkdir(parents=True)
    (folder / "text.txt").write_text(one.text, encoding="utf-8")
    claims = {**one.claims, "statement": {**one.claims["statement"], "text": "text.txt"}}
    (folder / "claims.yaml").write_text(yaml.dump(claims, Dumper=_Plain, sort_keys=False), encoding="utf-8")


class _Plain(yaml.SafeDumper):
    """Without anchors, which claim files may not have."""

    def ignore_aliases(self, _: object) -> bool:
        return True


@contextmanager
def _within(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def _sorted(report: Report, many: int) -> list[Outcome]:
    """The report taken apart by folder."""
    results: list[tuple[ClaimResult, ...]] = [()] * many
    findings: list[list[Finding]] = [[] for _ in range(many)]
    for statement in report.statements:
        results[_index(statement.path)] = statement.claims
    for finding in report.findings:
        path = finding.place.path if finding.place else ""
        if path.startswith("claims/") and finding.level is not Level.NOTE:
            findings[_index(path)].append(finding)
    return [_outcome(*one) for one in zip(results, findings, strict=True)]


def _outcome(results: tuple[ClaimResult, ...], findings: Sequence[Finding]) -> Outcome:
    same = (replace(one, path=one.path.rpartition("/")[2]) for one in identities(findings, results))
    return Outcome({result.claim.id: result for result in results}, tuple(findings), frozenset(same))


def _index(path: str) -> int:
    return int(path.split("/")[1])
