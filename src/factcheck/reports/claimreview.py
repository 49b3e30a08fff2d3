"""What search engines and archives of fact checks read: schema.org ClaimReview, for claims by others alone.

Each member of `@graph` is whole in itself, for the page that it names. All else is for the newsroom: who reads linked
data passes over it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from factcheck.model.findings import ClaimResult, Report, StatementResult, Verdict
from factcheck.model.places import Place
from factcheck.model.reviewer import Reviewer
from factcheck.model.tables import Source
from factcheck.reports.drawing.decimals import Json
from factcheck.reports.drawing.entries import remarks
from factcheck.reports.drawing.linked import linked
from factcheck.reports.drawing.links import web
from factcheck.reports.drawing.words import numbers

BEST, WORST = 5, 1
OWN_WORD = "own word"


@dataclass(frozen=True, slots=True)
class Rating:
    """How a verdict is published: in words, and as a number from 1 to 5 where one says the same."""

    words: str
    value: int | None = None


# The verdicts that are published, and how. Every other one decides nothing, and is no rating.
RATINGS = {
    Verdict.SUPPORTED: Rating("True", BEST),
    Verdict.REFUTED: Rating("False", WORST),
    Verdict.CONFLICTING: Rating("Sources disagree"),
}


def render(report: Report) -> str:
    """The reviews, then every claim with why it is not published, and all else that the run found."""
    told = [(each, result, why_not(result, each, report)) for each in report.statements for result in each.claims]
    who = report.reviewer
    reviews = [_review(result, each, who, report.today) for each, result, why in told if who and not why]
    return linked({"@graph": reviews, "claims": [_claim(result, why) for _, result, why in told]}, report)


def why_not(result: ClaimResult, statement: StatementResult, report: Report) -> str:
    """Why the verdict on the claim is not published as a rating; empty where it is."""
    if result.verdict not in RATINGS:
        return f"{result.verdict.value} is no rating{f': {result.reason}' if result.reason else ''}"
    if result.waived:
        return f"waived: {result.waived}"
    if report.reviewer is None:
        return "the settings name no reviewer"
    if _is_ours(statement, report.reviewer):
        return "the statement is the reviewer's own"
    if any(note.name == OWN_WORD for note in result.notes):
        return "it rests on the word of the statement's own publisher alone"
    return ""


def _is_ours(statement: StatementResult, who: Reviewer) -> bool:
    """By its publisher or speaker, whatever the case of the letters, or by its address."""
    said_by = {_plain(statement.statement.publisher), _plain(statement.statement.speaker)}
    host = _host(statement.statement.url)
    return _plain(who.name) in said_by or (host != "" and host == _host(who.url))


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.") if web(url) else ""


def _review(result: ClaimResult, each: StatementResult, who: Reviewer, today: str) -> Json:
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": _page(who, result.claim.quote_place.path, result.claim.id),
        "datePublished": today,
        "author": {"@type": "Organization", "name": who.name, "url": who.url},
        "claimReviewed": result.claim.quote,
        "itemReviewed": _item(result, each),
        "reviewRating": _rating(result),
        "citation": [_source(source) for source in dict.fromkeys(_sources(result))],
    }


def _page(who: Reviewer, path: str, claim: str) -> str:
    """The address of the published check; no name of a file or claim makes it another one."""
    stem = path.rpartition("/")[2].removesuffix(".yaml").removesuffix(".yml")
    return who.page.replace("{file}", _part(stem)).replace("{claim}", _part(claim))


def _part(name: str) -> str:
    return quote(name, safe="", errors="surrogatepass")


def _item(result: ClaimResult, each: StatementResult) -> Json:
    statement = each.statement
    said = result.claim.said or statement.published
    return {
        "@type": "Claim",
        "author": _author(result.claim.speaker or statement.speaker, statement.publisher),
        **({"datePublished": str(said)} if said else {}),
        "appearance": {
            "@type": "CreativeWork",
            **({"url": statement.url} if web(statement.url) else {}),
            "name": statement.title,
            "publisher": {"@type": "Organization", "name": statement.publisher},
        },
    }


def _author(speaker: str, publisher: str) -> Json:
    """Who said it: a speaker is a person, unless the publisher itself speaks."""
    if _plain(speaker) == _plain(publisher):
        speaker = ""
    return {"@type": "Person", "name": speaker} if speaker else {"@type": "Organization", "name": publisher}


def _rating(result: ClaimResult) -> Json:
    rating = RATINGS[result.verdict]
    scale = {"ratingValue": rating.value, "bestRating": BEST, "worstRating": WORST} if rating.value else {}
    why = ", ".join(part for part in (*numbers(result), remarks(result)) if part)
    return {"@type": "Rating", "alternateName": rating.words, **scale, "ratingExplanation": why}


def _sources(result: ClaimResult) -> Iterator[Source]:
    """The sources of what voted: what has no vote is no ground of the rating."""
    for one in result.evidence:
        if one.votes:
            yield from one.sources


def _source(source: Source) -> Json:
    told = {
        "name": source.title or source.publisher or source.url,
        "url": web(source.url),
        "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else "",
        "datePublished": source.published,
    }
    return {"@type": "CreativeWork", **{name: value for name, value in told.items() if value}}


def _claim(result: ClaimResult, why: str) -> Json:
    """A claim as the newsroom sees it; `not_published` is null where it is among the reviews."""
    return {
        "id": result.claim.id,
        "quote": result.claim.quote,
        "verdict": result.verdict.value,
        "reason": result.reason,
        "notes": list(dict.fromkeys(note.name for note in result.notes)),
        "not_published": why or None,
        "location": _location(result.claim.quote_place),
    }


def _location(place: Place) -> Json:
    return {"path": place.path, "line": place.line, "column": place.column}
