"""Values that only a description of datasets holds: ranges of censored cells, margins of error, totals, hashes."""

import re
from decimal import Decimal
from fractions import Fraction

from factcheck.errors import FactcheckError
from factcheck.files.nodes import Lines, Mapping, Node, Scalar, Sequence, problem_at
from factcheck.files.shapes import Form
from factcheck.model.tables import ASSUMED_POINTS, ASSUMED_RELATIVE, Uncertainty

_NUMBER = r"-?[0-9]{1,30}(?:\.[0-9]{1,18})?"
_RANGE = re.compile(rf"({_NUMBER})\.\.({_NUMBER})")
_MARGIN = re.compile(rf"({_NUMBER})(%| points| point)?")
_HASH = re.compile(r"sha256:([0-9a-f]{64})")

Totals = tuple[tuple[Scalar, tuple[str, ...]], ...]


def _range(node: Node, lines: Lines) -> tuple[Decimal, Decimal]:
    found = _RANGE.fullmatch(_text(node))
    if not found:
        raise _refused(node, "a censored cell needs the least and the greatest value it stands for", lines, "0..4")
    low, high = Decimal(found[1]), Decimal(found[2])
    if low > high:
        raise _refused(node, "the least value stands first", lines, f"{high}..{low}")
    return low, high


def _margin(node: Node, lines: Lines) -> Uncertainty:
    if _text(node) == "unstated":
        return Uncertainty(relative=ASSUMED_RELATIVE, points=ASSUMED_POINTS, assumed=True)
    found = _MARGIN.fullmatch(_text(node))
    if not found or Fraction(found[1]) < 0:
        raise _refused(node, "plus_minus has no size", lines, "3%, 2 points, 500 or unstated")
    size = Fraction(found[1])
    if found[2] == "%":
        return Uncertainty(relative=size / 100)
    return Uncertainty(points=size / 100) if found[2] else Uncertainty(absolute=size)


def _hash(node: Node, lines: Lines) -> str:
    found = _HASH.fullmatch(_text(node))
    if not found:
        raise _refused(node, "a hash is sha256: and 64 digits or letters a to f", lines, "sha256:1ce1c5a7...")
    return found[1]


def _digest(node: Node, lines: Lines) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", _text(node)):
        raise _refused(node, "a sha256 is 64 digits or letters a to f", lines, "1ce1c5a7...")
    return _text(node)


def _totals(node: Node, lines: Lines) -> Totals:
    if not isinstance(node, Mapping):
        raise _refused(node, "totals name a column and the values that stand for all", lines, "Sex: Total")
    return tuple((column, _texts(values, lines)) for column, values in node.entries)


def _texts(node: Node, lines: Lines) -> tuple[str, ...]:
    items = node.items if isinstance(node, Sequence) else (node,)
    wrong = [problem_at(item, "must be one value", lines) for item in items if not isinstance(item, Scalar)]
    if wrong:
        raise FactcheckError(*wrong)
    return tuple(map(_text, items))


def _names(node: Node, lines: Lines) -> tuple[str, ...]:
    return _texts(node, lines)


def _text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _refused(node: Node, message: str, lines: Lines, example: str) -> FactcheckError:
    return FactcheckError(problem_at(node, message, lines, f"write for example: {example}"))


RANGE = Form(_range, {"type": "string", "pattern": r"^-?[0-9.]+\.\.-?[0-9.]+$"})
MARGIN = Form(_margin, {"type": ["string", "number"]})
HASH = Form(_hash, {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"})
DIGEST = Form(_digest, {"type": "string", "pattern": "^[0-9a-f]{64}$"})
NAMES = Form(_names, {"type": ["string", "array"], "items": {"type": "string"}})
TOTALS = Form(
    _totals, {"type": "object", "additionalProperties": {"type": ["string", "array"], "items": {"type": "string"}}}
)
