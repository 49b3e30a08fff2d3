"""What would be true instead of a refuted claim, and which neighbouring checks its own words would fit."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from factcheck.model.claims import Computation
from factcheck.model.readings import Of

ProposalOf = Literal["figure", "hedge", "words", "asked"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Words that would be supported in the place of `old`, which is `quote[start:end]` of the claim.

    `of` says what was changed: the "figure", its "hedge", or both ("words"); "asked" where a person named the words.
    `quote` and `says` are the claim's with the new words; `says` is empty where the claim has none. `accepts` is what
    the new words accept, in words.
    """

    of: ProposalOf
    words: str
    old: str
    start: int
    end: int
    quote: str
    says: str
    accepts: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A check beside the claim's own, as somebody who made a slip would have made it. `told` says how it differs.

    Its amounts are taken times `times`; with `taken`, those of the first kind are taken for those of the second.
    """

    kind: str
    told: str
    computation: Computation
    times: Fraction = Fraction(1)
    taken: tuple[Of, Of] | None = None


@dataclass(frozen=True, slots=True)
class Fitting:
    """A neighbour that the claim's own words would fit, and what it gives, in words."""

    kind: str
    told: str
    found: str


@dataclass(frozen=True, slots=True)
class Alternatives:
    """How many neighbours were tried, and which of them fit. `left_out` says which were not tried, and why."""

    tried: int = 0
    fitting: tuple[Fitting, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """Of one refuted claim: proven wordings, the first the one that `fix` takes; `nothing` says why there is none."""

    proposals: tuple[Proposal, ...] = ()
    nothing: str = ""
    alternatives: Alternatives = Alternatives()
