"""Where sentences begin and end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases_in import Case, cases_in
from factcheck.languages import load
from factcheck.model.texts import Block, BlockKind
from factcheck.statements.sentences import sentences
from factcheck.texts import plain

ENGLISH = load("en")
PIECES = [*"ab Z5.,!?…”“’()[]-\n", "U.S.", "No.", "Mr.", "a.m.", "12", "1.", "\u200b", "\u3002", "é", "word", " The "]


@pytest.mark.parametrize("case", cases_in("statements/sentences.yaml"), ids=lambda case: case["name"])
def test_sentences(case: Case) -> None:
    text = case["text"]
    found = sentences(text, [Block(0, len(text), BlockKind.PARAGRAPH)], ENGLISH)
    assert "|".join(text[one.start : one.end] for one in found) == case["sentences"]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_nothing_is_lost_between_sentences(source: str) -> None:
    """Each lies in one block, in order; between two there are only blanks."""
    read = plain.read(source)
    for block in read.blocks:
        found = list(sentences(read.text, [block], ENGLISH))
        assert found[-1].end == block.end if found else True
        for one, following in pairwise(found):
            assert one.start < one.end <= following.start
            assert not read.text[one.end : following.start].strip()


@pytest.mark.parametrize("hostile", [".", "...x", "a.b.", "U.S. ", "“.”", "( . ", "1. ", "No. ", ".[3]"])
def test_hostile_texts(hostile: str) -> None:
    """What would take hours if it were not linear."""
    text = hostile * 100_000
    assert list(sentences(text, [Block(0, len(text), BlockKind.PARAGRAPH)], ENGLISH))


def test_a_sentence_ends_with_its_block() -> None:
    read = plain.read("Key figures\n\nIt has 12 schools.")
    assert [read.text[one.start : one.end] for one in sentences(read.text, read.blocks, ENGLISH)] == [
        "Key figures",
        "It has 12 schools.",
    ]
