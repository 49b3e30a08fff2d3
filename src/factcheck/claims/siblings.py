"""What the claims of one file need of each other: names of their own, and a number to be compared with."""

from collections.abc import Sequence

from factcheck.claims.collecting import Collected
from factcheck.claims.figures import Read
from factcheck.errors import Problem, did_you_mean
from factcheck.files.nodes import Lines, Mapping, Node, Scalar, problem_at
from factcheck.model.claims import Claim


def siblings(reads: Sequence[Read], ids: Sequence[str], found: Collected, lines: Lines) -> list[Read]:
    """The claims that can stand beside each other; the problems of the others are kept in `found`.

    `ids` are those of all claims of the file, also of the ones that could not be read.
    """
    return _comparable(_named_once(reads, found, lines), ids, found, lines)


def id_of(node: Node) -> str:
    """The id of a claim that may be unreadable otherwise; empty where it has none."""
    written = node.get("id") if isinstance(node, Mapping) else None
    return written.text if isinstance(written, Scalar) else ""


def _named_once(reads: Sequence[Read], found: Collected, lines: Lines) -> list[Read]:
    """The claims whose id no earlier one has."""
    first: dict[str, Read] = {}
    for one in reads:
        if one.claim.id in first:
            remedy = f"the first is on line {first[one.claim.id].claim.place.line}; give this one another"
            message = f'the id "{one.claim.id}" comes twice'
            found.problems.append(problem_at(one.claim.place, message, lines, remedy))
        else:
            first[one.claim.id] = one
    return list(first.values())


def _comparable(reads: Sequence[Read], ids: Sequence[str], found: Collected, lines: Lines) -> list[Read]:
    """The claims that are compared with none, or with one that is there and has a check."""
    measured = {one.claim.id for one in reads if one.claim.checks}
    compared_with: dict[str, list[Claim]] = {}
    for one in reads:
        if one.claim.against:
            compared_with.setdefault(one.claim.against.than, []).append(one.claim)
    waiting = [
        claim for than, own in compared_with.items() for claim in own if than not in measured or than == claim.id
    ]
    gone: set[str] = set()
    while waiting:
        claim = waiting.pop()
        if claim.id not in gone:
            gone.add(claim.id)
            found.problems.append(_nothing_to_compare(claim, ids, lines))
            waiting += compared_with.get(claim.id, [])
    return [one for one in reads if one.claim.id not in gone]


def _nothing_to_compare(claim: Claim, ids: Sequence[str], lines: Lines) -> Problem:
    than = claim.against.than if claim.against else ""
    others = [other for other in ids if other and other != claim.id]
    if than in others:
        message, remedy = f'the claim "{than}" gives no number to compare with', "give it a check, or mend it"
    else:
        message, remedy = f'no other claim is called "{than}"', did_you_mean(than, others, has="The other claims are")
    return problem_at(claim.place, message, lines, remedy)
