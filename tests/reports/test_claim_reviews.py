"""ClaimReview: which verdicts are published, how, about whom, and that nothing else gets out."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from reported import report
from small import HEAD, claim, report_on
from test_hostile_words import HOSTILE

from factcheck.model.findings import Verdict
from factcheck.model.reviewer import Reviewer
from factcheck.reports.claimreview import RATINGS, render

Json = dict[str, object]
ROOT = Path(__file__).parent.parent.parent
REFUTED = claim("a", "98 visits", "98")
PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")


def _told(folder: Path, claims: str, text: str | None = None, **more: object) -> Json:
    told = json.loads(render(report_on(folder, claims, text, **more)))  # type: ignore[arg-type]
    assert isinstance(told, dict)
    return told


def _why(folder: Path, claims: str, text: str | None = None, **more: object) -> list[str | None]:
    """Why each claim is not published; the reviews are those of the others."""
    told = _told(folder, claims, text, **more)
    assert isinstance(told["claims"], list)
    assert isinstance(told["@graph"], list)
    why = [one["not_published"] for one in told["claims"]]
    assert [one["claimReviewed"] for one in told["@graph"]] == [
        one["quote"] for one in told["claims"] if one["not_published"] is None
    ]
    return why


def _review(folder: Path, claims: str, *, head: str = HEAD) -> dict[str, Any]:
    told = _told(folder, claims, head=head)
    assert isinstance(told["@graph"], list)
    (review,) = told["@graph"]
    assert isinstance(review, dict)
    return review


def test_a_review_has_the_fields_that_are_asked_for(tmp_path: Path) -> None:
    review = _review(tmp_path, REFUTED)
    assert review == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://desk.example/checks/speech#a",
        "datePublished": "2026-11-23",
        "author": {"@type": "Organization", "name": "The Desk", "url": "https://desk.example"},
        "claimReviewed": "98 visits",
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": "The mayor"},
            "datePublished": "2025-03-01",
            "appearance": {
                "@type": "CreativeWork",
                "url": "https://town.example/speech",
                "name": "Speech",
                "publisher": {"@type": "Organization", "name": "Town hall"},
            },
        },
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "False",
            "ratingValue": 1,
            "bestRating": 5,
            "worstRating": 1,
            "ratingExplanation": "said 98, found 97, off by 1",
        },
        "citation": [
            {
                "@type": "CreativeWork",
                "name": "Visits",
                "url": "https://office.example/visits",
                "publisher": {"@type": "Organization", "name": "Office of figures"},
            }
        ],
    }


def test_a_supported_claim_has_the_best_rating(tmp_path: Path) -> None:
    review = _review(tmp_path, claim("a", "97 visits"))
    assert (review["reviewRating"]["alternateName"], review["reviewRating"]["ratingValue"]) == ("True", 5)


def test_sources_that_disagree_are_no_number() -> None:
    """Halfway between true and false would be another verdict."""
    rating = RATINGS[Verdict.CONFLICTING]
    assert (rating.words, rating.value) == ("Sources disagree", None)


def test_the_table_of_ratings_is_on_the_page() -> None:
    for verdict in Verdict:
        rating = RATINGS.get(verdict)
        value = f"{rating.value} of 5" if rating and rating.value else "none"
        told = f"| {rating.words} | {value} |" if rating else "| not published | none |"
        assert f"| {verdict.value} {told}" in PAGE


def test_what_decides_nothing_is_no_rating(tmp_path: Path) -> None:
    marked = (
        "  - {id: c, quote: a wish, not_checkable: {because: wish, reason: It is., by: Desk, on: 2026-01-01}}\n"
        '  - {id: d, quote: "5 towns", says: "5"}\n'
    )
    assert _why(tmp_path, REFUTED + marked) == [
        None,
        "not checkable is no rating: wish",
        "not enough evidence is no rating: no check",
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("There were 98 visits.\n", None),
        ("There were 98 nice visits.\n", "not enough evidence is no rating: quote changed"),
        ("It was said otherwise.\n", "not enough evidence is no rating: quote lost"),
    ],
)
def test_words_that_are_gone_or_changed_are_not_rated(text: str, why: str | None, tmp_path: Path) -> None:
    assert _why(tmp_path, claim("a", "There were 98 visits", "98"), text.replace("It", "Nothing")) == [why]


def test_a_waived_verdict_is_not_published(tmp_path: Path) -> None:
    waiver = ", waive: [{finding: refuted, reason: agreed, until: 2027-01-01}]"
    assert _why(tmp_path, claim("a", "98 visits", "98", more=waiver)) == ["waived: agreed (until 2027-01-01)"]


def test_ones_own_word_is_no_support(tmp_path: Path) -> None:
    head = HEAD.replace("publisher: Town hall", "publisher: Office of figures")
    claims = claim("a", "97 visits") + claim("b", "98 visits", "98")
    assert _why(tmp_path, claims, head=head) == ["it rests on the word of the statement's own publisher alone", None]


@pytest.mark.parametrize(
    ("line", "is_ours"),
    [
        ("publisher: The Desk", True),
        ("publisher: the  desk", True),
        ("publisher: The Desktop", False),
        ("speaker: The Desk", True),
        ("url: https://www.desk.example/speech", True),
        ("url: https://desk.example.org/speech", False),
    ],
)
def test_our_own_statements_are_no_claims_by_others(line: str, is_ours: bool, tmp_path: Path) -> None:
    key = line.partition(":")[0]
    head = "".join(
        f"  {line}\n" if one.strip().startswith(f"{key}:") else one for one in HEAD.splitlines(keepends=True)
    )
    assert _why(tmp_path, REFUTED, head=head) == ["the statement is the reviewer's own" if is_ours else None]


def test_nothing_is_published_where_nobody_publishes(tmp_path: Path) -> None:
    assert _why(tmp_path, REFUTED, reviewer=None) == ["the settings name no reviewer"]


def test_an_address_that_is_none_is_left_out(tmp_path: Path) -> None:
    head = HEAD.replace("https://town.example/speech", "javascript:alert(1)")
    review = _review(tmp_path, REFUTED, head=head)
    assert "url" not in review["itemReviewed"]["appearance"]


def test_hostile_words_stay_inside_a_script_of_a_page() -> None:
    told = report(HOSTILE)
    (statement,) = told.statements
    claims = tuple(replace(one, notes=()) for one in statement.claims)
    desk = Reviewer("D", "https://d.example", "https://d.example/{file}/{claim}")
    written = render(replace(told, statements=(replace(statement, claims=claims),), reviewer=desk))
    assert not set("<>&") & set(written)
    reviews = json.loads(written)["@graph"]
    assert [one["claimReviewed"] for one in reviews] == [one.claim.quote for one in claims if one.verdict in RATINGS]
    names = [quote(one.claim.id, safe="", errors="surrogatepass") for one in claims if one.verdict in RATINGS]
    assert [one["url"].rpartition("/")[2] for one in reviews] == names
    assert {one["url"].count("/") for one in reviews} == {4}
