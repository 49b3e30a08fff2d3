"""Whether the parts of a line agree: "5 to 10%" is a range and "5 in 3" no share, though the patterns fit both."""

from collections.abc import Callable
from fractions import Fraction

from factcheck.wording.language import Entry
from factcheck.wording.match import Match, Parts
from factcheck.wording.number import Number

FAR = 4
HUNDRED = 100


def holds(entry: Entry, parts: Parts) -> bool:
    """The parts agree: "5 in 3" is no share, "doubled to 300" no range."""
    agrees = _AGREES.get(entry.means)
    return agrees is None or agrees(entry, parts)


def _numbers(parts: Parts) -> list[Fraction]:
    return [number.value for _, number in parts if isinstance(number, Number)]


def _part_of(entry: Entry, parts: Parts) -> bool:
    part, whole = _numbers(parts)
    return 0 <= part <= whole and whole > 1 and (entry.value is None or part <= entry.value)


def _two_sided(_: Entry, parts: Parts) -> bool:
    hedges = _hedges(parts)
    return len({hedge in _LOW for hedge in hedges}) > 1 and hedges <= _LOW | _HIGH


def _open_ended(_: Entry, parts: Parts) -> bool:
    """ "About 200 or more"; "over 200 or more" says two things."""
    return {part.entry.means for slot, part in parts if slot == "hedge" and isinstance(part, Match)} == {"about"}


def _range(_: Entry, parts: Parts) -> bool:
    low, high = (match for slot, match in parts if slot == "quantity" and isinstance(match, Match))
    return high.entry.means in _RANGES[low.entry.means] and not _are_far_apart(low, high)


def _score(entry: Entry, parts: Parts) -> bool:
    first, last = _numbers(parts)
    return first >= last or entry.value is not None


def _season(_: Entry, parts: Parts) -> bool:
    """ "1996-97"; in "1996-200" the second is a number."""
    return _numbers(parts)[-1] < HUNDRED


def _divided(_: Entry, parts: Parts) -> bool:
    return all(value > 0 for value in _numbers(parts))


def _changed(entry: Entry, parts: Parts) -> bool:
    """Nothing is zero times less, nor fell zerofold."""
    times = (
        one for _, part in parts if isinstance(part, Match) for one in _quantities(part) if one.entry.means in _TIMES
    )
    return _without(entry, parts) and all(number.value > 0 for one in times for number in one.numbers)


def _without(entry: Entry, parts: Parts) -> bool:
    never = _NEVER.get(entry.means, frozenset())
    return not any(isinstance(part, Match) and _means(part) & never for _, part in parts)


def _quantities(match: Match) -> tuple[Match, ...]:
    """The quantities of a part, those that stand in its bounds too."""
    return tuple(one for side in (match, *match.all("bound")) for one in side.all("quantity"))


def _hedges(parts: Parts) -> set[str]:
    """What hedges the two sides of "more than 100 and less than 150"."""
    sides = (part for _, part in parts if isinstance(part, Match))
    return {
        part.entry.means
        for side in sides
        for slot, part in side.parts
        if slot != "quantity" and isinstance(part, Match)
    }


_TIMES = frozenset({"times", "divided"})
_LOW, _HIGH = frozenset({"over", "at_least"}), frozenset({"under", "at_most", "up_to"})


def _are_far_apart(low: Match, high: Match) -> bool:
    """ "$43 billion to $419 billion": each with its own scale or unit, and one many times the other."""
    if not (low.numbers and high.numbers) or low.entry.means == "number":
        return False
    first, last = low.numbers[0], high.numbers[0]
    return first.scale == last.scale and last.value > FAR * first.value > 0


def _means(match: Match) -> set[str]:
    """What a part means, and what the quantities in it do."""
    return {match.entry.means, *(quantity.entry.means for quantity in match.all("quantity"))}


# Parts that a wording cannot have: "5% a year ago" is no rate, "the top 10" no share, "rose above 5" no change by 5.
_NEVER = {
    "rate": frozenset({"no_rate"}),
    "end_of_a_ranking": frozenset(
        {
            "number",
            "money",
            "points",
            "part_of_a_point",
            "basis_points",
            "times",
            "divided",
            "multiple",
            "measure",
            "age",
            "cents",
        }
    ),
    "changed_plainly": frozenset({"placed"}),
    # "Lost 5 games" and "gained 300 voters" count something; "lost 5%" is a change.
    "lost": frozenset(
        {
            "placed",
            "number",
            "measure",
            "part_of_a_measure",
            "measure_and_a_half",
            "age",
            "fraction",
            "part_of",
            "times",
            "divided",
            "multiple",
        }
    ),
    "passed": frozenset({"points", "part_of_a_point", "basis_points", "times", "divided", "multiple"}),
}

# What a range that begins with one kind of quantity may end with: "5 to 10%", but not "5% to 10".
_RANGES = {
    "number": ("number", "money", "percent", "points", "basis_points", "times", "measure", "age", "cents"),
    "money": ("money", "number"),
    "money_less": (),
    "money_scaled": ("money_scaled",),
    "money_in_millions": ("money_in_millions",),
    "money_and_cents": ("money_and_cents",),
    "cents": ("cents", "number"),
    "measure": ("measure",),
    "part_of_a_measure": ("measure", "part_of_a_measure"),
    "measure_and_a_half": ("measure", "measure_and_a_half"),
    "age": ("age",),
    "basis_points": ("basis_points",),
    "part_of_a_percent": ("percent",),
    "part_of_a_point": ("points",),
    "percent": ("percent",),
    "points": ("points",),
    "fraction": ("fraction", "part_of"),
    "part_of": ("fraction", "part_of"),
    "times": ("times",),
    "divided": (),
    "multiple": (),
}

# Lines whose parts must agree, and how.
_AGREES: dict[str, Callable[[Entry, Parts], bool]] = {
    "part_of": _part_of,
    "two_sided": _two_sided,
    "at_least_about": _open_ended,
    "at_most_about": _open_ended,
    "range": _range,
    "hedged_range": _range,
    "score": _score,
    "season": _season,
    "divided": _divided,
    **dict.fromkeys(_NEVER, _without),
    **dict.fromkeys(("more", "changed_by", "changed_plainly", "lost"), _changed),
}
