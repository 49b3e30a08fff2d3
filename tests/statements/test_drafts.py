"""Claims drafted from texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases_in import CASES, Case, cases_in
from factcheck.languages import load
from factcheck.statements.anchors import Found, find
from factcheck.statements.drafting import Draft, drafts
from factcheck.statements.naming import name
from factcheck.statements.spotting import spots
from factcheck.texts import plain, read

ENGLISH = load("en")
ROOT = CASES.parent.parent
OPENING = "The council met on Monday. "
SENTENCES = [case["text"] for case in cases_in("statements/drafts.yaml") if case["claims"]]
PIECES = [
    *SENTENCES,
    "94%",
    " nearly half",
    ", but ",
    ", according to ",
    "“",
    "”",
    "(",
    ")",
    ". ",
    "\n\n",
    "\u200b",
    "- ",
    "5",
]


@pytest.mark.parametrize("case", cases_in("statements/drafts.yaml"), ids=lambda case: case["name"])
def test_drafts(case: Case) -> None:
    assert [_told(draft) for draft in drafts(plain.read(case["text"]), ENGLISH)] == [
        line for line in case["claims"].split("\n") if line
    ]


def _told(draft: Draft) -> str:
    beside = {"about": draft.about, "period": draft.period, "according to": draft.according_to, "hedge": draft.hedge}
    told = ", ".join(f"{key} {value}" for key, value in beside.items() if value)
    return " | ".join([draft.quote, draft.says or "-", *([told] if told else [])])


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_each_quote_stands_in_the_text_and_is_found_there(source: str) -> None:
    text = plain.read(source)
    found = drafts(text, ENGLISH)
    assert len({draft.id for draft in found}) == len(found)
    for draft in found:
        assert " ".join(text.text[draft.start : draft.end].split()) == draft.quote
        assert draft.start <= draft.at[0] < draft.at[1] <= draft.end
        anchor = find(text.text, draft.quote, *draft.around)
        if isinstance(anchor, Found):
            assert (anchor.start, anchor.end) == (draft.start, draft.end)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_an_id_stays_whatever_is_edited_elsewhere(sentence: str) -> None:
    alone = [draft.id for draft in drafts(plain.read(f"A plain opening.\n\n{sentence}"), ENGLISH)]
    edited = drafts(plain.read(f"Another opening, of 99 words.\n\n{sentence}\n\nAn end of 5 lines."), ENGLISH)
    assert set(alone) <= {draft.id for draft in edited}


def test_another_sentence_has_another_id() -> None:
    one, other = (name(f"It has 12 {kind}.", f"It has 12 {kind}", "12", ENGLISH) for kind in ("lines", "trams"))
    assert one != other


def test_words_that_stand_twice_are_told_apart() -> None:
    found = drafts(plain.read("Of the trams, 90% were on time. Of the buses, 90% were on time."), ENGLISH)
    assert [draft.around.prefix != draft.around.suffix for draft in found] == [False, False]
    twice = drafts(plain.read("Trams are fast, but 90% were late. Buses are slow, but 90% were late."), ENGLISH)
    assert [draft.quote for draft in twice] == ["90% were late", "90% were late"]
    assert [draft.around.prefix for draft in twice] == ["Trams are fast, but", "were late. Buses are slow, but"]


@pytest.mark.parametrize(
    "hostile", ["9", "9 ", "the first ", "nearly ", ", and 5", "page 5, ", "(", "A. ", "+44 20 ", "May 5 "]
)
def test_hostile_sentences(hostile: str) -> None:
    """What would take hours if it were not near to linear; every spot is in the text, none overlaps another."""
    text = hostile * 2_000
    places = [place for spot in spots(text, ENGLISH) for place in (spot.start, spot.end)]
    assert places == sorted(places)
    assert not places or 0 <= places[0] < places[-1] <= len(text)


def test_offsets_of_markdown_are_those_of_its_words() -> None:
    text = read("# Lines\n\nThe network has **12** [lines](a-5.md).\n", "markdown")
    (draft,) = drafts(text, ENGLISH)
    start, end = text.span(draft.start, draft.end)
    assert text.source[start:end] == "The network has **12** [lines"
    assert draft.quote == "The network has 12 lines"


IOM = [
    *("over 150,000", "much higher", "nearly half", "94%", "first", "over 100,000", "the last 25 years"),
    *("all ages, gender and nationalities", "current co-chair", "between 2002 and 2021"),
]


def test_the_message_of_the_international_organization_for_migration() -> None:
    """Each of its assertions stands in the quote of a claim."""
    text = plain.read((ROOT / "claims" / "iom-trafficking-day-2023.txt").read_text(encoding="utf-8"))
    quotes = [draft.quote for draft in drafts(text, ENGLISH)]
    assert [words for words in IOM if not any(words in quote for quote in quotes)] == []
