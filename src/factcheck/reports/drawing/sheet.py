"""A newsroom's fact-check sheet: what was said, what the data say, from where, and who looked at it."""

from collections.abc import Iterator

from factcheck.model.findings import ClaimResult, Report
from factcheck.model.places import Place
from factcheck.model.tables import Source
from factcheck.reports.drawing.entries import Entry, entries, remarks, verdicts
from factcheck.reports.drawing.words import THERE_IS, beside, numbers, words_of

COLUMNS = ("fact", "says", "data", "verdict", "source", "link", "date", "checked by", "note")
PROGRAM = "factcheck"

Row = dict[str, str]


def sheet(report: Report) -> Iterator[Row]:
    """A row for each claim, one for each finding that is not a claim's verdict, one for what settings left out.

    Nothing is escaped here.
    """
    told = entries(report)
    of_claims = verdicts(told)
    for result in report.claims:
        yield _claim(result, of_claims.get(id(result)), report.today)
    for entry in told:
        if not entry.is_verdict:
            yield _finding(entry)
    for line in report.told:
        yield {"note": line}


def _claim(result: ClaimResult, entry: Entry | None, today: str) -> Row:
    sources = list(dict.fromkeys(_sources(result)))
    on, by = _checked(result, today)
    return {
        "fact": result.claim.quote,
        "says": words_of(result),
        "data": numbers(result)[1].removeprefix("found "),
        "verdict": result.verdict.value,
        "source": "; ".join(filter(None, map(_named, sources))),
        "link": "; ".join(dict.fromkeys(source.url for source in sources if source.url)),
        "date": on,
        "checked by": by,
        "note": _joined(entry.why_not_counted if entry else "", *_notes(result), _where(result.claim.quote_place)),
    }


def _notes(result: ClaimResult) -> Iterator[str]:
    """What stands beside the verdict: what the words accept, remarks, sources without a vote, a person's words."""
    said = numbers(result)[0].removeprefix("said ")
    if said not in ("", words_of(result), THERE_IS):
        yield f"accepts {said}"
    told = [remarks(result), *beside(result)]
    yield from told
    yield from (name for name in dict.fromkeys(note.name for note in result.notes) if name not in " ".join(told))
    if result.claim.not_checkable is not None:
        yield result.claim.not_checkable.reason
    yield result.claim.note
    yield f"claim {result.claim.id}"


def _checked(result: ClaimResult, today: str) -> tuple[str, str]:
    """The day and who: the person who marked the claim, or the program where a check ran; else nobody yet."""
    mark = result.claim.not_checkable
    if mark is not None:
        return str(mark.on), mark.by
    ran = any(one.error is None for one in result.evidence)
    return (today, PROGRAM) if ran else ("", "")


def _sources(result: ClaimResult) -> list[Source]:
    return [*(source for one in result.evidence for source in one.sources), *result.claim.sources]


def _named(source: Source) -> str:
    return ", ".join(filter(None, (source.title, source.publisher, source.published)))


def _finding(entry: Entry) -> Row:
    finding = entry.finding
    claim = f"claim {finding.claim}" if finding.claim else ""
    told = (entry.why_not_counted, finding.level.value, finding.message, finding.remedy, claim, _where(finding.place))
    return {
        "fact": entry.result.claim.quote if entry.result else "",
        "verdict": finding.kind,
        "note": _joined(*told),
    }


def _where(place: Place | None) -> str:
    return str(place) if place else ""


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)
