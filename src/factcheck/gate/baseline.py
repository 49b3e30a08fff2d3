"""A baseline: findings of one article that are known, in a small file of their own, a line each.

A line is a fingerprint, the kind of the finding and the claim or the words, so that a person can read it and branches
merge: `9f86d081884c7d65  refuted  riders`. Only the fingerprint counts.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.gate.identity import Identity, identities
from factcheck.gate.known import may_be_known
from factcheck.model.findings import Level, Report

HEAD = (
    "# Findings that are known: factcheck baseline create wrote them, factcheck baseline prune takes out the mended.\n"
)
SHORTEST = 16

_LINE = re.compile(r"(?P<fingerprint>[0-9a-f]{16,64})(?:\s.*)?")


@dataclass(frozen=True, slots=True)
class Known:
    """One finding that is known: its fingerprint, and what a person reads of it."""

    fingerprint: str
    told: str


def text(known: Iterable[Known]) -> str:
    """The file: sorted by fingerprint, so that two branches seldom write at the same place."""
    lines = sorted({f"{one.fingerprint}  {one.told}\n" for one in known})
    return HEAD + "".join(lines)


def read(written: str) -> tuple[tuple[Known, ...], tuple[int, ...]]:
    """The findings of a file, and the numbers of the lines that are none."""
    found: list[Known] = []
    wrong: list[int] = []
    for number, line in enumerate(written.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        if match := _LINE.fullmatch(line.strip()):
            found.append(Known(match["fingerprint"], line.strip()[len(match["fingerprint"]) :].strip()))
        else:
            wrong.append(number)
    return tuple(found), tuple(wrong)


def to_be_known(report: Report) -> tuple[tuple[str, Known], ...]:
    """The findings of a report above notes that a baseline can hold, each with the file it is about."""
    told = identities(report.findings, report.claims, below=report.below)
    paired: Sequence[tuple[Identity, Known]] = [
        (identity, Known(identity.fingerprint, _told(identity)))
        for one, identity in zip(report.findings, told, strict=True)
        if may_be_known(one) and one.level is not Level.NOTE and not one.waived
    ]
    return tuple((identity.path, known) for identity, known in paired)


def _told(identity: Identity) -> str:
    about = identity.claim or " ".join(identity.about.split()) or identity.words
    return "  ".join(" ".join(part.split()) for part in (identity.kind, about) if part)
