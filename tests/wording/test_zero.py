"""Zero and less in every line of a language: "0 times less", "rose by -5%". It is read or refused, and never breaks."""

import pytest

from factcheck.languages import codes, load
from factcheck.wording import UnreadableWording, quantities, wording
from factcheck.wording.language import Language
from factcheck.wording.patterns import alternatives

LITTLE = ("0", "-5", "0.0", "zero")
OF_BUILTINS = {
    **dict.fromkeys(("number", "last_number"), LITTLE),
    **dict.fromkeys(("fraction", "minute", "clock", "points", "ordinal", "year", "day"), ("0",)),
    **dict.fromkeys(("gap", "nouns"), ("people",)),
}
# What an amount can be: every line of quantities.
SAID = ("quantity", "amount", "bound")


def _said(language: Language, slot: str) -> tuple[str, ...]:
    """Words that fill a slot: every line of quantities, and of others the first words of the first line."""
    if slot in OF_BUILTINS:
        return OF_BUILTINS[slot]
    if slot in SAID:
        return tuple(
            words for entry in language.sections["quantity"].entries for words in _of(language, entry.patterns)
        )
    return _of(language, language.sections[slot].entries[0].patterns[:1])[:1]


def _of(language: Language, patterns: tuple[str, ...]) -> tuple[str, ...]:
    """The words of each pattern, in its first form, with each that can stand in its slots."""
    rows = (next(iter(alternatives(pattern))) for pattern in patterns)
    steps = [[_said(language, step[1:-1]) if step.startswith("{") else (step,) for step in row] for row in rows]
    most = ((row, max(map(len, row))) for row in steps)
    return tuple(" ".join(said[at % len(said)] for said in row) for row, count in most for at in range(count))


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("section", ["saying", "wording", "hedge", "quantity", "period", "time", "score", "idiom"])
def test_little_or_nothing_is_read_or_refused(code: str, section: str) -> None:
    language = load(code)
    texts = [words for entry in language.sections[section].entries for words in _of(language, entry.patterns)]
    assert len(texts) > 0
    for text in texts:
        assert all(one.text == text[one.start : one.end] for one in quantities(text, language))
        try:
            assert wording(text, language).text in text
        except UnreadableWording as refused:
            assert str(refused)  # noqa: PT017 - either answer is one
