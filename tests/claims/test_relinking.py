"""New words for a quote are put at its exact place; every other character of the file stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.relinking import NewQuote, relinked
from factcheck.errors import FactcheckError
from factcheck.files.nodes import Mapping, Sequence
from factcheck.files.yaml import load

HEAD = "# Ours.\nstatement: {title: T}\nclaims:\n"
NEW = "it's 5 of them: all"
TAKEN = "'it''s 5 of them: all'"

# How a quote may be written, and what the file is afterwards.
WRITTEN = {
    "plain": (
        "  - id: a\n    quote: five of them  # mine\n    says: 5\n",
        "  - id: a\n    quote: {}  # mine\n    says: 5\n",
    ),
    "plain with commas": ("  - id: a\n    quote: five, of [them]\n", "  - id: a\n    quote: {}\n"),
    "in single quotes": ("  - id: a\n    quote: 'it''s five'   \n", "  - id: a\n    quote: {}   \n"),
    "in double quotes": ('  - quote: "a \\" b" # x\n    id: a\n', "  - quote: {} # x\n    id: a\n"),
    "over two lines": ("  - quote: five of\n      them\n    id: a\n", "  - quote: {}\n    id: a\n"),
    "quoted over two lines": ("  - quote: 'five of\n      them'\n    id: a\n", "  - quote: {}\n    id: a\n"),
    "folded": (
        "  - id: a\n    quote: >-\n      five of\n      them\n\n    says: 5\n",
        "  - id: a\n    quote: {}\n\n    says: 5\n",
    ),
    "folded, the last": ("  - id: a\n    quote: >\n      five of\n      them", "  - id: a\n    quote: {}"),
    "between brackets": ("  - {id: a, quote: five of them, says: 5}\n", "  - {id: a, quote: {}, says: 5}\n"),
    "the last between brackets": ("  - {id: a, quote: five of them}\n", "  - {id: a, quote: {}}\n"),
    "with line ends of Windows": (
        "  - id: a\r\n    quote: five\r\n    says: 5\r\n",
        "  - id: a\r\n    quote: {}\r\n    says: 5\r\n",
    ),
}


def new_quote(text: str, words: str) -> NewQuote:
    root = load(text.removeprefix("\ufeff"), "c.yaml")
    assert isinstance(root, Mapping)
    claims = root.get("claims")
    assert isinstance(claims, Sequence)
    [claim] = claims.items
    assert isinstance(claim, Mapping)
    quote = claim.get("quote")
    assert quote is not None
    return NewQuote(quote.place, words)


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "with a byte order mark"])
@pytest.mark.parametrize("name", WRITTEN)
def test_the_quote_alone_is_changed(name: str, mark: str) -> None:
    before, after = WRITTEN[name]
    old = mark + HEAD + before
    assert relinked(old, "c.yaml", [new_quote(old, NEW)]) == mark + HEAD + after.replace("{}", TAKEN, 1)


def test_a_line_end_in_the_new_words_is_a_space() -> None:
    old = HEAD + "  - {id: a, quote: five}\n"
    assert relinked(old, "c.yaml", [new_quote(old, "six\n  of them")]) == HEAD + "  - {id: a, quote: 'six of them'}\n"


def test_a_quote_that_cannot_be_taken_out_safely_is_left() -> None:
    """A plain text over two lines between brackets: its end is not sure, so nothing is changed."""
    old = HEAD + "  - {id: a, quote: five\n    of them, says: 5}\n"
    with pytest.raises(FactcheckError, match="cannot be put into this file"):
        relinked(old, "c.yaml", [new_quote(old, NEW)])


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp", "Zs"]), min_size=1))
def test_any_words_can_be_taken_over(words: str) -> None:
    old = HEAD + "  - id: a\n    quote: five of them\n    says: 5\n"
    new = relinked(old, "c.yaml", [new_quote(old, words)])
    assert new.startswith(HEAD + "  - id: a\n    quote: '")
    assert new.endswith("'\n    says: 5\n")
