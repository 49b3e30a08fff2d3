"""How much of texts is found, against annotations by hand (`tests/cases/coverage/README.md`); what is open."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from cases_in import CASES
from factcheck.languages import load
from factcheck.statements.covering import Quote, items
from factcheck.texts import format_of, read

ENGLISH = load("en")
LEAST_FIGURES, LEAST_CLAIMS, MOST_FALSE = Fraction(97, 100), Fraction(90, 100), Fraction(5, 100)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Measured:
    """Of one text: the figures and claims annotated and those missed; what was found, and what of it is neither."""

    figures: int
    claims: int
    found: int
    missed_figures: tuple[str, ...]
    missed_claims: tuple[str, ...]
    false: tuple[str, ...]


def measured(folder: Path, name: str) -> Measured:
    told = yaml.load((folder / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    path = next(path for path in folder.glob(f"{name}.*") if path.suffix != ".yaml")
    text = read(path.read_bytes().decode("utf-8"), format_of(path.name))
    found = items(text, path.name, ENGLISH, (), ())
    spans = [(item.start, item.end) for item in found]
    figures, claims = (
        {(int(one["start"]), int(one["end"])): one["words"] for one in told[k]} for k in ("figures", "claims")
    )
    return Measured(
        figures=len(figures),
        claims=len(claims),
        found=len(found),
        missed_figures=tuple(words for span, words in figures.items() if not _touches(span, spans)),
        missed_claims=tuple(words for span, words in claims.items() if not _touches(span, spans)),
        false=tuple(item.words for item in found if not _touches((item.start, item.end), [*figures, *claims])),
    )


def _touches(span: Span, others: list[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


@pytest.mark.parametrize(
    "folder",
    [
        "coverage",
        "unseen",
        "unseen-2",
        "unseen-3",
        "unseen-4",
        "unseen-5",
        "unseen-6",
        "unseen-7",
        "unseen-8",
        "unseen-9",
        "unseen-10",
        "unseen-11",
        "unseen-12",
        "unseen-13",
        "unseen-14",
        "unseen-15",
        "unseen-16",
        "unseen-17",
        "unseen-18",
        "unseen-19",
        "unseen-21",
    ],
)
def test_the_texts_as_a_whole(folder: str) -> None:
    """Ten texts that the grammar grew on, and twenty times ten that it had not seen before their first score."""
    every = [measured(CASES / folder, path.stem) for path in sorted((CASES / folder).glob("*.yaml"))]
    assert len(every) >= 10
    figures, claims, found = (sum(getattr(one, name) for one in every) for name in ("figures", "claims", "found"))
    missed = [words for one in every for words in one.missed_figures]
    unclaimed = [words for one in every for words in one.missed_claims]
    false = [words for one in every for words in one.false]
    assert 1 - Fraction(len(missed), figures) >= LEAST_FIGURES, missed
    assert 1 - Fraction(len(unclaimed), claims) >= LEAST_CLAIMS, unclaimed
    assert Fraction(len(false), found) <= MOST_FALSE, false


TEXT = read("The network has 12 lines. It has 12 lines.\n\nIt is the busiest, at 24 hours a day.", "text")


@pytest.mark.parametrize(
    ("claims", "ignored", "wanted"),
    [
        ([], [], ["12", "12", "the busiest", "24 hours a day"]),
        ([("The network has 12 lines", "", "")], [], ["12", "the busiest", "24 hours a day"]),
        ([("has 12 lines", "", "")], [], ["the busiest", "24 hours a day"]),
        ([("has 12 lines", "", ". It has")], [], ["12", "the busiest", "24 hours a day"]),
        ([("has 13 lines", "", "")], [("24 hours a day", "", "")], ["12", "12", "the busiest"]),
        ([("2 lines", "", "")], [("24 hours", "", "")], ["12", "12", "the busiest", "24 hours a day"]),
    ],
)
def test_what_is_open(
    claims: list[tuple[str, str, str]], ignored: list[tuple[str, str, str]], wanted: list[str]
) -> None:
    """A quote covers what lies wholly inside it, in all the places where it stands."""
    found = items(TEXT, "a.txt", ENGLISH, [Quote(*one, "a") for one in claims], [Quote(*one, "why") for one in ignored])
    assert [item.words for item in found if item.is_open] == wanted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It has 40 drivers.", ["40"]),
        ("It has ４０ drivers.", ["４０"]),
        ("It has ٤٠ drivers and 𝟑.𝟓 lines.", ["٤٠", "𝟑.𝟓"]),
        ("It has 4０ drivers.", ["4０"]),
        ("It has many drivers.⁴⁰", []),
    ],
)
def test_a_number_in_other_digits_is_a_figure_too(text: str, found: list[str]) -> None:
    assert [one.words for one in items(read(text, "text"), "t.txt", ENGLISH, (), ())] == found
