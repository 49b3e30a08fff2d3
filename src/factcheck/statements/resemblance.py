"""Finds what became of a quote that stands in a text no longer: the words most like it, and what is different in them.

Word for word: each stretch of the text that shares words with the quote is laid beside it, and the one that has most of
them in the same order is taken. Figures are compared as they are written; another figure is another word.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from factcheck.statements.phrases import Word, words

ENOUGH = 0.5  # of the quote's words and those of the stretch, by weight, that are the same; less is no likeness
LEAST = 2  # so many long words or numbers have to be the same, so that "the end of the" is like nothing
SHORT = 3  # characters of a word that weighs half
COMMON = 400  # a word that stands in more places shows none of them
TRIED = 6  # stretches that are laid beside the quote
BESIDE = 0.1  # what the words before, the words after, and the place are worth, each
BREAKS = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Resembling:
    """`text[start:end]` is like the quote; `likeness` is from 0 to 1, `difference` shows what is not the same."""

    start: int
    end: int
    likeness: float
    difference: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """A quote, the words known to stand before and after it, and about where it should stand, if that is known."""

    quote: str
    prefix: str = ""
    suffix: str = ""
    near: int | None = None


class _Laid(NamedTuple):
    """Words `first` up to `after` of the text, laid beside the quote.

    `same` is the weight of the quote's words that are equal, `telling` how many of them are long words or numbers.
    """

    same: float
    telling: int
    first: int
    after: int


class Words:
    """The words of a text, and where each stands; made once for all quotes that are looked for in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = words(text)
        self.at: Mapping[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self.words):
            self.at[word.text].append(index)


def resembling(within: Words, wanted: Wanted) -> Resembling | None:
    """The stretch of the text most like the quote; None where nothing is like it.

    >>> resembling(Words("Today, half of all schools closed."), Wanted("half of the schools closed")).difference
    'half of [the → all] schools closed'
    """
    quote = words(wanted.quote)
    told = [(_rank(within, quote, laid, wanted), laid) for laid in _candidates(within, quote)]
    good = [(rank, laid) for rank, laid in told if _likeness(within, quote, laid) >= ENOUGH]
    if not good:
        return None
    _, best = max(good, key=lambda one: (one[0], -one[1].first))
    start, end = within.words[best.first].start, within.words[best.after - 1].end
    return Resembling(start, end, _likeness(within, quote, best), difference(wanted.quote, within.text[start:end]))


def difference(before: str, after: str) -> str:
    """The words of both in one line: "nearly [half → a third] of the [- schools] [+ today]".

    >>> difference("94% of all victims", "96% of victims, so far")
    '[94 → 96]% of [- all] victims[+ , so far]'
    """
    old, new = words(before), words(after)
    matcher = SequenceMatcher(None, [word.text for word in old], [word.text for word in new], autojunk=False)
    pieces: list[str] = []
    for kind, gone_from, gone_to, first, last in matcher.get_opcodes():
        gone, come = _said(before, old[gone_from:gone_to]), _said(after, new[first:last])
        shown = {"equal": come, "replace": f"[{gone} → {come}]", "delete": f"[- {gone}]", "insert": f"[+ {come}]"}
        is_apart = first == last or new[first].start == 0 or after[new[first].start - 1].isspace()
        pieces.append((" " if pieces and is_apart else "") + shown[kind])
    return "".join(pieces)


def _said(text: str, said: Sequence[Word]) -> str:
    return " ".join(text[said[0].start : said[-1].end].split()) if said else ""


def _candidates(within: Words, quote: Sequence[Word]) -> list[_Laid]:
    """The stretches that most words of the quote point to, each laid beside it."""
    votes: Counter[int] = Counter()
    for index, word in enumerate(quote):
        places = within.at.get(word.text, [])
        if len(places) <= COMMON:
            votes.update({max(0, place - index): round(2 * _weight(word)) for place in places})
    # A word more or less before it moves a place by one: neighbours vote for each other.
    near = {place: sum(votes.get(place + step, 0) for step in (-2, -1, 0, 1, 2)) for place in votes}
    best = _apart(sorted(near, key=lambda place: (-near[place], place)), len(quote) // 2 + 1)
    margin = len(quote) // 2 + 3
    laid = (_beside(within, quote, max(0, place - margin), place + len(quote) + margin) for place in best)
    return [one for one in dict.fromkeys(laid) if one is not None]


def _apart(places: Sequence[int], least: int) -> list[int]:
    """The first places that do not show the same stretch twice."""
    kept: list[int] = []
    for place in places:
        if all(abs(place - other) >= least for other in kept):
            kept.append(place)
            if len(kept) == TRIED:
                break
    return kept


def _beside(within: Words, quote: Sequence[Word], first: int, after: int) -> _Laid | None:
    """The stretch of these words in which most of the quote stands in its order, not over the end of a sentence."""
    stretch = within.words[first:after]
    blocks = SequenceMatcher(
        None, [word.text for word in quote], [word.text for word in stretch], autojunk=False
    ).get_matching_blocks()
    same = [(block.a, block.b, block.size) for block in blocks if block.size]
    if not same:
        return None
    start, end = same[0][1], same[-1][1] + same[-1][2]
    start = _reached(stretch, start, -same[0][0])
    end = _reached(stretch, end, len(quote) - same[-1][0] - same[-1][2])
    weights = [_weight(quote[a + n]) for a, _, size in same for n in range(size)]
    return _Laid(sum(weights), weights.count(1.0), first + start, first + end)


def _reached(stretch: Sequence[Word], at: int, steps: int) -> int:
    """So many words further, as the quote has beyond what is the same; but not over the end of a sentence."""
    step = 1 if steps > 0 else -1
    for _ in range(abs(steps)):
        index = at if step > 0 else at - 1
        if not 0 <= index < len(stretch) or stretch[index].text in BREAKS:
            break
        at += step
    return at


def _rank(within: Words, quote: Sequence[Word], laid: _Laid, wanted: Wanted) -> float:
    start, end = within.words[laid.first].start, within.words[laid.after - 1].end
    text = within.text
    before, after = words(wanted.prefix), words(wanted.suffix)
    rank = _likeness(within, quote, laid)
    rank += BESIDE * _ending_alike(before, words(text[max(0, start - 2 * len(wanted.prefix) - 20) : start]))
    rank += BESIDE * _ending_alike(after[::-1], words(text[end : end + 2 * len(wanted.suffix) + 20])[::-1])
    if wanted.near is not None:
        rank += BESIDE * (1 - min(1.0, abs(start - wanted.near) / max(1, len(text))))
    return rank


def _ending_alike(known: Sequence[Word], found: Sequence[Word]) -> float:
    """How much of the known words ends the found ones, from 0 to 1."""
    same = 0
    for one, other in zip(reversed(known), reversed(found), strict=False):
        if one.text != other.text:
            break
        same += 1
    return same / len(known) if known else 0.0


def _likeness(within: Words, quote: Sequence[Word], laid: _Laid) -> float:
    """The same words twice over all words of both, by weight; 0 where too little is the same."""
    weights = [_weight(word) for word in quote]
    if laid.telling < max(1, min(LEAST, weights.count(1.0))):
        return 0.0
    whole = sum(weights) + sum(map(_weight, within.words[laid.first : laid.after]))
    return 2 * laid.same / whole if whole else 0.0


def _weight(word: Word) -> float:
    """Short words and signs weigh half: they stand everywhere. A number never does."""
    if word.text[0].isdigit():
        return 1.0
    return 0.5 if len(word.text) <= SHORT else 1.0
