"""What a check may say: one kind, and beside it the dataset, the rows and how they count."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from factcheck.claims.forms import CONDITION, CONDITION_FORM, WrittenCondition
from factcheck.files.shapes import Entries, Key, Placed
from factcheck.model.places import Place

PerWord = Literal["day", "week", "month", "year"]

_COLUMN = "a column, or + - * on columns"
_ROWS = f"of all rows, only those where this holds; {CONDITION}"


@dataclass(frozen=True, slots=True)
class MeasureShape:
    """A measure: one number of one dataset."""

    ONE_OF: ClassVar[tuple[str, ...]] = (
        "value",
        "distinct",
        "sum",
        "mean",
        "median",
        "min",
        "max",
        "count",
        "exists",
        "share",
    )

    place: Place
    dataset: Annotated[Placed[str] | None, Key("the dataset that is measured, by its name in the description")] = None
    value: Annotated[Placed[str] | None, Key(f"the value of exactly one row: {_COLUMN}")] = None
    distinct: Annotated[Placed[str] | None, Key("how many different values there are: a column")] = None
    sum: Annotated[Placed[str] | None, Key(f"the sum of {_COLUMN}")] = None
    mean: Annotated[Placed[str] | None, Key(f"the mean of {_COLUMN}")] = None
    median: Annotated[Placed[str] | None, Key(f"the median of {_COLUMN}")] = None
    min: Annotated[Placed[str] | None, Key(f"the least of {_COLUMN}")] = None
    max: Annotated[Placed[str] | None, Key(f"the greatest of {_COLUMN}")] = None
    count: Annotated[WrittenCondition | None, Key(f"how many rows there are; {CONDITION}"), CONDITION_FORM] = None
    exists: Annotated[WrittenCondition | None, Key(f"whether there is such a row; {CONDITION}"), CONDITION_FORM] = None
    share: Annotated[
        WrittenCondition | None, Key(f"the part of the rows where this holds; {CONDITION}"), CONDITION_FORM
    ] = None
    where: Annotated[WrittenCondition | None, Key(_ROWS), CONDITION_FORM] = None
    among: Annotated[WrittenCondition | None, Key(f"the whole a share is of: {_ROWS}"), CONDITION_FORM] = None
    weight: Annotated[Placed[str] | None, Key("the column that says how many things each row stands for")] = None
    missing: Annotated[
        Placed[Literal["known", "bounds"]] | None,
        Key("judge among the known values (known), or by what the unknown ones could make of it (bounds)"),
    ] = None


@dataclass(frozen=True, slots=True)
class RatioShape:
    """One measure over another, or over the days of the period."""

    place: Place
    of: Annotated[MeasureShape, Key("the measure that is divided")]
    to: Annotated[MeasureShape | None, Key("the measure it is divided by")] = None
    per: Annotated[PerWord | None, Key("divide by the days, weeks, months or years of the period")] = None


@dataclass(frozen=True, slots=True)
class ChangeShape:
    """A measure at one time against the same at another."""

    place: Place
    of: Annotated[MeasureShape, Key("the measure that changed")]
    start: Annotated[WrittenCondition, Key(f"the rows before; {CONDITION}", name="from"), CONDITION_FORM]
    end: Annotated[WrittenCondition, Key(f"the rows after; {CONDITION}", name="to"), CONDITION_FORM]


@dataclass(frozen=True, slots=True)
class RankShape:
    """The place of one group among all, by a measure."""

    place: Place
    of: Annotated[WrittenCondition, Key("the group meant: {country: NL}"), CONDITION_FORM]
    by: Annotated[MeasureShape, Key("the measure that orders the groups")]
    each: Annotated[Placed[str], Key("the column whose values are the groups")]


@dataclass(frozen=True, slots=True)
class TrendShape:
    """How long a measure has gone one way."""

    place: Place
    of: Annotated[MeasureShape, Key("the measure that rises or falls")]
    over: Annotated[Placed[str], Key("the column of years or dates it is followed over")]


@dataclass(frozen=True, slots=True)
class CheckShape(MeasureShape):
    """How to get the number a claim speaks of: exactly one kind of check, and its dataset."""

    ONE_OF: ClassVar[tuple[str, ...]] = (*MeasureShape.ONE_OF, "ratio", "change", "rank", "trend", "figure")

    ratio: Annotated[RatioShape | None, Key("one measure over another, or per day or year")] = None
    change: Annotated[ChangeShape | None, Key("a measure at one time against the same at another")] = None
    rank: Annotated[RankShape | None, Key("the place of one group among all")] = None
    trend: Annotated[TrendShape | None, Key("how long a measure has gone one way")] = None
    figure: Annotated[Placed[str] | None, Key("the name of a figure in a table of published figures")] = None
    per: Annotated[Placed[PerWord] | None, Key("divide by the days, weeks, months or years of the period")] = None
    excepted: Annotated[
        tuple[Entries[Placed[str]], ...],
        Key("published rows left out: columns with their values, and because: the reason", name="except"),
    ] = ()
