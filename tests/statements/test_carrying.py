"""Words of a quote are found again in the text, whatever the typesetting of both."""

import pytest

from factcheck.statements.carrying import carried

CARRIED = [
    ("nearly half of them", "nearly half", "nearly half of them", "nearly half"),
    ("nearly half of them", "nearly half", "nearly\n  half of them", "nearly\n  half"),
    ("it's 94% so", "94%", "it’s 94% so", "94%"),
    ("over 150 000 men", "150 000", "over 150\u202f000 men", "150\u202f000"),
    ("In 2022, over 1,000", "1,000", "In 2022 over 1,000", "1,000"),
    ("  94% of them", "94%", "94% of them ", "94%"),
    ("the ﬁrst 94%", "94%", "the first 94%", "94%"),
]


@pytest.mark.parametrize(("here", "words", "there", "wanted"), CARRIED)
def test_the_same_words_there_and_back(here: str, words: str, there: str, wanted: str) -> None:
    start = here.index(words)
    span = carried((start, start + len(words)), here, there)
    assert span is not None
    assert there[slice(*span)] == wanted
    back = carried(span, there, here)
    assert back is not None
    assert here[slice(*back)] == words


@pytest.mark.parametrize("there", ["nearly a third of them", "half", ""])
def test_other_words_are_not_guessed(there: str) -> None:
    assert carried((0, 6), "nearly half of them", there) is None
