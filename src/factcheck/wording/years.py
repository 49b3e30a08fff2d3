"""Tells a year from a number, and finds the years a text names."""

from fractions import Fraction

from factcheck.wording.grammar import Text
from factcheck.wording.number import Number
from factcheck.wording.number_words import Spoken
from factcheck.wording.tokens import NUMBER, WORD

EARLIEST, LATEST, DIGITS = 1500, 2100, 4
# Years that only "in" and such words can make one: "in 1066", "by 2150".
FIRST, LAST = 1000, 2200
OUR_TIME = range(1900, 2036)
HUNDRED, THOUSAND, TEN = 100, 1000, 10
CENTURIES = (15, 20)
LAST_DAY_OF_MONTH = 31
MINUTES = 60


def year(text: Text, at: int) -> Number | None:
    """The year at a token: four digits that nothing about them makes a count ("over 2000", "2000 people"); in words
    "nineteen ninety-four".
    """
    if text.tokens[at].kind == WORD:
        return _year_in_words(text, at)
    token = text.tokens[at]
    if not _has_form_of_year(text, at):
        return None
    if text.says and at == 0 and len(text.tokens) == 1:
        return None
    if _counts_something(text, at):
        return None
    return Number(Fraction(token.word), Fraction(1), at, at + 1, digits=token.word)


def _year_in_words(text: Text, at: int) -> Number | None:
    """ "Nineteen ninety-four", "twenty twenty-one", "nineteen oh five"."""
    first = text.worth("numeral", at)
    if first is None or not CENTURIES[0] <= first[0] <= CENTURIES[1]:
        return None
    century, end = first
    if text.word(end) in text.language.listed("zeros") and (last := text.worth("numeral", end + 1)) and last[0] < TEN:
        return Number(century * HUNDRED + last[0], Fraction(1), at, last[1])
    spoken = Spoken(text, end)
    if not TEN <= spoken.value < HUNDRED or text.is_joined(end):
        return None
    return Number(century * HUNDRED + spoken.value, Fraction(1), at, spoken.end)


def minute(text: Text, at: int) -> Number | None:
    """The minutes of a time of day, or the seconds of a race, in two digits: of "10:45", "1:36.6"."""
    word = text.word(at)
    whole = word.partition(".")[0]
    is_minute = len(whole) == len("59") and int(whole) < MINUTES
    return Number(Fraction(word), Fraction(1), at, at + 1) if is_minute else None


def clock(text: Text, at: int) -> Number | None:
    """A time of day with a point: the 10.45 of "10.45pm"."""
    hour, _, minutes = text.word(at).partition(".")
    is_clock = len(minutes) == len("59") and len(hour) <= len("23") and int(minutes) < MINUTES
    return Number(Fraction(text.word(at)), Fraction(1), at, at + 1) if is_clock else None


def points(text: Text, at: int) -> Number | None:
    """The points of one side, in two or three digits with nothing before them: of "2-1", "105-98"."""
    token = text.tokens[at]
    is_plain = token.word.isdigit() and len(token.word) == token.end - token.start <= len("105")
    return Number(Fraction(token.word), Fraction(1), at, at + 1) if is_plain else None


def day(text: Text, at: int) -> Number | None:
    """The day of a month at a token: "3", "3rd"."""
    token = text.token(at)
    if token is None or token.kind != NUMBER or not token.word.isdigit() or len(token.word) > len("31"):
        return None
    if not 1 <= int(token.word) <= LAST_DAY_OF_MONTH:
        return None
    after = text.token(at + 1)
    has_ending = after is not None and after.glued and after.word in text.language.listed("ordinal_endings")
    return Number(Fraction(token.word), Fraction(1), at, at + 1 + has_ending)


def _has_form_of_year(text: Text, at: int) -> bool:
    token = text.tokens[at]
    if token.kind != NUMBER or len(token.word) != DIGITS or token.end - token.start != DIGITS:
        return False
    if token.glued and text.tokens[at - 1].kind == WORD:
        return False
    if not token.word.isdigit():
        return False
    if EARLIEST <= int(token.word) <= LATEST:
        return True
    return FIRST <= int(token.word) <= LAST and text.word(at - 1) in text.language.listed("only_before_a_year")


def _counts_something(text: Text, at: int) -> bool:
    before, after = text.word(at - 1), text.word(at + 1)
    lists = text.language.listed
    if before in lists("before_a_count") or after in lists("after_a_count"):
        return True
    if f"{text.word(at - 2)} {before}" in lists("before_a_count") or _is_had(text, at):
        return True
    following = text.token(at + 1)
    if following is not None and following.glued and following.kind == WORD:
        return text.match("decade", at + 1) is None
    if any(text.match(slot, at + 1) is not None for slot in ("scale", "unit", "currency", "duration")):
        return True
    return _begins_a_range(text, at) or _numbers_a_noun(text, at)


def _is_had(text: Text, at: int) -> bool:
    """ "It has 2024 drivers", but "it had 2019 sales of $5m", which says when."""
    lists, after = text.language.listed, text.word(at + 1)
    if text.word(at - 1) not in lists("holders") or after in lists("closers") or text.word(at + 2) in lists("part_of"):
        return False
    return after in lists("plurals") or after.endswith(tuple(lists("plural_endings")))


def _numbers_a_noun(text: Text, at: int) -> bool:
    """ "Sold 1950 cars", "a fleet of 1600 lorries"; not "the 1848 revolts", "in 1850 workers", "reached 2019 levels".

    What could be a year of our time is one after most words, and before what a year is often said of.
    """
    lists, before = text.language.listed, text.word(at - 1)
    if not _is_plural(text, at + 1) or before in lists("articles") | lists("determiners") or _is_name(text, at - 1):
        return False
    if int(text.word(at)) not in OUR_TIME:
        is_second = before in lists("before_either") and text.is_digits(at - 2)
        return before not in lists("before_a_year") - lists("before_either") and not is_second
    is_plain = before.isalpha() and before not in lists("before_a_year") | lists("closers") | lists("opinions")
    is_when = (
        before in lists("seasons") | lists("before_dated")
        or text.word(at + 1) in lists("dated")
        or text.word(at + 2) in lists("part_of")
    )
    return is_plain and not is_when


def _is_plural(text: Text, at: int) -> bool:
    lists, word = text.language.listed, text.word(at)
    if word in lists("closers") or _is_capital(text, at):
        return False
    is_one = word.endswith(tuple(lists("singular_endings"))) if lists("singular_endings") else False
    return word in lists("plurals") or (word.isalpha() and word.endswith(tuple(lists("plural_endings"))) and not is_one)


def _is_name(text: Text, at: int) -> bool:
    """A capital that does not only begin a sentence."""
    return _is_capital(text, at) and at > 0 and text.word(at - 1) not in text.language.listed("sentence_ends")


def _begins_a_range(text: Text, at: int) -> bool:
    """ "2000 - 2500 calories": a larger number with a unit follows."""
    if text.word(at + 1) not in ("-", "–") or not text.is_digits(at + 2):
        return False
    return int(text.word(at)) < Fraction(text.word(at + 2)) and text.match("unit", at + 3) is not None


def is_in_a_name(text: Text, at: int) -> bool:
    """The year is part of a name: "the 2030 Agenda", "Budget 2019"."""
    after, before = text.token(at + 1), text.token(at - 1)
    if before is None:
        return False
    if after is not None and _is_capital(text, at + 1) and not after.glued:
        return before.word in text.language.listed("articles")
    return _is_capital(text, at - 1) and not _is_known(text, at - 1)


def _is_capital(text: Text, at: int) -> bool:
    token = text.token(at)
    return token is not None and token.kind == WORD and text.text[token.start].isupper()


def _is_known(text: Text, at: int) -> bool:
    """A month, or a word that begins a period at the head of a sentence: "Since 2019"."""
    word = text.word(at)
    lists = text.language.listed
    return text.match("month", at) is not None or word in lists("before_a_year") | lists("articles")
