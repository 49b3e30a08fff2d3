"""The sentences of a text, with their places; news text is full of stops that end none."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.model.texts import Block, BlockKind
from factcheck.statements.asked import asks, only_names, opens_a_plan
from factcheck.wording.language import Language

LONGEST = 3_000
LONGEST_ABBREVIATION = 12
LONGEST_LIST_MARK = 5

_STOPS = re.compile("[.!?…]+|[。！？]+")
_CLOSERS = frozenset("\"'”’»)]}*_")
_OPENERS = frozenset("\"'“‘«([{¿¡*_")
_ALWAYS = frozenset("。！？")
_MARK = re.compile(r"(?:[-*+•·‣▪–—]|[0-9]{1,3}\.|\(?(?:[0-9]{1,3}|[a-zA-Z]|[ivx]{1,5})\))\s+")
_LETTERS = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
_NOTE = re.compile(r"(?:\[[0-9]{1,3}\]|[0-9]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)(?=\s|\Z)")


class Sentence(NamedTuple):
    """`text[start:end]` of the text it stands in, without the mark of a list item; `kind` is that of its block.

    `is_asked` where it is not said to be so: what should be done, or what a heading only names.
    """

    start: int
    end: int
    kind: BlockKind
    is_asked: bool = False


def sentences(text: str, blocks: Iterable[Block], language: Language) -> Iterator[Sentence]:
    """The sentences of each block, in order. None reaches from one block into another.

    >>> from factcheck.languages import load
    >>> text = "Mr. Smith paid No. 5. It was 0.1 pts. lower."
    >>> [text[one.start : one.end] for one in sentences(text, [Block(0, len(text), BlockKind.PARAGRAPH)], load("en"))]
    ['Mr. Smith paid No. 5.', 'It was 0.1 pts. lower.']
    """
    is_planned = False
    for block in blocks:
        is_item, words = block.kind is BlockKind.ITEM, text[block.start : block.end]
        is_planned = is_planned if is_item else opens_a_plan(words, block.kind, language)
        is_asked = is_planned if is_item else only_names(words, block.kind, language)
        for start, end in _in_block(text, block, language):
            is_question = is_asked or asks(text[start:end], language)
            yield from (Sentence(*part, block.kind, is_question) for part in _parts(text, start, end))
            is_asked = is_asked and not is_item  # what follows in an item tells of it: "None was built since 1991."


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence; what is longer than any that a person writes is cut between words, so that it costs no more."""
    while end - start > LONGEST:
        blank = max(text.rfind(" ", start + 1, start + LONGEST), text.rfind("\n", start + 1, start + LONGEST))
        stop = blank if blank > 0 else start + LONGEST
        yield start, stop
        start = _after_blanks(text, stop, end)
    if start < end:
        yield start, end


def _in_block(text: str, block: Block, language: Language) -> Iterator[tuple[int, int]]:
    mark = _MARK.match(text, block.start, block.end)
    start = begun = mark.end() if mark else block.start
    for stop in _STOPS.finditer(text, start, block.end):
        if stop.start() < start:
            continue
        end = _closed(text, stop.end(), block.end)
        if end == block.end:
            break
        following = _next(text, end, block.end)
        if following < 0 or not _ends(text, stop, begun, following, language):
            continue
        yield start, end
        start = begun = _after_blanks(text, end, block.end)
    if start < block.end:
        yield start, block.end


def _closed(text: str, at: int, stop: int) -> int:
    """The offset after the quote marks and brackets that close there, and the mark of a footnote."""
    while at < stop and text[at] in _CLOSERS:
        at += 1
    note = _NOTE.match(text, at, stop)
    has_word = note is not None and text[at - 1 : at] and not text[at - 2 : at - 1].isdigit()
    return note.end() if note and has_word else at


def _after_blanks(text: str, at: int, stop: int) -> int:
    while at < stop and text[at].isspace():
        at += 1
    return at


def _next(text: str, end: int, stop: int) -> int:
    """The offset of the first letter or digit of what follows; less than zero where nothing sets it apart."""
    at = _after_blanks(text, end, stop)
    if at == stop or (at == end and text[end - 1] not in _ALWAYS):
        return -1
    while at < stop - 1 and text[at] in _OPENERS:
        at += 1
    return at


def _ends(text: str, stop: "re.Match[str]", begun: int, following: int, language: Language) -> bool:
    """The stop ends a sentence: what follows begins one, and what it stands after is no abbreviation."""
    if stop.group()[0] in _ALWAYS:
        return True
    if text[following].islower():
        return False
    if stop.group() != ".":
        return True
    if _is_list_mark(text, begun, stop.start()):
        return False
    word = _word_before(text, begun, stop.start())
    return not _is_abbreviated(word, text, following, language)


def _is_list_mark(text: str, begun: int, stop: int) -> bool:
    """ "2. Values are ...", and those of a list in a line: "Notes: 1. Arden; 2. Vidal"; not "How many? 2. ..."."""
    near = text[max(begun, stop - LONGEST_LIST_MARK) : stop]
    number = near[max(near.rfind(":"), near.rfind(";")) + 1 :].strip()
    if ";" in near and number.isdigit():
        return True
    if ":" in near:
        return number == "1"
    is_whole = stop - begun <= len("12") and not text[max(0, begun - LONGEST_LIST_MARK) : begun].rstrip().endswith("?")
    return is_whole and number.isdigit()


def _is_abbreviated(word: str, text: str, following: int, language: Language) -> bool:
    small, listed = word.lower(), language.listed
    if small in listed("titles"):
        return True
    if small in listed("before_numbers") and text[following].isdigit():
        return True
    is_initials = (len(word) == 1 and word.isupper() and word.isalpha()) or _LETTERS.fullmatch(word)
    if is_initials or small in listed("abbreviations"):
        return text[following].isdigit() or _word_at(text, following).lower() not in listed("openers")
    return False


def _word_before(text: str, begun: int, end: int) -> str:
    """The word, its own stops included, that ends there; empty where it is too long for an abbreviation."""
    start = end
    while start > begun and (text[start - 1].isalnum() or text[start - 1] == "."):
        start -= 1
        if end - start > LONGEST_ABBREVIATION:
            return ""
    return text[start:end]


def _word_at(text: str, start: int) -> str:
    end = start
    while end < len(text) and text[end].isalpha() and end - start <= LONGEST_ABBREVIATION:
        end += 1
    return text[start:end]
