"""Claims, findings and counts as the objects of the formats for programs; each field is documented in docs/json.md.

Numbers are decimal strings of 12 significant digits; `exact` loses none; null is unbounded or absent.
"""

from collections.abc import Sequence

from factcheck.gate.counts import counts
from factcheck.model.findings import ClaimResult, Evidence, Level, Report, StatementResult
from factcheck.model.measurements import Amount, Note
from factcheck.model.places import Place
from factcheck.model.readings import Reading
from factcheck.model.tables import Source
from factcheck.reports.drawing.decimals import Json, decimal, ends
from factcheck.reports.drawing.entries import Entry

VERSION = 1


def claim_object(result: ClaimResult, statement: StatementResult) -> Json:
    """A claim with its verdict and all that stands behind it."""
    claim, leading = result.claim, result.leading
    reading = leading.judgement.reading if leading else None
    if reading is None and claim.wording is not None:
        reading = claim.wording.readings[0]
    return {
        "id": claim.id,
        "statement": statement.statement.title,
        "quote": claim.quote,
        "says": claim.says or (claim.wording.text if claim.wording else ""),
        "verdict": result.verdict.value,
        "reason": result.reason,
        "notes": _names(result.notes),
        "remarks": [_note(note) for note in result.notes],
        "accepts": _accepts(reading) if reading else None,
        "checks": [_check(one) for one in result.evidence],
        "sources": [_source(source) for source in dict.fromkeys(_sources(result))],
        "location": _location(claim.quote_place),
        "said_at": _location(result.said_at),
    }


def _sources(result: ClaimResult) -> list[Source]:
    return [*(source for one in result.evidence for source in one.sources), *result.claim.sources]


def _accepts(reading: Reading) -> Json:
    return {"of": reading.of.value, **ends(reading.accepts), "rule": reading.rule}


def _check(one: Evidence) -> Json:
    judgement, measurement = one.judgement, one.measurement
    amount = judgement.amount
    return {
        "dataset": one.table,
        "sha256": one.sha256 or None,
        "kind": one.check.kind,
        "verdict": judgement.verdict.value,
        "reason": judgement.reason,
        "votes": one.votes,
        "label": one.label,
        "notes": _names(judgement.notes),
        "point": decimal(amount.exact) if amount else None,
        "exact": _exact(amount) if amount else None,
        "unknown": measurement.unknown if measurement else 0,
        "measured": _measured(one, amount) if amount else None,
        "bounds": ends(amount.bounds) if amount else None,
        "distance": decimal(judgement.distance),
        "workings": list(measurement.workings) if measurement else [],
        "location": _location(one.check.place),
    }


def _measured(one: Evidence, amount: Amount) -> Json:
    unit = one.measurement.unit if one.measurement else ""
    interval = one.judgement.measured or amount.known
    return {"of": amount.of.value, **ends(interval), "unit": unit or amount.of.value}


def _exact(amount: Amount) -> str | None:
    """The fraction as it was counted, 11391/11925; in lowest terms where it is not a ratio of counts."""
    if amount.exact is None:
        return None
    top, bottom = amount.parts or amount.exact.as_integer_ratio()
    return f"{top}/{bottom}"


def _names(notes: Sequence[Note]) -> list[str]:
    return list(dict.fromkeys(note.name for note in notes))


def _note(note: Note) -> Json:
    return {"name": note.name, "text": note.text}


def _source(source: Source) -> Json:
    return {"title": source.title, "publisher": source.publisher, "url": source.url, "published": source.published}


def _location(place: Place | None) -> Json | None:
    if place is None:
        return None
    within: Json = {"within": place.within} if place.within else {}
    return {"path": place.path, "line": place.line, "column": place.column, **within}


def finding_object(entry: Entry) -> Json:
    finding = entry.finding
    return {
        "kind": finding.kind,
        "level": finding.level.value,
        "message": finding.message,
        "remedy": finding.remedy,
        "claim": finding.claim or None,
        "waived": finding.waived or None,
        "location": _location(finding.place),
        "fingerprint": entry.fingerprint,
    }


def counts_object(report: Report) -> Json:
    told = counts(report)
    levels = dict(told.levels)
    return {
        "claims": told.claims,
        **{verdict.value: number for verdict, number in told.verdicts},
        "own word only": told.own_word_only,
        "findings": {level.value: levels[level] for level in Level},
        "waived": told.waived,
    }


def settings_object(report: Report) -> Json:
    """What bears on verdicts and stands in no file."""
    return {"today": report.today}
