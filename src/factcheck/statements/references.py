"""Numbers that point to something: "pages 27 to 31", "[HC-2 114380]", "charity 1158824", "1 City Hall Plaza"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.statements.phrases import Word
from factcheck.wording.language import Language

Span = tuple[int, int]

LONGEST_ADDRESS = 5  # words from the number of a house to its street
SHORT = 3  # characters of a letter or a number in brackets: "5(1)(f)"
LONG = 4  # digits; a number in a register has more
_BRACKETED = re.compile(r"\[[A-Z]{1,5}-?[0-9]* ?[0-9]{1,6}\]|\[\^?[0-9]{1,4}\]")
# "CA 214/2025": the number and the year of a case, a decision, a file.
_FILED = re.compile(
    r"\b(?:[A-Z]{1,5}[\s-]?)?[0-9]{1,6}/(?:19|20)[0-9]{2}\b|\b(?:[0-9]{1,2}\s)?[A-Z]{1,5}\s[0-9]{1,6}/[0-9]{2}\b"
    r"|\b(?:19|20)[0-9]{2}/[0-9]{3,6}\b|(?<=report )[0-9]{1,4}/[0-9]{2}\b"
)
_CITED = re.compile(r"[\[(](?:1[5-9]|20)[0-9]{2}[\])]\s+[0-9]+(?:(?:\s+[A-Z][\w.]*){1,4}\s+[0-9]+(?:,\s*[0-9]+)*)?")
# "Climate Letters 12, 204–219": the volume and pages of a journal.
# "Kungsgatan 8, 903 25 Norrby": a house and its postal code.
_HOUSE = re.compile(r"(?<=[a-z] )[0-9]{1,4}[A-Z]?, (?:[A-Z]{1,2}-)?[0-9]{3,5}(?: [0-9]{2})?(?= [A-Z][a-z])")
_PAGES = re.compile(
    r"(?<=[a-z]\s)[0-9]{1,4}(?:\([0-9]{1,3}\))?,\s[0-9]{1,6}[-–][0-9]{1,6}(?=[.;)]|, doi|\Z)"
    r"|\b(?:19|20)[0-9]{2};\s?[0-9]{1,4}(?:\([0-9]{1,3}\))?:\s?[0-9]{1,6}(?:[-–][0-9]{1,6})?"
)


def references(text: str, said: list[Word], language: Language) -> Iterator[Span]:
    """The references of a sentence, in order of their kinds."""
    for pattern in (_BRACKETED, _CITED, _FILED, _PAGES, _HOUSE):
        yield from (found.span() for found in pattern.finditer(text))
    yield from _numbered(said, language)
    yield from _named(text, said, language)
    yield from _registered(said, language)


def addresses(text: str, said: list[Word], language: Language) -> Iterator[Span]:
    """ "1 City Hall Plaza": a number, and capitals up to a word for a street."""
    for at, word in enumerate(said):
        if not word.text.isdigit():
            continue
        for after in range(at + 1, min(at + LONGEST_ADDRESS, len(said))):
            if not text[said[after].start].isupper():
                break
            if after > at + 1 and said[after].text in language.listed("streets"):
                yield word.start, word.end
                yield from _postcode(text, said, after + 1)
                break


def _postcode(text: str, said: list[Word], at: int) -> Iterator[Span]:
    """ "12 Palace Square, 1010 Mora": the number behind the street, before the town."""
    if at + 2 >= len(said) or said[at].text != ",":
        return
    code, town = said[at + 1], said[at + 2]
    if code.text.isdigit() and len(code.text) >= LONG and text[town.start].isupper():
        yield code.start, code.end


def _named(text: str, said: list[Word], language: Language) -> Iterator[Span]:
    """ "In Year 11": a word with a capital, and a number that counts nothing."""
    named = language.listed("named_numbers")
    for at, (before, word) in enumerate(pairwise(said), start=1):
        is_named = before.text in named and before.start > 0 and text[before.start].isupper()
        if is_named and word.text.isdigit() and len(word.text) < LONG and not _is_counted(said, at, language):
            yield before.start, said[_last_of_list(said, at, language) - 1].end


def _registered(said: list[Word], language: Language) -> Iterator[Span]:
    """ "Registered charity 1158824": a long number without commas; not "charity 1,158,824"."""
    registers = language.listed("registers")
    for at, (before, word) in enumerate(pairwise(said), start=1):
        is_one = before.text in registers and word.text.isdigit() and len(word.text) > LONG
        if is_one and not _is_counted(said, at, language):
            yield word.start, word.end


def _numbered(said: list[Word], language: Language) -> Iterator[Span]:
    """ "Pages 27 to 31", "section 4.2", "No. 5": the number belongs to the word before it."""
    listed = language.listed("references")
    for at, word in enumerate(said):
        if word.text not in listed or _is_a_unit(said, at, language) or _is_done(said, at, language):
            continue
        after = _past_number_words(said, at + 1, language)
        last = _last_of_list(said, after, language)
        if last > after:
            yield word.start, said[last - 1].end
            yield from _further(said, last, language)


def _is_a_unit(said: list[Word], at: int, language: Language) -> bool:
    """ "40 km 12 people walked": no place by the road."""
    return at > 0 and said[at].text in language.listed("after_a_count") and _is_number(said[at - 1].text)


def _is_done(said: list[Word], at: int, language: Language) -> bool:
    """ "We shall train 15,000": what someone does, and no train of that number."""
    is_verb = at > 0 and said[at - 1].text in language.listed("modals") | language.listed("plans")
    return is_verb and said[at].text in language.listed("things_or_verbs")


def _past_number_words(said: list[Word], at: int, language: Language) -> int:
    while at < len(said) and (said[at].text == "." or said[at].text in language.listed("number_words")):
        at += 1
    return at


def _further(said: list[Word], at: int, language: Language) -> Iterator[Span]:
    """The "c. 204" of "Vol. 771, c. 204"; by itself "c. 204" is about 204."""
    if at + 1 < len(said) and said[at].text == "," and said[at + 1].text in language.listed("further"):
        after = _past_number_words(said, at + 2, language)
        last = _last_of_list(said, after, language)
        if last > after:
            yield said[at + 1].start, said[last - 1].end


def _last_of_list(said: list[Word], at: int, language: Language) -> int:
    """The index after numbers with commas, dashes, "and" between them; `at` where there is none."""
    after = at
    while after < len(said) and _is_number(said[after].text) and not _is_counted(said, after, language):
        at = _past_letters(said, after + 1)
        after = at + (at < len(said) and said[at].text in language.listed("reference_joins"))
    return at


def _past_letters(said: list[Word], at: int) -> int:
    """The index after "(1)(f)" behind "5"."""
    while [word.text for word in said[at : at + 3 : 2]] == ["(", ")"] and len(said[at + 1].text) <= SHORT:
        at += 3
    return at


def _is_counted(said: list[Word], at: int, language: Language) -> bool:
    """ "At levels 50% above", "at station 9 people died": the number counts what follows it."""
    return at + 1 < len(said) and said[at + 1].text in language.listed("after_a_count")


def _is_number(word: str) -> bool:
    return word[0].isdigit() and not word.endswith(("%",))
