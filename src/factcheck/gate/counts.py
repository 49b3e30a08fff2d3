"""How many of everything a run found: every verdict and every level, also the zeros."""

from dataclasses import dataclass

from factcheck.model.findings import Level, Report, Verdict


@dataclass(frozen=True, slots=True)
class Counts:
    """`verdicts` and `levels` hold every verdict and level there is, in their order; `waived` findings are in none."""

    claims: int
    verdicts: tuple[tuple[Verdict, int], ...]
    own_word_only: int
    levels: tuple[tuple[Level, int], ...]
    waived: int = 0


def counts(report: Report) -> Counts:
    claims = report.claims
    return Counts(
        claims=len(claims),
        verdicts=tuple((verdict, sum(claim.verdict is verdict for claim in claims)) for verdict in Verdict),
        own_word_only=sum(any(note.name == "own word" for note in claim.notes) for claim in claims),
        levels=tuple((level, sum(one.level is level for one in report.findings if not one.waived)) for level in Level),
        waived=sum(bool(one.waived) for one in report.findings),
    )
