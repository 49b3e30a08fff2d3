"""What a sentence sets against something else without a number: "higher than", "below the national rate"."""

from collections.abc import Callable, Iterator

from factcheck.statements.said import Said

Span = tuple[int, int]
QUOTE_MARKS = frozenset('"”’')
APART = 7  # words from "more" to its "than"
BETWEEN = 3  # words from "below the" to "rate"


def comparisons(said: Said) -> Iterator[Span]:
    """The words that compare, in order."""
    starts = said.listed("comparatives") | said.listed("as_much") | said.listed("placed") | said.listed("same")
    endings = tuple(said.listed("comparative_endings"))
    for at, word in enumerate(said.words):
        if word.text not in starts and not word.text.endswith(endings):
            continue
        found = next((found for rule in _RULES if (found := rule(said, at))), None)
        if found is not None:
            yield said.words[found[0]].start, said.words[found[1]].end


def _more_than(said: Said, at: int) -> Span | None:
    """ "Higher than", and by its ending "steeper than"; not "rather than", "no thicker than"."""
    is_denied = said.is_in("nones", at - 1)  # "no more than it earns"
    if not said.is_in("than", at + 1) or is_denied or _is_what_someone_does(said, at + 2):
        return None
    is_one = said.is_in("comparatives", at) or _ends_as_one(said, at)
    return (at, at + 1) if is_one else None


def _more_of_something_than(said: Said, at: int) -> Span | None:
    """ "More passengers than ever", "higher in May than", "less often than"."""
    is_within = said.is_in("within", at + 1) and _ends_as_one(said, at)  # "steeper for men than"
    if not (said.is_in("comparatives", at) or is_within):
        return None
    for after in range(at + 1, min(at + 1 + APART, len(said.words))):
        if said.is_in("than", after):
            is_far = after > at + 1 and not _is_what_someone_does(said, after + 1)
            return (at, after) if is_far else None
        if not said.word(after).isalpha():
            return None
    return None


def _much_more(said: Said, at: int) -> Span | None:
    """ "Much higher"."""
    return (at - 1, at) if said.is_in("comparatives", at) and said.is_in("degrees", at - 1) else None


def _become_more(said: Said, at: int) -> Span | None:
    """ "Has become more frequent", "have become rarer"; not "could become dearer"."""
    is_said = said.is_in("becoming", at - 1) and not (said.is_in("modals", at - 2) or said.is_in("plans", at - 2))
    if not is_said or not (said.is_in("comparatives", at) or _ends_as_one(said, at)):
        return None
    is_two_words = said.is_in("more_or_less", at) and said.word(at + 1).isalpha()
    return at - 1, at + is_two_words


def _more_by_itself(said: Said, at: int) -> Span | None:
    """ "Boats are smaller, ...", "are more punctual and ...": what it was before goes without saying."""
    is_done = said.word(at - 1).endswith("ing") and said.is_in("being", at - 2)  # "are reading more"
    is_one = said.is_in("comparatives", at) or (said.is_in("being", at - 1) and _ends_as_one(said, at))
    if not (is_one and (is_done or said.is_in("being", at - 1))):
        return None
    last = at + (not is_done and said.is_in("more_or_less", at) and said.word(at + 1).isalpha())
    is_last = said.is_mark(last + 1) or said.is_in("clause_openers", last + 1) or said.is_in("joins", last + 1)
    return (at, last) if is_last else None


def _as_much_as_ever(said: Said, at: int) -> Span | None:
    """ "As high as ever", "as ambitious as any", "as much as in the five years before"; not "as well as in"."""
    is_as = said.is_in("as_much", at) and said.is_in("as_much", at + 2) and not said.is_in("not_much", at + 1)
    return (at, at + 3) if is_as and said.is_in("ever", at + 3) else None


def _set_against(said: Said, at: int) -> Span | None:
    """ "Below the national rate", "above its own target"; not "above the shop"."""
    if not said.is_in("placed", at):
        return None
    is_bare = said.is_in("yardsticks", at + 1 + (said.word(at + 1) in QUOTE_MARKS))
    of_something = range(at + 2, at + 2 + BETWEEN) if said.is_in("before_a_rank", at + 1) else range(0)
    return (at, at) if is_bare or any(said.is_in("yardsticks", after) for after in of_something) else None


def _longer_by_itself(said: Said, at: int) -> Span | None:
    """ "Carers wait longer.", "groceries cost more"; not "spend more" of a wish, "any more", "a month more"."""
    if not (said.is_in("slowly", at) or said.is_in("more_or_less", at)):
        return None
    is_last = said.is_mark(at + 1) or said.is_in("joins", at + 1)
    is_a_verb = (
        said.word(at - 1).isalpha() and not said.is_in("closers", at - 1) and not said.is_in("before_once", at - 1)
    )
    is_wished = any(said.is_in(name, before) for name in ("plans", "modals", "wanting") for before in range(at - 4, at))
    return (at, at) if is_last and is_a_verb and not is_wished else None


def _as_the_same(said: Said, at: int) -> Span | None:
    """ "The same share as in 2016"."""
    is_same = said.is_in("same", at) and said.is_in("articles", at - 1)
    after = next((after for after in (at + 1, at + 2) if said.is_in("as_much", after)), None)
    return (at - 1, after) if is_same and after is not None else None


def _fewer(said: Said, at: int) -> Span | None:
    """ "Fewer people died", ", and fewer of them gave up": at the head of a clause; not "more details at"."""
    is_held = said.is_in("having", at - 1) and not said.is_in("most_of_more", at)  # "had fewer openings"
    is_first = said.is_in("heads", at - 1) or is_held
    if not said.is_in("more_or_less", at) or not is_first or said.is_in("told_more", at + 1):
        return None
    is_many = _is_plural(said, at + 1) or (_is_plural(said, at + 2) and not said.is_in("closers", at + 1))
    is_some = is_many or said.is_in("part_of", at + 1)
    return (at, at) if is_some and (is_held or not said.is_mark(at + 2)) else None


def _is_plural(said: Said, at: int) -> bool:
    return said.ends_as("plural_endings", at) or said.is_in("plurals", at)


def _ends_as_one(said: Said, at: int) -> bool:
    return said.ends_as("comparative_endings", at) and not said.is_in("not_comparatives", at)


def _is_what_someone_does(said: Said, at: int) -> bool:
    """ "Later than he did", "worse than that,", "quicker than I was": the other side is no figure of anyone's."""
    if said.is_in("speakers", at):
        return True
    is_someone = said.is_in("persons", at) and said.is_in("did", at + 1)
    return is_someone or (said.is_in("subject_pronouns", at) and said.is_mark(at + 1))


_RULES: tuple[Callable[[Said, int], Span | None], ...] = (
    _more_than,
    _more_of_something_than,
    _much_more,
    _become_more,
    _more_by_itself,
    _as_much_as_ever,
    _longer_by_itself,
    _as_the_same,
    _set_against,
    _fewer,
)
