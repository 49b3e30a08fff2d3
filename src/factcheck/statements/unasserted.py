"""Words that look like a claim and assert nothing that anyone could check."""

from collections.abc import Iterable

from factcheck.statements.phrases import Phrase, phrases
from factcheck.statements.said import Said

LONGEST_IF = 8  # words from "if" to what is supposed
LONGEST_SUBJECT = 12  # words from "all" to the "will" of what all of them will do
FAR = 4  # words from "I" to what is said: "I do not doubt one"


def is_of_oneself(said: Said, at: int) -> bool:
    """ "I never counted", "I am still looking", "I see no remorse": what a speaker does; not "I think nobody came"."""
    for before in range(at - 1, max(-1, at - FAR - 1), -1):
        if said.is_in("speakers", before):
            return True
        if said.is_mark(before) or said.is_in("opinions", before):
            return False
    return False


def is_only_possible(said: Said, at: int) -> bool:
    """ "May remain seated", "will still have": nothing is said to be so. "Can still be had" says that it is."""
    return said.is_in("plans", at - 1) or (said.is_in("bare_statuses", at) and said.is_in("modals", at - 1))


def is_part_of_a_plan(said: Said, first: int) -> bool:
    """ "There should be none", "we will do all of this": a wish or a plan, of a share."""
    return _is_met(said, "plans", range(first - 1, max(-1, first - 1 - FAR), -1))


def is_only_planned(said: Said, after: int, plans: str) -> bool:
    """ "Every respondent will receive a share", "every claim be heard": so it is where the plan follows.

    `plans` is the list of the words that make one: of "no library will close" an editor wants to know who says so, of
    "no child should" nobody.
    """
    for at in range(after, after + LONGEST_SUBJECT):
        if said.is_in(plans, at) or (said.is_in("bare_be", at) and (plans != "duties" or not said.is_in("to", at - 1))):
            return True
        if said.is_mark(at) or said.is_in("verbs", at):
            return False
    return False


def is_the_other_side(said: Said, at: int) -> bool:
    """ "Faster than the market is growing": what something is compared with."""
    return _is_met(said, "than", range(at - 1, max(-1, at - 1 - FAR), -1))


def is_wished_for(said: Said, first: int) -> bool:
    """ "So that all people, everywhere, can drink": what something is done for."""
    is_wished = any(phrase.after <= first for phrase in phrases(said.words, said.language, "wishes"))
    return is_wished or _is_demanded(said, first)


def _is_demanded(said: Said, first: int) -> bool:
    """ "Second, count all who are harmed": the sentence begins with what should be done."""
    begins = 2 if said.word(1) == "," else 0
    is_demand = begins < first and said.is_in("imperatives", begins)
    return is_demand and not any(map(said.is_mark, range(begins, first)))


def is_an_attribute_of_lack(said: Said, at: int) -> bool:
    """ "With no serial number", "people who have no toilet": which ones, and nothing that is said of them."""
    if not said.is_in("nones", at):
        return False
    return said.is_in("without", at - 1) or (said.is_in("having", at - 1) and said.is_in("relatives", at - 2))


def is_a_duty(said: Said, first: int, last: int) -> bool:
    """ "No farm should receive more than": within its words stands what should be."""
    return any(said.is_in("duties", at) for at in range(first, last))


def is_a_margin(said: Said, last: int) -> bool:
    """ "A majority of" before "two to one": the numbers say it."""
    return said.is_in("part_of", last) and said.is_in("majorities", last - 1) and said.is_number(last + 1)


def is_supposed(said: Said, first: int) -> bool:
    """ "If it has not improved", "where it has been raised, ...": nothing is said to be so."""
    if said.is_in("places_where", 0) and not any(map(said.is_mark, range(first))):
        return True
    return _is_met(said, "ifs", range(first - 1, max(-1, first - 1 - LONGEST_IF), -1))


def _is_met(said: Said, name: str, places: Iterable[int]) -> bool:
    """A word of the list stands at one of the places, and no mark before it on the way."""
    for at in places:
        if said.is_in(name, at):
            return True
        if said.is_mark(at):
            return False
    return False


def is_done_to_something(said: Said, at: int) -> bool:
    """ "Dropped the charges", "gained Apple CarPlay"; not "rose the most", "fell a little", "grew the next year"."""
    after = said.word(at + 2)
    is_extent = said.is_in("extents", at + 2) or said.ends_as("extreme_endings", at + 2)
    return said.is_capital(at + 1) or (said.is_in("before_a_rank", at + 1) and bool(after) and not is_extent)


def is_joined_on(said: Said, after: int) -> bool:
    """ "All-electric", "second-hand": a hyphen makes one word of it and the next."""
    end = said.words[after - 1].end
    return said.text[end : end + 1] == "-"


def is_compared(said: Said, at: int) -> bool:
    """ "No thicker than toast", "no longer", "my answer is no": the word belongs to a comparison, and tells of none."""
    is_no_noun = said.is_in("no_noun", at + 1) or (said.word(at) in said.listed("no") and said.is_mark(at + 1))
    return said.is_in("nones", at) and (said.is_in("than", at + 2) or is_no_noun)


def is_a_kind(said: Said, at: int) -> bool:
    """ "In the poorest countries": those that are poor; not "one of the poorest", "the poorest country"."""
    is_one_of_them = said.is_in("part_of", at - 2) and said.is_in("pronouns", at - 3)
    is_plural = said.ends_as("plural_endings", at + 1)
    return said.is_in("kinds", at) and is_plural and not is_one_of_them


def is_an_attribute(said: Said, phrase: Phrase) -> bool:
    """ "From collapsed buildings", "an improved service": the word describes, and tells no change."""
    is_one_word = phrase.after == phrase.first + 1
    return is_one_word and said.is_in("before_a_participle", phrase.first - 1) and said.word(phrase.after).isalpha()


def is_a_manner_of_speaking(said: Said, first: int, after: int) -> bool:
    """ "Even in the coldest winter", "between the best and the worst": the most of a kind to a speaker."""
    if _is_one_end(said, first, after):
        return True
    begin = first if said.is_in("articles", first) else first - 1
    return said.is_in("articles", begin) and any(said.is_in("even", before) for before in (begin - 1, begin - 2))


def _is_one_end(said: Said, first: int, after: int) -> bool:
    """ "Between the best and the worst": both ends of what lies between."""

    def is_the_most(at: int) -> bool:
        return said.is_in("extremes", at) or said.ends_as("extreme_endings", at)

    last = after - 1
    is_before = said.is_in("joins", last + 1) and said.is_in("articles", last + 2) and is_the_most(last + 3)
    first = first if is_the_most(first) else first + 1
    is_behind = said.is_in("articles", first - 1) and said.is_in("joins", first - 2) and is_the_most(first - 3)
    return is_before or is_behind


def is_stated(said: Said, at: int, after: int, plans: str) -> bool:
    """The share is neither wished or planned, nor the other side of a comparison: "more than all of its neighbours"."""
    is_wished = is_part_of_a_plan(said, at) or is_only_planned(said, after, plans) or is_wished_for(said, at)
    met = range(after, after + FAR) if not said.is_in("part_of", after - 1) else range(0)  # "every leader I meet"
    is_met_by_one = any(said.is_in("speakers", at) for at in met)
    return not (is_wished or is_met_by_one or is_an_attribute_of_lack(said, at) or said.is_in("than", at - 1))


def is_dealt_out(said: Said, phrase: Phrase) -> bool:
    """ "10p each in issue", "every 104 minutes": what each gets, and how often; not "each year since 2004"."""
    last = phrase.after - 1
    if said.is_in("dealing", phrase.first) and said.is_in("before_dealing", phrase.first - 1):
        return True
    if not said.is_in("dealing", last):
        return False
    if said.is_in("in", phrase.first - 1) and said.is_in("spans", phrase.after):
        return False  # "in every year from 2028"
    is_a_unit = said.is_in("dealt", phrase.after) or said.is_in("seasons", phrase.after)
    return (
        is_a_unit
        or said.is_number(phrase.after)
        or not said.word(phrase.after)[:1].isalpha()
        or said.ends_there(phrase.after)
    )
