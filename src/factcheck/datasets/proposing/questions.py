"""What is asked of a person about a file: the question, the answers there are, and what speaks for them."""

from collections.abc import Mapping
from dataclasses import dataclass

ANY = "..."
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Question:
    """`answers` are those that are taken, each with what it means; with ANY among them any text will do.

    `key` is what it is called on the command line.
    """

    key: str
    text: str
    answers: tuple[tuple[str, str], ...]

    def takes(self, answer: str) -> bool:
        words = [word for word, _ in self.answers]
        return bool(answer.strip()) and (answer in words or ANY in words)


Answers = Mapping[str, str]


class UnansweredError(Exception):
    """Questions that nobody answered yet."""

    def __init__(self, questions: tuple[Question, ...]) -> None:
        super().__init__()
        self.questions = questions


def answered(questions: tuple[Question, ...], answers: Answers) -> None:
    """Raises UnansweredError with the questions that have no answer, or none of those that are taken."""
    left = tuple(one for one in questions if not one.takes(answers.get(one.key, "")))
    if left:
        raise UnansweredError(left)
