"""What of a sentence only says again what a figure beside it says: "eased by half a point", "ten largest"."""

from itertools import takewhile

from factcheck.statements import changes_said
from factcheck.statements.beside import LONGEST, Beside
from factcheck.statements.dated import only_dates
from factcheck.statements.spot import Spot, SpotKind

NEAR = 4  # characters, room for "by"; words to a number
NEXT = 2  # right behind, or before
FAR = 6  # words to the "from" of what fell


def is_said_already(spot: Spot, near: Beside) -> bool:
    """ "Larger than 0.1", "has 5 since 2000", "eleven have vanished", "grew faster than": no claim of its own."""
    match spot.kind:
        case SpotKind.CHANGE:
            return changes_said.is_said(near, spot)
        case SpotKind.COMPARISON:
            is_said = _is_next_to_a_number(near, spot) or _is_placed_by_a_figure(near, spot)
            return is_said or _is_told_in_brackets(near, spot) or _is_of_none(near, spot)
        case SpotKind.SUPERLATIVE:
            is_bare = not near.said.is_in("articles", near.said.index(spot.start))
            return is_bare and near.figures.touch((max(0, spot.start - NEXT), spot.start))
        case SpotKind.SHARE:
            is_said = _is_share_of_a_figure(near, spot) or _is_never(near, spot)
            return is_said or _is_told_in_brackets(near, spot)
        case SpotKind.STATUS:
            is_bare = not near.said.is_in("articles", near.said.index(spot.end - 1) + 1)
            is_before_one = is_bare and near.figures.touch((spot.end, spot.end + NEXT))
            return is_before_one or _is_near_a_figure(near, spot)
        case SpotKind.SINCE:
            return only_dates(near, spot)
        case _:
            return False


def _is_near_a_figure(near: Beside, spot: Spot) -> bool:
    """ "Still kills more than 200,000", "still cost us £1.6m": the number is the claim, behind a verb."""
    at = near.said.index(spot.end - 1)
    is_adverb = near.said.ends_as("adverb_endings", at)
    is_plain = (is_adverb or near.said.is_in("verbal_statuses", at)) and not near.is_figure(at + 1)
    is_near = any(near.is_figure(after) and not near.is_figure(after - 1) for after in (at + 2, at + 3))
    return is_plain and is_near and not any(map(near.said.is_mark, (at + 1, at + 2)))


def _is_next_to_a_number(near: Beside, spot: Spot) -> bool:
    """ "3 points higher than", "larger than 0.1", "later than the 30 days"."""
    if near.numbered.touch((max(0, spot.start - NEXT), spot.start)):
        return True
    last = near.said.index(spot.end - 1)
    is_of_one = near.said.is_in("than", last) and near.said.is_in("articles", last + 1) and near.is_figure(last + 2)
    is_next = is_of_one or near.numbered.touch((spot.end, spot.end + NEAR + 1))
    return is_next and not _is_of_something_else(near, last)


def _is_of_something_else(near: Beside, last: int) -> bool:
    """ "Fewer than a decade ago", "more frequent: six were hurt"; but "more than a century later" hedges its number."""
    is_hedge = near.said.is_in("more_or_less", last - 1)
    is_ago = any(near.said.is_in("no_length", at) for at in range(last + 2, last + NEAR))
    return (is_ago and not is_hedge) or near.said.word(last + 1) in (":", ";")


def _is_of_none(near: Beside, spot: Spot) -> bool:
    """ "No country is poorer than it was": that none is, is the claim."""
    at = near.said.index(spot.start)
    if near.said.is_in("nones", at - 1):
        return False  # "no more common than before"
    clause = takewhile(lambda before: not near.said.is_mark(before), range(at - 1, max(-1, at - LONGEST), -1))
    return any(near.said.is_in("nones", before) for before in clause)


def _is_told_in_brackets(near: Beside, spot: Spot) -> bool:
    """ "Nearly all orders (98.7 per cent)": the number says it."""
    first = near.said.index(spot.end - 1) + 1
    if near.said.is_in("placed", first - 1):
        return False  # "above the average (27%)": the number says above what
    opened = next((at for at in range(first, first + NEXT) if near.said.word(at) == "("), None)
    return opened is not None and any(map(near.is_figure, (opened + 1, opened + 2)))


def _is_placed_by_a_figure(near: Beside, spot: Spot) -> bool:
    """ "Below the target of 70 per cent": the number says below what."""
    at = near.said.index(spot.start)
    if not near.said.is_in("placed", at):
        return False
    return near.has_figure(range(at + 1, at + 1 + FAR))


def _is_share_of_a_figure(near: Beside, spot: Spot) -> bool:
    """ "People have no home" after their number, "the 20 most affected countries", "half of all complaints"."""
    at = near.said.index(spot.start)
    if near.said.is_in("nones", at) and _is_had_by_a_number(near, spot):
        return True
    if near.said.is_in("most", at):
        return near.is_figure(at - 1)
    return near.said.is_in("part_of", at - 1) and any(map(near.is_figure, range(at - 1 - NEAR, at - 1)))


def _is_never(near: Beside, spot: Spot) -> bool:
    """ "14,000 have never been informed": the number before says how many."""
    return near.said.is_in("nevers", near.said.index(spot.start)) and near.opens_with(near.figures, spot)


def _is_had_by_a_number(near: Beside, spot: Spot) -> bool:
    """ "1.5 million people have no safe place": the number says how many."""
    return near.said.is_in("having", near.said.index(spot.start) - 1) and near.opens_with(near.counts, spot)
