"""Verdicts -> what the gate makes of them: whether the words still stand, what is waived, what no claim covers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
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
from factcheck.statements.covering import Quote, items
from factcheck.wording import Language


def gated(
    file: ClaimFile, results: Sequence[ClaimResult], today: date
) -> tuple[StatementResult, tuple[Finding, ...], tuple[Quoted, ...]] | None:
    """The file's results as far as their quotes hold, and what was found on each; None where it has no statement."""
    if file.statement is None:
        return None
    language = language_of(file)
    quotes = quoted(file.statement, file.claims, language)
    results = [upheld(result, quote) for result, quote in zip(results, quotes, strict=True)]
    found = [
        findings_on(result, quote, forecast(result.claim, language, result.claim.said), today)
        for result, quote in zip(results, quotes, strict=True)
    ]
    told = tuple(map(with_waiver, results, found))
    return (
        StatementResult(file.path, file.statement, told, file.ignored),
        tuple(one for each in found for one in each),
        quotes,
    )


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
        own = [one for file in about for one in quotes[file.path]]
        text_path, items_of, found = _of_text([*about, *others.get(path, ())], own, least)
        findings += found
        items[text_path] = items_of
    return Covered(tuple(findings), items)


def _of_text(
    files: Sequence[ClaimFile], quotes: Sequence[Quoted], least: Fraction | None
) -> tuple[str, tuple[Item, ...], list[Finding]]:
    statement = files[0].statement
    if statement is None or statement.read is None:
        return "", (), []
    claims = [Quote(one.quote, one.prefix, one.suffix, one.id) for file in files for one in file.claims]
    ignored = [one for file in files for one in file.ignored]
    left = [Quote(one.quote, one.prefix, one.suffix, one.because) for one in ignored]
    path = statement.text_path
    found = items(statement.read, path, language_of(files[0]), claims, left)
    told = [statement.read.span(*one.span) for one in quotes if one.is_changed and one.span]
    return path, found, [*uncovered(found, told), *idle(ignored, found), *too_little(found, path, least)]


def language_of(file: ClaimFile) -> Language:
    return file.language or load_language("en")
