"""Whether "first", "second" and "last" claim a place: "the first public dataset", "her 50th goal"; not "at first"."""

from factcheck.model.readings import Way, Wording
from factcheck.statements.said import Said

FAR_DEFINED = 6  # words from "the first year" to its "in which"
FAR = 3  # words of what an ordinal counts: "the first flood warning sirens"


def is_rank(said: Said, at: int, last: int, wording: Wording) -> bool:
    """The words `at` to `last`, which are read as a place, claim one."""
    is_last = wording.readings[0].way is Way.LAST
    if said.is_in("own", at - 1):
        return False
    if _is_a_time_again(said, at, last):
        return True
    if _is_a_part(said, at, last, is_last=is_last):
        return False
    if said.is_in("ranked", at - 1) or _stands_among(said, at, last):
        return True
    following = said.word(last + 1)
    if said.raw(at)[:1].isdigit() and said.is_mark(at - 1) and not said.is_in("closers", last + 1):
        return said.raw(last + 1)[:1].islower()  # "(1st prize, ...)"
    is_numbered = said.is_number(last + 1) or following in said.listed("pronouns")
    if (
        not following.isalpha()
        or is_numbered
        or _stands_for_a_noun(said, last)
        or not said.is_determined(at, wording.text.lower())
    ):
        return False
    if is_last:
        return _is_the_very_last(said, at, last)
    is_ordinal = said.word(last) in said.language.values["ordinal_word"]
    return not (is_ordinal and _only_says_which(said, at, last))


def _is_another(said: Said, last: int) -> bool:
    """ "The first and third", "the second and the third": some of those that were named."""
    ordinals = said.language.values["ordinal_word"]
    return any(said.word(at) in ordinals for at in (last + 2, last + 3))


def _stands_for_a_noun(said: Said, last: int) -> bool:
    """ "On the third it says", "the second followed": which of some that were named before."""
    is_done = said.is_in("before_a_rank", last + 2) or said.is_capital(last + 2)
    is_a_verb = said.raw(last + 1).islower() and said.ends_as("past_endings", last + 1)
    is_told = is_a_verb and is_done
    return is_told or said.is_in("subject_pronouns", last + 1) or said.is_in("articles", last + 1)


def _is_a_time_again(said: Said, at: int, last: int) -> bool:
    """ "Eased for a second month", "its first month without a shooting", "on second profit warning"."""
    if said.is_in("spans", last + 1):
        begin = at - 1 if said.is_in("ones", at - 1) else at
        is_streak = said.is_in("before_a_streak", begin - 1) and not said.is_in("first", last)
        return is_streak or said.is_in("lacking", last + 2)
    if said.is_in("place_words", last + 1):
        return True
    is_a_word = said.word(last) in said.language.values["ordinal_word"] and said.raw(at).islower() and at == last
    is_bare = is_a_word and said.is_in("headline_before", at - 1) and said.text[said.words[last].end :][:1] == " "
    return is_bare and not (said.is_in("steps", last + 1) or said.is_in("closers", last + 1) or said.is_mark(last + 1))


def _is_a_part(said: Said, at: int, last: int, *, is_last: bool) -> bool:
    """ "The second half", "second-hand", "the Fourth Dane", "the first of two"; but "the seventh of nine children"."""
    if said.is_in("joins", last + 1) and _is_another(said, last):
        return True
    after = said.words[last].end
    if said.raw(last + 1)[:1].isupper() and said.is_in("ordinal_names", last + 1):
        return True
    is_told = any(said.is_in("defining", word) for word in range(last + 2, last + 2 + FAR_DEFINED))
    if (said.is_in("steps", last + 1) and not is_told) or said.text[after : after + 1] == "-":
        return True
    if said.raw(last + 1)[:1].isupper() and (is_last or not said.raw(last).islower()):
        return True
    is_one_of_some = said.is_in("part_of", last + 1) and said.is_number(last + 2)
    return is_one_of_some and said.is_in("articles", at) and said.is_in("few", last + 2)


def _stands_among(said: Said, at: int, last: int) -> bool:
    """ "17th in the table", "third among them", "first in a class of 118"; not "first in May"."""
    is_after_a_name = said.is_capital(at - 1) and said.raw(last).islower() and said.raw(at - 1)[1:].islower()
    if said.is_in("ranked_among", last + 1) or (is_after_a_name and said.is_mark(last + 1)):
        return True
    if not said.is_in("ranked_in", last + 1):
        return False
    if said.is_in("first", last) and said.is_determined(at, said.word(at)):  # "the first in eleven years", "in which"
        return said.is_number(last + 2) or said.is_in("defining", last + 2)
    return said.raw(last)[:1].isdigit() or said.is_in("before_a_field", last + 2)


def _is_the_very_last(said: Said, at: int, last: int) -> bool:
    """ "Is the last city", "the last city to close"; not "the last exhibition drew more", which only says which."""
    return said.is_in("be", at - 1) or any(said.is_in("to", after) for after in range(last + 2, last + 2 + FAR))


def _only_says_which(said: Said, at: int, last: int) -> bool:
    """ "The first buses will stop", "hours of the first rain.", "a first flight": which one, and nothing more."""
    if said.is_in("times", last + 1):
        return False
    if said.is_in("ones", at) or said.is_in("ones", at - 1):
        return said.is_in("first", last) and not said.is_in("scopes", last + 1)
    if _opens_a_clause(said, at) and said.is_in("enumerated", last + 1):
        return True
    is_over = said.is_in("first", last) and said.is_mark(last + 2)
    if is_over and any(said.is_in("before_a_moment", before) for before in (at - 1, at - 2)):
        return True
    return _opens_a_clause(said, at) and any(
        said.is_in("verbs", after) or said.is_in("relatives", after) for after in range(last + 2, last + 2 + FAR)
    )


def _opens_a_clause(said: Said, at: int) -> bool:
    before = said.word(at - 1)
    return not before or before == "," or before in said.listed("clause_openers") or before in said.listed("as")
