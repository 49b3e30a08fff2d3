"""Walks over the tokens of a condition line, and keeps it within its limits."""

from factcheck.conditions.mistakes import At, BadCondition, Mistake
from factcheck.conditions.tokens import Token, tokens

DEEPEST = 32
MOST_NODES = 500
LONGEST = 20_000


class Cursor:
    """`now` is the token to be read next."""

    def __init__(self, line: str) -> None:
        if len(line) > LONGEST:
            raise BadCondition(Mistake(f"a condition of more than {LONGEST} characters", At()))
        self._tokens = tokens(line)
        self._ahead: Token | None = None
        self._nodes = 0
        self._depth = 0
        self.now = next(self._tokens)

    def upcoming(self) -> Token:
        """The token after the next one."""
        if self._ahead is None:
            self._ahead = next(self._tokens)
        return self._ahead

    def take(self) -> Token:
        token = self.now
        if not token.is_sign("(", ")", ","):
            self._nodes += 1
        if self._nodes > MOST_NODES:
            raise self.refusal(f"a condition of more than {MOST_NODES} parts", "split it, or mark the rows in the data")
        if token.kind != "end":
            self.now = self._ahead or next(self._tokens)
            self._ahead = None
        return token

    def took_word(self, word: str) -> bool:
        """Takes the word if it is the next token."""
        if self.now.is_word(word):
            self.take()
            return True
        return False

    def expect_word(self, word: str, remedy: str) -> None:
        if not self.took_word(word):
            raise self.refusal(f'"{word}" is missing here', remedy)

    def close(self) -> At:
        """Takes the closing bracket."""
        if not self.now.is_sign(")"):
            raise self.refusal("a bracket is not closed here", "write )")
        return self.take().at

    def enter(self, at: At) -> None:
        """One level deeper."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise BadCondition(Mistake(f"nested deeper than {DEEPEST} levels", at, "write it flatter"))

    def leave(self, *, levels: int = 1) -> None:
        """As many levels up again."""
        self._depth -= levels

    def refusal(self, message: str, remedy: str) -> BadCondition:
        """The mistake that stands at the next token."""
        return BadCondition(Mistake(message, self.now.at, remedy))
