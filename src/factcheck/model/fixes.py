"""What `fix` would change for a refuted claim, and why it leaves others alone."""

from dataclasses import dataclass

from factcheck.model.corrections import Correction, Proposal
from factcheck.model.places import Place


@dataclass(frozen=True, slots=True)
class Edit:
    """Words for `text[start:end]` of what a reader sees."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class NewWords:
    """A claim, by the place of its quote, and what its quote and its `says` become; `says` is empty where it stays.

    `old` and `words` are the figure as it was and as it will be.
    """

    quote_place: Place
    quote: str
    says: str
    old: str
    words: str


@dataclass(frozen=True, slots=True)
class Fix:
    """One refuted claim. `chosen` is what would be written, None where nothing is; `refused` says why.

    `place` is that of its quote in the claim file, `at` that of the words in the text. `also` are other claims whose
    quotes hold the same words, and change with them. `spared` is the verdict of a claim that is not refuted, and was
    named all the same.
    """

    claim: str
    place: Place
    quote: str
    correction: Correction
    chosen: Proposal | None = None
    at: Place | None = None
    also: tuple[str, ...] = ()
    refused: str = ""
    spared: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """A file with its characters as they are and as they would be."""

    path: str
    old: str
    new: str
