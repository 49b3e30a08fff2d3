"""One claim as written -> a claim that can be checked."""

import re
from dataclasses import replace

from factcheck.claims.asked_rows import Data
from factcheck.claims.check_shape import CheckShape
from factcheck.claims.checks import check
from factcheck.claims.collecting import Collected
from factcheck.claims.content import content
from factcheck.claims.figures import Read
from factcheck.claims.periods import period
from factcheck.claims.saying import Gives, Said, check_gives, said
from factcheck.claims.shape import ClaimShape, SignedShape, SourceShape
from factcheck.files.nodes import Node
from factcheck.files.reading import read
from factcheck.model.claims import Claim, NotCheckable, Statement, Waiver
from factcheck.model.readings import Period
from factcheck.model.signed import Signature, Stamp
from factcheck.model.tables import Source
from factcheck.statements.plain import plain
from factcheck.wording import counted_after
from factcheck.wording.language import Language

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def claim(node: Node, statement: Statement | None, language: Language, data: Data, gives: Gives) -> Read:
    """The claim, its checks bound and its words read. Raises FactcheckError with every problem found."""
    shape = read(node, ClaimShape, data.lines, called="a claim")
    found = Collected()
    found.attempt(_well_named, shape, data)
    found.attempt(_quoted, shape, data)
    found.attempt(_reasons, shape, data)
    checks = tuple(bound for one in _checks(shape) if (bound := found.attempt(check, one, data)))
    said_on = shape.said or (statement.published if statement else None)
    what = found.attempt(said, shape, checks, language, data) or Said()
    found.attempt(check_gives, what, checks, (shape.says or shape.quote).node, gives, data)
    when = found.attempt(period, shape, what, checks, language, said_on, data)
    found.stop_at_problems()
    things = counted_after(shape.quote.value, what.at[1], language) if what.at else ""
    made = replace(_claim(shape, statement), checks=checks, wording=what.wording, against=what.against, period=when)
    made = replace(made, said=said_on, things=things, content=content(node))
    return Read(made, _spans(what, when), plain(shape.quote.value).text)


def _claim(shape: ClaimShape, statement: Statement | None) -> Claim:
    """What is taken over as it was written."""
    mark = shape.not_checkable
    return Claim(
        id=shape.id.value,
        quote=shape.quote.value,
        place=shape.place,
        quote_place=shape.quote.node.place,
        prefix=shape.prefix,
        suffix=shape.suffix,
        says=shape.says.value if shape.says else "",
        counts=shape.counts,
        about=shape.about,
        according_to=shape.according_to,
        hedge=shape.hedge,
        mentions=shape.mentions,
        speaker=shape.speaker or (statement.speaker if statement else ""),
        not_checkable=NotCheckable(mark.because, mark.reason, mark.by, mark.on) if mark else None,
        waivers=tuple(Waiver(one.finding, one.reason, one.until, one.place, one.by) for one in shape.waive),
        note=shape.note,
        sources=tuple(_source(source) for source in shape.sources),
        signed=_signed(shape.signed) if shape.signed else None,
    )


def _signed(shape: SignedShape) -> Signature:
    data = tuple((name.text, written) for name, written in shape.data)
    return Signature(shape.by, shape.on, Stamp(shape.text, shape.claim, shape.verdict, data), shape.place)


def _source(shape: SourceShape) -> Source:
    return Source(shape.title, shape.publisher, shape.url, shape.published.text if shape.published else "")


def _checks(shape: ClaimShape) -> tuple[CheckShape, ...]:
    return ((shape.check,) if shape.check else ()) + shape.checks


def _well_named(shape: ClaimShape, data: Data) -> None:
    if not _ID.fullmatch(shape.id.value):
        remedy = "write small letters, digits and hyphens, as within-regions"
        raise data.refusal(shape.id.node, f'"{shape.id.value}" cannot be the id of a claim', remedy)


def _quoted(shape: ClaimShape, data: Data) -> None:
    if not shape.quote.value.strip():
        raise data.refusal(shape.quote.node, "the quote is empty", "copy the words of the text")
    if shape.check and shape.checks:
        raise data.refusal(shape.checks[0].place, "both check and checks", "put all of them into checks")


def _reasons(shape: ClaimShape, data: Data) -> None:
    """A waiver without a reason is none, nor is a sign-off without a name."""
    for waiver in shape.waive:
        if not waiver.reason.strip():
            raise data.refusal(waiver.place, "the waiver has no reason", "say why it need not count")
    if shape.signed and not shape.signed.by.strip():
        raise data.refusal(shape.signed.place, "the sign-off names nobody", "say who signed it, or take it out")


def _spans(what: Said, when: Period | None) -> tuple[tuple[int, int], ...]:
    """The characters of the quote that are read, as the figure and as the time."""
    return tuple(span for span in (what.at, when.at if when else None) if span and span[0] < span[1])
