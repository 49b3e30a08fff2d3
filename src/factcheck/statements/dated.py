"""What "since 2000" only dates: "has 5 since 2000"; and where how long is what is claimed: "has stood since 1996"."""

from factcheck.statements.beside import Beside
from factcheck.statements.spot import Spot, SpotKind

# Beside one of these "since" tells how far it reaches back, and is a claim.
_SAYS_MORE = frozenset(SpotKind) - {SpotKind.FIGURE, SpotKind.CHANGE, SpotKind.SHARE}


def only_dates(near: Beside, spot: Spot) -> bool:
    """ "Has 5 since 2000", "since 1990, 2.9 billion have gained it"; not "complaints have fallen since 2022"."""
    said, text = near.said, near.said.text
    at = said.index(spot.start)
    commas = (before for before in range(at - 1, -1, -1) if said.word(before) == ",")
    clause = next((said.words[comma].end for comma in commas), 0)
    first = said.index(clause)
    if said.is_in("since", at) and _opens(near, clause, spot):
        return near.figures.touch((spot.end, len(text)))
    inside = [other for other in near.found if clause <= other.start and other.end <= spot.start]
    kinds = {other.kind for other in inside}
    if _SAYS_MORE & kinds or any(said.is_in("negators", word) for word in range(first, at)):
        return False
    counted = [said.index(other.end - 1) for other in inside if other.kind is SpotKind.FIGURE]
    if not counted or _is_lasting(near, max(counted), at) or _is_of_a_change(near, max(inside)):
        return False
    return not _says_more(near, max(inside).end, spot.start)


def _is_lasting(near: Beside, counted: int, at: int) -> bool:
    """ "The woman of 73 has lived there since 1988", "£1.20 an hour is unchanged since 2019"."""
    said = near.said
    is_lived = any(said.is_in("lasting", word) and said.is_in("having", word - 1) for word in range(counted + 1, at))
    return is_lived or said.is_in("unmoved", at - 1)


def _is_of_a_change(near: Beside, spot: Spot) -> bool:
    """ "The rate among those under 75 has been falling": what fell is not the number."""
    return spot.kind is SpotKind.CHANGE and not near.opens_with(near.counts, spot)


def _opens(near: Beside, clause: int, spot: Spot) -> bool:
    """ "Since 1990, 2.9 billion", "and since 2020 we have restored 410": it stands before what it dates."""
    said, at = near.said, near.said.index(spot.start)
    is_first = not said.text[clause : spot.start].strip() or (at == 1 and said.is_in("clause_openers", 0))
    after = said.index(spot.end - 1) + 1
    return is_first and (said.word(after) == "," or said.is_in("subject_pronouns", after))


def _says_more(near: Beside, start: int, end: int) -> bool:
    """ "And has been a member": another verb stands between."""
    between = [word.text for word in near.said.words if start <= word.start < end]
    joint = next((at for at, word in enumerate(between) if word in near.said.listed("joins")), len(between))
    return any(word in near.said.listed("verbs") for word in between[joint:])
