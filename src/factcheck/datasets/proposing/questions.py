"""What is asked of a person about a file: the question, the answers there are, and what speaks for them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

ANY = "..."
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Question:
    """`answers` are those that are taken, each with what it means; with ANY among them any text will do.

    `key` is what it is called on the command line; `fits` says which other texts will do.
    """

    key: str
    text: str
    answers: tuple[tuple[str, str], ...]
    fits: Callable[[str], bool] = field(default=bool, compare=False)

    def takes(self, answer: str) -> bool:
        words = [word for word, _ in self.answers]
        return bool(answer.strip()) and answer != ANY and (answer in words or (ANY in words and self.fits(answer)))


Answers = Mapping[str, str]


class UnansweredError(Exception):
    """Questions that nobody answered yet; `asked` are the keys of all that were asked so far, answered or not."""

    def __init__(self, questions: tuple[Question, ...], asked: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.questions = questions
        self.asked = asked


@dataclass(frozen=True, slots=True)
class Asking:
    """The answers that were given, and the questions that were asked so far, by their keys."""

    answers: Answers
    asked: dict[str, Question] = field(default_factory=dict)

    def ask(self, questions: Iterable[Question]) -> None:
        """Raises UnansweredError with the questions that have no answer, or none of those that are taken."""
        told = tuple(questions)
        self.asked.update({one.key: one for one in told})
        left = tuple(one for one in told if not one.takes(self.answers.get(one.key, "")))
        if left:
            raise UnansweredError(left, tuple(self.asked))

    @property
    def idle(self) -> tuple[str, ...]:
        """The answers that were given to no question."""
        return tuple(key for key in self.answers if key not in self.asked)
