"""What is wrong with a condition, and where in it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class At:
    """Where in what was written: `width` characters from `offset` on of the text number `text`.

    A line is one text, number 0. In a mapping each key and each value is a text of its own.
    """

    offset: int = 0
    width: int = 1
    text: int = 0

    def to(self, other: "At") -> "At":
        """From here to the end of the other."""
        return At(self.offset, max(1, other.offset + other.width - self.offset), self.text)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing wrong: what, where, and what to write instead."""

    message: str
    at: At
    remedy: str = ""


class BadCondition(Exception):  # noqa: N818 - what is bad is the condition, not the program
    """A condition that cannot be used, with every mistake found in it."""

    def __init__(self, *mistakes: Mistake) -> None:
        self.mistakes = mistakes
        super().__init__("; ".join(mistake.message for mistake in mistakes))
