"""Claims that were taken out, though their words, or words like them, can still be read somewhere."""

from collections.abc import Iterator, Mapping

from factcheck.gate.weakening.pairs import Pair
from factcheck.gate.weakening.telling import told
from factcheck.model.claims import Claim
from factcheck.model.findings import Finding
from factcheck.model.sides import Side
from factcheck.model.texts import ReadText
from factcheck.statements.anchors import Lost, find
from factcheck.statements.phrases import words
from factcheck.statements.resemblance import Wanted, Words, resembling

# What of a text no reader sees either.
UNSEEN = frozenset({"comment", "hidden part", "script", "style", "head", "title", "template", "noscript", "noframes"})
FEW = 3  # words of a quote; fewer stand in many a text by chance


def compared(pair: Pair, head: Side, names: Mapping[str, str]) -> Iterator[Finding]:
    """What became of a claim that is gone; one whose sentence is gone too is none."""
    claim = pair.before.claim
    if why := next(_stands(pair, head, names), ""):
        yield told(f'the claim "{claim.id}" was taken out{why}', None, claim.id)


def _stands(pair: Pair, head: Side, names: Mapping[str, str]) -> Iterator[str]:
    statement, claim = pair.statement.statement, pair.before.claim
    where = names.get(statement.text_path, statement.text_path)
    if statement.read is None:
        yield f" of {pair.statement.path}"
    if pair.text is not None:
        yield from _in_the_text(claim, pair.text, where)
        yield from _unread(claim, pair.text, statement.read, where)
    for path, read in head.strays.items():
        if len(words(claim.quote)) >= FEW and _holds(read.text, claim):
            yield f", though its words stand in {path}, which no claim file is about"


def _in_the_text(claim: Claim, text: ReadText, where: str) -> Iterator[str]:
    if _holds(text.text, claim):
        yield f", though its words stand in {where}"
    elif like := resembling(Words(text.text), Wanted(claim.quote, claim.prefix, claim.suffix)):
        yield f', and its words in {where} changed: "{like.difference}"'


def _unread(claim: Claim, text: ReadText, before: ReadText | None, where: str) -> Iterator[str]:
    """Where its words, or words like them, were put into what is not read, and is seen: a block of code."""
    old = {before.source[one.start : one.end] for one in before.left_out} if before else set()
    for part in text.left_out:
        shown = text.source[part.start : part.end]
        if part.what in UNSEEN or shown in old:
            continue
        if _holds(shown, claim) or resembling(Words(shown), Wanted(claim.quote)):
            yield f", and words like its own stand in a part of {where} that is not read: {part.what}"


def _holds(text: str, claim: Claim) -> bool:
    return not isinstance(find(text, claim.quote, claim.prefix, claim.suffix), Lost)
