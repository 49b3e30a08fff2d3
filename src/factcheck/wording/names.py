"""Numbers that are names: "iPhone 11", "Section 230", "the Kick Six", "ID.3"; not "PS2.7m", nor "London 300 people"."""

from factcheck.wording.grammar import Text
from factcheck.wording.match import Match
from factcheck.wording.tokens import MARK, NUMBER, WORD, Token

SHORT = 3


def is_in_a_word(text: Text, at: int) -> bool:
    """Letters, or a hyphen or a point between, tie the number to a word: "G20", "COVID-19", "ID.3", "COVID -19".

    A few capitals right before an amount are some currency's: "PS2.7m", "RM1,500".
    """
    if text.tokens[at].joined and text.word(at - 1) in text.language.listed("measured"):
        return False
    if text.is_glued_to_a_word(at):
        return not _is_amount_after_capitals(text, at)
    token, before, earlier = text.tokens[at], text.token(at - 1), text.token(at - 2)
    if before is None or before.kind != MARK or not token.glued or earlier is None or earlier.kind != WORD:
        return token.kind == MARK and _is_dash_of_a_name(text, at)
    return (before.word == "." and before.glued) or _is_dash_of_a_name(text, at - 1)


def _is_amount_after_capitals(text: Text, at: int) -> bool:
    token, before = text.tokens[at], text.tokens[at - 1]
    if token.joined or token.kind != NUMBER or before.kind != WORD or before.end - before.start > SHORT:
        return False
    is_amount = not text.text[token.start : token.end].isdigit() or text.match("glued_scale", at + 1) is not None
    is_amount = is_amount or text.worth("scale", at + 1) is not None
    return is_amount and _is_a_currency(text, before)


def _is_a_currency(text: Text, letters: Token) -> bool:
    return text.text[letters.start : letters.end].isupper() or letters.word in text.language.listed("money_letters")


def _is_dash_of_a_name(text: Text, at: int) -> bool:
    """ "COVID -19": the dash was meant to join."""
    before, after = text.token(at - 1), text.token(at + 1)
    if before is None or after is None or before.kind != WORD or text.tokens[at].word != "-" or not after.glued:
        return False
    return text.text[before.start : before.end].isupper() and before.end - before.start > 1


def is_a_name(text: Text, found: Match) -> bool:
    """A plain number that the word before makes a name, with nothing counted after it; or one of several: "the 20s"."""
    amount = found.get("amount") or found
    inner = amount.get("quantity") or amount
    if found.end - found.start > 1 or inner.entry.means != "number":
        return False
    if text.tokens[found.start].kind == WORD and _is_numbered_in_words(text, found):
        return True
    if text.tokens[found.start].kind == WORD:
        return _is_capital(text, found.start) and _is_capital(text, found.start - 1)
    after = text.token(found.end)
    if after is not None and after.glued and after.word in text.language.listed("plural_endings"):
        return True
    if text.word(found.start - 1) in text.language.listed("numbered"):
        return not _counts_many(text, found.end)
    return _is_named_by_capitals(text, found)


def _is_numbered_in_words(text: Text, found: Match) -> bool:
    """ "On day nineteen.", "won stage five of the tour": which one; not "that day three died"."""
    after, before = text.token(found.end), text.word(found.start - 2)
    is_last = after is None or after.kind == MARK or after.word in text.language.listed("part_of")
    is_which = text.word(found.start - 1) in text.language.listed("numbered")
    return is_which and is_last and before not in text.language.listed("determiners") | text.language.listed("articles")


def _is_named_by_capitals(text: Text, found: Match) -> bool:
    """ "Apple Watch 5"; and digits that begin with a zero, of a telephone."""
    digits = text.text[text.tokens[found.start].start : text.tokens[found.start].end]
    if not digits.isdigit():
        return False
    if digits.startswith("0") and len(digits) > 1:
        return True
    before = found.start - 1
    if text.word(before).endswith(tuple(text.language.listed("possessives"))):
        return False  # "94 to Vidal's 80"
    return _is_capital(text, before) and not _counts_many(text, found.end) and not _opens(text, before)


def _is_capital(text: Text, at: int) -> bool:
    """A capital letter in a word that does not begin a sentence: "Watch", "iPhone"."""
    token = text.token(at)
    if token is None or token.kind != WORD:
        return False
    return any(letter.isupper() for letter in text.text[token.start : token.end])


def _opens(text: Text, at: int) -> bool:
    """The word begins a sentence, where a capital says nothing, or is one that no name ends with."""
    word, before = text.word(at), text.token(at - 1)
    if word in text.language.listed("closers") or word in text.language.listed("articles") or text.match("month", at):
        return True
    return before is None or (before.kind != WORD and before.word in text.language.listed("sentence_ends"))


def _counts_many(text: Text, at: int) -> bool:
    """A plural noun follows, or an adjective and one: "300 people", "300 young people"."""
    for place in (at, at + 1):
        token = text.token(place)
        if token is None or token.kind != WORD or token.word in text.language.listed("closers"):
            return False
        if token.word in text.language.listed("plurals"):
            return True
        if text.text[token.start].isupper():
            return False
        if token.word.endswith(tuple(text.language.listed("plural_endings"))):
            return True
    return False
