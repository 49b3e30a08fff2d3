"""What a claim stands on: which sentence, which data; what may be signed, and what is written where it is."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml

from factcheck import checks
from factcheck.claims.load import ClaimFile, load
from factcheck.claims.schema import schema
from factcheck.gate.quotes import quoted
from factcheck.languages import load as language_of
from factcheck.model.findings import ClaimResult, Verdict
from factcheck.model.signed import UNPINNED, Stamp
from factcheck.model.tables import Column, DataFile, Table
from factcheck.review.decisions import accepted, not_signable
from factcheck.review.stamps import Stamping, changes
from review.trams import made, run, signed

TABLES = {"t": Table("t", (Column("a"),), DataFile("t.csv", "", "csv"))}
HEAD = "statement: {{title: T, publisher: P, text: {}}}\nclaims:\n"
CHECK = "check: {dataset: t, count: all}"


def loaded(folder: Path, text: str, *claims: str) -> ClaimFile:
    (folder / "pyproject.toml").touch()
    (folder / "t.txt").write_text(text, encoding="utf-8")
    written = HEAD.format("t.txt" if text else "not held") + "".join(f"  - {{{one}}}\n" for one in claims)
    (folder / "c.yaml").write_text(written, encoding="utf-8")
    file = load(folder / "c.yaml", "c.yaml", TABLES, language_of=language_of, gives=checks.gives)
    assert file.problems == ()
    return file


def stamped(file: ClaimFile, **hashes: str) -> Stamp:
    assert file.statement is not None
    quote = quoted(file.statement, file.claims, language_of("en"))[0]
    stamping = Stamping(file.statement, file.claims, hashes, language_of("en"))
    return stamping.stamp(ClaimResult(file.claims[0], Verdict.SUPPORTED), quote)


def signable(file: ClaimFile, verdict: Verdict = Verdict.SUPPORTED, **hashes: str) -> str:
    assert file.statement is not None
    quote = quoted(file.statement, file.claims, language_of("en"))[0]
    return not_signable(ClaimResult(file.claims[0], verdict), quote, stamped(file, **hashes))


CLAIM = "id: a, quote: 5 trams. All, says: 5"


@pytest.mark.parametrize(
    ("text", "is_same"),
    [
        ("We have 5 trams. All run. Or so.", True),
        ("Some words.\n\nWe  have 5 trams.\nAll run. But who says?", True),
        ("We have 5 trams. All run!", False),
        ("They have 5 trams. All run. Or so.", False),
        ("We have 5 trams. All run late. Or so.", False),
    ],
)
def test_the_sentences_that_hold_the_quote_are_signed(text: str, is_same: bool, tmp_path: Path) -> None:
    """A quote over two sentences is in both; what stands before and after them is not signed."""
    first = stamped(loaded(tmp_path, "We have 5 trams. All run. Or so.", CLAIM))
    assert (stamped(loaded(tmp_path, text, CLAIM)).text == first.text) is is_same


def test_a_text_that_is_not_held_is_said_to_be(tmp_path: Path) -> None:
    assert stamped(loaded(tmp_path, "", CLAIM)).text == "not held"
    assert signable(loaded(tmp_path, "", CLAIM)) == ""


def test_the_table_of_an_engine_is_unpinned_and_says_so_in_the_file(tmp_path: Path) -> None:
    file = loaded(tmp_path, "We have 5 trams.", f"id: a, quote: We have 5 trams, says: '5', {CHECK}")
    stamp = stamped(file, t=UNPINNED)
    assert stamp.data == (("t", "unpinned"),)
    put = accepted(file.claims[0], stamp, by="Ann", on=date(2024, 7, 1))
    assert ("data", (("t", "unpinned"),)) in put.value
    assert changes(stamp, stamped(file, t=UNPINNED)) == ()
    assert changes(stamp, replace(stamp, verdict="refuted")) == ("the verdict, which was supported",)
    assert changes(stamp, stamped(file, t="sha256:x")) == ("the data of t",)  # it is a file now


def test_what_cannot_be_signed(tmp_path: Path) -> None:
    claim = f"id: a, quote: We have 5 trams, says: '5', {CHECK}"
    twice = loaded(tmp_path, "We have 5 trams. We have 5 trams.", claim)
    assert signable(twice, t="x") == (
        "its words stand in several places of the text; edit the claim, and add prefix or suffix"
    )
    gone = "its words do not stand in the text; edit the quote, or the text"
    assert signable(loaded(tmp_path, "We have 6 trams.", claim), t="x") == gone
    assert signable(loaded(tmp_path, "Nothing.", claim), t="x") == gone
    held = loaded(tmp_path, "We have 5 trams.", claim)
    assert signable(held, t="x") == ""
    not_run = "a check could not run, so nobody knows what it would be signed on"
    assert (signable(held), signable(held, Verdict.ERROR, t="x")) == (not_run, not_run)
    assert signable(held, Verdict.REFUTED, t="x") == ""  # after a second question


def test_a_table_that_cannot_be_read_now_is_no_change() -> None:
    before = Stamp("a", "b", "supported", (("t", "x"),))
    assert changes(before, Stamp("a", "b", "error", (("t", ""),))) == ()
    assert changes(before, Stamp("", "b", "not enough evidence", (("t", "x"),))) == ("the text",)


def test_what_is_written_fits_the_schema(tmp_path: Path) -> None:
    project = made(tmp_path)
    signed(project)
    run(project, "review", "--claim", "love", "--by", "Ann", typed="n\nask\nw\nlate\n2024-12-31\nm\nwish\nso it is\n")
    run(project, "review", "--claim", "love", "--by", "Ann", typed="m\nwish\nso it is\n")
    written = yaml.load((project / "claims" / "trams.yaml").read_text(), Loader=yaml.BaseLoader)  # noqa: S506
    jsonschema.validate(written, schema())
    love = written["claims"][-1]
    assert list(love) == ["id", "quote", "signed", "note", "waive", "not_checkable"]
