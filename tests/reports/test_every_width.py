"""No width from 20 to 200 hides a verdict, a figure or a claim, or makes a line longer than the terminal."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from factcheck.model.explained import Explanation
from factcheck.model.findings import Report
from factcheck.reports import explain, review, status, table
from factcheck.reports.drawing.layout import Line, plain, width_of
from factcheck.review.standing import article
from factcheck.wiring import open_project

ROOT = Path(__file__).parent.parent.parent
WIDTHS = range(20, 201)
USUAL = 80


@pytest.fixture(scope="module")
def shipped() -> tuple[Report, tuple[Explanation, ...]]:
    with open_project([str(ROOT / "claims")], today=date(2026, 11, 23)) as project:
        report = project.report()
        told = [project.explanations(result.claim.id, rows=9, plan=True) for result in report.claims]
    return report, tuple(one for each in told for one in each)


def _letters(lines: Sequence[Line]) -> Counter[str]:
    """How often each letter, digit and sign stands there: what no width may change."""
    return Counter("".join(plain(lines).split()))


def test_table(shipped: tuple[Report, tuple[Explanation, ...]]) -> None:
    report, _ = shipped
    usual = _letters(table.render(report, width=USUAL))
    for width in WIDTHS:
        lines = table.render(report, width=width)
        assert [one for one in plain(lines).splitlines() if width_of(one) > width] == [], width
        assert _letters(lines) == usual, width


def test_explain(shipped: tuple[Report, tuple[Explanation, ...]]) -> None:
    """The number line is drawn as wide as fits; all else is said at every width."""
    _, explanations = shipped
    for explanation in explanations:
        result = explanation.result
        for width in WIDTHS:
            told = plain(explain.render(explanation, width=width))
            assert [one for one in told.splitlines() if width_of(one) > width] == [], (result.claim.id, width)
            joined = "".join(told.split())
            for words in (result.claim.quote, result.verdict.value, result.claim.note, explanation.repeat):
                assert "".join(words.split()) in joined, (result.claim.id, width)


def test_review(shipped: tuple[Report, tuple[Explanation, ...]]) -> None:
    """A person decides on what is shown: the whole quote in its place, the verdict, the note, at every width."""
    _, explanations = shipped
    for explanation in explanations:
        result = explanation.result
        context = f"{explanation.before}▶{result.claim.quote}◀{explanation.after}"
        for width in WIDTHS:
            told = plain(review.render(explanation, progress="3 of 12", width=width))
            assert [one for one in told.splitlines() if width_of(one) > width] == [], (result.claim.id, width)
            joined = "".join(told.split())
            for words in ("3 of 12", context, result.verdict.value, result.claim.note):
                assert "".join(words.split()) in joined, (result.claim.id, width)


def test_the_quote_alone_is_bold(shipped: tuple[Report, tuple[Explanation, ...]]) -> None:
    _, explanations = shipped
    for explanation in explanations:
        for width in (20, 40, 80):
            lines = review.render(explanation, progress="x", width=width)
            bold = "".join(span.text for line in lines[1:] for span in line if span.style == "strong")
            quote = "".join(explanation.result.claim.quote.split())
            assert "".join(bold.split()).partition("▶")[2] == f"{quote}◀", (explanation.result.claim.id, width)


def test_status(shipped: tuple[Report, tuple[Explanation, ...]]) -> None:
    report, _ = shipped
    articles = [article(each.path, each, at) for at, each in enumerate(report.statements)]
    articles.append(article("claims/broken.yaml", None, 0))
    for width in WIDTHS:
        lines = status.table(articles, width=width)
        told = plain(lines)
        assert [one for one in told.splitlines() if width_of(one) > width] == [], width
        joined = "".join(told.split())
        names = "".join("".join(one[0].text.split()) for one in lines if one)  # a long name has counts beside its lines
        for one in articles:
            name = one.path.removeprefix("claims/").removesuffix(".yaml") if "claims/*.yaml" in told else one.path
            assert name in names, width
        assert "".join(status.summary(articles).split()) in joined, width
