"""How far back something is said to reach: "since 1951", "since the spring of 2023", "founded in 1951"."""

from collections.abc import Iterator, Sequence

from factcheck.statements.said import Said

LONGEST = 12  # words from "the first time" to its "since"
SHORT = 2  # words of an event that are taken after the first: "since the last war"
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


def reaches_of_places(said: Said, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The same of "since" and an event, where a place stands before it in its clause, at one of the offsets."""
    since = said.listed("since") if starts else frozenset[str]()
    places = {said.index(start) for start in starts}
    for at, word in enumerate(said.words):
        if word.text not in since or said.is_mark(at + 1):
            continue
        for before in range(at - 1, max(-1, at - 1 - LONGEST), -1):
            if said.is_mark(before):
                break
            if before in places:
                yield at, _end_of_words(said, at + 1)
                break


def _end_of_words(said: Said, at: int) -> int:
    last = at
    while last < at + SHORT and not (said.is_mark(last + 1) or said.is_in("verbs", last + 1)):
        last += 1
    while _is_hyphened(said, last):
        last += 1
    return last


def _is_hyphened(said: Said, at: int) -> bool:
    """ "COVID-19": a hyphen ties the word to the next."""
    has_hyphen = "-" in (said.word(at), said.word(at + 1))
    return has_hyphen and at + 1 < len(said.words) and said.words[at].end == said.words[at + 1].start


def _last(said: Said, at: int) -> int:
    """The year after a month, the month after a day."""
    while said.is_year(at + 1) or (said.is_day(at) and said.is_month(at + 1)) or said.is_day(at + 1):
        at += 1
    return at


def _is_time(said: Said, at: int) -> bool:
    if said.is_decade(at):
        return True
    return said.is_year(at) or said.is_day(at) or (said.is_in("seasons", at) and not said.word(at - 1).isdigit())
