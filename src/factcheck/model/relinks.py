"""What `relink` proposes for a quote that does not stand in its text as it was."""

from dataclasses import dataclass

from factcheck.model.places import Place


@dataclass(frozen=True, slots=True)
class Relink:
    """A claim whose quote was changed in the text, is gone, or stands there more than once.

    `words` are what the quote would become, empty where nothing is proposed; `refused` says why. `difference` shows
    both word by word, `at` is where the new words stand. `around` are prefixes and suffixes, a pair for each place of
    an ambiguous quote: a person has to choose.
    """

    claim: str
    place: Place
    quote: str
    words: str = ""
    difference: str = ""
    at: Place | None = None
    refused: str = ""
    around: tuple[tuple[str, str], ...] = ()
