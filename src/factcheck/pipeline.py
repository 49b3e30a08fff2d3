"""The program on one screen: plan, answer, combine, judge. Only the engine's answer touches the world."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice

from factcheck.engines.interface import Engine
from factcheck.errors import FactcheckError
from factcheck.evidence.asking import Question, answered, profiles, questions
from factcheck.evidence.comparing import against, wording_against
from factcheck.evidence.naming import naming, values
from factcheck.evidence.weighing import Scales, could_not_run, pieces, votes, weigh
from factcheck.model.claims import Claim
from factcheck.model.findings import ClaimResult, Evidence, Verdict
from factcheck.model.measurements import Note, Piece
from factcheck.model.numbers import Interval
from factcheck.model.queries import ColumnProfile, Response, TableProfile
from factcheck.model.readings import Of, Reading, Wording
from factcheck.verdicts.settling import settle
from factcheck.verdicts.standing import renamed

ONE_ROW = Reading(Of.LEVEL, Interval(Fraction(1), None), "at least one row")
THERE_IS = Wording("", 0, 0, (ONE_ROW,))


@dataclass(frozen=True, slots=True)
class Stated:
    """The claims of one statement, and who published it."""

    claims: tuple[Claim, ...]
    publisher: str


@dataclass(frozen=True, slots=True)
class Found:
    """What one check gave: pieces, or the evidence that it could not run."""

    question: Question
    pieces: tuple[Piece, ...] = ()
    failed: Evidence | None = None


def results(statements: Sequence[Stated], engine: Engine, scales: Scales) -> tuple[tuple[ClaimResult, ...], ...]:
    """The verdicts on the claims of each statement, in the order of its file. The engine is asked once for all."""
    asked = [questions(stated.claims, scales.tables, scales.unusable) for stated in statements]
    every = [question for each in asked for question in each]
    profiling = profiles(every, scales.tables)
    names = naming(every, scales.tables)
    requests = [*(request for question in every for request in question.requests), *profiling]
    once = tuple(dict.fromkeys((*requests, *names)))
    responses = dict(zip(once, engine.answers(once), strict=True))
    paired, profiled = answered(every, [responses[request] for request in requests])
    known = values(names, [responses[query] for query in names])
    weighed_with = replace(scales, misfits=_misfits(profiled), values=known)
    found = iter([_found(question, own, weighed_with) for question, own in paired])
    grouped = [list(islice(found, len(each))) for each in asked]
    return tuple(
        tuple(_result(claim, own, stated.publisher, weighed_with) for claim in stated.claims)
        for stated, own in zip(statements, grouped, strict=True)
    )


def _misfits(profiled: Sequence[Response]) -> dict[str, dict[str, ColumnProfile]]:
    return {
        profile.table: {column.column: column for column in profile.columns}
        for profile in profiled
        if isinstance(profile, TableProfile)
    }


def _found(question: Question, responses: Sequence[Response], scales: Scales) -> Found:
    try:
        return Found(question, pieces(question, responses, scales))
    except FactcheckError as error:
        return Found(question, failed=could_not_run(question.check, question.claim, error.problems[0]))


def _result(claim: Claim, found: Sequence[Found], publisher: str, scales: Scales) -> ClaimResult:
    if claim.not_checkable is not None:
        mark = claim.not_checkable
        note = Note(mark.because, f"{mark.reason} ({mark.by}, {mark.on})")
        return ClaimResult(claim, Verdict.NOT_CHECKABLE, mark.because, (note,))
    evidence = renamed([one for each in found if each.question.claim is claim for one in _weighed(each, found, scales)])
    verdict, reason, notes = settle(evidence, publisher)
    return ClaimResult(claim, verdict, reason, _all_notes(claim, evidence, notes), evidence)


def _weighed(one: Found, found: Sequence[Found], scales: Scales) -> tuple[Evidence, ...]:
    if one.failed is not None:
        return (one.failed,)
    claim = one.question.claim
    if claim.against is None:
        return weigh(one.question, one.pieces, claim.wording or THERE_IS, scales)
    than = claim.against.than
    theirs = [(each.question.claim, piece) for each in found if each.question.claim.id == than for piece in each.pieces]
    voting = [piece for other, piece in theirs if votes(other, piece, scales.today)]
    others = voting or [piece for _, piece in theirs]
    compared = [against(piece, others, than) for piece in one.pieces]
    return weigh(one.question, compared, wording_against(claim.against), scales)


def _all_notes(claim: Claim, evidence: Sequence[Evidence], notes: Sequence[Note]) -> tuple[Note, ...]:
    """The notes of all evidence and of the whole, each once; figures of the quote that nothing uses."""
    unused = (
        (Note("figure not used", ", ".join(one.text for one in claim.unused_figures)),) if claim.unused_figures else ()
    )
    told = dict.fromkeys(note for one in evidence for note in one.judgement.notes)
    return tuple(dict.fromkeys((*notes, *told, *unused)))
