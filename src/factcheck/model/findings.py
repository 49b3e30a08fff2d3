"""What a run reports: verdicts on claims, and findings at places in files."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from factcheck.model.claims import Check, Claim, Ignored, Statement
from factcheck.model.measurements import Amount, Measurement, Note
from factcheck.model.numbers import Interval
from factcheck.model.places import Place
from factcheck.model.readings import Reading
from factcheck.model.reviewer import Reviewer
from factcheck.model.tables import Source


class Verdict(StrEnum):
    SUPPORTED = "supported"
    REFUTED = "refuted"
    NOT_ENOUGH = "not enough evidence"
    CONFLICTING = "conflicting"
    NOT_CHECKABLE = "not checkable"
    ERROR = "error"


class Level(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a measurement and a reading lie.

    `measured` is the interval that was judged. `distance` is how far the measured interval lies from what is accepted
    (refuted), or how far it could move before it would no longer be inside (supported); None where unbounded or
    undecided.
    """

    verdict: Verdict
    reason: str = ""
    reading: Reading | None = None
    amount: Amount | None = None
    measured: Interval | None = None
    distance: Fraction | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Anything a run reports at a place: a verdict, a lost quote, a changed dataset, a mistake in a file.

    `line` is the user's own line and `width` how many of its characters are meant, where there is one to show.
    `code` is the exit code it asks for: 1 counts only at the level of `--fail-on` or above, 2 and 3 always.
    `waived` is why it does not count and until when, where a person waived it; every format shows it all the same.
    `sentence` is the one that a figure stands in: the same figure in another sentence is another finding.
    """

    kind: str
    level: Level
    message: str
    place: Place | None = None
    claim: str = ""
    remedy: str = ""
    line: str = ""
    width: int = 1
    code: int = 1
    waived: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for or against a claim: a check, or one published row of a `figure` check.

    `votes` is False where it is only printed beside. `label` says which row or day is meant ("2022-11").
    `error` is set where the check could not run.
    """

    check: Check
    table: str
    judgement: Judgement
    measurement: Measurement | None = None
    votes: bool = True
    label: str = ""
    sha256: str = ""
    sources: tuple[Source, ...] = ()
    error: Finding | None = None


@dataclass(frozen=True, slots=True)
class ClaimResult:
    """The verdict on one claim and all that stands behind it. `said_at` is its place in the statement's text.

    `waived` is why the verdict need not count and until when, where a person waived it; `known` is where it stood
    before, where it is no news. `changed` is what is other than when a person signed the claim.
    """

    claim: Claim
    verdict: Verdict
    reason: str = ""
    notes: tuple[Note, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    said_at: Place | None = None
    waived: str = ""
    known: str = ""
    changed: tuple[str, ...] = ()

    @property
    def leading(self) -> Evidence | None:
        """The evidence to show first: the first that voted for the verdict, else the first there is."""
        agreeing = (one for one in self.evidence if one.votes and one.judgement.verdict is self.verdict)
        voting = (one for one in self.evidence if one.votes)
        return next(agreeing, None) or next(voting, None) or next(iter(self.evidence), None)


@dataclass(frozen=True, slots=True)
class StatementResult:
    """One claim file: its statement and the verdicts, in the order of the file; words that nobody needs to check."""

    path: str
    statement: Statement
    claims: tuple[ClaimResult, ...]
    ignored: tuple[Ignored, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a run found, in the order of the files. `today` is the day for claims without one of their own.

    `known` are the findings that stood before already: at the base of a change, or in a baseline. `told` says, line by
    line, which settings left something out or made a finding graver or lighter. `below` is the folder of the project
    in which the command was given; empty for the project's own. `reviewer` is who publishes what was found, where the
    settings say so.
    """

    statements: tuple[StatementResult, ...]
    findings: tuple[Finding, ...]
    today: str = ""
    known: tuple[Finding, ...] = ()
    told: tuple[str, ...] = ()
    below: str = ""
    reviewer: Reviewer | None = None

    @property
    def claims(self) -> tuple[ClaimResult, ...]:
        return tuple(result for statement in self.statements for result in statement.claims)
