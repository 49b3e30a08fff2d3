"""Every proposal is put into the text and the claim, and the whole is checked as people check it: it is supported."""

from copy import deepcopy
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corrections.projects import STATEMENT, cases, corrected, files, write, write_claims
from factcheck.corrections.proposing import proposed
from factcheck.languages import load as load_language
from factcheck.model.claims import Check, Claim, Measure, Single
from factcheck.model.findings import ClaimResult, Evidence, Verdict
from factcheck.model.measurements import Amount, Measurement
from factcheck.model.numbers import Interval
from factcheck.model.places import Place
from factcheck.verdicts.judge import judge
from factcheck.wording import wordings
from verdicts.projects import Json, describe, load

PATHS = files()


@pytest.mark.parametrize("path", PATHS, ids=[path.stem for path in PATHS])
def test_every_proposal_of_the_cases_is_supported_in_its_place(path: Path, tmp_path: Path) -> None:
    told = corrected(write(path, tmp_path / "before"))
    by_id = {claim: correction for (_, claim), correction in told.corrections.items()}
    claims: list[Json] = []
    for case in cases(path):
        for at, one in enumerate(by_id[str(case["id"])].proposals if str(case["id"]) in by_id else ()):
            kept: Json = {key: deepcopy(case[key]) for key in ("check", "period") if key in case}
            says: Json = {"says": one.says} if one.says else {}
            claims.append({"id": f"{case['id']}-{at}", "quote": one.quote, **says, **kept})
    named = load(path).get("statement", {})
    assert isinstance(named, dict)
    after = tmp_path / "after"
    (after / "claims").mkdir(parents=True)
    describe(after, load(path))
    found = corrected(write_claims(after, {**STATEMENT, **named}, claims)).report.claims
    assert len(found) == len(claims) > 2
    verdicts = {one.claim.id: (one.verdict.value, one.said_at is not None) for one in found}
    assert verdicts == dict.fromkeys(verdicts, ("supported", True))


PLACE = Place("claims/a.yaml")
CHECK = Check("sum", Single(Measure("sum", "t")), PLACE)
QUOTES = {
    "en": [
        *("nearly half of them", "Half the cases", "two thirds of them", "94% of them", "over 80% of them"),
        *("one in five cases", "30 out of 150", "most cases", "a majority of them", "4.2 per cent"),
        *("$4.2 million", "over 150,000 people", "about 1,234 people", "five states", "nearly a dozen", "3.20 metres"),
        *("up to 200 people", "200 or more", "5 million", "half a million", "it doubled", "three times as many"),
        *("rose by 25%", "fell by more than 300", "up 3 points", "25% more than before", "150 a day", "200+ people"),
    ],
    "fr": [
        *("près de la moitié des cas", "plus d’un tiers", "25,6 % des cas", "plus de 150 000 personnes"),
        *("un cas sur cinq", "quelque 4,2 millions d’euros", "une hausse de 25,6 %", "cinq États", "a doublé"),
    ],
}
sizes = st.one_of(
    st.fractions(min_value=0, max_value=1, max_denominator=400),
    st.integers(min_value=-500, max_value=500).map(Fraction),
    st.integers(min_value=0, max_value=9_000_000).map(Fraction),
)
spreads = st.one_of(st.just(Fraction(0)), st.fractions(min_value=0, max_value=1, max_denominator=50))


@st.composite
def results(draw: st.DrawFn) -> tuple[ClaimResult, str]:
    """A claim judged on a measurement of what it speaks of: a point, an interval, or one without an end."""
    code = draw(st.sampled_from(sorted(QUOTES)))
    quote = draw(st.sampled_from(QUOTES[code]))
    wording = wordings(quote, load_language(code))[0]
    reading = wording.readings[0]
    value = draw(sizes)
    if reading.value is not None and draw(st.booleans()):  # near what was said
        value = reading.value * draw(st.fractions(min_value=0, max_value=3, max_denominator=100))
    known = Interval(value, value + draw(spreads) * abs(value))
    bounds = draw(st.sampled_from([known, Interval(known.low, None), known.hull(Interval.at(value * 2))]))
    amount = Amount(reading.of, known, bounds, bounds, way=reading.way)
    measured = Measurement((amount,), by_bounds=draw(st.booleans()), whole=draw(st.booleans()), per=reading.per)
    claim = Claim("a", quote, PLACE, PLACE, wording=wording)
    judgement = judge(wording, measured)
    return ClaimResult(claim, judgement.verdict, evidence=(Evidence(CHECK, "t", judgement, measured),)), code


@settings(deadline=None)  # a proposal may be the last of a hundred words that are tried
@given(results())
def test_every_proposal_is_read_in_its_place_and_supported(drawn: tuple[ClaimResult, str]) -> None:
    result, code = drawn
    language = load_language(code)
    found = proposed(result, "", language) if result.verdict is Verdict.REFUTED else None
    assert found is None or bool(found.proposals) != bool(found.nothing)
    for one in found.proposals if found else ():
        claim, measured = result.claim, result.evidence[0].measurement
        assert one.quote == claim.quote[: one.start] + one.words + claim.quote[one.end :]
        assert claim.quote[one.start : one.end] == one.old
        (read,) = [each for each in wordings(one.quote, language) if each.start < one.start + len(one.words)][:1]
        assert measured is not None
        judged = judge(read, measured)
        assert judged.verdict is Verdict.SUPPORTED
        said = result.evidence[0].judgement.reading
        assert judged.reading is not None
        assert said is not None
        assert judged.reading.of is said.of


@settings(deadline=None)  # a proposal may be the last of a hundred words that are tried
@given(results())
def test_what_is_not_refuted_by_its_evidence_is_left_alone(drawn: tuple[ClaimResult, str]) -> None:
    """Where nothing that votes refutes it, there is no number to correct it by."""
    result, code = drawn
    silent = replace(result, evidence=tuple(replace(one, votes=False) for one in result.evidence))
    assert proposed(silent, "", load_language(code)).proposals == ()
