"""One page for people: the text with its claims marked, and behind each mark the evidence. It needs no network."""

from factcheck.model.findings import Report
from factcheck.reports.page.building import page_of
from factcheck.reports.page.template import printed


def render(report: Report) -> str:
    """The page; a `Pictured` report has rows, drawings and open figures on it too."""
    return printed(page_of(report))
