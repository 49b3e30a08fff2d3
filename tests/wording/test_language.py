"""Every line of a language file: its example holds, its near twin does not, and each of its words does the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from importlib.resources import files
from itertools import product

import pytest

from factcheck.corrections.wordings import hedged
from factcheck.files.yaml import load as strictly
from factcheck.languages import codes, load
from factcheck.languages.plain_yaml import Plain, plain
from factcheck.model.numbers import Interval
from factcheck.model.readings import Wording
from factcheck.wording import wording, wordings
from factcheck.wording.hedges import HEDGES
from factcheck.wording.intervals import amount
from factcheck.wording.language import Node
from factcheck.wording.meanings import OF_A_LINE, OF_A_SIZE
from factcheck.wording.patterns import alternatives
from factcheck.wording.units import QUANTITIES

# Parts of numbers and dates: they say nothing alone, and stand in the cases of numbers and periods.
PARTS = {
    *(
        "part",
        "parts",
        "one_half",
        "bound",
        "score",
        "cent",
        "million_currency",
        "glued_unit",
        "sign_unit",
        "duration",
        "per_unit",
        "out_of",
        "place",
        "money_scale",
        "unit",
        "span",
        "adverb",
        "adjective",
        "currency",
        "currency_sign",
        "numeral",
        "hundred",
        "scale",
        "glued_scale",
        "half_a",
    ),
    *(
        "and_a_half",
        "vulgar",
        "of_a",
        "spoken_point",
        "spaced_scale",
        "counted_scale",
        "ordinal_word",
        "month",
        "decade",
        "time",
        "idiom",
        "period",
        "forecast",
        "downward",
    ),
}
# Sections of words that can stand for each other in a sentence.
WORDS = (
    "hedge",
    "passing",
    "unsure",
    "after",
    "emphasis",
    "rate",
    "real",
    "crowd",
    "change",
    "verb",
    "updown",
    "rise",
    "more",
    "superlative",
)
BUILTIN = {"number", "fraction", "last_number", "minute", "clock", "points", "ordinal", "year", "day", "gap", "nouns"}


@dataclass(frozen=True)
class Line:
    """A line with an example, where it stands, and the words it teaches."""

    code: str
    section: str
    words: tuple[str, ...]
    sentence: str
    holds: str
    twin: str

    def __str__(self) -> str:
        return f"{self.code} {self.section}: {self.sentence}"


def _content(code: str) -> dict[str, Plain]:
    content = plain((files("factcheck.languages") / f"{code}.yaml").read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def _lines() -> Iterator[Line]:
    for code in codes():
        content = _content(code)
        rules, sections = content["rules"], content["sections"]
        assert isinstance(rules, list)
        assert isinstance(sections, dict)
        for section, lines in {"rules": rules, **sections}.items():
            assert isinstance(lines, list)
            yield from (_line(code, section, line) for line in lines if section not in PARTS or "example" in line)


def _line(code: str, section: str, line: Plain) -> Line:
    assert isinstance(line, dict)
    example = line.get("example")
    assert isinstance(example, dict), f"no example in {line}"
    words = line.get("words", [])
    assert isinstance(words, list)
    told = {key: str(value) for key, value in example.items()}
    assert told.keys() == {"sentence", "holds", "not"}
    return Line(code, section, tuple(map(str, words)), told["sentence"], told["holds"], told["not"])


def _read(line: Line, sentence: str) -> Wording:
    """The one wording of the sentence."""
    language = load(line.code)
    found = (wording(sentence, language),) if line.section == "saying" else wordings(sentence, language)
    assert len(found) == 1, [one.text for one in found]
    return found[0]


def _judged(line: Line, sentence: str) -> tuple[bool, bool]:
    """Whether the example and its twin hold for the sentence."""
    accepts = _read(line, sentence).readings[0].accepts
    return accepts.contains(amount(line.holds)), accepts.contains(amount(line.twin))


LINES = list(_lines())


def test_there_are_lines() -> None:
    assert len(LINES) > 80


@pytest.mark.parametrize("line", LINES, ids=str)
def test_the_example_holds_and_its_twin_does_not(line: Line) -> None:
    assert _judged(line, line.sentence) == (True, False)


@pytest.mark.parametrize("line", [line for line in LINES if line.section in WORDS], ids=str)
def test_every_word_of_a_line_does_the_same(line: Line) -> None:
    rows = [" ".join(row) for pattern in line.words for row in alternatives(pattern)]
    used = max((row for row in rows if f" {row} " in f"{line.sentence} ".replace(".", " ")), key=len)
    others = {row: _judged(line, line.sentence.replace(f" {used}", f" {row}", 1)) for row in rows}
    assert others == dict.fromkeys(rows, (True, False))


@pytest.mark.parametrize("code", codes())
def test_what_is_shown_as_known_can_be_read(code: str) -> None:
    shown = [words for _, group in load(code).known for words in group]
    assert shown
    for words in shown:
        assert wording(words, load(code)).readings


@pytest.mark.parametrize("code", codes())
def test_the_file_is_strict_yaml_of_one_line_a_wording(code: str) -> None:
    text = (files("factcheck.languages") / f"{code}.yaml").read_text(encoding="utf-8")
    assert strictly(text, f"{code}.yaml")
    assert all(line.count("{words:") <= 1 and line.endswith("}") for line in text.splitlines() if "{words:" in line)


@pytest.mark.parametrize("code", codes())
def test_slots_and_meanings_are_ones_that_there_are(code: str) -> None:
    language = load(code)
    slots = {slot for section in language.sections.values() for slot in _slots(section.root)}
    assert slots <= language.sections.keys() | BUILTIN
    means = {name: {entry.means for entry in section.entries} for name, section in language.sections.items()}
    assert means["wording"] | means["saying"] <= OF_A_SIZE.keys() | OF_A_LINE.keys()
    assert means["quantity"] <= QUANTITIES.keys()
    assert means["hedge"] | means["passing"] | means["unsure"] | means["after"] <= HEDGES.keys() | {"about"}


def _slots(node: Node) -> set[str]:
    after = (*node.words.values(), *node.slots.values())
    return set(node.slots).union(*map(_slots, after))


def test_a_language_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match='no language "tlh"; there are: en'):
        load("tlh")


@pytest.mark.parametrize("code", codes())
def test_what_a_correction_may_offer_can_be_read(code: str) -> None:
    """Each hedge before each part is one figure; no two hedges and no two parts say the same."""
    language = load(code)
    offered = language.offered
    assert set(offered) >= {"hedges", "fractions", "percent"}
    quantities = ("150", *offered["fractions"])
    for hedge, quantity in product(offered["hedges"], quantities):
        words = hedged(hedge, quantity, language)
        assert [one.text for one in wordings(words, language)] == [words]
    assert len({str(_accepted(f"{hedge} 150", code)) for hedge in offered["hedges"]}) == len(offered["hedges"])
    assert len({str(_accepted(part, code)) for part in offered["fractions"]}) == len(offered["fractions"])
    for percent in offered["percent"]:
        assert wording(percent.replace("{n}", "57"), language).readings[0].value == Fraction(57, 100)


def _accepted(words: str, code: str) -> Interval:
    return wording(words, load(code)).readings[0].accepts
