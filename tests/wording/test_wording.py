"""What words accept: each case is words and the whole of what they are read as."""

from datetime import date

import pytest
from wording_told import told

from cases_in import Case, cases_in
from factcheck.languages import load
from factcheck.wording import UnreadableWording, forecasts, periods, spoken_in, wording, wordings, years

ENGLISH = load("en")

READ = ("numbers", "hedges", "shares", "multiples", "changes", "ranks", "streaks", "rates")


def _cases(*files: str) -> list[Case]:
    return [case for file in files for case in cases_in(f"wording/{file}.yaml")]


def _said(case: Case) -> date | None:
    return date.fromisoformat(case["said"]) if case.get("said") else None


@pytest.mark.parametrize("case", _cases(*READ), ids=lambda case: str(case["says"]))
def test_what_words_are_read_as(case: Case) -> None:
    assert told(wording(case["says"], ENGLISH)) == case["gives"].rstrip("\n")


@pytest.mark.parametrize("case", _cases(*READ), ids=lambda case: str(case["says"]))
def test_a_text_says_the_same(case: Case) -> None:
    """The words stand in a text as they do in a claim; but a year there is a year, and no claim."""
    found = [told(one) for one in wordings(f"({case['says']})", ENGLISH)]
    assert case["gives"].rstrip("\n") in found or case.get("in_a_text") == "no"


@pytest.mark.parametrize("case", _cases("refused"), ids=lambda case: str(case["says"]))
def test_words_that_cannot_be_read_are_refused(case: Case) -> None:
    with pytest.raises(UnreadableWording) as refusal:
        wording(case["says"], ENGLISH)
    assert str(refusal.value) == case["told"]
    assert refusal.value.known == ENGLISH.known


@pytest.mark.parametrize("case", _cases("texts"), ids=lambda case: str(case["text"]))
def test_the_wordings_of_a_text(case: Case) -> None:
    text = case["text"]
    found = wordings(text, ENGLISH)
    assert [one.text for one in found if one.figure] == list(case["figures"])
    assert [one.text for one in found if not one.figure] == list(case.get("besides", ()))
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize("case", _cases("periods"), ids=lambda case: str(case["text"]))
def test_the_periods_of_a_text(case: Case) -> None:
    text = case["text"]
    found = periods(text, ENGLISH, _said(case))
    assert [f"{one.start} to {one.end}: {one.text}" for one in found] == list(case["periods"])
    assert all(text[one.at[0] : one.at[1]] == one.text for one in found)


@pytest.mark.parametrize("case", _cases("years"), ids=lambda case: str(case["text"]))
def test_the_years_of_a_text(case: Case) -> None:
    found = years(case["text"], ENGLISH)
    assert [str(year) for _, _, year in found] == list(case["years"])
    assert [case["text"][start:end] for start, end, _ in found] == list(case["years"])


@pytest.mark.parametrize("case", _cases("forecasts"), ids=lambda case: str(case["text"]))
def test_the_forecasts_of_a_text(case: Case) -> None:
    found = forecasts(case["text"], ENGLISH, _said(case))
    assert [one.text for one in found] == list(case["forecasts"])
    assert all(case["text"][one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    ("text", "is_spoken"),
    [("One school closed.", True), ("In all, one school closed.", True), ("No one came, one another.", False)],
)
def test_one_counts_where_it_is_what_is_said(text: str, is_spoken: bool) -> None:
    assert (spoken_in(text, wording("one", ENGLISH), ENGLISH) is not None) is is_spoken
    assert [found.text for found in wordings(text, ENGLISH) if found.figure] == []
