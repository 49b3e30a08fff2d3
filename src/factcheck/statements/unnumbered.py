"""Figures without a numeral: "in a decade", "more than a year", "once a fortnight", "voted once", "in her eighties"."""

from collections.abc import Iterator

from factcheck.statements.said import Said

Span = tuple[int, int]


def unnumbered(said: Said) -> Iterator[Span]:
    """Their places in a sentence, in order."""
    articles, once, ages = said.listed("ones"), said.listed("once"), said.listed("ages")
    for at, word in enumerate(said.words):
        if word.text in articles and _is_a_length(said, at):
            yield word.start, said.words[at + 1].end
        elif (word.text in once and _is_counted(said, at)) or (
            word.text in ages and said.is_in("before_an_age", at - 1)
        ):
            yield word.start, word.end


def _is_a_length(said: Said, at: int) -> bool:
    """ "In a decade", "lost a year", "less than a yard"; not "than a year earlier", "in a year of war", "a day off"."""
    if not said.is_in("before_a_length", at - 1) or not _is_a_unit(said, at + 1):
        return False
    return not said.is_in("no_length", at + 2) and not (said.is_in("in", at - 1) and said.is_in("part_of", at + 2))


def _is_a_unit(said: Said, at: int) -> bool:
    durations = said.language.sections.get("duration")
    is_duration = durations is not None and said.word(at).removesuffix("'s") in durations.root.words
    is_moment = said.is_in("moments", at) and said.is_in("loose", at - 2)
    return (is_duration and not is_moment) or said.is_in("lengths", at)


def _is_counted(said: Said, at: int) -> bool:
    """ "Once a fortnight", "once in 30 matches", "only once", "voted once."; not "once a spa", "at once"."""
    if said.is_in("before_once", at - 1):
        return True
    if said.is_in("each", at + 1):
        return _is_a_unit(said, at + 2) or said.is_number(at + 2)
    if said.is_in("in", at + 1):
        return said.is_number(at + 2)
    is_told = said.is_in("verbs", at - 1) or said.word(at - 1).endswith(tuple(said.listed("past_endings")))
    return is_told and said.is_mark(at + 1)
