"""Reads numbers in words, word by word: "a hundred and five", "two million three hundred thousand"."""

from fractions import Fraction

from factcheck.wording.grammar import Match, Text

TEN, TWENTY, HUNDRED = 10, 20, 100


class Spoken:
    """A number in words while it is read: what is certain in `total`, the group below the next scale in `group`."""

    def __init__(self, text: Text, at: int) -> None:
        self.text = text
        self.at = self.end = at
        self.total = Fraction(0)
        self.group: Fraction | None = None
        self.below: Fraction | None = None

    def takes_more(self) -> bool:
        """Reads one more word where it continues the number."""
        return self._numeral() or self._hundred() or self._scale() or self._one() or self._join()

    def _numeral(self) -> bool:
        found = self.text.match("numeral", self.at)
        if found is None or found.entry.value is None or not _continues(self.group, found.entry.value):
            return False
        self.group = (self.group or Fraction(0)) + found.entry.value
        return self._went_on(found)

    def _hundred(self) -> bool:
        found = self.text.match("hundred", self.at)
        if found is None or self.group is None or not 0 < self.group < HUNDRED:
            return False
        self.group *= HUNDRED
        return self._went_on(found)

    def _scale(self) -> bool:
        found = self.text.match("scale", self.at)
        if found is None or found.entry.value is None or not self.group:
            return False
        if self.below is not None and found.entry.value >= self.below:
            return False
        self.total += self.group * found.entry.value
        self.group, self.below = None, found.entry.value
        return self._went_on(found)

    def _one(self) -> bool:
        """ "A" counts as one before a hundred or a scale."""
        if self.group is not None or self.text.word(self.at) not in self.text.language.listed("ones"):
            return False
        if not (self.text.match("hundred", self.at + 1) or self.text.match("scale", self.at + 1)):
            return False
        self.group = Fraction(1)
        self.at += 1
        return True

    def _join(self) -> bool:
        """ "And" after a hundred or a scale, where a numeral follows."""
        if self.end != self.at or not (self.group or self.total) or (self.group or 0) % HUNDRED:
            return False
        if self.text.word(self.at) not in self.text.language.listed("joins"):
            return False
        if self.text.match("numeral", self.at + 1) is None:
            return False
        self.at += 1
        return self._numeral()

    def _went_on(self, found: Match) -> bool:
        self.at = self.end = found.end
        return True


def _continues(group: Fraction | None, value: Fraction) -> bool:
    """ "Twenty" takes "one" after it, "two hundred" takes "ten"; "two" takes neither."""
    if group is None:
        return True
    if group % HUNDRED == 0:
        return group > 0 and value > 0
    return group % TEN == 0 and group % HUNDRED >= TWENTY and 0 < value < TEN
