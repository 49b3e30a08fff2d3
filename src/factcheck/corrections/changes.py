"""A proven figure -> what has to change for it: words of the text, and every quote that holds them, together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from factcheck.model.claims import Claim, Ignored
from factcheck.model.corrections import Proposal
from factcheck.model.fixes import Edit, Fix, NewWords
from factcheck.model.places import Place
from factcheck.model.texts import ReadText
from factcheck.statements.anchors import Ambiguous, Found, find
from factcheck.statements.carrying import Span, carried
from factcheck.statements.lines import LineIndex

SEVERAL_PLACES = "the quote stands in several places of the text: add prefix: or suffix:"
NOT_CARRIED = "the words of the quote stand otherwise in the text"
OVERLAPS = "another correction changes some of these words"
PARTLY = "the quote of {claim} holds a part of these words"
ELSEWHERE = "{path} quotes these words too: change both by hand"
ONCE_MORE = "its quote holds another correction too: make that one first, then run it once more"


class LeftError(Exception):
    """A correction that is told and not made, with the reason."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


@dataclass(frozen=True, slots=True)
class Change:
    """What one fix changes: words of the text, and the claims that hold them."""

    fix: Fix
    edit: Edit
    claims: tuple[NewWords, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The text, its path, the claims of the file; and those of other files about the text, each with its file."""

    read: ReadText
    text_path: str
    claims: tuple[Claim, ...]
    elsewhere: tuple[tuple[str, Claim], ...] = ()


def change(fix: Fix, claim: Claim, proposal: Proposal, around: Surroundings) -> Change:
    """What has to change for a proposal. Raises LeftError where that cannot be told, or would break another claim."""
    text = around.read.text
    anchor = find(text, claim.quote, claim.prefix, claim.suffix)
    if not isinstance(anchor, Found):
        raise LeftError(SEVERAL_PLACES if isinstance(anchor, Ambiguous) else NOT_CARRIED)
    span = carried((proposal.start, proposal.end), claim.quote, text[anchor.start : anchor.end])
    if span is None:
        raise LeftError(NOT_CARRIED)
    edit = Edit(anchor.start + span[0], anchor.start + span[1], proposal.words)
    own = NewWords(claim.quote_place, proposal.quote, proposal.says, proposal.old, proposal.words)
    also = _also(claim, edit, around)
    source = around.read.span(edit.start, edit.end)[0]
    at = LineIndex(around.read.source, around.read.sections).place(source, around.text_path)
    told = replace(fix, at=at, also=tuple(other.id for other, _ in also))
    return Change(told, edit, (own, *(words for _, words in also)))


def apart(edits: Sequence[Edit]) -> list[Edit]:
    """The edits, each once. Raises LeftError where two differ about the same words."""
    kept = sorted(set(edits), key=lambda one: (one.start, one.end))
    if any(one.end > other.start for one, other in pairwise(kept)):
        raise LeftError(OVERLAPS)
    return kept


def merged(claims: Sequence[NewWords]) -> list[NewWords]:
    """What each claim becomes, once. Raises LeftError where a quote would change in two places."""
    found: dict[Place, NewWords] = {}
    for one in claims:
        known = found.setdefault(one.quote_place, one)
        if known.quote != one.quote:
            raise LeftError(ONCE_MORE)
        if one.says and not known.says:
            found[one.quote_place] = one
    return list(found.values())


def places(text: str, one: Claim | Ignored) -> tuple[Span, ...]:
    """Where the quote stands in the text; more than one place where it is ambiguous."""
    match find(text, one.quote, one.prefix, one.suffix):
        case Found(start, end):
            return ((start, end),)
        case Ambiguous(places):
            return places
        case _:
            return ()


def _also(claim: Claim, edit: Edit, around: Surroundings) -> list[tuple[Claim, NewWords]]:
    """Other claims of the file whose quotes hold the words. Raises LeftError where they cannot go with them."""
    text = around.read.text
    for path, one in around.elsewhere:
        if any(_overlap(place, edit) for place in places(text, one)):
            raise LeftError(ELSEWHERE.format(path=path))
    others = [one for one in around.claims if one.id != claim.id]
    held = [(one, place) for one in others for place in places(text, one) if _overlap(place, edit)]
    return [(one, _with_words(one, place, edit, text)) for one, place in held]


def _overlap(place: Span, edit: Edit) -> bool:
    return place[0] < edit.end and edit.start < place[1]


def _with_words(one: Claim, place: Span, edit: Edit, text: str) -> NewWords:
    """The claim with the new words in its quote, and in its `says` where that has them."""
    if not (place[0] <= edit.start and edit.end <= place[1]):
        raise LeftError(PARTLY.format(claim=one.id))
    span = carried((edit.start - place[0], edit.end - place[0]), text[slice(*place)], one.quote)
    if span is None:
        raise LeftError(NOT_CARRIED)
    old = one.quote[slice(*span)]
    quote = one.quote[: span[0]] + edit.words + one.quote[span[1] :]
    says = one.says.replace(old, edit.words) if one.says.count(old) == 1 else ""
    return NewWords(one.quote_place, quote, says, old, edit.words)
