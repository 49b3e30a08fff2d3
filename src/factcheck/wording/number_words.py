"""Reads numbers in words, word by word: "a hundred and five", "two million three hundred thousand", "twenty-first"."""

from fractions import Fraction

from factcheck.wording.grammar import Text
from factcheck.wording.number import ONE, Number

TEN, TWENTY, HUNDRED = 10, 20, 100
ZERO = Fraction(0)


class Spoken:
    """A number in words while it is read: what is certain in `total`, the group below the next scale in `group`.

    `after` is a number in digits with its scale ("4 thousand") that the words go on from. `end` is the token after the
    last word that was read, `tens_at` the place of a last word like "thirty", `before_and` what stands before an "and".
    """

    def __init__(self, text: Text, at: int, after: Number | None = None) -> None:
        self.text = text
        self.start = at
        self.at = self.end = after.end if after else at
        self.in_digits = after is not None
        self.total = ZERO
        self.group: Fraction | None = None
        self.below: Fraction | None = None
        self.tens_at: int | None = None
        self.before_and: Fraction | None = None
        if after and after.scale == HUNDRED:
            self.group = after.value
        elif after:
            self.total, self.below = after.value, after.scale
        while self._takes_more():
            pass

    @property
    def value(self) -> Fraction:
        return self.total + (self.group or 0)

    @property
    def scale(self) -> Fraction:
        """What its last word is worth, where that is a scale."""
        return self.below if self.below and self.group is None else ONE

    def ordinal(self) -> Number | None:
        """The number with an ordinal as its last word: "twenty-first", "two hundredth". None where none follows."""
        at = self.text.past_hyphen(self.end)
        if self.end > self.start and self.text.word(at) in self.text.language.listed("joins"):
            at += 1
        found = self.text.worth("ordinal_word", at)
        value = None if found is None else self._with_last(found[0])
        return None if found is None or value is None else Number(value, ONE, self.start, found[1])

    def _with_last(self, last: Fraction) -> Fraction | None:
        if last < HUNDRED:
            return self.value + last if self._continues(last) else None
        if self.below is not None and last >= self.below:
            return None
        return self.total + (self.group or 1) * last

    def _takes_more(self) -> bool:
        """Reads one more word where it continues the number."""
        if self.text.is_digits(self.at):
            return self._digits()
        return self._numeral(self.at) or self._hundred() or self._scale() or self._one() or self._join()

    def _numeral(self, at: int) -> bool:
        at = at if self.tens_at is None else self.text.past_hyphen(at)
        found = self.text.worth("numeral", at)
        if found is None or not self._continues(found[0]):
            return False
        value, end = found
        if self._is_apart(end):
            return False
        if (ordinal := self.text.worth("ordinal_word", at)) and ordinal[1] > end:
            return False  # "quatre-vingtième" begins with "quatre"
        self.group = (self.group or 0) + value
        self._went_on(end)
        self.tens_at = at if TWENTY <= value < HUNDRED and value % TEN == 0 else None
        return True

    def _is_apart(self, end: int) -> bool:
        """ "1.1 billion four years ago", "5 million two": behind digits and a scale only a smaller scale goes on."""
        if not self.in_digits or self.below is None or self.group is not None:
            return False
        return self.text.value("hundred", end) is None and self.text.value("scale", end) is None

    def _digits(self) -> bool:
        """Digits go on only where a smaller scale word follows: "4 thousand 3 hundred"."""
        if self.below is None or self.group is not None:
            return False
        smaller = self.text.value("hundred", self.at + 1) or self.text.value("scale", self.at + 1)
        word = self.text.word(self.at)
        if smaller is None or not word.isdigit() or int(word) * smaller >= self.below:
            return False
        self.group = Fraction(int(word))
        return self._went_on(self.at + 1)

    def _hundred(self) -> bool:
        value = self.text.value("hundred", self.at)
        if value is None or self.group is None or not 0 < self.group < HUNDRED:
            return False
        self.group *= value
        return self._went_on(self.at + 1)

    def _scale(self) -> bool:
        found = self.text.worth("scale", self.at)
        if found is None or not self.group or (self.below is not None and found[0] >= self.below):
            return False
        value, end = found
        self.total += self.group * value
        self.group, self.below = None, value
        return self._went_on(end)

    def _one(self) -> bool:
        """ "A" counts as one before a hundred or a scale; scales that need no number count as one of them: "mille"."""
        if self.group is not None:
            return False
        word, listed = self.text.word(self.at), self.text.language.listed
        if word in listed("bare_scales") and self._is_bare():
            return self._bare_scale()
        if word not in listed("ones"):
            return False
        if self.text.value("hundred", self.at + 1) is None and self.text.value("scale", self.at + 1) is None:
            return False
        self.group = ONE
        self.at += 1
        return True

    def _is_bare(self) -> bool:
        """A scale counts one by itself here: "mille" does everywhere, "hundred" in "the first hundred days"."""
        before = self.text.language.listed("before_a_bare_scale")
        return not before or self.text.word(self.at - 1) in before

    def _bare_scale(self) -> bool:
        self.group = ONE
        if self._hundred() or self._scale():
            return True
        self.group = None
        return False

    def _join(self) -> bool:
        """ "And" after a hundred or a scale, where a numeral follows; after "3 hundred" also digits."""
        if self.end != self.at or not (self.group or self.total) or (self.group or 0) % HUNDRED:
            return False
        if self.text.word(self.at) not in self.text.language.listed("joins"):
            return False
        before = self.value
        if self._is_part(self.at + 1) or not (self._numeral(self.at + 1) or self._last_digits(self.at + 1)):
            return False
        self.tens_at = None
        self.before_and = before
        return True

    def _is_part(self, at: int) -> bool:
        """ "And three quarters" begins a part."""
        after = self.text.past_hyphen(at + 1)
        parts = self.text.value("part", after) or self.text.value("parts", after)
        return parts is not None and (self.text.value("numeral", at) or TWENTY) < TWENTY

    def _last_digits(self, at: int) -> bool:
        word = self.text.word(at)
        if not self.in_digits or self.group is None or not (word.isdigit() and 0 < int(word) < HUNDRED):
            return False
        if self.text.value("hundred", at + 1) or self.text.value("scale", at + 1):
            return False
        self.group += int(word)
        return self._went_on(at + 1)

    def _continues(self, value: Fraction) -> bool:
        """ "Twenty" takes "one" after it, "two hundred" takes "ten"; "two" neither; "soixante" even "douze"."""
        if self.group is None:
            return True
        tens = self.group % HUNDRED
        if not tens:
            return self.group > 0 and value > 0
        if tens < TWENTY or tens % TEN:
            return False
        most = TWENTY if str(tens) in self.text.language.listed("teens_after") else TEN
        return 0 < value < most

    def _went_on(self, end: int) -> bool:
        self.at = self.end = end
        self.tens_at = None
        return True
