"""Changes that a figure beside them says already: "fell from 7.2%", "93 falls", "eleven have vanished"."""

from factcheck.statements.beside import LONGEST, Beside
from factcheck.statements.spot import Spot

NEAR = 4  # characters, room for "by"
FAR = 6  # words to the "from" of what fell


def is_said(near: Beside, spot: Spot) -> bool:
    """A number says by how much, or of how many; not that of "unchanged at 4%", which does not say that it stayed."""
    if near.said.is_in("unmoved", near.said.index(spot.end - 1)):
        return False
    is_apart = near.said.word(near.said.index(spot.end - 1) + 1) == ";"
    colon = near.said.text.find(":", spot.end, spot.end + NEAR + 1)
    after = (spot.end, spot.end + NEAR + 1 if colon < 0 else colon)
    return (
        (near.figures.touch(after) and not is_apart and not _says_another_thing(near, spot))
        or _is_from_a_figure(near, spot)
        or _is_counted(near, spot)
        or near.compared.touch((spot.end, spot.end + 2))
        or near.opens_with(near.counts, spot)
        or _goes_on_again(near, spot)
    )


def _is_from_a_figure(near: Beside, spot: Spot) -> bool:
    """ "Narrowed from 7.2%", "fell among men, from 6.4 to 6.0", "grew at a rate of 5%": the numbers say it."""
    first = near.said.index(spot.end - 1) + 1
    if near.said.is_in("at", first) and near.said.is_in("articles", first + 1):
        return near.has_figure(range(first + 2, first + FAR))
    for at in range(first, first + FAR):
        if near.said.is_in("starting", at) and near.is_numbered(at + 1):
            return True
        if near.said.is_in("clause_openers", at) or near.is_figure(at):
            return False
    return False


def _says_another_thing(near: Beside, spot: Spot) -> bool:
    """ "Has hardly changed in 20 years", "rose at four of the five": how long, or where, and not by how much."""
    said, after = near.said, near.said.index(spot.end - 1) + 1
    first = said.index(spot.start)
    is_denied = said.is_in("negators", first) or said.is_in("barely", first)
    if is_denied and (said.is_in("in", after) or said.is_in("at", after)):
        return True
    is_share = any(said.is_in("part_of", at) and near.is_figure(at) for at in range(after + 2, after + FAR))
    return said.is_in("within", after) and near.is_figure(after + 1) and is_share


def _is_counted(near: Beside, spot: Spot) -> bool:
    """ "93 falls": so many things of that name."""
    at = near.said.index(spot.start)
    is_plural = near.said.ends_as("plural_endings", at)
    return is_plural and spot.end == near.said.words[at].end and near.is_figure(at - 1)


def _goes_on_again(near: Beside, spot: Spot) -> bool:
    """ "Declined in November for the second consecutive month": how often says that it did."""
    first = near.said.index(spot.start) + 1
    for at in range(first, min(first + LONGEST, len(near.said.words))):
        if near.said.is_mark(at):
            return False
        if near.said.is_in("again", at):
            return near.is_figure(at)
    return False
