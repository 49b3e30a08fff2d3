"""Numbers that no one asserts: of pages and sections, of telephones, of footnotes, times of day, codes."""

import re
from collections.abc import Iterator

from factcheck.statements.dates import days, times_of_day
from factcheck.statements.phrases import Word, words
from factcheck.statements.references import addresses, references
from factcheck.wording.language import Language

Span = tuple[int, int]

_LEADS = 3  # words between "call" and the number that it leads to
_RUN = re.compile(r"(?<![0-9][.,])[0-9][0-9\s().-]*[0-9]")
_DECIMAL = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\Z")
_LISTED = re.compile(r"\(([0-9]{1,2}|[ivx]{1,4})\)(?=\s+[a-z])")
_GLUED = re.compile(r"(?<=[a-z%)”\"’][.,;])[0-9]{1,2}(?=\s|\Z)|[¹²³⁴⁵⁶⁷⁸⁹⁰]+(?<![a-z][²³])")
# What an index is reckoned from: "2015 = 100", "national average = 100".
_BASE = re.compile(r"(?:[0-9]{4}(?:[-–/][0-9]{2,4})?|[a-z])\s?=\s?100(?:\.0)?(?![0-9.,%])")
_TOKEN = re.compile(r"\S+")
_BEFORE_A_MARK = ("", ";", ":")
LONGEST_TOKEN = 120  # what is longer is no figure, whatever it is
_CODE = re.compile(
    # Not "18-year-old", "3-to-1", "1-in-50-year": small letters between hyphens are words.
    r"(?:[A-Za-z]+[-/._]?)?[0-9]+(?:[-/](?:[0-9][0-9A-Za-z]*|[A-Z][0-9A-Z]*|[a-z]{1,3}(?=-[0-9]{3}))){2,}"
    r"|[A-Za-z]+[/_][0-9][\w/]*|[A-Z]{2,}[0-9]{4,}\w*|\b(?=[A-Z]*[0-9]+[A-Z])(?=[0-9]*[A-Z]+[0-9])[0-9A-Z]{10,}\b"
    r"|[A-Z]{1,5}[.-]?[0-9]+(?:[.-][0-9]+)+|\b10\.[0-9]{4,}/\S+|(?<![0-9.,])[0-9]{1,4}[A-Z]{2,3}(?![\w])"
    r"|\b[0-9]x[0-9]{1,4}m?\b|(?<![0-9.,A-Za-z])[0-9]{1,4}-0[0-9]{1,4}(?![0-9%]|[.,][0-9])|[\w.+-]*@\S*|(?:https?://|www\.)\S*"
)
_AMOUNT = re.compile(r"([A-Z]{1,4})[0-9]+\.[0-9]{1,2}\Z")
_NUMBERED = re.compile(
    r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?(?=\s+[^\W\d_])|[0-9]{1,3}[.)](?=\s)|[0-9]{1,2}(?=\s+[A-Z][a-z]+,?(?:\s\S+){0,6}$)"
)
# "1.1 To recommend a budget", "5.1 2,306 people replied": the number of a paragraph.
_PARAGRAPH = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?(?=\s+(?:[A-Z][a-z]*\s|[0-9][0-9,]*\s+[a-z]))")
# What a column is reckoned in: "£'000", "$000s".
_IN_THOUSANDS = re.compile(r"(?<![\w.,])[£$€]\s?['’]?000s?(?![0-9])")
# A column's head: "2025 budget ($1,000)".
_HEAD = re.compile(r"\A[\w ]{1,40}(\((?:in )?[£$€]1,000s?\))\Z")
_NOTE_MARK = re.compile(r"\([0-9]{1,2}\)(?=\s)|[0-9]{1,2}\.(?=\s+[^\W\d_])")
_LIST_AFTER_A_COLON = re.compile(r"(?<=:\s)1\.(?=\s+[^\W\d_])|(?<=;\s)[0-9]{1,2}\.(?=\s+[A-Z])")


def boilerplate(text: str, said: list[Word], language: Language, *, is_heading: bool) -> tuple[Span, ...]:
    """The places of a sentence where numbers stand for no quantity, in order."""
    found = [
        match.span()
        for pattern in (_LIST_AFTER_A_COLON, _GLUED, _BASE, _IN_THOUSANDS)
        for match in pattern.finditer(text)
    ]
    found += _list_marks(text)
    found += _codes(text, language)
    found += _telephones(text, said, language)
    found += references(text, said, language)
    found += times_of_day(text, said, language)
    found += days(text, said, language)
    found += _emergencies(said, language)
    found += addresses(text, said, language)
    found += [match.span(1) for match in _HEAD.finditer(text)]
    numbered = _NUMBERED.match(text) if is_heading else _NOTE_MARK.match(text) or _PARAGRAPH.match(text)
    return tuple(sorted([*found, *([numbered.span()] if numbered else [])]))


def _list_marks(text: str) -> Iterator[Span]:
    """ "The law (1) bans and (2) fines", "; (4) to report"; not "health (19), immigration (15) and crime (11)"."""
    number = 0
    for mark in _LISTED.finditer(text):
        written, before = mark.group(1), text[: mark.start()].rstrip()
        if not written.isdigit() or written == str(number + 1) or before[-1:] in _BEFORE_A_MARK:
            yield mark.span()
            number = int(written) if written.isdigit() else number


def _codes(text: str, language: Language) -> Iterator[Span]:
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        if end - start > LONGEST_TOKEN:
            yield start, end
        elif any(sign.isdigit() for sign in token.group()) or "@" in token.group() or "." in token.group():
            yield from (
                code.span() for code in _CODE.finditer(text, start, end) if not _is_money(code.group(), language)
            )


def _is_money(code: str, language: Language) -> bool:
    """ "R61.20", "RM4.5": the letters are a currency, and one point is none of a version."""
    letters = _AMOUNT.match(code)
    return letters is not None and letters.group(1).lower() in language.listed("money_letters")


def _emergencies(said: list[Word], language: Language) -> Iterator[Span]:
    """ "In an emergency, 112.", "fire and 911 dispatch"; not "in an emergency 112 beds"."""
    for at, word in enumerate(said):
        if not (word.text.isdigit() and word.text in language.listed("emergency_numbers")):
            continue
        before = {said[place].text for place in range(max(0, at - _LEADS), at)}
        after = said[at + 1].text if at + 1 < len(said) else ""
        is_called = bool(before & language.listed("emergencies")) and not after[:1].isalnum()
        if is_called or after in language.listed("emergencies"):
            yield word.start, word.end


def _telephones(text: str, said: list[Word], language: Language) -> Iterator[Span]:
    calls = [word.end for word in said if word.text in language.listed("calls")]
    at = 0
    for run in _RUN.finditer(text):
        digits = sum(sign.isdigit() for sign in run.group())
        while at < len(calls) and calls[at] <= run.start():
            at += 1
        is_called = at > 0 and _leads_to(text, calls[at - 1], run, language)
        has_plus = text[run.start() - 1 : run.start()] == "+" or text[run.start() - 2 : run.start()] == "(+"
        is_long = digits >= len("5550100") and ("," not in run.group())
        is_trunk = run.group()[0] == "0" and run.group()[1].isdigit()
        if ((has_plus or is_trunk) and is_long) or (is_called and digits >= len("112")):
            yield run.span()


def _leads_to(text: str, called: int, run: "re.Match[str]", language: Language) -> bool:
    """ "Call us on 555 0172", "hotline: 116 117"; not "call for 500 nurses", "the office has 240 lawyers"."""
    between = words(text[called : run.start()])
    is_near = len(between) <= _LEADS and all(
        not word.text.isalpha() or word.text in language.listed("call_links") for word in between
    )
    return is_near and not (_DECIMAL.match(run.group()) or _counts(text, run, language))


def _counts(text: str, run: "re.Match[str]", language: Language) -> bool:
    """ "On 193 states to act": one number, and a noun behind it."""
    if not run.group().isdigit() or text[run.end() : run.end() + 1] != " ":
        return False
    after = next(iter(words(text[run.end() : run.end() + LONGEST_TOKEN])), None)
    return after is not None and after.text.isalpha() and after.text not in language.listed("closers")
