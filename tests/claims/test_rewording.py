"""Another figure is put into a quote and its `says` where it stands; every other character of the file stays."""

import pytest

from factcheck.claims.rewording import reworded
from factcheck.errors import FactcheckError
from factcheck.files.nodes import Mapping, Scalar, Sequence
from factcheck.files.yaml import load
from factcheck.model.fixes import NewWords
from factcheck.model.places import Place

HEAD = "# Ours.\nstatement: {title: T}\nclaims:\n"
# How a claim may be written, and what it is afterwards.
WRITTEN = {
    "plain": ("  - quote: it was 94% so  # mine\n    says: 94%\n", "  - quote: it was 57% so  # mine\n    says: 57%\n"),
    "in single quotes": (
        "  - quote: 'it''s 94% so'\n    says: '94%'\n",
        "  - quote: 'it''s 57% so'\n    says: '57%'\n",
    ),
    "in double quotes": ('  - {quote: "it was 94% so", says: "94%"}\n', '  - {quote: "it was 57% so", says: "57%"}\n'),
    "folded": (
        "  - quote: >-\n      it was\n      94% so\n    says: 94%\n",
        "  - quote: >-\n      it was\n      57% so\n    says: 57%\n",
    ),
    "windows": ("  - quote: it was 94% so\r\n    says: 94%\r\n", "  - quote: it was 57% so\r\n    says: 57%\r\n"),
    "twice in the quote": (
        "  - quote: 94% before, 94% so\n    says: 94%\n",
        "  - quote: '94% before, 57% so'\n    says: 57%\n",
    ),
}


def _claim(text: str) -> tuple[Scalar, Scalar]:
    root = load(text, "c.yaml")
    assert isinstance(root, Mapping)
    claims = root.get("claims")
    assert isinstance(claims, Sequence)
    claim = claims.items[0]
    assert isinstance(claim, Mapping)
    quote, says = claim.get("quote"), claim.get("says")
    assert isinstance(quote, Scalar)
    assert isinstance(says, Scalar)
    return quote, says


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "with a byte order mark"])
@pytest.mark.parametrize("name", WRITTEN)
def test_those_characters_alone_are_changed(name: str, mark: str) -> None:
    before, after = WRITTEN[name]
    quote, says = _claim(HEAD + before)
    new = quote.text[::-1].replace("%49", "%75", 1)[::-1]
    words = NewWords(quote.place, new, says.text.replace("94%", "57%"), "94%", "57%")
    assert reworded(mark + HEAD + before, "c.yaml", [words]) == mark + HEAD + after


def test_words_that_plain_yaml_cannot_hold_are_put_in_quote_marks() -> None:
    text = HEAD + "  - quote: it was 94% so\n    says: 94%\n"
    quote, _ = _claim(text)
    words = NewWords(quote.place, "it was 57: # so", "", "94%", "57: #")
    assert reworded(text, "c.yaml", [words]) == HEAD + "  - quote: 'it was 57: # so'\n    says: 94%\n"


def test_over_two_lines_the_value_is_written_anew() -> None:
    text = HEAD + "  - quote: it was nearly\n      half so\n    says: nearly half\n"
    quote, _ = _claim(text)
    words = NewWords(quote.place, "it was 57% so", "57%", "nearly half", "57%")
    assert reworded(text, "c.yaml", [words]) == HEAD + "  - quote: 'it was 57% so'\n    says: 57%\n"


def test_no_claim_there_changes_nothing() -> None:
    text = HEAD + "  - quote: it was 94% so\n    says: 94%\n"
    assert reworded(text, "c.yaml", [NewWords(Place("c.yaml", 1, 1), "x", "", "94%", "57%")]) == text


def test_a_file_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(FactcheckError):
        reworded("claims: [", "c.yaml", [])
