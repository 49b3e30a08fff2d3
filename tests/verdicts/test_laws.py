"""Laws: of intervals, and of how they lie."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model.findings import Verdict
from factcheck.model.measurements import Amount, Measurement
from factcheck.model.numbers import Interval
from factcheck.model.readings import Of, Reading, Wording
from factcheck.verdicts.judge import judge

numbers = st.fractions(min_value=-6, max_value=6, max_denominator=3)
ends = st.one_of(st.none(), numbers)
flags = st.booleans()


def interval(low: Fraction | None, high: Fraction | None, low_open: bool, high_open: bool) -> Interval:
    return Interval(low, high, low_open and low is not None, high_open and high is not None)


intervals = st.builds(interval, ends, ends, flags, flags).filter(lambda one: not one.is_empty)


@st.composite
def with_point(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """An interval and a number that lies in it."""
    interval, number = draw(intervals), draw(numbers)
    if interval.contains(number):
        return interval, number
    return interval.hull(Interval.at(number)), number


@given(with_point(), with_point())
def test_results_of_points_lie_inside(one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]) -> None:
    (left, a), (right, b) = one, other
    assert (left + right).contains(a + b)
    assert (left - right).contains(a - b)
    assert (left * right).contains(a * b)
    assert (-left).contains(-a)
    if b:
        assert (left / right).contains(a / b)


@given(intervals, intervals)
def test_sums_and_products_are_no_wider_than_their_ends(left: Interval, right: Interval) -> None:
    bounded = None not in (left.low, left.high, right.low, right.high)
    assert ((left + right).low is None) == (left.low is None or right.low is None)
    if bounded:
        products = [
            a * b for a in (left.low, left.high) for b in (right.low, right.high) if a is not None and b is not None
        ]
        assert ((left * right).low, (left * right).high) == (min(products), max(products))


def test_nothing_is_divided_by_zero_alone() -> None:
    with pytest.raises(ZeroDivisionError):
        Interval.at(1) / Interval.at(0)


@given(with_point(), intervals)
def test_hull_holds_both(one: tuple[Interval, Fraction], other: Interval) -> None:
    interval, number = one
    hull = interval.hull(other)
    assert interval.inside(hull)
    assert other.inside(hull)
    assert hull.contains(number)
    assert hull == other.hull(interval)


@given(intervals, intervals, numbers)
def test_inside_and_apart_are_what_their_points_say(one: Interval, other: Interval, number: Fraction) -> None:
    assert not (one.inside(other) and one.apart(other))
    assert one.apart(other) == other.apart(one)
    if one.contains(number):
        assert other.contains(number) or not one.inside(other)
        assert not other.contains(number) or not one.apart(other)


@given(intervals, intervals)
def test_gap_is_how_far_to_move_until_they_touch(one: Interval, other: Interval) -> None:
    gap = one.gap(other)
    assert (gap is not None) == one.apart(other)
    if gap is None:
        return
    closed = Interval(other.low, other.high)
    moves = (Interval.at(gap), Interval.at(-gap))
    assert gap >= 0
    assert any(not (Interval(one.low, one.high) + move).apart(closed) for move in moves)
    assert gap == 0 or all((one + move.scaled(Fraction(1, 2))).apart(other) for move in moves)


@given(intervals, intervals)
def test_slack_is_how_far_it_can_move_and_stay_inside(one: Interval, other: Interval) -> None:
    if not one.inside(other):
        return
    slack = one.slack(other)
    if slack is None:
        assert all((one + Interval.at(move)).inside(other) for move in (-1000, 1000)) or other.low is other.high is None
        return
    assert slack >= 0
    less = slack / 2 if slack else Fraction(0)
    more = slack + 1
    assert all((one + Interval.at(move)).inside(other) for move in (less, -less))
    assert not all((one + Interval.at(move)).inside(other) for move in (more, -more))


@given(intervals, numbers, numbers)
def test_clipping_keeps_what_lies_between(interval: Interval, low: Fraction, high: Fraction) -> None:
    clipped = interval.clipped(low, high)
    for number in (low, high, (low + high) / 2):
        assert clipped.contains(number) == (interval.contains(number) and low <= number <= high)


def verdict(accepts: Interval, known: Interval, bounds: Interval, *, absolute: bool, by_bounds: bool) -> Verdict:
    wording = Wording("", 0, 0, (Reading(Of.LEVEL, accepts, "as said", absolute=absolute),))
    return judge(wording, Measurement((Amount(Of.LEVEL, known, bounds, bounds),), by_bounds=by_bounds)).verdict


Judged = Callable[[Interval], Verdict]


@st.composite
def measured(draw: st.DrawFn) -> Judged:
    """How one measurement is judged, whatever is accepted."""
    known, absolute, by_bounds = draw(intervals), draw(flags), draw(flags)
    bounds = known.hull(draw(intervals))
    return lambda accepts: verdict(accepts, known, bounds, absolute=absolute, by_bounds=by_bounds)


@given(measured(), intervals, intervals)
def test_wider_words_never_refute(judged: Judged, accepts: Interval, other: Interval) -> None:
    narrow, wide = judged(accepts), judged(accepts.hull(other))
    assert narrow is not Verdict.SUPPORTED or wide is Verdict.SUPPORTED
    assert wide is not Verdict.REFUTED or narrow is Verdict.REFUTED


@given(intervals, intervals, intervals)
def test_knowing_less_never_decides(accepts: Interval, known: Interval, other: Interval) -> None:
    exact = verdict(accepts, known, known, absolute=True, by_bounds=True)
    vague = verdict(accepts, known, known.hull(other), absolute=True, by_bounds=True)
    assert vague in (exact, Verdict.NOT_ENOUGH)


@given(intervals, intervals)
def test_no_unit_of_time_stands_for_another(accepts: Interval, known: Interval) -> None:
    wording = Wording("", 0, 0, (Reading(Of.LEVEL, accepts, "as said", per="day"),))
    judgement = judge(wording, Measurement((Amount(Of.LEVEL, known, known, known),), per="week"))
    assert (judgement.verdict, judgement.reason) == (Verdict.NOT_ENOUGH, "unit")
