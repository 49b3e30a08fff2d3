"""Every kind of finding there is, in one list. A new one is a class in a file of this folder and a line here."""

from factcheck.gate.rules import data, runs, texts, verdicts
from factcheck.gate.rules.rule import Rule, page, slug, summary

__all__ = ["RULES", "Rule", "named", "page", "slug", "summary"]

_ALL: tuple[type[Rule], ...] = (
    verdicts.Refuted,
    verdicts.Conflicting,
    verdicts.CouldNotRun,
    verdicts.NotEnough,
    verdicts.NotCheckable,
    verdicts.Supported,
    texts.Changed,
    texts.Lost,
    texts.AmbiguousQuote,
    texts.TextNotHeld,
    texts.Forecast,
    texts.Uncovered,
    texts.LowCoverage,
    texts.NoClaimFile,
    texts.NothingToCover,
    data.DatasetChanged,
    data.Stale,
    data.Misfit,
    data.OddData,
    runs.NothingChecked,
    runs.Weakened,
    runs.ExpiredWaiver,
    runs.UnusedWaiver,
    runs.ChangedSinceSignOff,
    runs.Mistake,
)

RULES = {rule.name: rule for rule in _ALL}
_BY_SLUG = {slug(name): rule for name, rule in RULES.items()}


def named(written: str) -> type[Rule] | None:
    """The rule of that name, with spaces or hyphens between its words; None where there is none."""
    return _BY_SLUG.get(slug(written))
