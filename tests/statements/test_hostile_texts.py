"""Texts that are made to hurt, or that nobody would write: they are read to their end, and every place is right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.languages import load
from factcheck.model.texts import ReadText
from factcheck.statements.covering import items
from factcheck.statements.drafting import drafts
from factcheck.texts import read

LANGUAGES = {code: load(code) for code in ("en", "fr")}
LONG = 4_000
HOSTILE = {
    "digits": "9" * 100_000,
    "a row of a table": "Pages " + "5, " * LONG,
    "a name and its numbers": "Big City " + "5, " * LONG,
    "brackets": "(9" * LONG + ")" * LONG,
    "hedges": "about nearly at least " * LONG + "5 people.",
    "commas": "," * LONG + "a, " * LONG,
    "quotations": "“5 " * LONG,
    "full stops": "U.S. 5. Mr. " * LONG,
    "telephones": "call +44 020-" * LONG,
    "links": "[5](" * LONG + "![" * LONG,
    "tags": "<a 5" * LONG + "<!--" * LONG,
    "references": "see page 5 and " * LONG,
    "marks that are joined": "9\u0301" * LONG + "\u200b9" * LONG,
    "right to left": "\u202e5 \u05d0\u05d1 " * LONG,
    "numbers that count nothing": "On May ① and ² May, at 10.③0, in 2020² it had 5 cats. " * 9,
    "line ends of old": "The 5 cats.\r" * LONG,
}
PIECES = st.sampled_from(
    [
        *("The", "Norway", "May", "①", "²", "５", "٣", "½", "5", "1,200", "2019", "10.30", "at", "page", "call", "%"),
        *("first", "only", "since", "the highest", "more than", "half", "all", "rose", "not", "could", "according to"),
        *(".", ",", ":", "\n", "\n\n", "“", "”", "\u200b", "\u0301", "# ", "> ", "- ", "| ", "<b>", "&#55296;", "[a]("),
    ]
)  # fmt: skip
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from([" ", ""])).map("".join), max_size=30).map("".join)


def _is_read(text: ReadText, code: str) -> None:
    found = drafts(text, LANGUAGES[code])
    assert len({one.id for one in found}) == len(found)
    assert all(one.quote == " ".join(text.text[one.start : one.end].split()) for one in found)
    assert all(one.start <= one.at[0] < one.at[1] <= one.end for one in found)
    listed = items(text, "a", LANGUAGES[code], (), ())
    assert all(0 <= one.start < one.end <= len(text.source) for one in listed)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_hostile_texts_are_read_to_their_end(name: str, form: str) -> None:
    _is_read(read(HOSTILE[name][:4_000], form), "en")


@given(text=TEXTS, form=st.sampled_from(["text", "markdown", "html"]), code=st.sampled_from(["en", "fr"]))
def test_whatever_is_written_every_place_is_right(text: str, form: str, code: str) -> None:
    _is_read(read(text, form), code)
