"""One claim for a person to decide on: its quote marked in the text, what was said, what was found, who signed it."""

from collections.abc import Iterator

from factcheck.model.explained import Explanation
from factcheck.model.findings import ClaimResult, Finding
from factcheck.reports.drawing.accounts import checks, comments, said, verdict
from factcheck.reports.drawing.layout import Line, Span, Style, field, line, side_by_side, wrapped
from factcheck.reports.drawing.problems import finding_lines
from factcheck.reports.drawing.safe import visible

BEGINS, ENDS = "▶", "◀"
TOLD_ABOVE = frozenset({"changed since sign-off"})


def render(explanation: Explanation, *, progress: str, width: int) -> list[Line]:
    """The claim, in the order a person decides: where it stands, its words, its verdict, and what that rests on."""
    result = explanation.result
    lines = [line(), *_head(explanation, progress, width), *_quote(explanation, width), *verdict(result, width)]
    lines += [*said(result, width), *checks(result, width), *comments(result.claim, width), *_decided(result, width)]
    known = {result.verdict.value, *TOLD_ABOVE, *(note.name for note in result.notes)}
    for finding in explanation.findings:
        if finding.kind not in known:
            lines += [line(), *finding_lines(finding, width=width)]
    lines.append(line())
    return [one for at, one in enumerate(lines) if not at or one or lines[at - 1]]


def problems(findings: list[Finding], *, width: int) -> list[Line]:
    """Mistakes of a file, each at its place."""
    return [part for finding in findings for part in finding_lines(finding, width=width)]


def _head(explanation: Explanation, progress: str, width: int) -> list[Line]:
    claim, at = explanation.result.claim, explanation.result.said_at
    stands = f"{visible(at.path)} {visible(at.within) or f'line {at.line}'}" if at else ""
    names = side_by_side([progress, visible(claim.id)], width)
    places = side_by_side([visible(str(claim.quote_place)), stands], width)
    return [*(line(Span(part, "strong")) for part in names), *(line(Span(part, "faint")) for part in places), line()]


def _quote(explanation: Explanation, width: int) -> list[Line]:
    """The words of the text with the quote between marks, and in bold where there is colour."""
    claim = explanation.result.claim
    before, quote, after = (visible(part) for part in (explanation.before, claim.quote, explanation.after))
    text = f"{before}{BEGINS}{quote.strip()}{ENDS}{after}"
    first = len("".join(before.split()))
    last = first + len("".join(quote.split())) + len(BEGINS + ENDS)
    lines: list[Line] = []
    at = 0  # letters so far, blanks left out: lines are broken at blanks
    for part in wrapped(text, width - 2):
        spans, at = _styled(part, at, first, last)
        lines.append(line("  ", *spans))
    return [*lines, line()]


def _styled(part: str, at: int, first: int, last: int) -> tuple[list[Span], int]:
    """The line with the letters from `first` to `last` in bold, and how many letters there are up to its end."""
    spans: list[Span] = []
    for character in part:
        is_before = at == first and character.isspace()
        style: Style = "strong" if first <= at < last and not is_before else ""
        at += not character.isspace()
        if spans and spans[-1].style == style:
            spans[-1] = Span(spans[-1].text + character, style)
        else:
            spans.append(Span(character, style))
    return spans, at


def _decided(result: ClaimResult, width: int) -> Iterator[Line]:
    """The waiver and the sign-off there are; the mark is told with the checks."""
    if result.waived:
        yield from field("waived", visible(result.waived), width)
    signed = result.claim.signed
    if signed is not None:
        since = f"; changed since: {', '.join(result.changed)}" if result.changed else ""
        yield from field("signed", visible(f"{signed.by}, {signed.on}{since}"), width)
