"""What a claim file may hold; its JSON Schema and its errors are made from these shapes."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from factcheck.claims.check_shape import CheckShape
from factcheck.claims.forms import BESIDE_FORM, PERIOD_FORM, WrittenPeriod
from factcheck.files.nodes import Node
from factcheck.files.scalars import Days
from factcheck.files.shapes import Entries, Key, Placed
from factcheck.model.places import Place

NOT_HELD = "not held"


@dataclass(frozen=True, slots=True)
class SourceShape:
    """Where something was published."""

    title: Annotated[str, Key("what it is called")] = ""
    publisher: Annotated[str, Key("who published it")] = ""
    url: Annotated[str, Key("where it can be read")] = ""
    published: Annotated[Days | None, Key("when: a day, a month or a year")] = None


@dataclass(frozen=True, slots=True)
class StatementShape:
    """The text that was published or is about to be."""

    place: Place
    title: Annotated[str, Key("what the text is called")]
    publisher: Annotated[str, Key("who publishes it; a source of the same publisher is its own word")]
    text: Annotated[Placed[str], Key('the file with its words, seen from the claim file; or "not held"')]
    speaker: Annotated[str, Key("who speaks, where a text has one speaker")] = ""
    published: Annotated[date | None, Key("the day of publication: 2023-07-30")] = None
    url: Annotated[str, Key("where it can be read")] = ""
    language: Annotated[Placed[str] | None, Key("the language of the text: en or fr")] = None
    encoding: Annotated[Placed[str] | None, Key("the encoding of the text's file, where it is not utf-8")] = None
    tracked: Annotated[
        Literal["accept", "reject", "refuse"] | None,
        Key("which words of a .docx or .odt are meant, where it holds tracked changes that nobody has settled"),
    ] = None


@dataclass(frozen=True, slots=True)
class NotCheckableShape:
    """A person's mark that no data can settle a claim."""

    because: Annotated[Literal["opinion", "wish", "forecast", "too vague"], Key("what kind of words they are")]
    reason: Annotated[str, Key("why no data can settle it")]
    by: Annotated[str, Key("who says so")]
    on: Annotated[date, Key("when: 2023-07-30")]


@dataclass(frozen=True, slots=True)
class WaiverShape:
    """A finding on a claim that need not count up to a day, and why."""

    place: Place
    finding: Annotated[str, Key("which: refuted, not-enough-evidence; factcheck rule lists them")]
    reason: Annotated[str, Key("why it need not count")]
    until: Annotated[date, Key("the last day of it: 2023-07-30")]
    by: Annotated[str, Key("who says so")] = ""


@dataclass(frozen=True, slots=True)
class SignedShape:
    """A person's word that they looked at the claim and let it stand, and what it stood on then."""

    place: Place
    by: Annotated[str, Key("who signed it")]
    on: Annotated[date, Key("when: 2023-07-30")]
    verdict: Annotated[
        Literal["supported", "refuted", "not enough evidence", "conflicting", "not checkable"],
        Key("what the data said of it then"),
    ]
    text: Annotated[str, Key("the hash of the sentence that its quote stood in: sha256:...; or not held")]
    claim: Annotated[str, Key("the hash of the claim itself: sha256:...")]
    data: Annotated[
        Entries[str], Key("the hash of each dataset that it read: sha256:...; unpinned for a table of an engine")
    ] = ()


@dataclass(frozen=True, slots=True)
class ClaimShape:
    """One checkable assertion: its exact quote, what it says, and how to check it."""

    place: Place
    id: Annotated[Placed[str], Key("its name in reports: small letters, digits and hyphens, once in the file")]
    quote: Annotated[Placed[str], Key("the words of the text, exactly")]
    prefix: Annotated[str, Key("the words just before, where the quote stands more than once")] = ""
    suffix: Annotated[str, Key("the words just after, where the quote stands more than once")] = ""
    says: Annotated[
        Placed[str] | None,
        Key('the words of the quote that fix the figure: over 150,000, nearly half; or "higher than CLAIM-ID"'),
    ] = None
    speaker: Annotated[str, Key("who speaks, where a text has several speakers")] = ""
    said: Annotated[date | None, Key("the day it was said, where that is not the day of publication")] = None
    about: Annotated[str, Key("whom or what it speaks of, where the quote does not say: IOM")] = ""
    counts: Annotated[str, Key("what is counted: victim; the dataset's `row` must be the same")] = ""
    period: Annotated[WrittenPeriod | None, Key("the time it speaks of: 2023 or 2002..2021"), PERIOD_FORM] = None
    according_to: Annotated[str, Key("the source that the text itself names: the Global Report")] = ""
    hedge: Annotated[str, Key("the author's own doubt: likely, could")] = ""
    mentions: Annotated[tuple[str, ...], Key("years, places and names of the sentence")] = ()
    check: Annotated[CheckShape | None, Key("how to get the number")] = None
    checks: Annotated[tuple[CheckShape, ...], Key("several ways to get the number")] = ()
    not_checkable: Annotated[NotCheckableShape | None, Key("a mark that no data can settle it")] = None
    note: Annotated[str, Key("anything a reader should know")] = ""
    sources: Annotated[tuple[SourceShape, ...], Key("where the claim or its data were published")] = ()
    waive: Annotated[tuple[WaiverShape, ...], Key("a finding that need not count for a time", or_one=True)] = ()
    ignore: Annotated[None, Key("stands beside claims:, not in one"), BESIDE_FORM] = None
    signed: Annotated[SignedShape | None, Key("who accepted it; factcheck review writes it")] = None


@dataclass(frozen=True, slots=True)
class IgnoredShape:
    """Words of the text that no claim needs to cover, and why."""

    quote: Annotated[Placed[str], Key("the words of the text, exactly")]
    because: Annotated[str, Key("why nobody needs to check them")]
    prefix: Annotated[str, Key("the words just before, where the quote stands more than once")] = ""
    suffix: Annotated[str, Key("the words just after, where the quote stands more than once")] = ""


IGNORE = "words that no claim needs to cover"


@dataclass(frozen=True, slots=True)
class FileShape:
    """One statement and its claims, each still unread: a bad claim takes out itself alone."""

    statement: Annotated[Node, Key("the text that was published or is about to be")]
    claims: Annotated[tuple[Node, ...], Key("the claims, in any order")]
    ignore: Annotated[tuple[IgnoredShape, ...], Key(IGNORE)] = ()


@dataclass(frozen=True, slots=True)
class WholeFileShape:
    """One statement and its claims."""

    statement: Annotated[StatementShape, Key("the text that was published or is about to be")]
    claims: Annotated[tuple[ClaimShape, ...], Key("the claims, in any order")]
    ignore: Annotated[tuple[IgnoredShape, ...], Key(IGNORE)] = ()
