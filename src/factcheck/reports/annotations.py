"""Claims as Web Annotations (W3C): each verdict on its words, so that other programs can show it in the text.

A position counts characters (code points) of the text as a reader sees it, without markup: that text is given whole.
"""

import posixpath
from collections.abc import Iterator, Sequence
from hashlib import sha256
from urllib.parse import quote

from factcheck.gate.quotes import Quoted
from factcheck.model.findings import ClaimResult, Report, StatementResult
from factcheck.reports.drawing.decimals import Json
from factcheck.reports.drawing.entries import Entry, entries, verdicts
from factcheck.reports.drawing.linked import linked
from factcheck.reports.drawing.links import web
from factcheck.reports.drawing.placed import placed
from factcheck.reports.drawing.words import beside, numbers

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters before and after a quote: what annotation programs look for it by


def render(report: Report) -> str:
    """A page of annotations, one a claim, then the texts that they stand in and all else that the run found."""
    of_claims = verdicts(entries(report))
    items = [
        _annotation(result, each, place, of_claims.get(id(result)))
        for each in report.statements
        for result, place in zip(each.claims, placed(each), strict=True)
    ]
    page: Json = {"@context": CONTEXT, "id": "#annotations", "type": "AnnotationPage", "items": items}
    return linked({**page, "texts": _texts(report)}, report)


def _annotation(result: ClaimResult, each: StatementResult, place: Quoted, entry: Entry | None) -> Json:
    return {
        "@context": CONTEXT,
        "id": f"{_iri(each.path)}#{_iri(result.claim.id)}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": list(_bodies(result, entry)),
        "target": {"source": _source(each), "selector": _selectors(result, each, place)},
    }


def _bodies(result: ClaimResult, entry: Entry | None) -> Iterator[Json]:
    """The verdict in its one word, then what there is to say about it, then the sources that voted."""
    yield _words("tagging", result.verdict.value)
    yield _words("describing", "\n".join(_told(result, entry)))
    urls = [source.url for one in result.evidence if one.votes for source in one.sources]
    for url in dict.fromkeys(filter(web, urls)):
        yield {"type": "SpecificResource", "source": url, "purpose": "linking"}


def _words(purpose: str, value: str) -> Json:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain", "language": "en"}


def _told(result: ClaimResult, entry: Entry | None) -> Iterator[str]:
    told = (
        entry.why_not_counted if entry else "",
        result.reason,
        *numbers(result),
        *(": ".join(filter(None, (note.name, note.text))) for note in dict.fromkeys(result.notes)),
        *beside(result),
        f"claim {result.claim.id}",
    )
    yield from dict.fromkeys(part for part in told if part)


def _source(each: StatementResult) -> str:
    """The address of the statement where it has one; else its text, as a path relative to this file's folder."""
    statement = each.statement
    return web(statement.url) or _iri(posixpath.normpath(statement.text_path or each.path))


def _iri(path: str) -> str:
    return quote(path, safe="/", errors="surrogatepass")


def _selectors(result: ClaimResult, each: StatementResult, place: Quoted) -> Sequence[Json]:
    """The words as they stand in the text; where they do not stand there, or twice, as the claim quotes them."""
    read, claim = each.statement.read, result.claim
    if read is None or place.span is None:
        around = {"prefix": claim.prefix, "suffix": claim.suffix}
        return [{"type": "TextQuoteSelector", "exact": claim.quote, **{key: is_ for key, is_ in around.items() if is_}}]
    start, end = place.span
    before, after = read.text[max(0, start - AROUND) : start], read.text[end : end + AROUND]
    return [
        {"type": "TextQuoteSelector", "exact": read.text[start:end], "prefix": before, "suffix": after},
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]


def _texts(report: Report) -> list[Json]:
    """Each text that is held, as its positions are counted."""
    found = {each.statement.text_path: each for each in report.statements if each.statement.read is not None}
    return [_text(path, each, each.statement.text or "") for path, each in found.items()]


def _text(path: str, each: StatementResult, text: str) -> Json:
    hashed = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return {"path": path, "source": _source(each), "sha256": hashed, "characters": len(text), "text": text}
