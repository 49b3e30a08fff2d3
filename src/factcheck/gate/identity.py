"""What makes a finding the same finding in another run: its content, never its place or the numbers of the day.

A claim may move in its file, a text may be wrapped anew, lines may be renumbered, data may grow: the finding stays the
same. Another kind or verdict, another claim, another quote, another file make it another. Findings that are alike in
all of that are told apart by an ordinal, in the order of the report.
"""

import hashlib
import json
import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, replace

from factcheck.gate.rules import texts
from factcheck.model.findings import ClaimResult, Finding, Verdict
from factcheck.model.places import DESCRIPTION, LOCK, Place
from factcheck.statements.plain import plain

# Findings that the claim's own words identify; of all others, what the message speaks of is part of the content.
_OF_WORDS = frozenset(
    {*(verdict.value for verdict in Verdict)}
    | {rule.name for rule in (texts.Lost, texts.AmbiguousQuote, texts.Forecast)}
)
_QUOTED = re.compile(r'".*"', re.DOTALL)
# Counts, percentages, days and hashes; not the digits of a name or a path such as data/2019.csv.
_OF_THE_DAY = re.compile(r"\b[0-9a-f]{8,}\.\.\.|(?<![\w./-])\d[\d.,:-]*(?![\w/]|[.,:-]\w)")
# A point or a comma between digits belongs to the number, and so does the minus before it.
_WORDS_AND_SIGNS = re.compile(r"(?<!\w)-?\d+(?:[.,]\d+)*|\w+|[^\w\s.,;:!?()\"'-]")
_LENGTH = 32
# Words on either side of a figure that tell it from the same figure elsewhere.
_NEAR = 8
_OF_THE_PROJECT = frozenset({DESCRIPTION, LOCK})


@dataclass(frozen=True, slots=True)
class Identity:
    """A finding by its content.

    `path` is the claim file of a finding about a claim, else the file it stands in. `words` are the claim's
    quote without differences of typesetting, or the words about a figure that no claim covers, without commas and
    marks; `about` is what else the finding speaks of, for kinds that the quote alone does not identify.
    """

    kind: str
    path: str = ""
    claim: str = ""
    words: str = ""
    about: str = ""
    ordinal: int = 1

    @property
    def fingerprint(self) -> str:
        """The same in one word, for other programs: 32 hexadecimal digits."""
        return hashlib.sha256(json.dumps(astuple(self)).encode("ascii")).hexdigest()[:_LENGTH]


def identities(findings: Sequence[Finding], results: Iterable[ClaimResult], *, below: str = "") -> tuple[Identity, ...]:
    """The identity of each finding, in order. `results` are those of the same run: they know the claims' quotes.

    `below` is the folder of the project in which the command was given: paths are counted from the project's own.
    """
    seen: Counter[Identity] = Counter()
    told: list[Identity] = []
    for finding, subject in zip(findings, subjects(findings, results), strict=True):
        identity = _content(finding, subject, below)
        seen[identity] += 1
        told.append(replace(identity, ordinal=seen[identity]))
    return tuple(told)


def subjects(findings: Sequence[Finding], results: Iterable[ClaimResult]) -> tuple[ClaimResult | None, ...]:
    """For each finding, the result on the claim it is about; None where it is about no claim of the run."""
    known = _Known(results)
    return tuple(known.subject(finding) if finding.claim else None for finding in findings)


class _Known:
    """The results of a run, found by what a finding says of its claim; an archive has thousands of one id."""

    def __init__(self, results: Iterable[ClaimResult]) -> None:
        self._named: dict[str, list[ClaimResult]] = defaultdict(list)
        self._at: dict[tuple[str, Place], ClaimResult] = {}
        self._in: dict[tuple[str, str], ClaimResult] = {}
        self._failed: dict[tuple[str, str, Place | None], list[ClaimResult]] = defaultdict(list)
        for one in results:
            claim = one.claim
            self._named[claim.id].append(one)
            self._at.setdefault((claim.id, claim.quote_place), one)
            self._in.setdefault((claim.id, claim.place.path), one)
            for error in (evidence.error for evidence in one.evidence if evidence.error):
                self._failed[claim.id, error.message, error.place].append(one)

    def subject(self, finding: Finding) -> ClaimResult | None:
        """Ids are unique within a file; where several files have the id, the place tells, or else the error itself."""
        named = self._named.get(finding.claim, [])
        if len(named) == 1:
            return named[0]
        if finding.place:
            at = self._at.get((finding.claim, finding.place)) or self._in.get((finding.claim, finding.place.path))
            if at is not None:
                return at
        failed = self._failed.get((finding.claim, finding.message, finding.place), [])
        return failed[0] if failed else None


def _content(finding: Finding, subject: ClaimResult | None, below: str) -> Identity:
    place, about = subject.claim.place if subject else finding.place, _about(finding.message)
    return Identity(
        kind=finding.kind,
        path=_path(place.path, below) if place else "",
        claim=finding.claim,
        words=_plain(subject.claim.quote) if subject else _near(about, finding.sentence),
        about="" if subject and finding.kind in _OF_WORDS else about,
    )


def _path(path: str, below: str) -> str:
    """The path from the project's folder. What describes and pins its datasets is told from there already."""
    return posixpath.normpath(path if path in _OF_THE_PROJECT else posixpath.join(below, path))


def _about(message: str) -> str:
    """The words and names that a message quotes; of one that quotes nothing, its own words without what may shift.

    >>> _about('no claim covers "nearly 94%"'), _about("claims cover 80.5% of the figures in data/2019.csv")
    ('"nearly 94%"', 'claims cover #% of the figures in data/2019.csv')
    """
    quoted = _QUOTED.search(message)
    return _plain(quoted[0]) if quoted else _plain(_OF_THE_DAY.sub("#", message))


def _plain(words: str) -> str:
    return plain(words).text.strip()


def _near(figure: str, sentence: str) -> str:
    """The words about a figure in its sentence, and signs of money and percent: a comma makes it no other sentence.

    Those further off do not count: where a sentence begins depends on how the lines about it are broken.
    """
    words, inner = (_WORDS_AND_SIGNS.findall(_plain(one)) for one in (sentence, figure))
    places = range(len(words) - len(inner) + 1)
    at = next((place for place in places if words[place : place + len(inner)] == inner), 0)
    return " ".join(words[max(at - _NEAR, 0) : at + len(inner) + _NEAR])
