"""What a run finds about datasets, as rules."""

from factcheck.gate.rules.rule import Rule
from factcheck.model.findings import Level


class DatasetChanged(Rule):
    """A dataset is not the one that its description or factcheck.lock pins.

    Its numbers are given, but they may not be those the text was checked with. `factcheck data diff OLD NEW` shows
    which claims change their verdict; `factcheck data lock` pins the new one. With `--locked` such a run ends with
    code 3.
    """

    name = "dataset changed"
    level = Level.WARNING


class Stale(Rule):
    """What the data describe lies too long before the day of the claim.

    A row or a dataset has a vote if its `as_of` is at most 400 days before the claim, or if it is marked `lasting`.
    Find newer data; or let the text say from when its number is.
    """

    name = "stale"
    level = Level.WARNING


class Misfit(Rule):
    """Cells of a column that a claim uses do not have the form of its declared type.

    They count as unknown. Declare how the column is written (`missingValues`, `decimalChar`, `groupChar`, `censored`),
    or mend the file.
    """

    name = "misfit"
    level = Level.WARNING


class OddData(Rule):
    """What a reader of a data file found that a person would want to know.

    A formula without a value, a merged cell, a hidden row or sheet. Look at the file; declare a range if need be.
    """

    name = "odd data"
    level = Level.WARNING
