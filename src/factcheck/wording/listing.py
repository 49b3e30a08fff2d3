"""Every quantity of a text, with what it is a quantity of, how it is meant, and what is counted."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction

from factcheck.model.quantities import Mark, Quantity, Sort
from factcheck.model.readings import Way, Wording
from factcheck.wording.counted import counted, counts_nothing
from factcheck.wording.finding import PERIOD, QUANTITY, SCORE, TIME, WORDING, matches
from factcheck.wording.grammar import Text
from factcheck.wording.language import Language
from factcheck.wording.match import Match
from factcheck.wording.quantity import Kind
from factcheck.wording.quantity import Quantity as Said
from factcheck.wording.reading import read, read_quantity, text_of
from factcheck.wording.sizes import OPEN_ENDED, alike, ends, hedge_of
from factcheck.wording.stretches import stretches
from factcheck.wording.units import quantity

FULL = 100
TENFOLD = 10
# How a hedge means its number.
OF_HEDGE = {
    **dict.fromkeys(("over", "at_least"), Mark.OVER),
    **dict.fromkeys(("under", "at_most", "up_to"), Mark.UNDER),
    **dict.fromkeys(("about", "short_of", "just_over"), Mark.ABOUT),
}
# Verbs of change mean their number as a rise or a fall; "a 25% increase" only says how large it is.
CHANGES = frozenset({"changed_by", "changed_plainly", "lost"})
OF_WAY = {Way.UP: Mark.UP, Way.DOWN: Mark.DOWN}
# What the lines are about that have no quantity in them.
OF_LINE = {
    **dict.fromkeys(("rank", "unbeaten", "among", "since"), Sort.RANK),
    **dict.fromkeys(("streak", "every_since"), Sort.STREAK),
    **dict.fromkeys(("changed", "relative"), Sort.CHANGE),
    **dict.fromkeys(("share", "nothing"), Sort.SHARE),
    "level": Sort.ONLY,
    "year": Sort.YEAR,
}


def quantities(text: str, language: Language) -> tuple[Quantity, ...]:
    """Every quantity of a text in order, and the years, days and periods between them; none overlaps another.

    >>> from factcheck.languages import load
    >>> [(one.text, one.of) for one in quantities("In 2021 over 150,000 trafficked victims came.", load("en"))]
    [('In 2021', ''), ('over 150,000', 'trafficked victims')]
    """
    with _uncollected():
        return tuple(one for within in stretches(text) for one in _in_stretch(text_of(text, language, within=within)))


def quantities_in_turn(text: str, language: Language) -> Iterator[Quantity]:
    """The same, each as soon as it is read: of a long text the first comes at once, and none is kept."""
    for within in stretches(text):
        with _uncollected():
            found = _in_stretch(text_of(text, language, within=within))
        yield from found


@contextmanager
def _uncollected() -> Iterator[None]:
    """Nothing here refers to itself; looking for what does would go over all that was found, again and again.

    A text of a megabyte is read a quarter faster so.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():
                gc.freeze()  # to and fro, all there is counts as old, and is not looked through at once
                gc.unfreeze()
            gc.enable()


def _in_stretch(text: Text) -> list[Quantity]:
    found: list[Quantity] = []
    for one in _quantities(text):
        found.append(_meant_alike(found[-1], one, text) if found else one)
    return found


def _quantities(text: Text) -> Iterator[Quantity]:
    for slot, found in matches(text, pronouns=True):
        if slot == WORDING:
            yield from _of_wording(found, text)
        elif slot == QUANTITY:
            yield _sized(found, (quantity(found, text),), text, read_quantity(found, text))
        elif slot == SCORE:
            yield _score(found, text)
        elif slot in (PERIOD, TIME):
            yield from _of_time(found, text, slot)


def _of_wording(found: Match, text: Text) -> Iterator[Quantity]:
    means = found.entry.means
    if found.end == found.start + 1 and text.word(found.start) in text.language.listed("pronouns"):
        yield from _one(found, text)
    elif means == "crowd":
        yield _crowd(found, text)
    elif means == "changed_from_to":
        start, end = found.one("quantity"), found.one("amount")
        yield _sized(found, (_alike(start, end, text)), text, read(found, text), core=(start.start, end.end))
    elif means == "among" and text.value("numeral", found.start) is not None:
        yield replace(_without_quantity(found, text, Sort.RANK), value=text.value("numeral", found.start))
    elif means in OF_LINE:
        yield _without_quantity(found, text, OF_LINE[means])
    else:
        amount = found.get("amount") or found
        yield _sized(found, ends(amount, text), text, read(found, text), mark=_mark(found, amount))


def _meant_alike(before: Quantity, one: Quantity, text: Text) -> Quantity:
    """The number in brackets is meant as the one before: "over 8.9 ksi (61.4 MPa)", "lost 190 points, or 0.6%"."""
    if one.mark is not Mark.EQUAL or before.mark is Mark.EQUAL or (one.value is None and one.low is None):
        return one
    between = text.text[max(before.end, before.of_at[1]) : one.start].strip().casefold()
    says_again = between == "(" or (
        between.startswith(",") and between[1:].strip() in text.language.listed("says_again")
    )
    return replace(one, mark=before.mark) if says_again and one.sort not in (Sort.YEAR, Sort.DATE, Sort.PERIOD) else one


def _one(found: Match, text: Text) -> Iterator[Quantity]:
    """ "One" counts where a noun follows, or "of": "one solution"; not in "the last one home", nor as an article."""
    listed = text.language.listed
    if text.word(found.start) in listed("articles") or text.word(found.start - 1) in listed("before_a_pronoun"):
        return
    if not counts_nothing(text, found.end):
        yield _sized(found, ends(found.one("amount"), text), text, read(found, text), figure=False)


def _mark(found: Match, amount: Match) -> Mark:
    hedge = hedge_of(amount)
    means = OPEN_ENDED.get(amount.entry.means) or (hedge.entry.means if hedge else "")
    mark = OF_HEDGE.get(means, Mark.EQUAL)
    if mark in (Mark.OVER, Mark.UNDER) or found.entry.means not in CHANGES:
        return mark
    slots = (found.get(slot) for slot in ("change", "verb", "losing", "updown", "signed"))
    return next((OF_WAY[match.entry.way] for match in slots if match and match.entry.way in OF_WAY), mark)


def _sized(
    found: Match,
    said: tuple[Said, ...],
    text: Text,
    wording: Wording,
    *,
    mark: Mark = Mark.EQUAL,
    core: tuple[int, int] | None = None,
    figure: bool = True,
) -> Quantity:
    """A quantity of one number with its unit, or of two."""
    first, last = core or _core(found)
    values = [_listed(one) for one in said]
    one, is_range = said[-1], len(values) > 1
    of, of_at = _counted_within(found, text) or counted(
        text, found.end, is_share=one.kind in (Kind.PERCENT, Kind.SHARE)
    )
    return Quantity(
        wording.text,
        wording.start,
        wording.end,
        one.sort,
        _offsets(text, first, last),
        mark,
        None if is_range else values[0],
        min(values) if is_range else None,
        max(values) if is_range else None,
        one.measure or one.unit,
        of,
        of_at,
        wording,
        figure,
    )


def _counted_within(found: Match, text: Text) -> tuple[str, tuple[int, int]] | None:
    """What is counted where it stands inside the quantity: "une femme sur trois"."""
    amount = found.get("amount") or found
    gaps = (quantity.gap("nouns") for quantity in amount.all("quantity"))
    place = next((_offsets(text, *gap) for gap in gaps if gap), None)
    return place and (text.text[slice(*place)], place)


def _core(found: Match) -> tuple[int, int]:
    """The tokens of the quantities in a match, without what hedges them."""
    amount = found.get("amount") or found
    inner = [match for side in (amount, *amount.all("bound")) for match in side.all("quantity")]
    return (inner[0].start, _end(inner[-1])) if inner else (found.start, found.end)


def _end(inner: Match) -> int:
    """Where the unit ends, without what it is said for each of: the "francs" of "1,015 francs a share"."""
    if inner.get("per_unit") is None:
        return inner.end
    return max(part.end for slot, part in inner.parts if slot != "per_unit")


def _listed(said: Said) -> Fraction:
    """The number as it stands: 94 for 94%."""
    if said.measure == "basis points":
        return said.value * FULL * FULL
    return said.value * FULL if said.kind in (Kind.PERCENT, Kind.POINTS) else said.value


def _alike(start: Match, end: Match, text: Text) -> tuple[Said, Said]:
    """Both ends in the unit and the scale of the last: "from 24.2 to 33 billion"."""
    last = ends(end, text)[-1]
    return alike(quantity(start, text), last), last


def _score(found: Match, text: Text) -> Quantity:
    place = _offsets(text, found.start, found.end)
    values = [number.value for number in found.numbers]
    return Quantity(text.text[slice(*place)], *place, Sort.SCORE, place, low=min(values), high=max(values))


def _crowd(found: Match, text: Text) -> Quantity:
    """ "Tens of thousands": from ten thousand to a hundred thousand."""
    wording = read(found, text)
    unit = found.one("crowd").entry.value or Fraction(1)
    of, of_at = counted(text, found.end, is_share=False)
    core = _offsets(text, found.start, found.end)
    place = (wording.text, wording.start, wording.end)
    return Quantity(*place, Sort.CROWD, core, low=unit, high=unit * TENFOLD, of=of, of_at=of_at, wording=wording)


def _without_quantity(found: Match, text: Text, sort: Sort) -> Quantity:
    """ "Most", "rose", "the highest", "the third year in a row": no number, or a place."""
    wording = read(found, text)
    is_placed = sort in (Sort.RANK, Sort.STREAK)
    value = wording.readings[0].value if is_placed else None
    of, of_at = counted(text, found.end, is_share=sort is Sort.SHARE)
    core = _offsets(text, found.start, found.end)
    place = (wording.text, wording.start, wording.end)
    return Quantity(*place, sort, core, value=value, of=of, of_at=of_at, wording=wording, figure=wording.figure)


def _of_time(found: Match, text: Text, slot: str) -> Iterator[Quantity]:
    """A year, a day or a period; of "in the last 25 years" the 25 years."""
    start, end = place = _offsets(text, found.start, found.end)
    words = text.text[start:end]
    if found.entry.means == "last_steps":
        number, span = found.named("number")[0], found.one("span")
        core = _offsets(text, number.start, span.end)
        yield Quantity(words, *place, Sort.DURATION, core, value=number.value, unit=span.entry.means)
        return
    times = found.all("time") or (found,)
    years = [number.value for time in times for number in time.named("year")]
    if any(time.entry.means != "year" for time in times) or not years:
        yield Quantity(words, *place, Sort.PERIOD if slot == PERIOD else Sort.DATE, place, figure=False)
    elif len(years) == 1:
        yield Quantity(words, *place, Sort.YEAR, place, value=years[0], figure=False)
    else:
        yield Quantity(words, *place, Sort.PERIOD, place, low=min(years), high=max(years), figure=False)


def _offsets(text: Text, first: int, after: int) -> tuple[int, int]:
    return text.tokens[first].start, text.tokens[after - 1].end
