"""Numbers that no one asserts: of pages and sections, of telephones, of footnotes, times of day, codes."""

import re
from collections.abc import Iterator

from factcheck.statements.phrases import Word, phrases
from factcheck.wording.language import Language

Span = tuple[int, int]

LAST_DAY = 31
_LEADS = 3  # words between "call" and the number that it leads to
_RUN = re.compile(r"[0-9][0-9\s().-]*[0-9]")
_CLOCK = re.compile(
    r"(?<![0-9.,:])[0-9]{1,2}[:.][0-9]{2}(?=\s?(?:[ap]\.?m\b|GMT|UTC|CET|h\b))|(?<![0-9:.,])[0-9]{1,2}:[0-9]{2}(?![0-9:])"
)
_HOUR = re.compile(
    r"(?<![0-9.,:])[0-9]{1,2}(?:[0-5][0-9])?\s?(?:[ap]\.?m\b|[AP]\.?M\b|o['’]clock)|\b(?:UTC|GMT)\s?[+\u2212-]\s?[0-9]{1,2}\b"
)
_BRACKETED = re.compile(r"\[\^?[0-9]{1,4}\]")
_LISTED = re.compile(r"\(([0-9]{1,2}|[ivx]{1,4})\)(?=\s+[a-z])")
_GLUED = re.compile(r"(?<=[a-z%)”\"’][.,;])[0-9]{1,2}(?=\s|\Z)|[¹²³⁴⁵⁶⁷⁸⁹⁰]+(?<![a-z][²³])")
_TOKEN = re.compile(r"\S+")
_BEFORE_A_MARK = ("", ";", ":")
LONGEST_TOKEN = 120  # what is longer is no figure, whatever it is
_CODE = re.compile(
    # Not "18-year-old", "3-to-1", "1-in-50-year": small letters between hyphens are words.
    r"(?:[A-Za-z]+[-/._]?)?[0-9]+(?:[-/](?:[0-9][0-9A-Za-z]*|[A-Z][0-9A-Z]*|[a-z]{1,3}(?=-[0-9]{3}))){2,}"
    r"|[A-Za-z]+[/_][0-9][\w/]*|[A-Z]{2,}[0-9]{4,}\w*|\b(?=[A-Z]*[0-9]+[A-Z])(?=[0-9]*[A-Z]+[0-9])[0-9A-Z]{10,}\b"
    r"|[A-Z]{1,5}[.-]?[0-9]+(?:[.-][0-9]+)+|\b10\.[0-9]{4,}/\S+|(?<![0-9.,])[0-9]{1,4}[A-Z]{2,3}(?![\w])"
    r"|[\w.+-]*@\S*|(?:https?://|www\.)\S*"
)
_NUMBERED = re.compile(
    r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?(?=\s+[^\W\d_])|[0-9]{1,3}[.)](?=\s)|[0-9]{1,2}(?=\s+[A-Z][a-z]+(?:\s\S+){0,6}$)"
)
_NOTE_MARK = re.compile(r"\([0-9]{1,2}\)(?=\s)|[0-9]{1,2}\.(?=\s+[^\W\d_])")
_LIST_AFTER_A_COLON = re.compile(r"(?<=:\s)1\.(?=\s+[^\W\d_])")
_CITED = re.compile(r"[\[(](?:1[5-9]|20)[0-9]{2}[\])]\s+[0-9]+")
_DAY = re.compile(r"[0-9]{1,4}[/.][0-9]{1,2}[/.][0-9]{1,4}")


def boilerplate(text: str, said: list[Word], language: Language, *, is_heading: bool) -> tuple[Span, ...]:
    """The places of a sentence where numbers stand for no quantity, in order."""
    found = [
        match.span()
        for pattern in (_CLOCK, _HOUR, _BRACKETED, _LIST_AFTER_A_COLON, _GLUED, _CITED, _DAY)
        for match in pattern.finditer(text)
    ]
    found += _list_marks(text)
    found += _codes(text)
    found += _telephones(text, said, language)
    found += _references(said, language)
    found += _clocks(said, language)
    found += _days(said, language)
    found += [phrase[:2] for phrase in phrases(said, language, "idle_figures")]
    numbered = _NUMBERED.match(text) if is_heading else _NOTE_MARK.match(text)
    return tuple(sorted([*found, *([numbered.span()] if numbered else [])]))


def _list_marks(text: str) -> Iterator[Span]:
    """ "The law (1) bans and (2) fines", "; (4) to report"; not "health (19), immigration (15) and crime (11)"."""
    number = 0
    for mark in _LISTED.finditer(text):
        written, before = mark.group(1), text[: mark.start()].rstrip()
        if not written.isdigit() or written == str(number + 1) or before[-1:] in _BEFORE_A_MARK:
            yield mark.span()
            number = int(written) if written.isdigit() else number


def _codes(text: str) -> Iterator[Span]:
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        if end - start > LONGEST_TOKEN:
            yield start, end
        elif any(sign.isdigit() for sign in token.group()) or "@" in token.group() or "." in token.group():
            yield from (code.span() for code in _CODE.finditer(text, start, end))


def _telephones(text: str, said: list[Word], language: Language) -> Iterator[Span]:
    calls = [word.end for word in said if word.text in language.listed("calls")]
    at = 0
    for run in _RUN.finditer(text):
        digits = sum(sign.isdigit() for sign in run.group())
        while at < len(calls) and calls[at] <= run.start():
            at += 1
        is_called = at > 0 and text[calls[at - 1] : run.start()].count(" ") <= _LEADS
        has_plus = text[run.start() - 1 : run.start()] == "+" or text[run.start() - 2 : run.start()] == "(+"
        is_long = digits >= len("5550100") and ("," not in run.group())
        is_trunk = run.group()[0] == "0" and run.group()[1].isdigit()
        if ((has_plus or is_trunk) and is_long) or (is_called and digits >= len("112")):
            yield run.span()


def _clocks(said: list[Word], language: Language) -> Iterator[Span]:
    """ "Four in the morning", "the 63rd minute": the number stands before the words; not "a 15-minute break"."""
    for phrase in phrases(said, language, "clock_words"):
        if phrase.first:
            yield said[phrase.first - 1].start, phrase.end
    endings = tuple(language.listed("ordinal_endings"))
    for phrase in phrases(said, language, "counted_off"):
        before = said[phrase.first - 1].text if phrase.first else ""
        if before[:1].isdigit() and before.endswith(endings):
            yield said[phrase.first - 1].start, phrase.end


def _days(said: list[Word], language: Language) -> Iterator[Span]:
    """ "Sept. 5", "10–16 November", "May 13 and 20": days beside a month, without a unit of their own."""
    months = language.sections["month"].root.words if "month" in language.sections else {}
    for at, word in enumerate(said):
        if word.text not in months:
            continue
        first, last = at, at
        while first and (_is_day(said[first - 1].text) or said[first - 1].text in ("-", "–")):
            first -= 1
        after = at + 1 + (at + 1 < len(said) and said[at + 1].text == ".")
        while after < len(said) and (_is_day(said[after].text) or said[after].text in ("and", "-", "–")):
            last = after if _is_day(said[after].text) else last
            after += 1
        if first < at or last > at:
            yield said[first].start, said[last].end


def _is_day(word: str) -> bool:
    return word.isdigit() and 1 <= int(word[:3]) <= LAST_DAY and len(word) <= len("31")


def _references(said: list[Word], language: Language) -> Iterator[Span]:
    """ "Pages 27 to 31", "section 4.2", "No. 5": the number belongs to the word before it."""
    for at, word in enumerate(said):
        if word.text not in language.listed("references"):
            continue
        after = at + 1
        while after < len(said) and (said[after].text == "." or said[after].text in language.listed("number_words")):
            after += 1
        last = _last_of_list(said, after, language)
        if last > after:
            yield word.start, said[last - 1].end


def _last_of_list(said: list[Word], at: int, language: Language) -> int:
    """The index after numbers with commas, dashes, "and" between them; `at` where there is none."""
    after = at
    while after < len(said) and _is_number(said[after].text) and not _is_counted(said, after, language):
        at = after + 1
        after = at + (at < len(said) and said[at].text in language.listed("reference_joins"))
    return at


def _is_counted(said: list[Word], at: int, language: Language) -> bool:
    """ "At levels 50% above", "at station 9 people died": the number counts what follows it."""
    return at + 1 < len(said) and said[at + 1].text in language.listed("after_a_count")


def _is_number(word: str) -> bool:
    return word[0].isdigit() and not word.endswith(("%",))
