"""One claim tried on one table, with no files written: `factcheck try`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from factcheck import pipeline
from factcheck.checks import evidence, gives
from factcheck.conditions import BadCondition, condition, expression, type_of
from factcheck.datasets.fingerprint import fingerprint
from factcheck.datasets.ready import ready
from factcheck.engines.duckdb import open_engine
from factcheck.engines.interface import Engine
from factcheck.errors import ExitCode, FactcheckError, Problem
from factcheck.evidence.weighing import Scales
from factcheck.languages import load as load_language
from factcheck.model.claims import Check, Claim, Measure, MeasureKind, Missing, Single, Statement
from factcheck.model.conditions import ALL_ROWS, Expr
from factcheck.model.explained import Explanation, RowsShown
from factcheck.model.findings import ClaimResult, StatementResult
from factcheck.model.places import Place
from factcheck.model.queries import Answer
from factcheck.model.readings import Wording
from factcheck.model.tables import Table
from factcheck.reports.drawing.safe import visible
from factcheck.wording import UnreadableWording, wording

CONDITIONS = frozenset({"count", "exists", "share"})
HERE = Place("command line")
# A table that is tried is taken to describe the day it is asked about, whichever that is.
TODAY = date.max


@dataclass(frozen=True, slots=True)
class Trial:
    """What is tried: the words, and the measure as it would stand in a claim file."""

    says: str
    kind: MeasureKind
    subject: str
    where: str = ""
    weight: str = ""
    missing: Missing = "known"


def columns_in(trial: Trial, header: Sequence[str]) -> tuple[str, ...]:
    """The columns of the header that the trial names."""
    text = " ".join((trial.subject, trial.where, trial.weight))
    return tuple(name for name in header if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def tried(trial: Trial, table: Table, *, rows: int, repeat: str) -> Explanation:
    """The verdict with all that stands behind it. Raises FactcheckError where the words or the check cannot be read."""
    words, check = _read(trial), _check(trial, table)
    _refuse_other(words, check)
    claim = Claim("tried", trial.says, HERE, HERE, says=trial.says, wording=words, checks=(check,))
    with TemporaryDirectory(prefix="factcheck-") as folder:
        usable, problems = ready({table.name: table}, Path(folder))
        if problems:
            raise FactcheckError(*problems)
        with open_engine(usable) as engine:
            result = _result(claim, table, engine)
            _refuse(result)
            asked = evidence(claim.checks[0].computation, {table.name: table}, at_most=rows)
            answers = engine.answers(asked)
    shown = tuple(
        RowsShown(table, one.columns, answer.rows, answer.complete)
        for one, answer in zip(asked, answers, strict=True)
        if isinstance(answer, Answer)
    )
    return Explanation(result, StatementResult("", Statement("", "", HERE), (result,)), rows=shown, repeat=repeat)


def _refuse_other(words: Wording, check: Check) -> None:
    """Raises FactcheckError where the measure cannot give what the words speak of."""
    given = gives(check.computation)
    if not given & {reading.of for reading in words.readings}:
        told = f'"{words.text}" cannot be said of a {check.kind}'
        remedy = f"a {check.kind} gives a {' or a '.join(sorted(given))}"
        raise FactcheckError(Problem(told, remedy=remedy))


def _result(claim: Claim, table: Table, engine: Engine) -> ClaimResult:
    english = load_language("en")
    found = fingerprint(Path(table.file.absolute))
    tables, hashes = {table.name: table}, {table.name: found.sha256}
    scales = Scales(tables, lambda words: wording(words, english), TODAY, hashes, unusable={})
    ((result,),) = pipeline.results([pipeline.Stated((claim,), "")], engine, scales)
    return result


def _refuse(result: ClaimResult) -> None:
    """A check that could not run has nothing to show but why."""
    for one in result.evidence:
        if one.error is not None:
            raise FactcheckError(Problem(one.error.message, remedy=one.error.remedy, code=ExitCode(one.error.code)))


def _read(trial: Trial) -> Wording:
    try:
        return wording(trial.says, load_language("en"))
    except UnreadableWording as unreadable:
        known = "; ".join(f"{group}: {', '.join(examples)}" for group, examples in unreadable.known)
        raise FactcheckError(Problem(str(unreadable), remedy=f"what can be read: {known}")) from None


def _check(trial: Trial, table: Table) -> Check:
    try:
        holds = condition(trial.subject, table) if trial.kind in CONDITIONS else None
        of = None if trial.kind in CONDITIONS else _numbers(trial.kind, trial.subject, table)
        where = condition(trial.where, table) if trial.where else ALL_ROWS
        if trial.weight:
            _numbers("weight", trial.weight, table)
    except BadCondition as bad:
        raise FactcheckError(*(Problem(one.message, remedy=one.remedy) for one in bad.mistakes)) from None
    measure = Measure(trial.kind, table.name, of, holds, where, trial.weight or None, trial.missing)
    return Check(trial.kind, Single(measure), HERE)


def _numbers(kind: str, subject: str, table: Table) -> Expr:
    """The expression, which must give numbers, unless different values are counted."""
    of = expression(subject, table)
    if kind != "distinct" and not type_of(of, table).is_numeric:
        remedy = f"say what it holds: --type {subject}=number"
        raise FactcheckError(Problem(f'{kind} needs numbers, and "{subject}" is read as text', remedy=remedy))
    return of


def pasted(trial: Trial, table: Table) -> str:
    """The claim and the dataset as they would stand in the files of a project."""
    rest = [
        ("where", trial.where),
        ("weight", trial.weight),
        ("missing", trial.missing if trial.missing != "known" else ""),
    ]
    name = re.sub(r"[^a-z0-9]+", "-", Path(table.file.path).stem.lower()).strip("-") or "data"
    claim = [
        "  - id: name-this-claim",
        f"    quote: {_scalar('paste the exact words here, with ' + trial.says)}",
        f"    says: {_scalar(trial.says)}",
        "    check:",
        f"      dataset: {name}",
        f"      {trial.kind}: {_scalar(trial.subject)}",
        *(f"      {key}: {_scalar(value)}" for key, value in rest if value),
    ]
    fields = [f"        - {{name: {_scalar(one.name)}, type: {one.type.value}}}" for one in table.columns]
    return "\n".join(
        [
            "# claims/...yaml, below claims:",
            *claim,
            "# datasets/datapackage.yaml, below resources:",
            f"  - name: {name}",
            "    # add what you know: row:, as_of:, complete:, sources:",
            *_described(table),
            *fields,
        ]
    )


def _described(table: Table) -> list[str]:
    """How the file is to be read, where it is not as usual."""
    file, missing = table.file, table.columns[0].missing
    usual = "\t" if file.path.lower().endswith(".tsv") else ","
    lines = [f"    path: {_scalar(Path(file.path).name)}"]
    lines += [f"    encoding: {_scalar(file.encoding)}"] if file.encoding != "utf-8" else []
    lines += [f"    dialect: {{delimiter: {_scalar(file.delimiter)}}}"] if file.delimiter != usual else []
    lines += ["    schema:"]
    lines += [f"      missingValues: [{', '.join(map(_scalar, missing))}]"] if missing != ("",) else []
    return [*lines, "      fields:"]


def _scalar(text: str) -> str:
    """A YAML scalar: in single quotes, which only double themselves; what a terminal must not see is written out.

    >>> print(_scalar("a'b"), _scalar("a\\x1bb"))
    'a''b' "a\\x1bb"
    """
    if visible(text) == text:
        return "'" + text.replace("'", "''") + "'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[^ -~]|[#:]", lambda found: _code(found[0]), escaped) + '"'


def _code(character: str) -> str:
    return f"\\x{ord(character):02x}" if character.isascii() else character.encode("unicode_escape").decode()
