"""One place of a sentence that a fact-checker would want covered, and what kind of claim stands there."""

from enum import StrEnum
from typing import NamedTuple


class SpotKind(StrEnum):
    FIGURE = "figure"
    SUPERLATIVE = "superlative"
    FIRST = "first"
    ONLY = "only"
    SHARE = "share"
    CHANGE = "change"
    COMPARISON = "comparison"
    STATUS = "status"
    SINCE = "since"


class Spot(NamedTuple):
    """`text[start:end]` of the sentence. `says` is whether its words can be read as what a claim says.

    `of` is what is counted: "trafficked victims".
    """

    start: int
    end: int
    kind: SpotKind
    says: bool = False
    of: str = ""
