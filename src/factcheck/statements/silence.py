"""Where a sentence claims nothing: numbers of pages, times of day, sayings."""

from factcheck.statements.boilerplate import boilerplate
from factcheck.statements.phrases import phrases
from factcheck.statements.places import Places
from factcheck.statements.said import Said

Span = tuple[int, int]


class Silence:
    """The places of one sentence where nothing is claimed."""

    def __init__(self, said: Said, *, is_heading: bool) -> None:
        numbers = boilerplate(said.text, said.words, said.language, is_heading=is_heading)
        self._numbers = Places(len(said.text), numbers)
        self._sayings = [phrase[:2] for phrase in phrases(said.words, said.language, "idle_figures")]
        self._said = Places(len(said.text), self._sayings)
        self._idioms = [phrase[:2] for phrase in phrases(said.words, said.language, "idle")]
        self._idle = Places(len(said.text), [*numbers, *self._sayings, *self._idioms])

    def has_number(self, span: Span) -> bool:
        """A number stands there that is no quantity; "half-year" is none, "five-and-a-half-year" is one."""
        if self._numbers.touch(span):
            return True
        return self._said.touch(span) and not any(_is_more(span, saying) for saying in self._sayings)

    def holds(self, span: Span) -> bool:
        """It shares words with an idiom, or such a number; not where it says more with it: "the lowest on record"."""
        return self._idle.touch(span) and not any(_is_more(span, idiom) for idiom in self._idioms)


def _is_more(span: Span, idiom: Span) -> bool:
    return span[0] <= idiom[0] and idiom[1] <= span[1] and span != idiom
