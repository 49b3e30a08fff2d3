"""Texts made ready to be read, and what their matches say."""

from factcheck.model.readings import Reading, Wording
from factcheck.wording.grammar import Builtin, Match, Text
from factcheck.wording.language import Language
from factcheck.wording.meanings import sense
from factcheck.wording.number_parts import fraction
from factcheck.wording.numerals import last_number, number, ordinal
from factcheck.wording.senses import Sense, in_real_terms, plain
from factcheck.wording.sizes import bare_size
from factcheck.wording.years import day, year

BUILTIN: dict[str, Builtin] = {
    "number": number,
    "fraction": fraction,
    "last_number": last_number,
    "ordinal": ordinal,
    "year": year,
    "day": day,
}


def text_of(text: str, language: Language, *, says: bool = False) -> Text:
    """A text under a language; `says` where the whole text is to be one wording."""
    return Text(text, language, BUILTIN, says=says)


def read(found: Match, text: Text) -> Wording:
    """What a match of a whole wording says, with "in real terms" after it where that follows."""
    said = sense(found, text)
    real = text.match("real", found.end)
    if real:
        said = in_real_terms(said)
    return _wording(said, text, found.start, real.end if real else found.end, figure=found.entry.figure)


def read_quantity(found: Match, text: Text) -> Wording:
    """What a quantity says by itself."""
    said = Sense(plain(bare_size(found, text), text.language.rules))
    return _wording(said, text, found.start, found.end, figure=True)


def _wording(said: Sense, text: Text, first: int, after: int, *, figure: bool) -> Wording:
    start, end = text.tokens[first].start, text.tokens[after - 1].end
    return Wording(text.text[start:end], start, end, said.readings, said.also, figure)


def accepts_nothing(wording: Wording) -> Reading | None:
    """The first reading that no number could meet, if there is one."""
    every = (*wording.readings, *wording.also)
    return next((one for one in every if one.accepts.is_empty), None)
