"""Verdicts -> what the gate makes of them: whether the words still stand, what is waived, what no claim covers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from factcheck.claims.load import ClaimFile
from factcheck.gate.coverage import idle, too_little, uncovered
from factcheck.gate.quotes import Quoted, forecast, quoted
from factcheck.gate.upholding import findings_on, upheld, with_waiver
from factcheck.languages import load as load_language
from factcheck.model.coverage import Item
from factcheck.model.findings import ClaimResult, Finding, StatementResult
from factcheck.model.texts import ReadText
from factcheck.review.stamps import Stamping, changes
from factcheck.review.stamps import told as told_of_changes
from factcheck.statements.covering import Quote
from factcheck.statements.covering import items as figures
from factcheck.wording import Language


@dataclass(frozen=True, slots=True)
class Gated:
    """The results as far as their quotes hold, what was found on each, and the quotes by the path of their file."""

    statements: tuple[StatementResult, ...]
    findings: tuple[Finding, ...]
    quotes: Mapping[str, tuple[Quoted, ...]]


def gated(
    files: Sequence[ClaimFile], found: Sequence[Sequence[ClaimResult]], today: date, hashes: Mapping[str, str]
) -> Gated:
    """The results of claim files, each looked up in its text; a file without a statement has none.

    `hashes` are those of the datasets that were read, by their names.
    """
    statements: list[StatementResult] = []
    findings: list[Finding] = []
    quotes: dict[str, tuple[Quoted, ...]] = {}
    for file, own in zip(files, found, strict=True):
        if file.statement is None:
            continue
        language = language_of(file)
        quotes[file.path] = quoted(file.statement, file.claims, language)
        stamping = Stamping(file.statement, file.claims, hashes, language)
        told: list[ClaimResult] = []
        for judged, quote in zip(own, quotes[file.path], strict=True):
            result = _with_changes(upheld(judged, quote), quote, stamping)
            besides = (*forecast(result.claim, language, result.claim.said), *_since_signed(result))
            on_it = findings_on(result, quote, besides, today)
            told.append(with_waiver(result, on_it))
            findings += on_it
        statements.append(StatementResult(file.path, file.statement, tuple(told), file.ignored))
    return Gated(tuple(statements), tuple(findings), quotes)


def _with_changes(result: ClaimResult, quote: Quoted, stamping: Stamping) -> ClaimResult:
    """The result with what changed since a person signed the claim."""
    signed = result.claim.signed
    return replace(result, changed=changes(signed.stamp, stamping.stamp(result, quote))) if signed else result


def _since_signed(result: ClaimResult) -> tuple[Finding, ...]:
    signed = result.claim.signed
    return (told_of_changes(result.claim, signed, result.changed),) if signed and result.changed else ()


@dataclass(frozen=True, slots=True)
class Covered:
    """What was found about the figures of texts, and the figures themselves by the path of their text."""

    findings: tuple[Finding, ...] = ()
    items: Mapping[str, tuple[Item, ...]] = field(default_factory=dict)


def coverage_of(
    files: Sequence[ClaimFile],
    others: Mapping[Path, Sequence[ClaimFile]],
    quotes: Mapping[str, Sequence[Quoted]],
    least: Fraction | None,
) -> Covered:
    """What no claim covers in the texts of these claim files, each text once, with every claim file that is about it.

    `others` are claim files about a text that are not checked now, `quotes` those of each file by its path.
    """
    texts: dict[Path, list[ClaimFile]] = {}
    for file in files:
        if file.text_file is not None and file.statement is not None:
            texts.setdefault(file.text_file, []).append(file)
    findings: list[Finding] = []
    items: dict[str, tuple[Item, ...]] = {}
    for path, about in texts.items():
        statement = about[0].statement
        if statement is None or statement.read is None:
            continue
        own = [one for file in about for one in quotes[file.path]]
        changed = [statement.read.span(*one.span) for one in own if one.is_changed and one.span]
        every, shown = [*about, *others.get(path, ())], statement.text_path
        items[shown], found = covering(statement.read, shown, language_of(about[0]), every, least, but=changed)
        findings += found
    return Covered(tuple(findings), items)


def covering(
    read: ReadText,
    path: str,
    language: Language,
    files: Sequence[ClaimFile],
    least: Fraction | None,
    *,
    but: Sequence[tuple[int, int]] = (),
) -> tuple[tuple[Item, ...], tuple[Finding, ...]]:
    """The figures of a text with what covers each, and what is found about them.

    `files` are all claim files about the text, `least` the percentage asked for, `but` words (characters of the file)
    that are told of otherwise.
    """
    claims = [
        Quote(one.quote, one.prefix, one.suffix, one.id, () if one.not_checkable else one.unused_figures)
        for file in files
        for one in file.claims
    ]
    ignored = [one for file in files for one in file.ignored]
    left = [Quote(one.quote, one.prefix, one.suffix, one.because) for one in ignored]
    found = figures(read, path, language, claims, left)
    return found, (*uncovered(found, but), *idle(ignored, found), *too_little(found, path, least))


def language_of(file: ClaimFile) -> Language:
    return file.language or load_language("en")
