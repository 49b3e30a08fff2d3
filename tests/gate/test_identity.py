"""A finding is the same in another run if its content is: place and numbers of the day do not matter."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from factcheck.gate.identity import Identity, identities, subjects
from factcheck.model.claims import Claim
from factcheck.model.findings import ClaimResult, Finding, Level, Verdict
from factcheck.model.places import Place

PATH = "claims/speech.yaml"
QUOTE = "nearly half of child trafficking cases"


def _result(quote: str = QUOTE, *, claim: str = "half", path: str = PATH, line: int = 5) -> ClaimResult:
    place = Place(path, line, 5)
    return ClaimResult(Claim(claim, quote, place, Place(path, line + 1, 12)), Verdict.REFUTED)


def _finding(kind: str = "refuted", message: str = "refuted", *, claim: str = "half", path: str = PATH) -> Finding:
    return Finding(kind, Level.ERROR, message, Place(path, 6, 12), claim)


def _only(finding: Finding, result: ClaimResult | None = None) -> Identity:
    (identity,) = identities([finding], [result] if result else [])
    return identity


BASE = _only(_finding(), _result())


@pytest.mark.parametrize(
    ("finding", "result"),
    [
        pytest.param(replace(_finding(), place=Place(PATH, 60, 3)), _result(line=60), id="moved"),
        pytest.param(_finding(), _result("nearly half  of child\n    trafficking cases "), id="wrapped anew"),
        pytest.param(_finding(message="refuted: something else"), _result(), id="another message"),
        pytest.param(replace(_finding(), level=Level.NOTE), _result(), id="another level"),
        pytest.param(replace(_finding(), waived="agreed until 2027-01-01"), _result(), id="waived"),
        pytest.param(replace(_finding(), remedy="do this", line="x", width=3, code=3), _result(), id="another remedy"),
        pytest.param(_finding(path="./claims/speech.yaml"), _result(path="./claims/speech.yaml"), id="typed otherwise"),
        pytest.param(_finding(path="datasets/datapackage.yaml"), _result(), id="told at the dataset"),
    ],
)
def test_the_same_finding(finding: Finding, result: ClaimResult) -> None:
    assert _only(finding, result) == BASE
    assert _only(finding, result).fingerprint == BASE.fingerprint


@pytest.mark.parametrize(
    ("finding", "result"),
    [
        pytest.param(_finding("conflicting"), _result(), id="another verdict"),
        pytest.param(_finding("lost"), _result(), id="another kind"),
        pytest.param(_finding(), _result("nearly half of child trafficking cases in 2020"), id="another quote"),
        pytest.param(_finding(), _result(QUOTE.replace("half", "a third")), id="another figure"),
        pytest.param(_finding(claim="third"), _result(claim="third"), id="another claim"),
        pytest.param(_finding(path="claims/other.yaml"), _result(path="claims/other.yaml"), id="another file"),
    ],
)
def test_another_finding(finding: Finding, result: ClaimResult) -> None:
    assert _only(finding, result).fingerprint != BASE.fingerprint


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("dataset changed", "a.csv is not the file locked: sha256 1ce1c5a7..., locked 00aa11bb...",
         "a.csv is not the file locked: sha256 12345678..., locked abcdefab..."),
        ("dataset changed", "a.csv is not the file described: 1,200 bytes, described 1,100",
         "a.csv is not the file described: 1,300 bytes, described 1,100"),
        ("low coverage", "claims cover 80.5% of 41 figures", "claims cover 79% of 40 figures"),
        ("misfit", "a: 3 cells of n do not fit", "a: 12 cells of n do not fit"),
        ("stale", "a: describes 2021-05-01, 430 days before", "a: describes 2021-05-02, 1,431 days before"),
        ("uncovered", 'no claim covers "over 150,000"', 'no  claim covers "over\n150,000"'),
    ],
)  # fmt: skip
def test_numbers_of_the_day_are_no_content(kind: str, one: str, other: str) -> None:
    assert _only(_finding(kind, one, claim="")) == _only(_finding(kind, other, claim=""))


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("dataset changed", "a.csv is not the file locked", "b.csv is not the file locked"),
        ("odd data", "data/2019.csv: 3 merged cells", "data/2020.csv: 3 merged cells"),
        ("odd data", "2019.csv: 3 merged cells", "2020.csv: 3 merged cells"),
        ("misfit", "a: 3 cells of n1 do not fit", "a: 3 cells of n2 do not fit"),
        ("uncovered", 'no claim covers "over 150,000"', 'no claim covers "over 160,000"'),
        ("mistake", 'unknown column "year1" in dataset "gdp"', 'unknown column "year2" in dataset "gdp"'),
    ],
)
def test_names_and_words_are_content(kind: str, one: str, other: str) -> None:
    assert _only(_finding(kind, one, claim="")) != _only(_finding(kind, other, claim=""))


def test_a_quote_that_changed_once_more_is_another_finding() -> None:
    """Else a figure could be changed in a sentence that had been reworded before, and nobody would be told."""
    once = 'the quote has changed, now claims/speech.txt:3:1: "[-nearly-] {+about+} half"'
    moved = once.replace("3:1", "30:12")
    again = once.replace("half", "[-half-] {+a third+}")
    told = [_only(_finding("changed", message), _result()) for message in (once, moved, again)]
    assert told[0] == told[1] != told[2]


def test_equal_findings_of_a_file_are_told_apart_and_counted_alike() -> None:
    once = _finding("uncovered", 'no claim covers "5%"', claim="")
    lines = [replace(once, place=Place(PATH, line, 1)) for line in (1, 7, 7)]
    told = identities([*lines, _finding("uncovered", 'no claim covers "6%"', claim="")], [])
    assert [identity.ordinal for identity in told] == [1, 2, 3, 1]
    assert len({identity.fingerprint for identity in told}) == 4
    again = identities([replace(line, place=Place(PATH, 90, 2)) for line in lines], [])
    assert again == told[:3]


def test_a_claim_that_is_in_two_files_is_told_by_its_place() -> None:
    results = [_result(), _result("another quote", path="claims/other.yaml")]
    found = [_finding(path="claims/other.yaml"), _finding(), _finding(path="datasets/datapackage.yaml")]
    assert subjects(found, results) == (results[1], results[0], None)


@pytest.mark.parametrize("spoil", [str, lambda words: f"{words}\x00\ud800\u202e"], ids=["plain", "hostile"])
def test_a_fingerprint_is_one_word(spoil: Callable[[str], str]) -> None:
    word = _only(_finding(claim=spoil("half")), _result(spoil(QUOTE), claim=spoil("half"))).fingerprint
    assert len(word) == 32
    assert int(word, 16)


def test_a_fingerprint_stays_what_it_is() -> None:
    """Baselines and other programs keep it: a change of it brings every old finding back as new."""
    assert Identity("refuted", PATH, "half", QUOTE) == BASE
    assert BASE.fingerprint == "5d4ec45effa2eb2e22e216583bffa3b5"
