"""Texts made ready to be read, and what their matches say."""

from factcheck.model.readings import Wording
from factcheck.wording.grammar import Builtin, Text
from factcheck.wording.language import Language
from factcheck.wording.match import Match
from factcheck.wording.meanings import sense
from factcheck.wording.number_parts import fraction
from factcheck.wording.numerals import last_number, number, ordinal
from factcheck.wording.senses import Sense, in_real_terms, plain
from factcheck.wording.sizes import bare_size
from factcheck.wording.years import clock, day, minute, points, year

BUILTIN: dict[str, Builtin] = {
    "number": number,
    "fraction": fraction,
    "last_number": last_number,
    "ordinal": ordinal,
    "minute": minute,
    "clock": clock,
    "points": points,
    "year": year,
    "day": day,
}


def text_of(text: str, language: Language, *, says: bool = False, within: tuple[int, int] | None = None) -> Text:
    """A text under a language, or the part of it `within` two offsets; `says` where all of it is to be one wording."""
    return Text(text, language, BUILTIN, says=says, within=within)


def read(found: Match, text: Text) -> Wording:
    """What a match of a whole wording says, with "in real terms" after it where that follows."""
    said = _sense(found, text)
    real = text.match("real", found.end)
    if real:
        said = in_real_terms(said)
    return _wording(said, text, found.start, real.end if real else found.end, figure=found.entry.figure)


def _sense(found: Match, text: Text) -> Sense:
    """What the words say; the same words under the same line always say the same, so that is kept."""
    kept, key = text.language.senses, (id(found.entry), text.span(found.start, found.end))
    said = kept.get(key)
    if not isinstance(said, Sense):
        if len(kept) >= MOST_KEPT:
            kept.clear()
        said = kept[key] = sense(found, text)
    return said


def read_quantity(found: Match, text: Text) -> Wording:
    """What a quantity says by itself."""
    return _wording(_sense_of_quantity(found, text), text, found.start, found.end, figure=True)


def _sense_of_quantity(found: Match, text: Text) -> Sense:
    return Sense(plain(bare_size(found, text), text.language.rules))


def _wording(said: Sense, text: Text, first: int, after: int, *, figure: bool) -> Wording:
    start, end = text.tokens[first].start, text.tokens[after - 1].end
    return Wording(text.text[start:end], start, end, said.readings, said.also, figure)


def accepts_nothing(found: Match, text: Text, *, slot: str = "wording") -> bool:
    """No number could meet the words: "nearly 0", "between 5 and 3"."""
    if found.entry.means in ALWAYS_SOME:
        return False
    said = _sense(found, text) if slot == "wording" else _sense_of_quantity(found, text)
    bands = {id(one.accepts): one.accepts for one in (*said.readings, *said.also)}  # most share one
    return any(accepts.is_empty for accepts in bands.values())


# Words whose senses are kept; more would cost more memory than time.
MOST_KEPT = 10_000
# Lines whose own interval is in the file, which never holds nothing.
ALWAYS_SOME = frozenset(
    {"share", "nothing", "level", "relative", "rank", "unbeaten", "among", "since", "crowd", "changed"}
)
