"""A refuted claim -> words that would be supported in its place: each is read and judged as the claim itself was."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from factcheck.corrections.wordings import TWO_SIDED, Candidate, figures, hedges, others
from factcheck.model.corrections import Proposal
from factcheck.model.findings import ClaimResult, Evidence, Judgement, Verdict
from factcheck.model.measurements import BLOCKING
from factcheck.model.numbers import Interval
from factcheck.model.readings import Reading, Wording
from factcheck.model.spelling import interval
from factcheck.verdicts.judge import judge
from factcheck.verdicts.settling import settle
from factcheck.wording import Language, UnreadableWording, same, wording
from factcheck.wording.forms import Form, forms

# Notes that say of true words that they mislead.
FAR_OFF = frozenset({"understated", "overstated", "wrong side", "maximum not shown"})
NO_FIGURE = "the claim says no figure that could be another"
NOT_ONE_PLACE = "its words stand twice in the quote, so which of them would change cannot be told"
NOT_PRINTED = "these words have no number that could be another"
NOT_MEASURED = "the check gives no number of what the words say"
NOTHING_FITS = "no wording of this form fits the data, which give {found}"


@dataclass(frozen=True, slots=True)
class Proposed:
    """Proven wordings, the nearest first; or why there is none."""

    proposals: tuple[Proposal, ...] = ()
    nothing: str = ""


def proposed(result: ClaimResult, publisher: str, language: Language) -> Proposed:
    """What could be said instead: a figure, a hedge; other words only where these will not do."""
    form, nothing = _form_of(result, language)
    if form is None:
        return Proposed(nothing=nothing)
    measured = _measured(result)
    if measured is None:
        return Proposed(nothing=NOT_MEASURED)
    judgement, within = measured
    kept = _kept(_Trial(result, form, publisher, language), _in_the_form(within, form, judgement))
    if kept or judgement.amount is None:
        return Proposed(kept, "" if kept else NOT_MEASURED)
    return Proposed(nothing=NOTHING_FITS.format(found=interval(within, judgement.amount.of)))


def _kept(trial: "_Trial", wanted: Interval) -> tuple[Proposal, ...]:
    """The figure and the hedge that hold, each words once; other words where they would leave something to say."""
    form, quote, language = trial.form, trial.result.claim.quote, trial.language
    figure = trial.first(figures(form, wanted, quote, language))
    hedge = trial.narrowest(hedges(form, quote, language))
    says_enough = hedge or (figure and form.numbers and form.hedge in TWO_SIDED)
    other = None if says_enough else trial.narrowest(others(form, wanted, quote, language))
    found = [one for one in (figure, hedge, other) if one]
    return tuple({one.words: one for one in reversed(found)}.values())[::-1]


def proven(result: ClaimResult, words: str, publisher: str, language: Language) -> Proposed:
    """The same of words that a person names."""
    form, nothing = _form_of(result, language)
    if form is None:
        return Proposed(nothing=nothing)
    found = _Trial(result, form, publisher, language).proof(Candidate("asked", words))
    if found is None:
        return Proposed(nothing=f'the data do not support "{words}" in the place of the figure')
    return Proposed((found.proposal,))


def _form_of(result: ClaimResult, language: Language) -> tuple[Form | None, str]:
    """How the claim's figure is put in its quote; or why that cannot be told."""
    claim = result.claim
    if claim.wording is None or claim.against is not None or not claim.wording.text:
        return None, NO_FIGURE
    said = [one for one in forms(claim.quote, language) if same(one.wording, claim.wording)]
    if len(said) == 1:
        return said[0], ""
    return None, NOT_ONE_PLACE if said else NOT_PRINTED


def _measured(result: ClaimResult) -> tuple[Judgement, Interval] | None:
    """What was measured of what the words say: of the first evidence that refutes them and has an end."""
    for one in [result.leading, *result.evidence]:
        if one is None or not one.votes or one.judgement.verdict is not Verdict.REFUTED:
            continue
        measured, amount, reading = one.judgement.measured, one.judgement.amount, one.judgement.reading
        if measured is None or amount is None or reading is None or amount.of is not reading.of:
            continue
        if measured.low is not None or measured.high is not None:
            return one.judgement, measured
    return None


def _in_the_form(measured: Interval, form: Form, judgement: Judgement) -> Interval:
    """The measured interval as the quantity prints it: a fall of 30% is "30%"."""
    said = judgement.reading.value if judgement.reading else None
    printed = form.numbers[0] if len(form.numbers) == 1 else None
    worth = printed.value * printed.worth if printed else Fraction(1)
    return -measured if said is not None and said < 0 < worth else measured


@dataclass(frozen=True, slots=True)
class _Proof:
    proposal: Proposal
    reading: Reading
    notes: frozenset[str]
    within: Fraction


@dataclass(frozen=True, slots=True)
class _Trial:
    """Tries words in the place of a claim's figure."""

    result: ClaimResult
    form: Form
    publisher: str
    language: Language

    def first(self, every: Iterable[Candidate]) -> Proposal | None:
        return next((one.proposal for one in self._proofs(every)), None)

    def narrowest(self, every: Iterable[Candidate]) -> Proposal | None:
        """What says most: the words that accept least, and do not mislead."""
        found = [one for one in self._proofs(every) if not one.notes & FAR_OFF]
        return min(found, key=_width).proposal if found else None

    def _proofs(self, every: Iterable[Candidate]) -> Iterator[_Proof]:
        return (proof for one in every if (proof := self.proof(one)) is not None)

    def proof(self, candidate: Candidate) -> _Proof | None:
        """The proposal, where the words are read there, and are supported, and speak of the same amount as before."""
        claim, (start, end) = self.result.claim, self.form.figure
        old, words = claim.quote[start:end], candidate.words
        if words == old or not words.strip():
            return None
        quote = claim.quote[:start] + words + claim.quote[end:]
        read = self._read(quote, start, start + len(words))
        says = self._says(read, old, words) if read is not None else None
        if read is None or says is None:
            return None
        evidence = [_again(one, read) for one in self.result.evidence]
        verdict, _, _ = settle(evidence, self.publisher)
        agreeing = [one.judgement for one in evidence if one.votes and one.judgement.verdict is Verdict.SUPPORTED]
        reading = agreeing[0].reading if agreeing else None
        if verdict is not Verdict.SUPPORTED or reading is None or not self._speaks_of_the_same(reading):
            return None
        notes = frozenset(note.name for one in agreeing for note in one.notes)
        accepts = interval(reading.accepts, reading.of)
        within = max(one.distance or Fraction(0) for one in agreeing)
        return _Proof(Proposal(candidate.of, words, old, start, end, quote, says, accepts), reading, notes, within)

    def _read(self, quote: str, start: int, end: int) -> Wording | None:
        """The wording that stands where the figure stood: there, and nowhere beside it."""
        old = self.form.wording
        before, after = start - (self.form.figure[0] - old.start), end + old.end - self.form.figure[1]
        found = [one for one in forms(quote, self.language) if one.wording.start < end and start < one.wording.end]
        if len(found) != 1 or not (before <= found[0].wording.start <= start):
            return None
        return found[0].wording if end <= found[0].wording.end + len(" of") and found[0].wording.end <= after else None

    def _says(self, read: Wording, old: str, words: str) -> str | None:
        """What the claim's `says` becomes: the same change where it has those words, else the new wording."""
        says = self.result.claim.says
        if not says:
            return ""
        tried = [says.replace(old, words)] if says.count(old) == 1 else []
        for one in (*tried, read.text):
            try:
                if same(wording(one, self.language), read):
                    return one
            except UnreadableWording:
                continue
        return None

    def _speaks_of_the_same(self, reading: Reading) -> bool:
        was = [one.judgement.reading for one in self.result.evidence if one.votes and one.judgement.reading]
        return any(
            (one.of, one.way, one.per, one.real) == (reading.of, reading.way, reading.per, reading.real) for one in was
        )


def _again(one: Evidence, read: Wording) -> Evidence:
    """The evidence judged on other words. What took its vote before takes it again."""
    if not one.votes or one.measurement is None:
        return one
    standing = [note for note in one.judgement.notes if note.name in BLOCKING]
    return replace(one, judgement=judge(read, one.measurement, standing))


def _width(proof: _Proof) -> tuple[bool, Fraction]:
    """How much the words accept; of those without an end on one side, how far the data lie within."""
    accepts = proof.reading.accepts
    if accepts.low is None or accepts.high is None:
        return True, proof.within
    return False, accepts.high - accepts.low
