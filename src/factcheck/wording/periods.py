"""Finds the periods a text names, and its years."""

from collections.abc import Iterator
from datetime import date

from factcheck.model.readings import Period
from factcheck.wording.calendar import Days, days, span_back, step_of
from factcheck.wording.grammar import Text
from factcheck.wording.language import Language
from factcheck.wording.match import Match
from factcheck.wording.reading import text_of
from factcheck.wording.tokens import NUMBER, WORD
from factcheck.wording.years import is_in_a_name

# Where no beginning is said: "until 2019".
NO_START = date.min
# How many words may stand between "from" and the year: "from 95 million tonnes in 2022".
NEAR = 7


def periods(text: str, language: Language, said: date | None) -> tuple[Period, ...]:
    """The periods a text names, in order, both days included.

    `said` is the day the text was said; periods that are counted from it are left out where it is not known. "Until
    2019" begins at `date.min`, since no beginning is said.
    """
    ready = text_of(text, language)
    found = []
    for match in _matches(ready):
        if between := _days(match, said):
            start, end = ready.tokens[match.start].start, ready.tokens[match.end - 1].end
            is_base = _is_base(ready, match.start)
            found.append(Period(*between, text=text[start:end], at=(start, end), is_base=is_base))
    return tuple(found)


def years(text: str, language: Language) -> tuple[tuple[int, int, int], ...]:
    """Every year a text mentions, as its offsets and the year; not those of a name ("the 2030 Agenda")."""
    ready = text_of(text, language)
    found = []
    for at, token in enumerate(ready.tokens):
        year = ready.number("year", at)
        if year and not is_in_a_name(ready, at):
            found.append((token.start, token.end, int(year.value)))
    return tuple(found)


def period_spans(text: Text) -> list[tuple[int, int]]:
    """The tokens that speak of a period or a day, from and up to."""
    return [(match.start, match.end) for match in _matches(text)]


def _matches(text: Text) -> Iterator[Match]:
    at = 0
    while at < len(text.tokens):
        found = text.match("period", at)
        if found and not _is_in_a_name(text, found):
            yield found
        at = found.end if found else _after_time(text, at)


def _after_time(text: Text, at: int) -> int:
    time = text.match("time", at)
    return time.end if time else at + 1


def _is_base(text: Text, at: int) -> bool:
    """A few words before, in the same clause, something is set against it: "up from 95 in 2022"."""
    for before in range(at - 1, max(at - NEAR, 0) - 1, -1):
        if text.tokens[before].kind not in (WORD, NUMBER):
            return False
        if text.word(before) in text.language.listed("before_a_base"):
            return True
    return False


def _is_in_a_name(text: Text, found: Match) -> bool:
    """ "Budget 2019-2020": years that no preposition makes a period, beside a name."""
    if found.entry.means != "bare_span":
        return False
    return is_in_a_name(text, found.start) or is_in_a_name(text, found.end - 1)


def _days(found: Match, said: date | None) -> Days | None:
    """The days of a period; None where they hang on a day that is not known, or are no days at all."""
    times = [days(time) for time in found.all("time")]
    known = [time for time in times if time]
    if len(known) < len(times):
        return None
    match found.entry.means:
        case "span" | "bare_span":
            return _between(known)
        case "during":
            return known[0]
        case "end":
            return known[0][1], known[0][1]
        case "until":
            return NO_START, known[0][1]
        case "months":
            return _months(found)
        case _:
            return _from_said(found, known, said) if said else None


def _between(times: list[Days]) -> Days | None:
    """From the first day of the earlier to the last of the later; "2022 compared to 2019" is one period too."""
    return min(time[0] for time in times), max(time[1] for time in times)


def _months(found: Match) -> Days | None:
    year = int(found.numbers[-1].value)
    numbers = [int(month.entry.value or 1) for month in found.all("month")]
    return step_of("month", date(year, numbers[0], 1))[0], step_of("month", date(year, numbers[1], 1))[1]


def _from_said(found: Match, times: list[Days], said: date) -> Days | None:
    match found.entry.means:
        case "since":
            return (times[0][0], said) if times[0][0] <= said else None
        case "last_steps":
            return span_back(said, int(found.numbers[-1].value), found.one("span").entry.means)
        case "last_step":
            return span_back(said, 1, found.one("span").entry.means)
        case "previous":
            start, _ = step_of(found.one("span").entry.means, said)
            return step_of(found.one("span").entry.means, date.fromordinal(start.toordinal() - 1))
        case _:
            return step_of(found.one("span").entry.means, said)[0], said
