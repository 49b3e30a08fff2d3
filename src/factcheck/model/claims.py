"""Statements, their claims, and the checks that are to give the numbers."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from factcheck.model.conditions import ALL_ROWS, Cond, Expr
from factcheck.model.places import Place
from factcheck.model.readings import Period, Wording
from factcheck.model.signed import Signature
from factcheck.model.tables import Source
from factcheck.model.texts import ReadText, Tracked

MeasureKind = Literal["value", "distinct", "sum", "mean", "median", "min", "max", "count", "exists", "share"]
CheckKind = MeasureKind | Literal["ratio", "change", "rank", "trend", "figure"]
Missing = Literal["known", "bounds"]
Per = Literal["", "day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of one table: `of` a column or expression, or the rows where `holds`, among the rows of `where`.

    `missing` is "bounds" where the claim file asks for the bounds; `weight` is the column that counts what each row
    stands for.
    """

    kind: MeasureKind
    table: str
    of: Expr | None = None
    holds: Cond | None = None
    where: Cond = ALL_ROWS
    weight: str | None = None
    missing: Missing = "known"


@dataclass(frozen=True, slots=True)
class Single:
    """One measure; `per` divides it by the days, weeks, months or years of the claim's period."""

    measure: Measure
    per: Per = ""


@dataclass(frozen=True, slots=True)
class Ratio:
    """The measure `of` over the measure `to`, or over the days, weeks, months or years of the period, or both."""

    of: Measure
    to: Measure | None = None
    per: Per = ""


@dataclass(frozen=True, slots=True)
class Change:
    """The measure `of` where `start` holds, against where `end` holds."""

    of: Measure
    start: Cond
    end: Cond


@dataclass(frozen=True, slots=True)
class Rank:
    """The place of the group `of` among all groups of the column `each`, ordered by the measure `by`."""

    of: Cond
    by: Measure
    each: str


@dataclass(frozen=True, slots=True)
class Trend:
    """How long the measure `of` has gone one way, over the values of the column `over`."""

    of: Measure
    over: str


@dataclass(frozen=True, slots=True)
class Excepted:
    """Published rows left out: those whose columns have these values, and why."""

    values: tuple[tuple[str, str], ...]
    because: str


@dataclass(frozen=True, slots=True)
class Published:
    """Every row of a table of published figures that bears the name `figure`, but the excepted."""

    table: str
    figure: str
    excepted: tuple[Excepted, ...] = ()


Computation = Single | Ratio | Change | Rank | Trend | Published


@dataclass(frozen=True, slots=True)
class Check:
    """How to get the number: the computation, under its kind's name, and where it stands."""

    kind: CheckKind
    computation: Computation
    place: Place


@dataclass(frozen=True, slots=True)
class Higher:
    """`says: higher than CLAIM-ID` (or lower): this claim's number against another claim's."""

    than: str
    lower: bool = False


@dataclass(frozen=True, slots=True)
class NotCheckable:
    """A person's mark that no data can settle a claim."""

    because: Literal["opinion", "wish", "forecast", "too vague"]
    reason: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Waiver:
    """A person's word that a finding on a claim need not count up to a day, that day included, and why."""

    finding: str
    reason: str
    until: date
    place: Place
    by: str = ""


@dataclass(frozen=True, slots=True)
class Ignored:
    """Words of a text that a person says no claim needs to cover."""

    quote: str
    because: str
    place: Place
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A text that was published or is about to be. `read` is None where it is not held.

    `encoding` and `tracked` are how its file was read.
    """

    title: str
    publisher: str
    place: Place
    speaker: str = ""
    published: date | None = None
    url: str = ""
    read: ReadText | None = None
    text_path: str = ""
    language: str = "en"
    encoding: str = "utf-8"
    tracked: Tracked = Tracked.REFUSE

    @property
    def text(self) -> str | None:
        """What a reader sees of it."""
        return self.read.text if self.read else None


@dataclass(frozen=True, slots=True)
class Unused:
    """A figure or year of a quote that no claim uses, as written; of several alike in the quote, which (from 0)."""

    text: str
    which: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable assertion. `said` is the day it was said: its own, else the statement's day of publication.

    `wording` is what `says` (or the quote's only wording) was read as; None where there is nothing to read.
    `things` are the nouns after it in the quote: "children", of "120 children". `period` is the one the claim names,
    from its `period:` or its quote. By `about`, `according_to`, `hedge` and
    `mentions` nothing is judged: they are for whoever reads the claim. `content` is the hash of what its file says of
    it, but for who signed it and its note.
    """

    id: str
    quote: str
    place: Place
    quote_place: Place
    prefix: str = ""
    suffix: str = ""
    says: str = ""
    wording: Wording | None = None
    against: Higher | None = None
    counts: str = ""
    things: str = ""
    about: str = ""
    according_to: str = ""
    hedge: str = ""
    mentions: tuple[str, ...] = ()
    period: Period | None = None
    speaker: str = ""
    said: date | None = None
    checks: tuple[Check, ...] = ()
    not_checkable: NotCheckable | None = None
    waivers: tuple[Waiver, ...] = ()
    note: str = ""
    sources: tuple[Source, ...] = ()
    unused_figures: tuple[Unused, ...] = ()
    signed: Signature | None = None
    content: str = ""
