"""The words of one sentence by their numbers, and what each is: a capital, a number, a year, a time."""

from factcheck.statements.phrases import words
from factcheck.wording.language import Language

YEAR = range(1500, 2101)
OPENING = frozenset('"“„«')
LONGEST_DAY = len("31")


class Said:
    """A sentence under a language. Words are asked for by their number; beyond the ends stands the empty string."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language
        self.words = words(text)
        self._at = {word.start: at for at, word in enumerate(self.words)}

    def listed(self, name: str) -> frozenset[str]:
        return self.language.listed(name)

    def is_in(self, name: str, at: int) -> bool:
        """The word is in a list of the language."""
        return self.word(at) in self.language.listed(name)

    def ends_as(self, name: str, at: int) -> bool:
        """The word has one of the endings that a list of the language names."""
        return self.word(at).endswith(tuple(self.language.listed(name)))

    def word(self, at: int) -> str:
        return self.words[at].text if 0 <= at < len(self.words) else ""

    def raw(self, at: int) -> str:
        """The word as it is written."""
        return self.text[self.words[at].start : self.words[at].end] if 0 <= at < len(self.words) else ""

    def index(self, offset: int) -> int:
        """The number of the word at an offset."""
        while offset not in self._at and offset > 0:
            offset -= 1
        return self._at.get(offset, 0)

    def is_mark(self, at: int) -> bool:
        """A mark of punctuation stands there, or the sentence is over."""
        return not self.word(at)[:1].isalnum()

    def ends_there(self, at: int) -> bool:
        """No noun begins there: "current from the south"."""
        return self.is_mark(at) or self.is_in("closers", at)

    def is_number(self, at: int) -> bool:
        return self.word(at)[:1].isdecimal() or self.word(at) in self.language.first["number_words"]

    def is_capital(self, at: int) -> bool:
        """A capital that says something: not that of a sentence's first word, nor of a quotation's or of "3.1 No"."""
        before = self.word(at - 1)
        is_opening = not before or before in OPENING or (at == 1 and "." in before)
        return not is_opening and self.raw(at)[:1].isupper()

    def is_year(self, at: int) -> bool:
        word = self.word(at)
        return len(word) == len("2023") and word.isdecimal() and int(word) in YEAR

    def is_decade(self, at: int) -> bool:
        """ "The 1990s"."""
        word = self.word(at)
        return len(word) == len("1990s") and word[:4].isdecimal() and word.endswith("0s") and int(word[:4]) in YEAR

    def is_month(self, at: int) -> bool:
        months = self.language.sections.get("month")
        return months is not None and self.word(at) in months.root.words

    def is_day(self, at: int) -> bool:
        """A day of a month: "11 September", "September 11"."""
        is_short = self.word(at).isdecimal() and len(self.word(at)) <= LONGEST_DAY
        return is_short and (self.is_month(at + 1) or self.is_month(at - 1))

    def is_determined(self, at: int, words: str) -> bool:
        """ "The", "its" or "world's" stands before it, or is the first of its words."""
        determiners = self.listed("before_a_rank")
        before = self.word(at - 1)
        return words.split(maxsplit=1)[0] in determiners or before in determiners or self.ends_as("possessives", at - 1)
