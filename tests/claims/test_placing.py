"""A key is put into a claim at its exact place; every other character of the file stays, or nothing is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.placing import placed
from factcheck.errors import FactcheckError
from factcheck.files.nodes import Mapping, Sequence
from factcheck.files.yaml import load
from factcheck.model.decided import Put, Written

HEAD = "# Ours.\nstatement: {title: T}\nclaims:\n"
WAIVE: Written = [(("finding", "refuted"), ("reason", "it's # late"), ("until", "2024-01-31"))]

# How a file may be written, and what becomes of it where the claim "a" gets the note "ours".
NOTED = {
    "after its last key": ("  - id: a\n    quote: x\n", "  - id: a\n    quote: x\n    note: ours\n"),
    "before the next claim": (
        "  - id: a\n    quote: x  # mine\n\n  # About b.\n  - id: b\n    quote: y\n",
        "  - id: a\n    quote: x  # mine\n    note: ours\n\n  # About b.\n  - id: b\n    quote: y\n",
    ),
    "before what is ignored": (
        "- id: a\n  quote: x\n\n# Not ours.\nignore: []\n",
        "- id: a\n  quote: x\n  note: ours\n\n# Not ours.\nignore: []\n",
    ),
    "after a comment of its own": (
        "  - id: a\n    quote: x\n    # Look again.\n",
        "  - id: a\n    quote: x\n    # Look again.\n    note: ours\n",
    ),
    "after a text over several lines": (
        "  - id: a\n    quote: |\n      x\n      # no comment\n\n  - id: b\n",
        "  - id: a\n    quote: |\n      x\n      # no comment\n    note: ours\n\n  - id: b\n",
    ),
    "after a list that is not indented": (
        "- id: a\n  checks:\n  - count: all\n",
        "- id: a\n  checks:\n  - count: all\n  note: ours\n",
    ),
    "where no line end is": ("  - id: a\n    quote: x", "  - id: a\n    quote: x\n    note: ours\n"),
    "with line ends of Windows": (
        "  - id: a\r\n    quote: x\r\n  - id: b\r\n",
        "  - id: a\r\n    quote: x\r\n    note: ours\r\n  - id: b\r\n",
    ),
    "in the place of the old one": (
        "  - id: a\n    note: 'old'\n    quote: x\n",
        "  - id: a\n    note: ours\n    quote: x\n",
    ),
    "in the place of an old one of several lines": (
        "  - id: a\n    note: >-\n      old\n      words\n\n    # Of the quote.\n    quote: x\n",
        "  - id: a\n    note: ours\n\n    # Of the quote.\n    quote: x\n",
    ),
    "in the place of an old one of several lines, before a blank one": (
        "  - id: a\n    note: >-\n      old\n      words\n\n    quote: x\n",
        "  - id: a\n    note: ours\n\n    quote: x\n",
    ),
    "in the place of the last": (
        "  - id: a\n    quote: x\n    note: >-\n      old\n      words\n\n  - id: b\n",
        "  - id: a\n    quote: x\n    note: ours\n\n  - id: b\n",
    ),
    "between brackets": ("  - {id: a, quote: x}\n", None),
    "with its last key between brackets": (
        "  - id: a\n    check: {count: all,\n      dataset: d}\n  - id: b\n",
        "  - id: a\n    check: {count: all,\n      dataset: d}\n    note: ours\n  - id: b\n",
    ),
    "with a comment in the old one": ("  - id: a\n    note: old  # why\n", None),
    "two of that id": ("  - id: a\n  - id: a\n", None),
    "no such claim": ("  - id: b\n    quote: a\n", None),
    "an end of the document": ("  - id: a\n    quote: x\n...\n", None),
}


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "with a byte order mark"])
@pytest.mark.parametrize("name", NOTED)
def test_the_key_alone_is_changed(name: str, mark: str) -> None:
    before, after = NOTED[name]
    head = mark + (HEAD.replace("\n", "\r\n") if "\r" in before else HEAD)
    if after is None:
        with pytest.raises(FactcheckError, match=r"note: cannot be put|no claim"):
            placed(head + before, "c.yaml", Put("a", "note", "ours"))
    else:
        assert placed(head + before, "c.yaml", Put("a", "note", "ours")) == head + after


def test_lists_and_keys_are_written_one_a_line() -> None:
    signed: Written = (("by", "A: B"), ("on", "2024-01-31"), ("data", (("gdp", "unpinned"), ("a b", "x"))))
    old = HEAD + "  - id: a\n    quote: x\n"
    assert placed(placed(old, "c.yaml", Put("a", "waive", WAIVE)), "c.yaml", Put("a", "signed", signed)) == old + (
        "    waive:\n      - finding: refuted\n        reason: 'it''s # late'\n        until: 2024-01-31\n"
        "    signed:\n      by: 'A: B'\n      on: 2024-01-31\n      data:\n        gdp: unpinned\n        a b: x\n"
    )


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_any_words_are_read_back_as_they_are(words: str) -> None:
    old = HEAD + "  - id: a\n    quote: x\n  - id: b\n    quote: y\n"
    try:
        new = placed(old, "c.yaml", Put("a", "note", words))
    except FactcheckError as error:
        assert "cannot be put" in str(error)  # noqa: PT017 - nothing is written, which is right too
        return
    root = load(new, "c.yaml")
    assert isinstance(root, Mapping)
    claims = root.get("claims")
    assert isinstance(claims, Sequence)
    [first, second] = claims.items
    assert isinstance(first, Mapping)
    assert isinstance(second, Mapping)
    note = first.get("note")
    assert getattr(note, "text", None) == words
    assert second.get("note") is None
