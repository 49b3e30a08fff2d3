"""What of a sentence only says again what a figure beside it says: "eased by half a point", "ten largest"."""

from collections.abc import Sequence
from itertools import takewhile

from factcheck.statements.places import Places
from factcheck.statements.said import Said
from factcheck.statements.spot import Spot, SpotKind

NEAR = 4  # characters, room for "by"
NEXT = 2  # right behind, or before
FAR = 6  # words to the "from" of what fell
LONGEST = 16  # words of what so many did


# Beside one of these "since" tells how far it reaches back, and is a claim.
_SAYS_MORE = frozenset(SpotKind) - {SpotKind.FIGURE, SpotKind.CHANGE, SpotKind.SHARE}


class Repeats:
    """The spots of one sentence, and which of them are no claim of their own."""

    def __init__(self, said: Said, found: Sequence[Spot]) -> None:
        self._said = said
        self._found = found
        self._figures = self._of(SpotKind.FIGURE)
        self._compared = self._of(SpotKind.COMPARISON)
        self._counts = self._of(SpotKind.FIGURE, SpotKind.SHARE)
        self._numbered = self._of(SpotKind.FIGURE, SpotKind.FIRST)

    def holds(self, spot: Spot) -> bool:
        """ "Larger than 0.1", "has 5 since 2000", "eleven have vanished", "grew faster than": said already."""
        colon = self._said.text.find(":", spot.end, spot.end + NEAR + 1)
        after = (spot.end, spot.end + NEAR + 1 if colon < 0 else colon)
        match spot.kind:
            case SpotKind.CHANGE if self._said.is_in("unmoved", self._said.index(spot.end - 1)):
                return False  # "unchanged at 4%": the number does not say that it stayed
            case SpotKind.CHANGE:
                return (
                    (self._figures.touch(after) and not self._says_another_thing(spot))
                    or self._is_from_a_figure(spot)
                    or self._is_counted(spot)
                    or self._compared.touch((spot.end, spot.end + 2))
                    or self._opens_with(self._counts, spot)
                    or self._goes_on_again(spot)
                )
            case SpotKind.COMPARISON:
                is_said = self._is_next_to_a_number(spot) or self._is_placed_by_a_figure(spot)
                return is_said or self._is_told_in_brackets(spot) or self._is_of_none(spot)
            case SpotKind.SUPERLATIVE:
                is_bare = not self._said.is_in("articles", self._said.index(spot.start))
                return is_bare and self._figures.touch((max(0, spot.start - 2), spot.start))
            case SpotKind.SHARE:
                is_said = self._is_share_of_a_figure(spot) or self._is_never(spot)
                return is_said or self._is_told_in_brackets(spot)
            case SpotKind.STATUS:
                is_bare = not self._said.is_in("articles", self._said.index(spot.end - 1) + 1)
                is_before_one = is_bare and self._figures.touch((spot.end, spot.end + NEXT))
                return is_before_one or self._is_near_a_figure(spot)
            case SpotKind.SINCE:
                return self._only_dates_a_figure(spot)
            case _:
                return False

    def _is_numbered(self, at: int) -> bool:
        return 0 <= at < len(self._said.words) and self._numbered.touch(self._said.words[at][1:])

    def _is_figure(self, at: int) -> bool:
        return 0 <= at < len(self._said.words) and self._figures.touch(self._said.words[at][1:])

    def _of(self, *kinds: SpotKind) -> Places:
        return Places(len(self._said.text), (spot[:2] for spot in self._found if spot.kind in kinds))

    def _is_from_a_figure(self, spot: Spot) -> bool:
        """ "Narrowed from 7.2%", "fell among men, from 6.4 to 6.0", "grew at a rate of 5%": the numbers say it."""
        first = self._said.index(spot.end - 1) + 1
        if self._said.is_in("at", first) and self._said.is_in("articles", first + 1):
            clause = takewhile(lambda at: not self._said.is_mark(at), range(first + 2, first + FAR))
            return any(map(self._is_figure, clause))
        for at in range(first, first + FAR):
            if self._said.is_in("starting", at) and self._is_numbered(at + 1):
                return True
            if self._said.is_in("clause_openers", at) or self._is_figure(at):
                return False
        return False

    def _says_another_thing(self, spot: Spot) -> bool:
        """ "Has hardly changed in 20 years", "rose at four of the five": how long, or where, and not by how much."""
        said, after = self._said, self._said.index(spot.end - 1) + 1
        if said.is_in("negators", said.index(spot.start)) and said.is_in("in", after):
            return True
        is_share = any(said.is_in("part_of", at) and self._is_figure(at) for at in range(after + 2, after + FAR))
        return said.is_in("within", after) and self._is_figure(after + 1) and is_share

    def _is_near_a_figure(self, spot: Spot) -> bool:
        """ "Still kills more than 200,000", "still cost us £1.6m": the number is the claim, behind a verb."""
        at = self._said.index(spot.end - 1)
        is_adverb = self._said.word(at).endswith(tuple(self._said.listed("adverb_endings")))
        is_plain = (is_adverb or self._said.is_in("verbal_statuses", at)) and not self._is_figure(at + 1)
        is_near = any(self._is_figure(after) and not self._is_figure(after - 1) for after in (at + 2, at + 3))
        return is_plain and is_near and not any(map(self._said.is_mark, (at + 1, at + 2)))

    def _is_counted(self, spot: Spot) -> bool:
        """ "93 falls": so many things of that name."""
        at = self._said.index(spot.start)
        is_plural = self._said.word(at).endswith(tuple(self._said.listed("plural_endings")))
        return is_plural and spot.end == self._said.words[at].end and self._is_figure(at - 1)

    def _is_next_to_a_number(self, spot: Spot) -> bool:
        before, after = (max(0, spot.start - NEXT), spot.start), (spot.end, spot.end + NEAR + 1)
        last = self._said.index(spot.end - 1)
        is_hedge = self._said.is_in("more_or_less", last - 1)  # "more than a century later"
        is_ago = any(self._said.is_in("no_length", at) for at in range(last + 2, last + NEAR))
        if (is_ago and not is_hedge) or self._said.word(last + 1) in (
            ":",
            ";",
        ):  # "fewer than a decade ago", "more frequent: six"
            return self._numbered.touch(before)
        is_of_a_figure = self._said.is_in("articles", last + 1) and self._is_figure(last + 2)
        if is_of_a_figure and self._said.is_in("than", last):  # "later than the 30 days"
            return True
        return self._numbered.touch(before) or self._numbered.touch(after)

    def _is_of_none(self, spot: Spot) -> bool:
        """ "No country is poorer than it was": that none is, is the claim."""
        at = self._said.index(spot.start)
        clause = takewhile(lambda before: not self._said.is_mark(before), range(at - 1, max(-1, at - LONGEST), -1))
        return any(self._said.is_in("nones", before) for before in clause)

    def _is_told_in_brackets(self, spot: Spot) -> bool:
        """ "Nearly all orders (98.7 per cent)": the number says it."""
        first = self._said.index(spot.end - 1) + 1
        if self._said.is_in("placed", first - 1):
            return False  # "above the average (27%)": the number says above what
        opened = next((at for at in range(first, first + NEXT) if self._said.word(at) == "("), None)
        return opened is not None and any(map(self._is_figure, (opened + 1, opened + 2)))

    def _is_placed_by_a_figure(self, spot: Spot) -> bool:
        """ "Below the target of 70 per cent": the number says below what."""
        at = self._said.index(spot.start)
        if not self._said.is_in("placed", at):
            return False
        clause = takewhile(lambda after: not self._said.is_mark(after), range(at + 1, at + 1 + FAR))
        return any(map(self._is_figure, clause))

    def _is_share_of_a_figure(self, spot: Spot) -> bool:
        """ "People have no home" after their number, "the 20 most affected countries", "half of all complaints"."""
        at = self._said.index(spot.start)
        if self._said.is_in("nones", at) and self._is_had_by_a_number(spot):
            return True
        if self._said.is_in("most", at):
            return self._is_figure(at - 1)
        return self._said.is_in("part_of", at - 1) and any(map(self._is_figure, range(at - 1 - NEAR, at - 1)))

    def _is_never(self, spot: Spot) -> bool:
        """ "14,000 have never been informed": the number before says how many."""
        return self._said.is_in("nevers", self._said.index(spot.start)) and self._opens_with(self._figures, spot)

    def _goes_on_again(self, spot: Spot) -> bool:
        """ "Declined in November for the second consecutive month": how often says that it did."""
        first = self._said.index(spot.start) + 1
        for at in range(first, min(first + LONGEST, len(self._said.words))):
            if self._said.is_mark(at):
                return False
            if self._said.is_in("again", at):
                return self._is_figure(at)
        return False

    def _only_dates_a_figure(self, spot: Spot) -> bool:
        """ "Has 5 since 2000", "complaints have fallen since 2022", "since 1990, 2.9 billion have gained it"."""
        said, text = self._said, self._said.text
        at = said.index(spot.start)
        commas = (before for before in range(at - 1, -1, -1) if said.word(before) == ",")
        clause = next((said.words[comma].end for comma in commas), 0)
        first = said.index(clause)
        if said.is_in("since", at) and self._opens(clause, spot):
            return self._figures.touch((spot.end, len(text)))
        inside = [other for other in self._found if clause <= other.start and other.end <= spot.start]
        kinds = {other.kind for other in inside}
        if _SAYS_MORE & kinds or any(said.is_in("negators", word) for word in range(first, at)):
            return False
        is_lasting = said.is_in("lasting", at - 1) and said.is_in("having", at - 2)
        is_lasting = is_lasting or said.is_in("unmoved", at - 1)  # "£1.20 an hour is unchanged since 2019"
        last = max(inside, default=None)
        if SpotKind.FIGURE not in kinds or last is None or is_lasting or self._is_of_a_change(last):
            return False
        return not self._says_more(last.end, spot.start)

    def _is_of_a_change(self, spot: Spot) -> bool:
        """ "The rate among those under 75 has been falling": what fell is not the number."""
        return spot.kind is SpotKind.CHANGE and not self._opens_with(self._counts, spot)

    def _opens(self, clause: int, spot: Spot) -> bool:
        """ "Since 1990, 2.9 billion", "and since 2020 we have restored 410": it stands before what it dates."""
        said, at = self._said, self._said.index(spot.start)
        is_first = not said.text[clause : spot.start].strip() or (at == 1 and said.is_in("clause_openers", 0))
        after = said.index(spot.end - 1) + 1
        return is_first and (said.word(after) == "," or said.is_in("subject_pronouns", after))

    def _says_more(self, start: int, end: int) -> bool:
        """ "And has been a member": another verb stands between."""
        between = [word.text for word in self._said.words if start <= word.start < end]
        joint = next((at for at, word in enumerate(between) if word in self._said.listed("joins")), len(between))
        return any(word in self._said.listed("verbs") for word in between[joint:])

    def _is_had_by_a_number(self, spot: Spot) -> bool:
        """ "1.5 million people have no safe place": the number says how many."""
        return self._said.is_in("having", self._said.index(spot.start) - 1) and self._opens_with(self._counts, spot)

    def _opens_with(self, numbers: Places, spot: Spot) -> bool:
        """The clause begins with a number, and tells what became of so many."""
        at = self._said.index(spot.start)
        for first in range(at, max(-1, at - LONGEST), -1):
            if (
                not first
                or (self._said.is_mark(first - 1) and not self._is_figure(first - 1))  # not within "62-day", "22%"
                or (self._said.is_in("clause_openers", first - 1) and not self._said.is_in("part_of", first - 2))
                or self._said.is_in("as", first - 1)
            ):
                return first < at and numbers.touch(self._said.words[first][1:])
        return False
