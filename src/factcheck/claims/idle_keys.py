"""Refuses keys that would change nothing: whoever wrote them believes that they do."""

from factcheck.claims.asked_rows import Data
from factcheck.claims.check_shape import CheckShape, MeasureShape
from factcheck.errors import FactcheckError, Problem
from factcheck.files.nodes import Node
from factcheck.model.places import Place

_COUNTED = ("count", "sum", "distinct", "value")


def refuse_idle(shape: CheckShape, data: Data) -> None:
    """Raises FactcheckError with every key beside the check's kind that the kind does not read."""
    problems: list[Problem] = []
    if shape.per and all(getattr(shape, kind) is None for kind in _COUNTED):
        remedy = "write per inside ratio" if shape.ratio else f"these can be: {', '.join(_COUNTED)}, and a ratio"
        problems += data.refusal(shape.per.node, "this check is nothing per day or year", remedy).problems
    if shape.excepted and not shape.figure:
        problems += data.refusal(shape.place, "except goes with figure", "leave other rows out with where").problems
    for key, at in _unread(shape):
        remedy = "leave rows out with except" if shape.figure else "write it in the measure it is meant for"
        problems += data.refusal(at, f"{key} changes nothing here", remedy).problems
    if problems:
        raise FactcheckError(*problems)


def _unread(shape: CheckShape) -> list[tuple[str, Node | Place]]:
    """Keys beside a composed check that no measure in it takes over, since each has a dataset of its own."""
    nested = _nested(shape)
    if any(one.dataset is None for one in nested) or not (nested or shape.figure):
        return []
    written: dict[str, Node | None] = {
        "where": shape.where.node if shape.where else None,
        "among": shape.among.node if shape.among else None,
        "weight": shape.weight.node if shape.weight else None,
        "missing": shape.missing.node if shape.missing else None,
        "dataset": shape.dataset.node if shape.dataset and not shape.figure else None,
    }
    return [(key, node) for key, node in written.items() if node is not None]


def _nested(shape: CheckShape) -> list[MeasureShape]:
    if shape.ratio:
        return [shape.ratio.of, *([shape.ratio.to] if shape.ratio.to else [])]
    if shape.change:
        return [shape.change.of]
    if shape.rank:
        return [shape.rank.by]
    return [shape.trend.of] if shape.trend else []
