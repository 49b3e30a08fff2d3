"""The ways in which a claim's words are made wrong, each in one place: what stood there, and what stands there now."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from benchmarks.mutations.reading import NUMBER


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a claim's quote; `query` is what is then to be asked of the table.

    `by_nature` is set where the new words contradict the old ones, whatever the number: fell for rose, or a year of
    which the source says nothing. `says` is None where what the claim says, `said`, stays.
    """

    kind: str
    quote: str
    says: str | None = None
    said: str = ""
    query: str = ""
    by_nature: bool = False

    @property
    def words(self) -> str:
        """The words that fix the number after the change."""
        return self.said if self.says is None else self.says


HEDGES: Mapping[str, str] = {
    "just over": "nearly",
    "just under": "just over",
    "more than": "less than",
    "less than": "more than",
    "fewer than": "more than",
    "at least": "at most",
    "over": "under",
    "under": "over",
    "nearly": "just over",
    "exactly": "over",
}
FIGURES: Mapping[str, str] = {
    "half": "a third",
    "a third": "half",
    "a quarter": "half",
    "two-thirds": "a quarter",
    "four in ten": "six in ten",
    "one in four": "one in five",
    "doubled": "tripled",
    "quadrupled": "doubled",
    "twice": "three times",
    "fourth": "fifth",
    "third year": "fourth year",
    "second": "third",
    "four": "five",
    "five": "six",
    "eight": "nine",
    "all": "none",
}
DIRECTIONS: Mapping[str, str] = {
    "rose": "fell",
    "fell": "rose",
    "grew": "shrank",
    "increased": "decreased",
    "doubled": "halved",
    "quadrupled": "halved",
    "the most": "the least",
    "the highest": "the lowest",
}
SIZES: Mapping[str, str] = {"million": "billion", "billion": "million"}
UNITS: Mapping[str, str] = {
    "percentage points": "percent",
    "kilometres": "metres",
    "metres": "kilometres",
    "euros": "dollars",
    "tonnes": "kilograms",
    "gigatonnes": "tonnes",
}
# What stands in a table, word for word, beside what else stands in its column.
NAMES = (
    ("Aldmark", "Brinstead", "Corley", "Dunholm"),
    ("girls", "boys", "women", "men"),
    ("North", "South", "East", "West"),
    ("open-air", "indoor"),
    ("shut", "running"),
    ("Norvia", "Sudmar", "Ostheim", "Westry", "Midland"),
    ("tram", "metro", "bus"),
    ("Africa", "Europe", "Asia", "Oceania", "Americas"),
    ("member", "observer"),
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def changes(claim: Mapping[str, Any], truth: Mapping[str, Any]) -> Iterator[Change]:
    """Every change of this claim that is tried, but the rewordings."""
    says = str(claim.get("says", ""))
    quote = " ".join(claim["quote"].split())
    query = str(truth.get("asks", ""))
    at = quote.find(says) if says else -1
    if says and at < 0:
        raise ValueError(f"{claim['id']}: the quote must hold {says!r} word for word")
    if says:
        for kind, new, by_nature in _of_words(says):
            yield Change(kind, quote[:at] + new + quote[at + len(says) :], new, says, query, by_nature)
    outside = Change("", quote, None, says, query)
    yield from _years(outside, truth, (at, at + len(says)))
    yield from _subjects(outside)
    for kind, old, new, *asked in truth.get("swaps", ()):
        old_query, new_query = asked
        yield replace(outside, kind=kind, quote=_swapped(quote, old, new), query=query.replace(old_query, new_query))


def _of_words(says: str) -> Iterator[tuple[str, str, bool]]:
    """Other words for what the claim says, and whether they contradict it whatever the number is."""
    yield from (("digit", new, False) for new in _digits(says))
    for kind, table, by_nature in (
        ("figure", FIGURES, False),
        ("hedge", HEDGES, False),
        ("million or billion", SIZES, False),
        ("direction", DIRECTIONS, True),
        ("unit", UNITS, True),
    ):
        if old := next((one for one in table if re.search(rf"\b{one}\b", says, re.IGNORECASE)), None):
            yield kind, _swapped(says, old, table[old]), by_nature
    if "%" in says and re.search(r"\b(rose|fell)\b", says):
        yield "unit", says.replace("%", " percentage points"), True


def _digits(says: str) -> Iterator[str]:
    """The first digit one more, and the last one; nine becomes eight. Of a year only the last."""
    found = NUMBER.search(says)
    if not found:
        return
    places = [found.start()] if not YEAR.fullmatch(found[0]) else []
    for place in dict.fromkeys([*places, found.end() - 1]):
        digit = int(says[place])
        yield says[:place] + str(digit + 1 if digit < 9 else 8) + says[place + 1 :]


def _years(change: Change, truth: Mapping[str, Any], but: tuple[int, int]) -> Iterator[Change]:
    """Each year of the quote, one earlier; the claim's own number is no year to shift."""
    years = [found for found in YEAR.finditer(change.quote) if not but[0] <= found.start() < but[1]]
    for found in years:
        earlier = str(int(found[0]) - 1)
        if earlier in change.quote:
            continue
        quote = change.quote[: found.start()] + earlier + change.quote[found.end() :]
        known = truth.get("unlike", {}).get(int(earlier))
        asked = f"select {known}" if known is not None else change.query.replace(found[0], earlier)
        yield replace(change, kind="year", quote=quote, query=asked, by_nature=asked == change.query)


def _subjects(change: Change) -> Iterator[Change]:
    """Each name that the query asks for, and another of its column."""
    for names in NAMES:
        for name in names:
            if f"'{name}'" not in change.query or not re.search(rf"\b{name}", change.quote, re.IGNORECASE):
                continue
            for other in names:
                if other != name and other.lower() not in change.quote.lower():
                    query = change.query.replace(f"'{name}'", f"'{other}'")
                    quote = _swapped(change.quote, name, other, whole=False)
                    yield replace(change, kind="subject", quote=quote, query=query)


def _swapped(text: str, old: str, new: str, *, whole: bool = True) -> str:
    """The text with the first `old` replaced; a capital stays one."""
    found = re.search(rf"\b{re.escape(old)}" + (r"\b" if whole else ""), text, re.IGNORECASE)
    if found is None:
        raise ValueError(f"{old!r} does not stand in {text!r}")
    kept = new[0].upper() + new[1:] if found[0][0].isupper() else new
    return text[: found.start()] + kept + text[found.end() :]


def reworded(claim: Mapping[str, Any], truth: Mapping[str, Any]) -> Change:
    """The claim in other words that say the same."""
    quote = " ".join(claim["quote"].split())
    return Change("reworded", _swapped(quote, *truth["reworded"]))
