"""Days and times of day, which only say when: "Sept. 5", "at 10.30 on Monday", "2352 GMT", "the 63rd minute"."""

import re
from collections.abc import Iterator

from factcheck.statements.phrases import Word, phrases
from factcheck.wording.language import Language

Span = tuple[int, int]

LAST_DAY = 31
HUNDRED = 100
LAST_HOUR, MINUTES = 24, 60
NEAR = 3  # words from a day to the time beside it: "on 12 June at 10.30"

_CLOCK = re.compile(
    r"(?<![0-9.,:])[0-9]{1,2}[:.][0-9]{2}(?=\s?(?:[ap]\.?m\b|(?:GMT|UTC|CET|BST|CEST|EST|EDT)\b|h\b))|(?<![0-9:.,])[0-9]{1,2}:[0-9]{2}(?![0-9:])"
)
_HOUR = re.compile(
    r"(?<![0-9.,:])[0-9]{1,2}(?:[.:][0-5][0-9])?\s?(?:[-–]|to)\s?(?=[0-9]{1,2}(?:[.:][0-5][0-9])?\s?[ap]\.?m\b)"
    r"|(?<![0-9.,:])[0-2][0-9][0-5][0-9](?=\s?(?:GMT|UTC|CET|BST|CEST|EST|EDT|hrs|hours)\b)"
    r"|(?<![0-9.,:])[0-9]{1,2}(?:[0-5][0-9])?\s?(?:[ap]\.?m\b|[AP]\.?M\b|o['’]clock)|\b(?:UTC|GMT)\s?[+\u2212-]\s?[0-9]{1,2}\b"
)
# "26/27": a year of two, where the second is the next.
_PAIR = re.compile(r"(?<![0-9/.,])([0-9]{2})/([0-9]{2})(?![0-9/]|\.[0-9])")
_DAY = re.compile(r"[0-9]{1,4}[/.][0-9]{1,2}[/.][0-9]{1,4}")


def days(text: str, said: list[Word], language: Language) -> Iterator[Span]:
    """The days of a sentence, in order of their kinds."""
    yield from (found.span() for found in _DAY.finditer(text))
    yield from (found.span() for found in _PAIR.finditer(text) if int(found[2]) == (int(found[1]) + 1) % HUNDRED)
    yield from _days_of_months(said, language)
    yield from _first_months(said, language)


def _first_months(said: list[Word], language: Language) -> Iterator[Span]:
    """ "The first nine months": a part of a year."""
    for at in range(2, len(said) - 1):
        is_first = said[at - 2].text in language.listed("the") and said[at - 1].text in language.listed("first")
        is_first = is_first and said[at + 1].text in language.listed("months")
        if is_first and _is_a_number(said[at].text, language):
            yield said[at].start, said[at + 1].end


def times_of_day(text: str, said: list[Word], language: Language) -> Iterator[Span]:
    """The times of day of a sentence, in order of their kinds."""
    for pattern in (_CLOCK, _HOUR):
        yield from (found.span() for found in pattern.finditer(text))
    yield from _clocks(said, language)
    yield from _pointed(said, language)


def _clocks(said: list[Word], language: Language) -> Iterator[Span]:
    """ "Four in the morning", "the 63rd minute": the number stands before the words; not "a 15-minute break"."""
    for phrase in phrases(said, language, "clock_words"):
        if phrase.first and said[phrase.first - 1].text not in language.listed("after_a_count_of_time"):
            yield said[phrase.first - 1].start, phrase.end
    for phrase in phrases(said, language, "before_an_hour"):
        if phrase.after < len(said) and _is_a_number(said[phrase.after].text, language):
            yield phrase.start, said[phrase.after].end
    yield from _spoken_hours(said, language)
    endings = tuple(language.listed("ordinal_endings"))
    for phrase in phrases(said, language, "counted_off"):
        before = said[phrase.first - 1].text if phrase.first else ""
        if before[:1].isdecimal() and before.endswith(endings):
            yield said[phrase.first - 1].start, phrase.end
    yield from _played(said, language)


def _spoken_hours(said: list[Word], language: Language) -> Iterator[Span]:
    """ "At ten to five", in words; not "at ten to five places"."""
    numbers = language.first["number_words"]
    for at in range(1, len(said) - 2):
        is_at = said[at - 1].text in language.listed("at") and said[at + 1].text in language.listed("to")
        after = said[at + 3].text if at + 3 < len(said) else ""
        is_last = not after[:1].isalnum() or after in language.listed("closers")
        if is_at and is_last and said[at].text in numbers and said[at + 2].text in numbers:
            yield said[at].start, said[at + 2].end


def _played(said: list[Word], language: Language) -> Iterator[Span]:
    """ "Equalised on 58 minutes", "six minutes from time": when; not "ran for 58 minutes"."""
    for phrase in phrases(said, language, "minutes_played"):
        before, earlier = said[max(0, phrase.first - 1)], said[max(0, phrase.first - 2)]
        if not _is_a_number(before.text, language):
            continue
        is_left = any(phrase.after == after.first for after in phrases(said, language, "before_the_end"))
        if is_left or (before.text.isdigit() and earlier.text in language.listed("played_on")):
            yield before.start, phrase.end


def _is_a_number(word: str, language: Language) -> bool:
    return word.isdigit() or word in language.first["number_words"]


def _pointed(said: list[Word], language: Language) -> Iterator[Span]:
    """ "Kick-off 12.30", "on 12 June at 10.30", "20 November 2025, 14.00": a day or a start is beside it."""
    for at, word in enumerate(said):
        if not (word.text[0].isdecimal() and _is_clock(word.text)):
            continue
        before = [said[place].text for place in range(at - 1, max(-1, at - 1 - NEAR), -1)]
        starts = language.listed("starts")
        is_at = len(before) > 1 and before[0] in language.listed("before_a_clock") and before[1] in starts
        is_start = is_at or (bool(before) and before[0] in starts)
        if is_start or any(_is_of_a_day(one, language) for one in _back_to_a_day(before, language)):
            yield word.start, word.end


def _back_to_a_day(before: list[str], language: Language) -> Iterator[str]:
    """The words before a time, back over "at" and a comma and a year; the first that is none of these is the last."""
    for word in before:
        yield word
        if word not in language.listed("before_a_clock") and not (word.isdecimal() and len(word) == len("2025")):
            return


def _is_of_a_day(word: str, language: Language) -> bool:
    months = language.sections["month"].root.words if "month" in language.sections else {}
    return word in months or word in language.listed("weekdays")


def _is_clock(word: str) -> bool:
    hour, _, minutes = word.partition(".")
    is_short = hour.isdecimal() and minutes.isdecimal() and len(minutes) == len("30") and len(hour) <= len("14")
    return is_short and int(hour) <= LAST_HOUR and int(minutes) < MINUTES


def _days_of_months(said: list[Word], language: Language) -> Iterator[Span]:
    """ "Sept. 5", "10–16 November", "May 13 and 20": days beside a month, without a unit of their own."""
    months = language.sections["month"].root.words if "month" in language.sections else {}
    joins = language.listed("joins")
    for at, word in enumerate(said):
        if word.text not in months:
            continue
        first, last = at, at
        while first and (_is_day(said[first - 1].text) or said[first - 1].text in ("-", "–")):
            first -= 1
        while first > 1 and first < at and said[first - 1].text in (*joins, ",") and _is_day(said[first - 2].text):
            first -= 2  # "17 and 18 November", "4, 5 and 6 June"
        after = at + 1 + (at + 1 < len(said) and said[at + 1].text == ".")
        while after < len(said) and (_is_day(said[after].text) or said[after].text in ("and", "-", "–")):
            last = after if _is_day(said[after].text) else last
            after += 1
        if first < at or last > at:
            yield said[first].start, said[last].end


def _is_day(word: str) -> bool:
    return word.isdecimal() and 1 <= int(word[:3]) <= LAST_DAY and len(word) <= len("31")
