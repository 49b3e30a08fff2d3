"""A report -> the page that shows it."""

from collections.abc import Iterator, Mapping, Sequence

from factcheck import __version__
from factcheck.gate.counts import counts
from factcheck.gate.quotes import Quoted
from factcheck.model.coverage import Item, covered, ignored, percent
from factcheck.model.findings import Report, StatementResult
from factcheck.model.pictured import Behind, Pictured
from factcheck.model.spelling import plural
from factcheck.reports.drawing.entries import Entry, entries, worst_first
from factcheck.reports.drawing.links import web
from factcheck.reports.drawing.placed import placed
from factcheck.reports.drawing.words import SYMBOLS, summary
from factcheck.reports.page.cards import CSS, card
from factcheck.reports.page.findings import of_entry
from factcheck.reports.page.linking import of_source
from factcheck.reports.page.texts import Marked, in_text, paragraphs
from factcheck.reports.page.values import Counted, Data, Link, Page, StatementPart

NOTHING = Behind()


def page_of(report: Report) -> Page:
    """Everything in the report; without rows, drawings and open figures where it is not `Pictured`."""
    told = entries(report)
    counted = counts(report)
    others = [entry for entry in told if entry.result is None]
    titles = list(dict.fromkeys(each.statement.title for each in report.statements))
    return Page(
        title=titles[0] if len(titles) == 1 else plural(len(titles), "statement"),
        summary=summary(counted),
        counted=tuple(Counted(SYMBOLS[one], one.value, CSS[one], number) for one, number in counted.verdicts if number),
        today=report.today,
        version=__version__,
        told=report.told,
        covered=_covered_in_all(report) if len(report.statements) > 1 else "",
        statements=tuple(_statements(report, told)),
        data=tuple(_data(report)),
        findings=tuple(of_entry(entry) for entry in worst_first([one for one in others if not one.is_known])),
        known=tuple(of_entry(entry) for entry in others if entry.is_known),
    )


def _statements(report: Report, told: Sequence[Entry]) -> Iterator[StatementPart]:
    on_claim: dict[int, list[Entry]] = {}
    for entry in told:
        if entry.result is not None:
            on_claim.setdefault(id(entry.result), []).append(entry)
    first = 1
    for statement in report.statements:
        yield _statement(statement, report, on_claim, first)
        first += len(statement.claims)


def _statement(
    result: StatementResult, report: Report, on_claim: Mapping[int, Sequence[Entry]], first: int
) -> StatementPart:
    statement = result.statement
    behind = report.behind if isinstance(report, Pictured) else {}
    places = placed(result)
    cards = tuple(
        card(
            number,
            one,
            on_claim.get(id(one), ()),
            behind.get((result.path, one.claim.id), NOTHING),
            _lost(result, place),
        )
        for number, (one, place) in enumerate(zip(result.claims, places, strict=True), first)
    )
    items = report.items.get(statement.text_path) if isinstance(report, Pictured) else None
    marks = [Marked(*place.span, card) for place, card in zip(places, cards, strict=True) if place.span]
    figures = (
        []
        if items is None or statement.read is None
        else [in_text(statement.read, one.start, one.end) for one in items if one.is_open]
    )
    return StatementPart(
        title=statement.title,
        about=tuple(_about(result)),
        path=result.path,
        language=statement.language,
        text=paragraphs(statement.read, marks, figures) if statement.read else (),
        covered=_covered(items),
        cards=cards,
    )


def _lost(result: StatementResult, place: Quoted) -> str:
    if result.statement.read is None:
        return "the text is not held"
    if place.is_gone:
        return "the text does not hold these words"
    if place.span is None:
        return "the text holds these words in several places"
    return "the text holds other words now" if place.is_changed else ""


def _covered(items: Sequence[Item] | None) -> str:
    """How much of the figures claims cover; what is not known is not told."""
    if items is None:
        return ""
    if not items:
        return "No figure and no superlative was found in the text."
    left = sum(one.is_open for one in items)
    counted = len(items) - ignored(items)
    share = f" ({percent(items)})" if counted else ""
    apart = f"; {plural(ignored(items), 'figure')} need no claim" if ignored(items) else ""
    return f"Claims cover {covered(items)} of {counted} figures and superlatives{share}; {left} open{apart}."


def _covered_in_all(report: Report) -> str:
    """The same of several texts, each text once."""
    found = report.items.values() if isinstance(report, Pictured) else ()
    return _covered([one for items in found for one in items]) if found else ""


def _about(result: StatementResult) -> Iterator[Link]:
    statement = result.statement
    for text in (statement.speaker, statement.publisher, str(statement.published or "")):
        if text:
            yield Link(text)
    if statement.url:
        yield Link(statement.url, web(statement.url))
    yield Link(f"claims in {result.path}")
    if statement.text_path:
        yield Link(f"text in {statement.text_path}")


def _data(report: Report) -> Iterator[Data]:
    """The datasets that claims rest on, each once, with the hash of the file that was read."""
    found = {(one.table, one.sha256): one for result in report.claims for one in result.evidence}
    for (name, sha256), one in sorted(found.items(), key=lambda pair: pair[0]):
        yield Data(name, "", sha256, tuple(dict.fromkeys(map(of_source, one.sources))))
