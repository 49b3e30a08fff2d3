"""A slot is known by the words that it cannot do without."""

from factcheck.languages import load
from factcheck.wording import quantities
from factcheck.wording.language import Entry, section
from factcheck.wording.needs import needs


def test_a_slot_needs_the_longest_word_of_each_of_its_patterns() -> None:
    streak = (Entry((), "streak"), [("{number}", "{nouns}", "in", "a", "row"), ("{number}", "straight", "{span}")])
    assert needs({"streak": section([streak])}) == {"streak": frozenset({"row", "straight"})}


def test_a_slot_with_a_pattern_without_a_word_needs_nothing() -> None:
    amount = (Entry((), "amount"), [("about", "{number}"), ("{number}",)])
    assert needs({"amount": section([amount])}) == {}


def test_no_streak_is_looked_for_without_the_words_of_one() -> None:
    words = load("en").needs["streak"]
    assert words >= {"row", "running", "succession", "consecutive", "straight", "successive"}
    assert words.isdisjoint({"a", "the", "in", "year"})


def test_a_streak_is_found_where_its_words_stand_far_behind() -> None:
    found = quantities("Arrivals rose. They did so for the third such year in a row.", load("en"))
    assert [one.text for one in found if one.sort == "streak"] == ["for the third such year in a row"]
