"""Whether a word of change tells one: "rose", "is growing", "were flat"; not "the rise", "growing costs"."""

from factcheck.model.readings import Of, Wording
from factcheck.statements.said import Said
from factcheck.statements.unasserted import is_done_to_something, is_only_possible


def is_told(said: Said, at: int, last: int, wording: Wording) -> bool:
    """ "Rose", "is growing", "were flat"; not "the rise", "growing costs", "at constant prices"."""
    first = said.word(at)
    is_level = any(reading.of is Of.RELATIVE and reading.value == 0 for reading in wording.readings)
    if first.endswith("ing") or is_level:
        return _goes_on(said, at, wording, is_level=is_level)
    is_of_something = at == last and (is_done_to_something(said, at) or _is_one_thing(said, at))
    if is_of_something or said.is_in("falling_things", at - 1):
        return False
    is_a_noun = said.ends_as("plural_endings", at) and _is_of_things(said, at)
    is_the_most = said.ends_as("extreme_endings", at - 1)
    return not (is_a_noun or is_the_most or said.is_in("before_a_rank", at - 1))


def _goes_on(said: Said, at: int, wording: Wording, *, is_level: bool) -> bool:
    """ "Is growing", "were broadly flat"; "unchanged" between marks."""
    is_apart = is_level and said.is_mark(at - 1) and said.ends_there(at + 1)
    is_between = said.ends_as("adverb_endings", at - 1) or said.is_in("between", at - 1)
    before = at - 2 if is_between else at - 1
    is_said = is_apart or said.is_in("be", before) or " " in wording.text
    return is_said and not is_only_possible(said, before)


def _is_one_thing(said: Said, at: int) -> bool:
    """ "A pay rise": a noun, since "prices rise" would have a subject in the plural."""
    is_plural = said.ends_as("plural_endings", at - 1) or said.is_in("plurals", at - 1)
    return said.is_in("nouns_or_verbs", at) and not is_plural and not said.is_in("closers", at - 1)


def _is_of_things(said: Said, at: int) -> bool:
    """ "Increases reached a plateau", "Falls per day": nouns, at the head of a sentence or before a verb."""
    return at == 0 or said.is_in("verbs", at + 1) or said.ends_as("past_endings", at + 1)
