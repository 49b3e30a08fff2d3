"""Figures without a numeral: "in a decade", "more than a year", "once a fortnight", "voted once", "in her eighties"."""

from collections.abc import Callable, Iterator

from factcheck.statements.said import Said

Span = tuple[int, int]
NEAR = 4  # words from "and" to its "one"
FAR = 8  # words from a number to the "one" beside it


def unnumbered(said: Said) -> Iterator[Span]:
    """Their places in a sentence, in order."""
    alone = [(said.listed(name), is_one) for name, is_one in _ALONE.items()]
    alone.append((frozenset(said.language.values["ordinal_word"]), _is_a_part))
    articles = said.listed("ones")
    for at, word in enumerate(said.words):
        if word.text in articles and _is_a_length(said, at):
            yield word.start, said.words[at + 1 + said.is_in("whole", at + 1)].end
        elif any(word.text in those and is_one(said, at) for those, is_one in alone):
            yield word.start, word.end


def _is_a_length(said: Said, at: int) -> bool:
    """ "In a decade", "lost a year", "less than a yard"; not "than a year earlier", "in a year of war", "a day off"."""
    if said.is_in("whole", at + 1):
        is_joined = said.text[said.words[at + 1].end :][:1] == "-"  # "a full-year profit"
        return _is_a_unit(said, at + 2) and not is_joined
    is_ago = said.is_in("long_lengths", at + 1) and said.is_in("no_length", at + 2)
    if not (is_ago or said.is_in("before_a_length", at - 1)) or not _is_a_unit(said, at + 1):
        return False
    if said.is_in("long_lengths", at + 1):
        return True
    return not said.is_in("no_length", at + 2) and not (said.is_in("in", at - 1) and said.is_in("part_of", at + 2))


def _is_of_late(said: Said, at: int) -> bool:
    """ "In the past decade"; not "last year"."""
    return said.is_in("of_late", at - 1) and said.is_in("articles", at - 2)


def _is_a_part(said: Said, at: int) -> bool:
    """ "In the lowest fifth", "the cheapest third of rents"."""
    is_the_most = any(
        said.ends_as("extreme_endings", first) and said.is_in("articles", first - 1)
        for first in (at - 1, at - 2)  # "the lowest-paid tenth"
    )
    return is_the_most and (said.is_mark(at + 1) or said.is_in("closers", at + 1))


def _is_the_other_count(said: Said, at: int) -> bool:
    """ "Six for iron and one for nickel", "accepted seven and accepted one": "one" beside a number before it."""
    if said.is_in("excepting", at - 1):
        return any(said.is_in("dealing", before) for before in range(at - FAR, at - 1))
    is_joined = any(said.is_in("joins", before) for before in range(at - NEAR, at))
    if not is_joined or said.is_in("before_a_rank", at - 1):
        return False
    for before in range(at - 1, max(0, at - FAR), -1):
        if said.is_number(before):
            is_alike = said.word(before - 1) == said.word(at - 1) or said.word(before + 1) == said.word(at + 1)
            return is_alike or (said.is_mark(at + 1) and said.is_in("joins", before + 1))
    return False


def _is_a_unit(said: Said, at: int) -> bool:
    durations = said.language.sections.get("duration")
    is_duration = durations is not None and said.word(at).removesuffix("'s") in durations.root.words
    is_moment = said.is_in("moments", at) and said.is_in("loose", at - 2)
    return (is_duration and not is_moment) or said.is_in("lengths", at)


def _is_counted(said: Said, at: int) -> bool:
    """ "Once a fortnight", "once in 30 matches", "only once", "voted once."; not "once a spa", "at once"."""
    if said.is_in("before_once", at - 1):
        return True
    if said.is_in("its", at - 1) and said.is_mark(at + 1):
        return True
    if said.is_in("joins", at + 1):
        return any(said.is_in("second_times", after) for after in range(at + 2, at + 2 + FAR))
    if said.is_in("each", at + 1):
        return _is_a_unit(said, at + 2) or said.is_number(at + 2)
    if said.is_in("in", at + 1):
        return said.is_number(at + 2)
    is_told = said.is_in("verbs", at - 1) or said.ends_as("past_endings", at - 1)
    return is_told and said.is_mark(at + 1)


def _is_an_age(said: Said, at: int) -> bool:
    """ "In her eighties"; "in the eighties" is a decade."""
    return said.is_in("before_an_age", at - 1)


# By the list its word stands in, when a word alone is a figure.
_ALONE: dict[str, Callable[[Said, int], bool]] = {
    "once": _is_counted,
    "ages": _is_an_age,
    "past_lengths": _is_of_late,
    "pronouns": _is_the_other_count,
}
