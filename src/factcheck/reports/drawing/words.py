"""The phrases that every format has in common: what was said, what was found, and what there is to add."""

from collections.abc import Iterable
from fractions import Fraction

from factcheck.gate.counts import Counts
from factcheck.model.findings import ClaimResult, Evidence, Finding, Report, Verdict
from factcheck.model.measurements import BLOCKING, Amount
from factcheck.model.numbers import Interval
from factcheck.model.readings import Of, Reading
from factcheck.model.spelling import amount, distance, number, plural

SYMBOLS = {
    Verdict.SUPPORTED: "✓",
    Verdict.REFUTED: "✗",
    Verdict.NOT_ENOUGH: "?",
    Verdict.CONFLICTING: "≠",
    Verdict.NOT_CHECKABLE: "–",
    Verdict.ERROR: "!",
}
SHORT = {**{verdict: verdict.value for verdict in Verdict}, Verdict.NOT_ENOUGH: "not enough"}
REASONS = {"unit": "another unit", "period": "period not covered"}
IN_FULL = {
    "straddles": "what was found lies partly inside what the words accept",
    "incomplete": "the table may lack rows that decide",
    "no check": "nothing was computed",
    "no data": "nothing in the data to measure",
    "stale": "nothing describes the time of which it was said",
    "two senses": "the words can be read in two ways, and the data tell them apart",
    "price basis": "the prices of the data are not of one year",
}
THERE_IS = "there is one"
# Notes that the line tells in other words, or that only say why something beside it has no vote.
TOLD_OTHERWISE = frozenset({"missing values", "uncertainty", "incomplete", *BLOCKING})
TOLD_WITH_TEXT = frozenset({"excepted", "undecided beside", "figure not used", "unit of measure"})
PERCENTS = frozenset({Of.SHARE, Of.RELATIVE})


def compact(values: Interval, of: Of) -> str:
    """An interval in few characters: "45 to 50%", "> 150,000", "175"."""
    low, high = values.low, values.high
    if low is None and high is None:
        return "anything"
    if low is None:
        return f"{'<' if values.high_open else '≤'} {_end(high, of)}"
    if high is None:
        return f"{'>' if values.low_open else '≥'} {_end(low, of)}"
    if low == high:
        return amount(low, of)
    if of in PERCENTS:
        return f"{amount(low, of).removesuffix('%')} to {amount(high, of)}"
    return f"{_plain(low, of)} to {amount(high, of).removeprefix('+')}"


def _end(value: Fraction | None, of: Of) -> str:
    return "" if value is None else amount(value, of).removeprefix("+")


def _plain(value: Fraction, of: Of) -> str:
    return amount(value, of).removesuffix(" times").removesuffix(" points").removeprefix("+")


def said(result: ClaimResult) -> str:
    """What the words accept, of the leading evidence or else of the wording itself; the words where that says less."""
    claim, reading = result.claim, reading_of(result)
    if not words_of(result) and result.evidence:
        return THERE_IS
    if reading is None or claim.against is not None or reading.way or _is_a_sign(reading):
        return words_of(result)
    return compact(reading.accepts, reading.of)


def words_of(result: ClaimResult) -> str:
    """The claim's own words that fix the figure; none where it only says that there is such a thing."""
    claim = result.claim
    return claim.says or (claim.wording.text if claim.wording else "")


def reading_of(result: ClaimResult) -> Reading | None:
    """What the words accept: of the leading evidence, or else of the wording itself."""
    reading = result.leading.judgement.reading if result.leading is not None else None
    if reading is None and result.claim.wording is not None:
        return result.claim.wording.readings[0]
    return reading


def _is_a_sign(reading: Reading) -> bool:
    """The wording only says that something rose or fell."""
    return reading.of is Of.DIFFERENCE and 0 in (reading.accepts.low, reading.accepts.high)


def found(evidence: Evidence) -> str:
    """What was measured, with the margin of the source's own uncertainty; empty where nothing was."""
    judgement, measurement = evidence.judgement, evidence.measurement
    if judgement.amount is None or judgement.measured is None:
        return ""
    amounts, of = judgement.amount, judgement.amount.of
    if evidence.check.kind == "exists":
        return _there(judgement.measured)
    if measurement is not None and measurement.told:
        return measurement.told
    if amounts.exact is not None and judgement.measured == amounts.widened(amounts.known):
        return amount(amounts.exact, of) + _margin(amounts)
    if judgement.verdict is Verdict.NOT_ENOUGH and not _shares_an_end(judgement.measured, amounts.known):
        return f"{compact(amounts.known, of)} among the known"
    return compact(judgement.measured, of)


def numbers(result: ClaimResult) -> tuple[str, str]:
    """What was said and what was found, each with its word; neither where a person marked the claim."""
    leading, says = result.leading, said(result)
    if result.verdict is Verdict.NOT_CHECKABLE:
        return "", ""
    measured = found(leading) if leading is not None else ""
    nothing = "no check" if leading is None else "found nothing"
    return f"said {says}" if says else "", f"found {measured}" if measured else nothing


def _there(measured: Interval) -> str:
    """Whether there is such a row."""
    if measured.low is not None and measured.low > 0:
        return "one" if measured.high == 1 else "one or more"
    return "none" if measured.high == 0 else "none among the known"


def _shares_an_end(one: Interval, other: Interval) -> bool:
    """The bounds begin or end where the known does: they alone say enough."""
    return (one.low, one.high) == (other.low, other.high) or bool(
        (one.high is None and one.low == other.low) or (one.low is None and one.high == other.high)
    )


def _margin(value: Amount) -> str:
    if not value.margin:
        return ""
    return f" ± {number(value.margin * 100 if value.of in PERCENTS else value.margin)}"


def remark(result: ClaimResult) -> str:
    """The few words beside a verdict: why, how far off, from when, and on whose word."""
    leading = result.leading
    parts: list[str] = []
    if result.verdict is Verdict.REFUTED and leading is not None:
        parts.append(off_by(leading))
    if result.verdict is not Verdict.ERROR and (result.evidence or result.verdict is Verdict.NOT_CHECKABLE):
        blocked = no_vote(leading) if leading is not None and not leading.votes else ""
        parts.append(blocked or reason(result.reason))
    if result.verdict is Verdict.CONFLICTING:
        parts.extend(f"{one.label or one.table}: {found(one)}" for one in result.evidence if one.votes)
    if leading is not None and leading.label:
        parts.append(leading.label)
    parts.extend(_notes(result))
    unknown = leading.measurement.unknown if leading is not None and leading.measurement is not None else 0
    if unknown:
        parts.append(f"{unknown:,} unknown")
    if leading is not None and leading.error is not None:
        parts.append(leading.error.message)
    parts.extend(_set_aside(result))
    return ", ".join(part for part in parts if part)


def _set_aside(result: ClaimResult) -> Iterable[str]:
    """Why the verdict does not count, where it does not."""
    if result.waived:
        yield f"waived: {result.waived}"
    if result.known and result.verdict is not Verdict.SUPPORTED:
        yield f"known {result.known}"


def _notes(result: ClaimResult) -> Iterable[str]:
    """The notes that the rest of the line does not tell."""
    if result.verdict is Verdict.NOT_CHECKABLE:
        return ()
    told = (note for note in result.notes if note.name not in TOLD_OTHERWISE)
    return dict.fromkeys(f"{one.name} ({one.text})" if one.name in TOLD_WITH_TEXT else one.name for one in told)


def reason(name: str) -> str:
    """Why nothing was decided, in a reader's words."""
    return REASONS.get(name, name)


def explained(result: ClaimResult) -> str:
    """The reason in a sentence."""
    leading = result.leading
    judgement = leading.judgement if leading is not None else None
    if result.reason == "straddles" and judgement is not None and judgement.reading and judgement.amount:
        exact, accepts = judgement.amount.exact, judgement.reading.accepts
        if exact is not None and not accepts.contains(exact):
            return f'straddles, the data cannot tell "{words_of(result)}" from {amount(exact, judgement.amount.of)}'
    return ", ".join(part for part in (reason(result.reason), IN_FULL.get(result.reason, "")) if part)


def off_by(evidence: Evidence) -> str:
    """How far the data are from the words, where that is a number."""
    judgement = evidence.judgement
    if judgement.distance is None or judgement.amount is None or judgement.verdict is not Verdict.REFUTED:
        return ""
    if not judgement.distance:
        return "just past the edge"
    return f"off by {distance(judgement.distance, judgement.amount.of)}"


def beside(result: ClaimResult) -> tuple[str, ...]:
    """The evidence that is only printed beside, gathered by why it has no vote."""
    told: dict[str, list[str]] = {}
    for one in result.evidence:
        if not one.votes and one is not result.leading:
            told.setdefault(no_vote(one), []).append(f"{found(one) or one.judgement.reason} ({one.label or one.table})")
    return tuple(f"{why}: {', '.join(numbers)}" for why, numbers in told.items())


def no_vote(one: Evidence) -> str:
    """Why it is only printed beside."""
    names = ("stale", "older source", "later release", "period not covered", "unit of count", "price basis")
    return ", ".join(dict.fromkeys(note.name for note in one.judgement.notes if note.name in names))


def besides(report: Report) -> tuple[Finding, ...]:
    """The findings that the claims' own lines do not tell: all but verdicts, and why a check could not run."""
    told = {verdict.value for verdict in Verdict} - {Verdict.ERROR.value}
    return tuple(finding for finding in report.findings if finding.kind not in told)


def summary(told: Counts) -> str:
    """The last line: everything counted. Verdicts that no claim has are left to the machine-readable formats.

    The supported ones say how many of them rest on the statement's own publisher alone.
    """
    own = f" ({told.own_word_only} own word only)" if told.own_word_only else ""
    parts = [
        f"{number} {verdict.value}{own if verdict is Verdict.SUPPORTED else ''}"
        for verdict, number in told.verdicts
        if number
    ]
    return f"{plural(told.claims, 'claim')}: {', '.join(parts)}" if parts else plural(told.claims, "claim")
