"""What stands on the page, as plain values. Nothing here is escaped: the template does that, for every value alike."""

from dataclasses import dataclass
from typing import Literal

EndOfBand = Literal["closed", "open", "on"]


@dataclass(frozen=True, slots=True)
class Tick:
    x: str
    text: str


@dataclass(frozen=True, slots=True)
class Band:
    """One interval on a number line. An end that is "on" has no bound, or lies off the line."""

    name: str
    x: str
    width: str
    end: str
    low: EndOfBand
    high: EndOfBand
    point: str = ""


@dataclass(frozen=True, slots=True)
class NumberLine:
    """Ticks and bands in units of the drawing, from `left` to `right`; `told` says the same in words."""

    told: str
    left: str
    right: str
    ticks: tuple[Tick, ...]
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """A bar of a chart: from `start`, so `long`. From `open_from`, so `open`, it may be, since something is unknown.

    `at` is how far along it stands; `name` is its label where there is room for one below it, at `middle`.
    """

    label: str
    text: str
    start: str
    long: str
    open_from: str = "0"
    open: str = "0"
    at: str = "0"
    name: str = ""
    middle: str = "0"
    is_meant: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """`drawn_as` says which way the bars go. `zero` is where nothing lies."""

    drawn_as: str
    told: str
    bars: tuple[DrawnBar, ...]
    height: str
    zero: str
    thick: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Words with where they lead; `href` is empty where the address is none of the web."""

    text: str
    href: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Labelled:
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A finding that is not the verdict itself."""

    level: str
    title: str
    kind: str
    text: str
    remedy: str
    where: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Checked:
    """One check of a claim: what was computed, and from what."""

    heading: str
    lines: tuple[Labelled, ...]
    notes: tuple[Labelled, ...]
    line: NumberLine | None = None
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class RowsTable:
    told: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One claim with its evidence. `number` is its own on the whole page; `lost` says why no words are marked.

    `apart` are figures that have no vote, in a line each.
    """

    number: int
    symbol: str
    verdict: str
    css: str
    id: str
    quote: str
    besides: str
    lost: str
    lines: tuple[Labelled, ...]
    about: tuple[Labelled, ...]
    checks: tuple[Checked, ...]
    apart: tuple[Labelled, ...]
    notes: tuple[Labelled, ...]
    charts: tuple[Chart, ...]
    rows: tuple[RowsTable, ...]
    sources: tuple[Link, ...]
    findings: tuple[Found, ...]
    repeat: str


@dataclass(frozen=True, slots=True)
class Words:
    text: str
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of the text that belong together: to the claim `card`, or to none. `ends` are the claims that end here."""

    words: tuple[Words, ...]
    card: Card | None = None
    ends: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    tag: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class StatementPart:
    """`text` is empty where the text is not held; `open` says how many of its figures nothing covers."""

    title: str
    about: tuple[Link, ...]
    path: str
    language: str
    text: tuple[Paragraph, ...]
    covered: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    symbol: str
    word: str
    css: str
    number: int


@dataclass(frozen=True, slots=True)
class Data:
    name: str
    title: str
    sha256: str
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Page:
    title: str
    summary: str
    counted: tuple[Counted, ...]
    today: str
    version: str
    told: tuple[str, ...]
    statements: tuple[StatementPart, ...]
    data: tuple[Data, ...]
    findings: tuple[Found, ...]
    known: tuple[Found, ...]
    covered: str = ""
