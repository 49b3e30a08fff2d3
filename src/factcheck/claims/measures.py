"""A measure as written -> a measure of one table, with what it takes over from the check around it."""

from factcheck.claims.asked_rows import Data
from factcheck.claims.check_shape import MeasureShape
from factcheck.claims.collecting import Collected
from factcheck.claims.forms import WrittenCondition
from factcheck.files.shapes import Placed
from factcheck.model.claims import Measure, MeasureKind
from factcheck.model.conditions import Cond, Expr, both
from factcheck.model.tables import ColumnType, Table

KINDS: tuple[MeasureKind, ...] = (
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

_ADDABLE = frozenset({ColumnType.INTEGER, ColumnType.NUMBER})
_ORDERED = _ADDABLE | {ColumnType.YEAR, ColumnType.DATE}

# What each kind can be taken of, and what to say where it cannot.
_TYPES: dict[MeasureKind, tuple[frozenset[ColumnType], str]] = {
    "value": (_ORDERED, "numbers, years or dates"),
    "distinct": (frozenset(ColumnType) - {ColumnType.LIST}, "single values"),
    "sum": (_ADDABLE, "numbers"),
    "mean": (_ADDABLE | {ColumnType.YEAR}, "numbers"),
    "median": (_ADDABLE | {ColumnType.YEAR}, "numbers"),
    "min": (_ORDERED, "numbers, years or dates"),
    "max": (_ORDERED, "numbers, years or dates"),
}
_WEIGHED = ("count", "share", "sum", "mean")
_AMONG_KNOWN = ("share", "mean", "median")


def kind_of(shape: MeasureShape) -> MeasureKind | None:
    """The kind of measure; None where the check is of a composed kind."""
    return next((kind for kind in KINDS if getattr(shape, kind) is not None), None)


def measure(shape: MeasureShape, data: Data, outer: MeasureShape | None = None) -> Measure:
    """The measure, its rows restricted as it and the check around it say.

    Raises FactcheckError with every problem found.
    """
    shapes = (shape,) if outer is None or shape.dataset else (outer, shape)
    kind = kind_of(shape)
    if kind is None:
        raise data.refusal(shape.place, "no measure", f"write one of: {', '.join(KINDS)}")
    table = data.table(next((one.dataset for one in reversed(shapes) if one.dataset), None), shape.place)
    found = Collected()
    holds, of = found.attempt(_subject, shape, kind, data, table) or (None, None)
    where = [found.attempt(data.condition, one, table) for one in _restrictions(shapes)]
    weight = found.attempt(_weight, shapes, kind, data, table)
    missing = next((one.missing for one in reversed(shapes) if one.missing), None)
    if missing and missing.value == "known" and kind not in _AMONG_KNOWN and shape.missing:
        found.attempt(_refuse_known, missing, kind, data)
    found.stop_at_problems()
    return Measure(
        kind,
        table.name,
        of=of,
        holds=holds,
        where=both(*(part for part in where if part is not None)),
        weight=weight,
        missing=missing.value if missing else "known",
    )


def _subject(shape: MeasureShape, kind: MeasureKind, data: Data, table: Table) -> tuple[Cond | None, Expr | None]:
    subject = getattr(shape, kind)
    if isinstance(subject, WrittenCondition):
        return data.condition(subject, table), None
    expr, type_ = data.expression(subject, table)
    types, wanted = _TYPES[kind]
    if type_ not in types:
        remedy = f"its declared type is {type_}; name another column, or declare its type in the description"
        raise data.refusal(subject.node, f'{kind} needs {wanted}, and "{subject.value}" holds none', remedy)
    return None, expr


def _restrictions(shapes: tuple[MeasureShape, ...]) -> list[WrittenCondition]:
    return [part for shape in shapes for part in (shape.where, shape.among) if part is not None]


def _weight(shapes: tuple[MeasureShape, ...], kind: MeasureKind, data: Data, table: Table) -> str | None:
    weight = next((one.weight for one in reversed(shapes) if one.weight), None)
    if weight is None:
        return None
    if kind not in _WEIGHED:
        raise data.refusal(weight.node, f"{kind} takes no weight", f"these do: {', '.join(_WEIGHED)}")
    name = data.column(weight, table)
    if table.column(name).type not in _ADDABLE:
        remedy = "name the column that says how many things each row stands for"
        raise data.refusal(weight.node, f'"{name}" holds no numbers to weigh by', remedy)
    return name


def _refuse_known(missing: Placed[str], kind: str, data: Data) -> None:
    remedy = "take the key out; unknown values could change the number"
    raise data.refusal(missing.node, f"{kind} is always judged by what unknown values could make of it", remedy)
