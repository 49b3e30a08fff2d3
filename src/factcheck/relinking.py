"""Quotes that no longer stand in their text -> the words that took their place, for `relink`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.claims.load import ClaimFile
from factcheck.claims.relinking import NewQuote, relinked
from factcheck.errors import FactcheckError, Problem
from factcheck.files.text import read_bytes
from factcheck.files.write import write
from factcheck.gate.quotes import quoted
from factcheck.gating import language_of
from factcheck.model.claims import Claim, Statement
from factcheck.model.places import Place
from factcheck.model.relinks import Relink
from factcheck.statements.anchors import Ambiguous, find
from factcheck.statements.resemblance import difference
from factcheck.statements.sameness import same_claim
from factcheck.statements.uniqueness import surroundings
from factcheck.wording import Language, spoken_in

OTHER_CLAIM = (
    "a figure, a hedge, a direction or a denial is another: quote the new words and look at the check yourself"
)
NOT_SAID = "the new words do not say what the claim says"


@dataclass(frozen=True, slots=True)
class Relinked:
    """A claim file with its proposals; `text` is what it would become, and `old` what it is."""

    path: Path
    shown: str
    old: str
    text: str
    relinks: tuple[Relink, ...]


def relinks(file: ClaimFile, path: Path, only: Sequence[str]) -> Relinked:
    """What there is to propose for the claims of a file, or for those whose ids are named."""
    statement = file.statement
    found = tuple(_proposed(file, statement, only)) if statement and statement.read else ()
    old = read_bytes(path, file.path).decode("utf-8")
    new = [NewQuote(one.place, one.words) for one in found if one.words]
    return Relinked(path, file.path, old, relinked(old, file.path, new) if new else old, found)


def write_out(one: Relinked) -> None:
    """Writes the file, unless someone has changed it since it was read."""
    if read_bytes(one.path, one.shown).decode("utf-8") != one.old:
        raise FactcheckError(Problem("the file has just been changed", Place(one.shown), "run it again"))
    write(one.path, one.text)


def _proposed(file: ClaimFile, statement: Statement, only: Sequence[str]) -> Iterator[Relink]:
    language = language_of(file)
    text = statement.text or ""
    for claim, quote in zip(file.claims, quoted(statement, file.claims, language), strict=True):
        if only and claim.id not in only:
            continue
        if quote.is_changed and quote.span:
            yield _changed(claim, " ".join(text[slice(*quote.span)].split()), quote.at, language)
        elif quote.is_gone:
            yield Relink(claim.id, claim.quote_place, claim.quote, refused="nothing like it stands in the text")
        elif isinstance(anchor := find(text, claim.quote, claim.prefix, claim.suffix), Ambiguous):
            around = surroundings(text, anchor.places)
            yield Relink(
                claim.id, claim.quote_place, claim.quote, around=tuple((one.prefix, one.suffix) for one in around)
            )


def _changed(claim: Claim, words: str, at: Place | None, language: Language) -> Relink:
    shown = difference(claim.quote, words)
    refused = "" if same_claim(claim.quote, words, language) else OTHER_CLAIM
    if not refused and claim.wording is not None and claim.wording.text:
        refused = "" if spoken_in(words, claim.wording, language) else NOT_SAID
    return Relink(claim.id, claim.quote_place, claim.quote, "" if refused else words, shown, at, refused)
