"""Number lines, in a terminal and on the page: every end stands where it lies, and every number can be read."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.numbers import Interval
from factcheck.model.readings import Of
from factcheck.reports.drawing.axes import WHOLE, round_axis
from factcheck.reports.drawing.number_line import number_line

NUMBERS = st.fractions(min_value=-(10**13), max_value=10**13, max_denominator=1000)
SHARES = st.fractions(min_value=0, max_value=100, max_denominator=100)
TICKS = st.integers(min_value=3, max_value=12)


def _drawn(accepts: Interval, measured: Interval, width: int, of: Of = Of.LEVEL) -> str:
    point = measured.low if measured.is_point else None
    return "\n".join(number_line(accepts, measured, measured, point=point, of=of, width=width))


@given(st.lists(NUMBERS, min_size=1, max_size=4), TICKS, st.sampled_from(sorted(set(Of) - {Of.SHARE})))
def test_the_numbers_reach_over_every_end(ends: list[Fraction], ticks: int, of: Of) -> None:
    axis = round_axis(ends, ticks, of)
    assert axis is not None
    assert axis.ticks <= ticks
    assert axis.low <= min(ends)
    assert max(ends) < axis.high


@given(st.lists(SHARES, min_size=1, max_size=4), TICKS)
def test_a_share_ends_at_the_whole(ends: list[Fraction], ticks: int) -> None:
    axis = round_axis(ends, ticks, Of.SHARE)
    assert axis is not None
    assert 0 <= axis.low <= min(ends)
    assert max(ends) <= axis.high <= WHOLE


def test_two_numbers_that_cannot_hold_a_rise_and_a_fall() -> None:
    ends = [Fraction(-3), Fraction(4)]
    assert round_axis(ends, 2, Of.LEVEL) is None
    assert round_axis(ends, 3, Of.LEVEL) is not None


def test_an_end_at_the_last_number_is_not_drawn_as_none() -> None:
    """Five numbers from 50 to 250 would leave out the 250.2 that was found."""
    accepts, measured = Interval.at(Fraction("119.4")), Interval.at(Fraction("250.2"))
    assert _drawn(accepts, measured, 45) == (
        "0        100       200       300\n"
        "┼─────────┼─■───────┼─────────┼\n"
        "                         ●"
    )  # fmt: skip


def test_what_is_without_bound_goes_on_from_its_end_in_a_narrow_terminal() -> None:
    """Ranks from 1 to 2 would draw "at least 2" as a point."""
    assert _drawn(Interval(Fraction(2), None), Interval(Fraction(2), None), 13, Of.RANK) == (
        "0         5\n"
        "┼───[■■■■■▸\n"
        "    (═════▸"
    )  # fmt: skip


def test_a_single_rank_is_a_point_there() -> None:
    assert _drawn(Interval.at(Fraction(1)), Interval.at(Fraction(2)), 13, Of.RANK) == (
        "0         5\n"
        "┼─■───────┼\n"
        "    ●"
    )  # fmt: skip


def test_long_numbers_stand_further_apart() -> None:
    accepts = Interval(Fraction(9_150_000_000_000), Fraction(9_250_000_000_000))
    measured = Interval.at(Fraction(9_200_000_000_000))
    assert _drawn(accepts, measured, 67) == (
        "9,100,000,000,000   9,200,000,000,000   9,300,000,000,000\n"
        "        ┼─────────[■■■■■■■■■■■■■■■■■■■]─────────┼\n"
        "                            ●"
    )  # fmt: skip
    assert _drawn(accepts, measured, 27) == ""
