"""What is counted after a number: the "trafficked victims" of "150,000 trafficked victims identified by partners"."""

from factcheck.wording.grammar import Text
from factcheck.wording.language import Language
from factcheck.wording.reading import text_of
from factcheck.wording.tokens import WORD

LONGEST = 5
Place = tuple[int, int]


def counted(text: Text, at: int, *, is_share: bool) -> tuple[str, Place]:
    """The nouns after a quantity that ends before the token `at`, and their offsets; of a share, what it is a share of.

    No noun gives the empty string.
    """
    start = _past(text, at, ("part_of",)) if is_share or text.word(at) in text.language.listed("part_of") else at
    start = _past(text, start, ("articles", "determiners"))
    end = start
    while end < start + LONGEST and _goes_on(text, start, end):
        end += 1
    if end == start:
        return "", (0, 0)
    place = text.tokens[start].start, text.tokens[end - 1].end
    return text.text[slice(*place)], place


def counted_after(words: str, at: int, language: Language) -> str:
    """The nouns that follow an offset of these words, where a figure ends; the empty string where none do."""
    text = text_of(words, language)
    token = next((index for index, token in enumerate(text.tokens) if token.start >= at), len(text.tokens))
    return counted(text, token, is_share=True)[0]


def counts_nothing(text: Text, at: int) -> bool:
    """Neither a noun nor "of" follows: "one" is a pronoun there."""
    is_of = text.word(at) in text.language.listed("part_of")
    return not is_of and (not _goes_on(text, at, at) or _is_done_by_one(text, at))


def _is_done_by_one(text: Text, at: int) -> bool:
    """ "When one takes it out", "one must": a verb, since no noun after "one" stands in the plural."""
    word, listed = text.word(at), text.language.listed
    return word in listed("after_a_pronoun") or (
        word.endswith(tuple(listed("verb_endings")))
        and not word.endswith(tuple(listed("singular_endings")))
        and word not in listed("singulars")
    )


def _past(text: Text, at: int, lists: tuple[str, ...]) -> int:
    while any(text.word(at) in text.language.listed(name) for name in lists):
        at += 1
    return at


def _goes_on(text: Text, start: int, at: int) -> bool:
    token = text.token(at)
    if token is None or token.kind != WORD or token.word in text.language.listed("closers"):
        return False
    is_number = text.value("numeral", at) is not None and token.word not in text.language.listed("pronouns")
    if is_number and not text.is_joined(at + 1):
        return False  # another number begins there: "1.1 million a year ten years ago"
    return at == start or not _is_plural(text, at - 1) or _is_adjective(text, at)


def _is_adjective(text: Text, at: int) -> bool:
    """Where adjectives follow their noun, a word that agrees with it and is no participle: "États membres"."""
    word, listed = text.word(at), text.language.listed
    return word.endswith(tuple(listed("agreeing_endings"))) and not word.endswith(tuple(listed("participle_endings")))


def _is_plural(text: Text, at: int) -> bool:
    """The last of the nouns; what follows it is a verb, or says more of them."""
    word = text.word(at)
    if word.endswith(tuple(text.language.listed("singular_endings"))):
        return False
    return word in text.language.listed("plurals") or word.endswith(tuple(text.language.listed("plural_endings")))
