"""What a sentence sets against something else without a number: "higher than", "below the national rate"."""

from collections.abc import Iterator

from factcheck.statements.phrases import Word
from factcheck.wording.language import Language

Span = tuple[int, int]
QUOTE_MARKS = frozenset('"”’')
APART = 7  # words from "more" to its "than"
BETWEEN = 3  # words from "below the" to "rate"


def comparisons(said: list[Word], language: Language) -> Iterator[Span]:
    """The words that compare, in order."""
    comparatives, than, degrees, becoming = map(language.listed, ("comparatives", "than", "degrees", "becoming"))
    for at, word in enumerate(said):
        after, before = _word(said, at + 1), _word(said, at - 1)
        is_comparative = word.text in comparatives or _is_more_than(said, at, language)
        if is_comparative and after in than and not _is_what_someone_does(said, at + 2, language):
            yield word.start, said[at + 1].end
        elif after_words := _to_than(said, at, language):
            yield word.start, said[after_words].end
        elif is_comparative and before in degrees:
            yield said[at - 1].start, word.end
        elif before in becoming and (is_comparative or _ends_as_one(word.text, language)):
            yield said[at - 1].start, said[_last_of_more(said, at, language)].end
        elif _is_set_against(said, at, language) or _is_fewer(said, at, language):
            yield word.start, word.end


def _to_than(said: list[Word], at: int, language: Language) -> int:
    """The number of the "than" of "more passengers than ever", "higher in May than"; 0 where none follows so."""
    is_within = said[at].text in language.listed("comparatives") and _word(said, at + 1) in language.listed("within")
    if said[at].text not in language.listed("more_or_less") and not is_within:
        return 0
    for after in range(at + 1, min(at + 1 + APART, len(said))):
        if said[after].text in language.listed("than"):
            is_far = after > at + 1 and not _is_what_someone_does(said, after + 1, language)
            return after if is_far else 0
        if not said[after].text.isalpha():
            return 0
    return 0


def _is_more_than(said: list[Word], at: int, language: Language) -> bool:
    """ "Steeper than", "fuller than": an ending, and "than" behind it; not "rather than"."""
    is_than = _word(said, at + 1) in language.listed("than") and _word(said, at - 1) not in language.listed("nones")
    return is_than and _ends_as_one(said[at].text, language)


def _ends_as_one(word: str, language: Language) -> bool:
    endings = tuple(language.listed("comparative_endings"))
    return word.endswith(endings) and word not in language.listed("not_comparatives") if endings else False


def _is_fewer(said: list[Word], at: int, language: Language) -> bool:
    """ "Fewer people died", ", and fewer of them gave up": at the head of a clause; not "more details at"."""
    if said[at].text not in language.listed("more_or_less") or _word(said, at - 1) not in language.listed("heads"):
        return False
    after = _word(said, at + 1)
    is_many = after.endswith(tuple(language.listed("plural_endings"))) or after in language.listed("plurals")
    return (is_many or after in language.listed("part_of")) and after not in language.listed("told_more")


def _last_of_more(said: list[Word], at: int, language: Language) -> int:
    """The number of the last word of "more frequent"; "lower" is one word."""
    is_more = said[at].text in language.listed("more_or_less") and _word(said, at + 1).isalpha()
    return at + is_more


def _is_what_someone_does(said: list[Word], at: int, language: Language) -> bool:
    """ "Later than he did", "worse than that,": the other side is no figure of anyone's."""
    after = _word(said, at + 1)
    is_something = after in language.listed("did") or not after[:1].isalnum()
    return _word(said, at) in language.listed("subject_pronouns") and is_something


def _is_set_against(said: list[Word], at: int, language: Language) -> bool:
    """ "Below the national rate", "above its own target"; not "above the shop"."""
    is_placed = said[at].text in language.listed("placed")
    if is_placed and _word(said, at + 1 + (_word(said, at + 1) in QUOTE_MARKS)) in language.listed("yardsticks"):
        return True
    if not is_placed or _word(said, at + 1) not in language.listed("before_a_rank"):
        return False
    return any(_word(said, after) in language.listed("yardsticks") for after in range(at + 2, at + 2 + BETWEEN))


def _word(said: list[Word], at: int) -> str:
    return said[at].text if 0 <= at < len(said) else ""
