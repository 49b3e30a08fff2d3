"""Sign-off: who accepted a claim, on which day, and what it stood on then."""

from dataclasses import dataclass
from datetime import date

from factcheck.model.places import Place

UNPINNED = "unpinned"
NOT_HELD = "not held"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a claim stands on: hashes of its words in the text, of itself, and of each dataset it reads; its verdict.

    A hash is "sha256:..."; empty where it cannot be had now. `text` may be `NOT_HELD`, and a dataset `UNPINNED`.
    """

    text: str
    claim: str
    verdict: str
    data: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """A person's word that they looked at a claim and let it stand."""

    by: str
    on: date
    stamp: Stamp
    place: Place
