"""Every finding as the formats tell it: what is in it, where it stands, and whether it counts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from factcheck.gate.identity import identities, subjects
from factcheck.gate.rules import RULES, slug
from factcheck.model.findings import ClaimResult, Finding, Level, Report, Verdict
from factcheck.model.places import Place
from factcheck.reports.drawing.safe import visible
from factcheck.reports.drawing.words import numbers, remark

_GRAVEST = (Level.ERROR, Level.WARNING, Level.NOTE)
_RANK = {name: rank for rank, name in enumerate(RULES)}


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding, the result on the claim it is about, and its fingerprint.

    `is_known` says that it stood before: at the base of a change, or in a baseline. Nothing here is escaped.
    """

    finding: Finding
    fingerprint: str
    result: ClaimResult | None = None
    is_known: bool = False

    @property
    def rule(self) -> str:
        """The name of its rule in one word."""
        return slug(self.finding.kind)

    @property
    def title(self) -> str:
        """The kind of finding, and which claim it is about."""
        return ": ".join(part for part in (self.finding.kind, self.finding.claim) if part)

    @property
    def text(self) -> str:
        """What was found, in one line: of a verdict the quote, what was said, what was found, and every note."""
        if self.result is None:
            return self.finding.message
        quote = f'"{self.result.claim.quote}"'
        if self.is_verdict:
            return f"{self.result.verdict.value}: {quote}: {_told(self.result)}".removesuffix(": ")
        notes = _names(self.result) if self.finding.kind == Verdict.ERROR else ()
        return ": ".join(part for part in (self.finding.message, quote, ", ".join(notes)) if part)

    @property
    def is_verdict(self) -> bool:
        """It is the verdict itself, not why a check could not run."""
        kind = self.finding.kind
        return self.result is not None and kind == self.result.verdict.value and kind != Verdict.ERROR

    @property
    def why_not_counted(self) -> str:
        """Why it does not count: a person waived it, or it stood before; empty where it counts."""
        return f"waived: {self.finding.waived}" if self.finding.waived else "known before" if self.is_known else ""

    @property
    def said_at(self) -> Place | None:
        """Where in the statement's text the words stand."""
        return self.result.said_at if self.result else None


def entries(report: Report) -> tuple[Entry, ...]:
    """Every finding of the run in its order, then those that were known before."""
    every = (*report.known, *report.findings)
    told = identities(every, report.claims, below=report.below)
    about = subjects(every, report.claims)
    made = [
        Entry(finding, identity.fingerprint, result, number < len(report.known))
        for number, (finding, identity, result) in enumerate(zip(every, told, about, strict=True))
    ]
    return (*made[len(report.known) :], *made[: len(report.known)])


def verdicts(told: Iterable[Entry]) -> dict[int, Entry]:
    """The entries that are verdicts, each by the `id` of the result it is the verdict of."""
    return {id(entry.result): entry for entry in told if entry.is_verdict}


def remarks(result: ClaimResult) -> str:
    """What there is to add to a verdict; whether it counts is told by its entry."""
    return remark(replace(result, waived="", known=""))


def worst_first(told: Iterable[Entry]) -> list[Entry]:
    """Errors first, and among equals refuted ones; what does not count comes last."""
    return sorted(told, key=_gravity)


def endings(report: Report) -> tuple[str, ...]:
    """What a person is told beside the counts: what settings did, and how many findings stood before."""
    return tuple(map(visible, report.told))


def _gravity(entry: Entry) -> tuple[bool, int, int]:
    finding = entry.finding
    return bool(entry.why_not_counted), _GRAVEST.index(finding.level), _RANK.get(finding.kind, len(_RANK))


def _told(result: ClaimResult) -> str:
    """What was said, what was found, what there is to add; names of notes that this does not tell come last."""
    parts = [part for part in (*numbers(result), remarks(result)) if part]
    told = ", ".join(parts)
    return ", ".join([*parts, *(name for name in _names(result) if name not in told)])


def _names(result: ClaimResult) -> tuple[str, ...]:
    return tuple(dict.fromkeys(note.name for note in result.notes))
