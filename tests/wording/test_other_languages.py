"""Every language but English: its folder of cases, each with a near twin, and the English that says the same."""

from datetime import date

import pytest
from _pytest.mark.structures import ParameterSet

from cases_in import Case, cases_in
from factcheck.languages import codes, load
from factcheck.model.quantities import Quantity
from factcheck.model.readings import Reading, Wording
from factcheck.wording import UnreadableWording, forecasts, periods, quantities, wording, wordings
from factcheck.wording.intervals import amount, interval

ENGLISH = load("en")
OTHERS = tuple(code for code in codes() if code != "en")
SAID = ("numbers", "hedges", "changes", "shares", "ranks")


def _cases(*files: str) -> list[ParameterSet]:
    return [
        pytest.param(code, case, id=f"{code}: {next(iter(case.values()))}")
        for code in OTHERS
        for file in files
        for case in cases_in(f"wording/{code}/{file}.yaml")
    ]


def _reading(found: Wording, case: Case) -> Reading:
    """The reading the case speaks of: the likeliest, unless it names another."""
    every = (*found.readings, *found.also)
    return next(one for one in every if one.of.value == case.get("of", every[0].of.value))


@pytest.mark.parametrize("code", OTHERS)
def test_it_has_each_list_that_english_has(code: str) -> None:
    """A list that the language does not need stands there empty: it was thought of."""
    assert sorted(set(ENGLISH.words) - set(load(code).words)) == []


@pytest.mark.parametrize(("code", "case"), _cases(*SAID))
def test_what_words_accept(code: str, case: Case) -> None:
    read = wording(case["says"], load(code))
    reading = _reading(read, case)
    assert read.text == case.get("reads", case["says"])
    assert reading.accepts == interval(case["accepts"])
    assert not reading.accepts.contains(amount(case["not"]))
    assert (reading.unit, reading.way.value) == (case.get("unit", ""), case.get("way", ""))


@pytest.mark.parametrize(("code", "case"), _cases(*SAID))
def test_a_text_says_the_same(code: str, case: Case) -> None:
    found = {one.text: one for one in wordings(f"({case['says']})", load(code))}
    assert _reading(found[case.get("reads", case["says"])], case).accepts == interval(case["accepts"])


@pytest.mark.parametrize(("code", "case"), _cases("refused"))
def test_words_that_cannot_be_read_are_refused(code: str, case: Case) -> None:
    with pytest.raises(UnreadableWording) as refusal:
        wording(case["says"], load(code))
    assert refusal.value.known == load(code).known
    assert wording(case["but"], load(code)).readings


@pytest.mark.parametrize(("code", "case"), _cases("periods"))
def test_the_periods_of_a_text(code: str, case: Case) -> None:
    said = date.fromisoformat(case["said"]) if case.get("said") else None
    found = periods(case["text"], load(code), said)
    assert [f"{one.start} to {one.end}: {one.text}" for one in found] == list(case["periods"])
    assert all(case["text"][one.at[0] : one.at[1]] == one.text for one in found)


@pytest.mark.parametrize(("code", "case"), _cases("forecasts"))
def test_the_forecasts_of_a_text(code: str, case: Case) -> None:
    found = forecasts(case["text"], load(code), date.fromisoformat(case["said"]))
    assert [one.text for one in found] == list(case["forecasts"])


@pytest.mark.parametrize(("code", "case"), _cases("texts"))
def test_the_quantities_of_a_text(code: str, case: Case) -> None:
    found = quantities(case["text"], load(code))
    assert [_told(one) for one in found if one.figure] == list(case["quantities"])
    assert all(case["text"][one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(("code", "case"), _cases("pairs"))
def test_it_says_what_the_english_says(code: str, case: Case) -> None:
    """Figure by figure: what is accepted, of what, in which unit; and the same days."""
    ours, theirs = wordings(case["text"], load(code)), wordings(case["english"], ENGLISH)
    assert [_accepted(one) for one in ours if one.figure] == [_accepted(one) for one in theirs if one.figure]
    said = date(2023, 7, 30)
    days = [(one.start, one.end) for one in periods(case["english"], ENGLISH, said)]
    assert [(one.start, one.end) for one in periods(case["text"], load(code), said)] == days
    assert days or any(one.figure for one in theirs)


def _accepted(one: Wording) -> list[tuple[object, ...]]:
    every = (*one.readings, *one.also)
    return [(of.of, of.accepts, of.value, of.unit, of.way, of.ties, of.since, of.per, of.absolute) for of in every]


def _told(one: Quantity) -> str:
    """The words, the sort, how the number is meant, and what is counted."""
    number = f"{one.value}" if one.low is None else f"{one.low} to {one.high}"
    mark = "" if one.mark.value == "=" else f"{one.mark.value} "
    return " | ".join(filter(None, (one.text, one.sort.value, f"{mark}{number} {one.unit}".strip(), one.of)))
