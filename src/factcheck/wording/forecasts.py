"""Finds the words that make a claim a forecast."""

from dataclasses import dataclass
from datetime import date

from factcheck.wording.calendar import days
from factcheck.wording.language import Language
from factcheck.wording.match import Match
from factcheck.wording.reading import text_of


@dataclass(frozen=True, slots=True)
class Forecast:
    """Words that speak of what is still to come: `text` is what stands from `start` to `end`."""

    text: str
    start: int
    end: int


def forecasts(text: str, language: Language, said: date | None) -> tuple[Forecast, ...]:
    """The words of a text that speak of the time after `said`: "will", "is set to", "by 2030".

    Where `said` is not known, only words that always speak of it are found.
    """
    ready = text_of(text, language)
    found, at = [], 0
    while at < len(ready.tokens):
        match = ready.match("forecast", at)
        if match and _is_to_come(match, said):
            start, end = ready.tokens[match.start].start, ready.tokens[match.end - 1].end
            found.append(Forecast(text[start:end], start, end))
        at = match.end if match else at + 1
    return tuple(found)


def _is_to_come(found: Match, said: date | None) -> bool:
    if found.entry.means == "by":
        time = days(found.one("time"))
        return said is not None and time is not None and time[1] > said and time[0].year > said.year
    return found.entry.means == "forecast"
