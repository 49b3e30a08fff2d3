"""Whether a number of a sentence counts something, and is no code, no base and no part of a name."""

from factcheck.model.readings import Wording
from factcheck.statements.said import Said

MOST_IN_A_ROW = 8  # numbers after one name: "Teller 52, 63"


def is_counted(said: Said, at: int, wording: Wording) -> bool:
    """Its digits are no code, no base and no name: "0417", "per 1,000", "Landsat 8"."""
    if not (wording.text[0].isdigit() or wording.text[-1].isdigit()):
        return True
    is_code = wording.text[0] == "0" and wording.text[1:2].isdigit()
    is_base = wording.text[0] == "1" and said.is_in("per", at - 1)
    return not (is_code or is_base) and not (wording.text.isdigit() and _is_in_a_name(said, at))


def is_one_of_them(said: Said, at: int) -> bool:
    """ "My mother was one of them", "is one of the safest": no count."""
    if not (said.is_in("pronouns", at) and said.is_in("part_of", at + 1)):
        return False
    is_of_the_most = said.ends_as("extreme_endings", at + 3) and said.is_in("articles", at + 2)
    return is_of_the_most or (said.is_in("be", at - 1) and said.is_in("those", at + 2))


def is_a_step(said: Said, at: int) -> bool:
    """ "Two: a fund of 5 million", "Three. It builds.": which of several points."""
    return at == 0 and said.word(1) in ("", ":", ".") and said.word(0).isalpha()


def is_a_race(said: Said, at: int, last: int) -> bool:
    """ "800m gold", "the women's 800 metres": the name of a race."""
    if not said.word(at)[:1].isdigit():
        return False
    is_length = said.word(last)[-1:] == "m" or said.is_in("race_lengths", last)
    return is_length and (said.is_in("race_names", last + 1) or said.is_in("sides", at - 1))


def is_one_in_order(said: Said, last: int) -> bool:
    """ "A fifth-grade teacher", "a triple-A rating": which one, and no part or multiple."""
    is_double = said.is_in("doubles", last) and not said.is_in("digits", last + 1)
    if not is_double and said.word(last) not in said.language.values["ordinal_word"]:
        return False
    end = said.words[last].end
    return said.text[end : end + 1] == "-" and said.text[end + 1 : end + 2].isalpha()


def _is_in_a_name(said: Said, at: int) -> bool:
    """ "Landsat 8, ...": a bare number between a name and a mark or another name."""
    is_owned = said.ends_as("possessives", at - 1)
    if is_owned or (_is_of_things(said.raw(at + 1)) and not _is_called(said, at)):
        return False
    before = at - 1
    for _ in range(MOST_IN_A_ROW):
        if said.raw(before) == "," and before > 1 and said.raw(before - 1).isdigit():
            before -= 2
    is_named = before > 0 or _is_called(said, at)  # a capital at the head of a sentence says nothing
    is_name = said.raw(before)[:1].isupper() and said.raw(before).isalpha()
    return is_named and is_name and not said.is_month(before)


def _is_of_things(after: str) -> bool:
    return after[:1].islower() or after[:1].isdigit() or after in ("%", "$", "€", "£")


def _is_called(said: Said, at: int) -> bool:
    """ "Halcyon 2 is the first", at the head of a sentence; not "in Halcyon 2 were found"."""
    return at == 1 and said.is_in("singular_verbs", at + 1)
