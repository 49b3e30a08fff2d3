"""The names of the columns: those in the file, and what a person calls columns that have none or share one."""

from collections.abc import Callable, Sequence

from factcheck.datasets.headers import folded
from factcheck.datasets.proposing.questions import ANY, Answers, Question

_SHOWN = 3


def name_questions(names: Sequence[str], examples: Sequence[Sequence[str]], answers: Answers) -> tuple[Question, ...]:
    """One question for each column without a name of its own; `examples` are rows below the names."""
    found = []
    first_of: dict[str, int] = {}
    for at, name in enumerate(names, start=1):
        first = first_of.setdefault(folded(name), at)
        if name and first == at:
            continue
        why = f'is called "{name}", as column {first} is' if name else "has no name"
        text = f"Column {at} {why}{_shown(examples, at)}. What is it to be called?"
        found.append(Question(_key(at), text, ((ANY, "a name that no other column has"),), _free(names, at, answers)))
    return tuple(found)


def _free(names: Sequence[str], place: int, answers: Answers) -> Callable[[str], bool]:
    """Whether a name is free: no column of the file has it, nor does another get it."""
    given = (answers.get(_key(at), "").strip() for at in range(1, len(names) + 1) if at != place)
    others = {*map(folded, names), *map(folded, given)}
    return lambda answer: folded(answer.strip()) not in others


def renamed(names: Sequence[str], answers: Answers) -> tuple[tuple[int, str], ...]:
    """The places of the columns that were asked about, and their new names."""
    return tuple((at, answers[_key(at)].strip()) for at in range(1, len(names) + 1) if _key(at) in answers)


def _key(place: int) -> str:
    return f"name:{place}"


def _shown(examples: Sequence[Sequence[str]], place: int) -> str:
    cells = list(dict.fromkeys(row[place - 1] for row in examples if row[place - 1 :] and row[place - 1]))
    shown = ", ".join(f'"{cell[:30]}"' for cell in cells[:_SHOWN])
    return f" (it holds {shown})" if cells else " (it is empty)"
