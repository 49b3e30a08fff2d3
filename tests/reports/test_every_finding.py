"""Every format carries every finding, whatever is in it, and none changes how a run ends."""

import pytest
from read_back import READERS, text_of
from reported import NOTES, VERDICTS, WAIVED, report

from factcheck.cli.reports import written
from factcheck.gate.rules import RULES, slug
from factcheck.model.findings import Finding
from factcheck.reports import FORMATS
from factcheck.reports.drawing.entries import entries

REPORT = report()
BESIDES = [one for one in REPORT.findings if one.kind not in VERDICTS]
# Formats for people say how many findings stood before, and not which.
FOR_PEOPLE = ("table", "concise")


def test_the_report_holds_every_kind_of_finding() -> None:
    assert {one.kind for one in REPORT.findings} == set(RULES)


def test_every_format_can_be_read_back() -> None:
    assert list(READERS) == list(FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_every_verdict_with_its_words_and_notes(form: str) -> None:
    records = READERS[form](text_of(REPORT, form))
    for result in REPORT.claims:
        kind = result.verdict.value
        needles = [result.claim.quote, *(() if form in FOR_PEOPLE else NOTES)]
        found = [one for one in records if all(needle in one for needle in needles)]
        short = "not enough" if form == "table" else kind
        assert [one for one in found if short in one or slug(kind) in one], (kind, records)


@pytest.mark.parametrize("form", FORMATS)
def test_own_word_is_said_beside_the_verdict(form: str) -> None:
    """What a person reads tells the notes that weigh; a mark by a person stands alone."""
    records = READERS[form](text_of(REPORT, form))
    told = "\n".join(records)
    assert told.count(NOTES[0]) >= len(REPORT.claims) - 2


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("finding", BESIDES, ids=lambda one: f"{one.kind}{' waived' if one.waived else ''}")
def test_every_other_finding(form: str, finding: Finding) -> None:
    records = READERS[form](text_of(REPORT, form))
    needles = [finding.message, finding.remedy, finding.claim, *([WAIVED] if finding.waived else [])]
    found = [one for one in records if all(needle in one for needle in needles)]
    assert found, records
    assert form in FOR_PEOPLE or [one for one in found if finding.kind in one or slug(finding.kind) in one], found


@pytest.mark.parametrize("form", FORMATS)
def test_what_was_known_before_and_what_settings_did(form: str) -> None:
    records = READERS[form](text_of(REPORT, form))
    known = "1 finding stood in the baseline already" if form in FOR_PEOPLE else 'no claim covers "known"'
    assert [one for one in records if known in one]
    carries_settings = form not in ("gitlab", "csv")  # lists of findings and nothing else
    assert carries_settings == any(REPORT.told[0] in one for one in records)


def test_fingerprints_are_of_one_finding_each() -> None:
    told = [entry.fingerprint for entry in entries(REPORT)]
    assert len(set(told)) == len(told) == len(REPORT.findings) + len(REPORT.known)


@pytest.mark.parametrize("form", ["json", "json-lines", "sarif", "gitlab", "csv", "claimreview", "annotations"])
def test_fingerprints_reach_programs(form: str) -> None:
    text = written(REPORT, form)
    assert [entry.fingerprint for entry in entries(REPORT) if entry.fingerprint not in text] == []
