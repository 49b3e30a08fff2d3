"""What became of quotes that stand in a text no longer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases_in import Case, cases_in
from factcheck.languages import load
from factcheck.statements.resemblance import Wanted, Words, difference, resembling
from factcheck.statements.sameness import same_claim

ENGLISH = load("en")


@pytest.mark.parametrize("case", cases_in("statements/resemblance.yaml"), ids=lambda case: case["name"])
def test_what_is_most_like_it(case: Case) -> None:
    text, quote = case["text"], case["quote"]
    near = int(case["near"]) if "near" in case else None
    found = resembling(Words(text), Wanted(quote, case.get("prefix", ""), case.get("suffix", ""), near))
    if "like" not in case:
        assert found is None
        return
    assert found is not None
    words = text[found.start : found.end]
    told = {"like": words, "difference": found.difference, "same": "yes" if same_claim(quote, words, ENGLISH) else "no"}
    assert told == {key: case[key] for key in told}
    assert found.start == int(case.get("at", found.start))


SAID = ["nearly", "half", "of", "the", "94", "%", "victims", ",", "were", "not", "found"]
WORDS = st.lists(st.sampled_from(SAID), min_size=1, max_size=9)


@given(WORDS, WORDS)
def test_the_difference_holds_every_word_of_both(one: list[str], other: list[str]) -> None:
    """Read with the left sides alone it is the one, with the right sides alone the other."""
    shown = difference(" ".join(one), " ".join(other))
    assert _side(shown, old=True).split() == " ".join(one).split()
    assert _side(shown, old=False).split() == " ".join(other).split()


def _side(shown: str, *, old: bool) -> str:
    pieces = []
    for part in shown.replace("]", "[").split("["):
        if " → " in part:
            pieces.append(part.split(" → ")[0 if old else 1])
        elif part.startswith(("- ", "+ ")):
            pieces.append(part[2:] if part.startswith("- ") == old else "")
        else:
            pieces.append(part)
    return " ".join(pieces)


@given(WORDS)
def test_what_is_there_is_wholly_alike(quote: list[str]) -> None:
    said = " ".join(quote)
    found = resembling(Words(f"so: {said} - as before"), Wanted(said))
    assert found is None or found.likeness == pytest.approx(1)


def test_words_that_stand_everywhere_show_no_place() -> None:
    assert resembling(Words("half of them " * 50_000), Wanted("half of us went " * 20)) is None
