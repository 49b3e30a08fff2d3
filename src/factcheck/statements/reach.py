"""How far back something is said to reach: "since 1951", "since the spring of 2023", "founded in 1951"."""

from collections.abc import Iterator

from factcheck.statements.said import Said

FAR = 6  # words from "since" to its year: "since the spring of 2023"


def reaches(said: Said) -> Iterator[tuple[int, int]]:
    """The numbers of the first and the last word of each: the time itself is what is asserted."""
    since, begun = said.listed("since"), said.listed("begun")
    for at, word in enumerate(said.words):
        is_since = word.text in since
        if is_since or (word.text in begun and said.is_in("begun_in", at + 1)):
            time = next((after for after in range(at + 1, at + 1 + FAR) if _is_time(said, after)), None)
            last = time if time is None else _last(said, time)
            # "Founded in 1951" says since when; "opened in May" only when.
            if last is not None and (is_since or said.is_year(last)):
                yield at, last


def _last(said: Said, at: int) -> int:
    """The year after a month, the month after a day."""
    while said.is_year(at + 1) or (said.is_day(at) and said.is_month(at + 1)) or said.is_day(at + 1):
        at += 1
    return at


def _is_time(said: Said, at: int) -> bool:
    return said.is_year(at) or said.is_day(at) or (said.is_in("seasons", at) and not said.word(at - 1).isdigit())
