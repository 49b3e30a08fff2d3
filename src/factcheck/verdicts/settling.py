"""What several pieces of evidence come to together: the verdict on a claim."""

from collections.abc import Sequence

from factcheck.model.findings import Evidence, Verdict
from factcheck.model.measurements import Note


def settle(evidence: Sequence[Evidence], publisher: str) -> tuple[Verdict, str, tuple[Note, ...]]:
    """What all the evidence comes to: the verdict, its reason, and notes on the whole."""
    voting = [one for one in evidence if one.votes]
    said = {one.judgement.verdict for one in voting}
    failed = [one.judgement.reason for one in evidence if one.judgement.verdict is Verdict.ERROR]
    if failed:
        return Verdict.ERROR, failed[0], ()
    if {Verdict.SUPPORTED, Verdict.REFUTED} <= said:
        return Verdict.CONFLICTING, "", ()
    for verdict in (Verdict.SUPPORTED, Verdict.REFUTED):
        if verdict in said:
            return verdict, "", _beside(voting, verdict, publisher)
    reasons = [one.judgement.reason for one in [*voting, *evidence] if one.judgement.reason]
    return Verdict.NOT_ENOUGH, next(iter(reasons), "no check"), ()


def _beside(voting: Sequence[Evidence], verdict: Verdict, publisher: str) -> tuple[Note, ...]:
    undecided = [one.label or one.table for one in voting if one.judgement.verdict is not verdict]
    agreeing = [source.publisher for one in voting if one.judgement.verdict is verdict for source in one.sources]
    notes = [Note("undecided beside", ", ".join(undecided))] if undecided else []
    if verdict is Verdict.SUPPORTED and agreeing and all(name == publisher for name in agreeing):
        notes.append(Note("own word", f"every source that supports it is {publisher}"))
    return tuple(notes)
