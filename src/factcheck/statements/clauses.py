"""Cuts a sentence at the borders of its clauses, so that a quote holds one assertion and stands alone."""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.statements.phrases import Word, phrases
from factcheck.statements.places import Places
from factcheck.statements.spot import Spot, SpotKind
from factcheck.wording.language import Language

OPENING = frozenset('“"«‘')  # after a colon, a quotation is a clause of its own
BREAKS = frozenset(";–—")
TRIMMED = " \t\r\n\f\v\u00a0.,;:!?…–—-"
PAIRS = {"(": ")", "[": "]", "“": "”", '"': '"', "«": "»"}
_NOTES = re.compile(r"(?:\s?\[\^?[0-9]{1,4}\]){1,9}[.,;:!?\s]*\Z")
REACH = 6  # words after "and" among which a verb makes it a clause
SHORTEST = 2  # words: fewer do not stand alone


class Clause(NamedTuple):
    """`text[start:end]` of a sentence, without the marks about it."""

    start: int
    end: int


def clauses(text: str, said: Sequence[Word], found: Sequence[Spot], language: Language) -> list[Clause]:
    """The clauses that hold something to check, in order; no figure is cut in two."""
    inside = Places(len(text), ((spot.start + 1, spot.end) for spot in found))
    cuts = sorted({cut for cut in _cuts(text, said, found, language) if not inside.touch((cut, cut + 1))})
    borders = [opening(said, language), *cuts, len(text)]
    parts = [Clause(start, end) for start, end in itertools.pairwise(borders) if start < end]
    return [_trimmed(text, _without_lead_in(text, part, said, found, language)) for part in _joined(parts, said, found)]


def _cuts(text: str, said: Sequence[Word], found: Sequence[Spot], language: Language) -> Iterator[int]:
    figures = [spot for spot in found if spot.kind is SpotKind.FIGURE]
    first, last = (figures[0].end, figures[-1].start) if figures else (0, 0)
    openers = {phrase.first for phrase in phrases(list(said), language, "clause_openers")}
    for at, word in enumerate(said):
        before = said[at - 1].text if at else ""
        if before == "," and at in openers and _begins_a_clause(said, at, found, language):
            yield word.start
        elif (word.text in BREAKS and _is_apart(text, word)) or (
            word.text == ":" and at + 1 < len(said) and said[at + 1].text in OPENING
        ):
            yield word.end
        elif word.text in language.listed("joins") and first < word.start < last:
            yield word.start
    if said and (source := next(iter(phrases(list(said), language, "sources_before")), None)) and source.first == 0:
        yield from (word.end for word in said if word.text == ",")


def _begins_a_clause(said: Sequence[Word], at: int, found: Sequence[Spot], language: Language) -> bool:
    """The last word of a list ("targeted, effective, and evidence-based") is none: "and" needs a verb or a figure."""
    if said[at].text not in language.listed("joins") and said[at].text != "or":
        return True
    following = said[at + 1 : at + 1 + REACH]
    if any(word.text in language.listed("verbs") for word in following):
        return True
    return any(following and following[0].start <= spot.start < following[-1].end for spot in found)


def _without_lead_in(
    text: str, part: Clause, said: Sequence[Word], found: Sequence[Spot], language: Language
) -> Clause:
    """Without the word that joins the clause to what stands before: "but", "according to"."""
    inside = [word for word in said if part.start <= word.start < part.end]
    lead_in = next(iter(phrases(inside, language, "lead_ins")), None)
    if lead_in is None or lead_in.first or lead_in.after >= len(inside) or not text[lead_in.start].islower():
        return part
    start = inside[lead_in.after].start
    return part if any(spot.start < start < spot.end for spot in found) else Clause(start, part.end)


def _is_apart(text: str, word: Word) -> bool:
    """A semicolon, or a dash with spaces about it: "2002–2021" is one period."""
    return word.text == ";" or (text[word.start - 1 : word.start].isspace() and text[word.end : word.end + 1].isspace())


def opening(said: Sequence[Word], language: Language) -> int:
    """The offset after "Moreover," at the head of a sentence."""
    first = next(iter(phrases(list(said), language, "connectors")), None)
    if first is None or first.first or first.after >= len(said):
        return said[0].start if said else 0
    comma = first.after < len(said) and said[first.after].text == ","
    at = first.after + comma
    return said[at].start if at < len(said) and (comma or len(said[0].text) <= len("but")) else said[0].start


def _joined(parts: Sequence[Clause], said: Sequence[Word], found: Sequence[Spot]) -> list[Clause]:
    """The parts with something to check; one that is too short to stand alone is joined to the one before."""
    kept: list[Clause] = []
    for part in parts:
        inside = [spot for spot in found if part.start <= spot.start < part.end]
        length = sum(part.start <= word.start < part.end and word.text[0].isalnum() for word in said)
        if kept and length <= SHORTEST and inside and kept[-1].end == part.start:
            kept[-1] = Clause(kept[-1].start, part.end)
        elif inside:
            kept.append(part)
    return kept


def _trimmed(text: str, part: Clause) -> Clause:
    """Without marks, blanks, footnote marks, and brackets or quote marks that do not close inside."""
    start, end = part
    if note := _NOTES.search(text, start, end):
        end = note.start()
    while start < end and (text[start] in TRIMMED or _is_open(text, start, end)):
        start += 1
    while end > start and (text[end - 1] in TRIMMED or _is_unopened(text, start, end)):
        end -= 1
    if start < end - 1 and PAIRS.get(text[start]) == text[end - 1] and text[end - 1] not in text[start + 1 : end - 1]:
        return _trimmed(text, Clause(start + 1, end - 1))
    return Clause(start, end)


def _is_open(text: str, start: int, end: int) -> bool:
    close = PAIRS.get(text[start], "")
    return (bool(close) and text.find(close, start + 1, end) < 0) or text[start] in ")]”»"


def _is_unopened(text: str, start: int, end: int) -> bool:
    sign = text[end - 1]
    opening = next((one for one, other in PAIRS.items() if other == sign), "")
    return (bool(opening) and text.find(opening, start, end - 1) < 0) or sign in "([“«"
