"""A report as a page shows it: the rows behind each claim, and its data drawn: a series, a ranking, a distribution."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from factcheck.amounts.asking import question
from factcheck.amounts.groups import Group, groups
from factcheck.amounts.scope import fraction, no_totals
from factcheck.checks import MEASURES
from factcheck.engines.interface import Engine
from factcheck.errors import FactcheckError
from factcheck.explaining import rows_behind_each
from factcheck.model.claims import Change, Check, Computation, Measure, Rank, Single, Trend
from factcheck.model.conditions import Name, both
from factcheck.model.corrections import Correction
from factcheck.model.coverage import Item
from factcheck.model.findings import ClaimResult, Evidence, Report
from factcheck.model.numbers import Interval
from factcheck.model.pictured import Bar, Behind, Drawing, Pictured
from factcheck.model.queries import Answer, Cell, Query
from factcheck.model.readings import Of, Way
from factcheck.model.spelling import number
from factcheck.model.tables import Table

Tables = Mapping[str, Table]
FEWEST, MOST = 2, 120  # bars that can still be told apart
RANKED = 8
STEPS = 20
VALUES = 10_000
FEW = 100  # claims; of more, each shows fewer rows, so that a page can still be opened
ROWS_OF_FEW, ROWS_OF_MANY = 10, 3
ROWS_THERE_ARE = "Drawn are the rows there are; the table may lack some."


def pictured(
    report: Report,
    items: Mapping[str, tuple[Item, ...]],
    tables: Tables,
    engine: Engine,
    repeat: Callable[[str, str], str],
    corrected: Mapping[tuple[str, str], Correction],
) -> Pictured:
    """The report with what a page shows besides.

    `repeat` gives the command for a claim of a file, `corrected` is by claim file and id.
    """
    results = report.claims
    at_most = ROWS_OF_FEW if len(results) <= FEW else ROWS_OF_MANY
    rows = rows_behind_each(results, tables, engine, at_most=at_most)
    asked = [wanted(result, tables) for result in results]
    drawn = iter(drawings([one for each in asked for one in each], tables, engine))
    paths = [statement.path for statement in report.statements for _ in statement.claims]
    behind = {}
    for path, result, shown, each in zip(paths, results, rows, asked, strict=True):
        bars = tuple(bar for bar in [next(drawn) for _ in each] if bar is not None)
        key = (path, result.claim.id)
        behind[key] = Behind(shown, bars, repeat(*key), corrected.get(key))
    plain = {each.name: getattr(report, each.name) for each in fields(Report)}
    return Pictured(**plain, items=items, behind=behind)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to ask for a drawing of this evidence: the groups of a measure, and of it where the claim speaks of them."""

    evidence: Evidence
    measure: Measure
    by: str
    asked: tuple[Query, ...]


def wanted(result: ClaimResult, tables: Tables) -> tuple[Wanted, ...]:
    """The drawings there are of a claim's checks that ran, each check once."""
    ran: dict[Check, Evidence] = {}
    for one in result.evidence:
        if one.error is None and one.measurement is not None:
            ran.setdefault(one.check, one)
    told: list[Wanted] = []
    for one in ran.values():
        try:
            found = _wanted(one, one.check.computation, tables)
        except FactcheckError:  # the check was asked of the whole table, and cannot be of its groups
            continue
        told += [found] if found else []
    return tuple(told)


def _wanted(one: Evidence, computation: Computation, tables: Tables) -> Wanted | None:
    match computation:
        case Change(of, start, end) if time := tables[of.table].time:
            parts = [replace(of, where=both(of.where, each)) for each in (start, end)]
            return _grouped(one, of, time.name, tables, parts)
        case Trend(of, over):
            return _grouped(one, of, over, tables)
        case Rank(_, by, each):
            among = both(by.where, no_totals(tables[by.table].column(each), by.where))
            own = replace(by, where=both(among, computation.of))
            return _grouped(one, replace(by, where=among), each, tables, [own])
        case Single(Measure(kind="median", of=Name(column)) as median) if not median.weight:
            count = replace(median, kind="count", of=None)
            return _grouped(one, count, column, tables)
    return None


def _grouped(one: Evidence, measure: Measure, by: str, tables: Tables, parts: Sequence[Measure] = ()) -> Wanted:
    table = tables[measure.table]
    asked = tuple(question(MEASURES, each, table, by=(by,)) for each in (measure, *parts))
    return Wanted(one, measure, by, asked)


def drawings(every: Sequence[Wanted], tables: Tables, engine: Engine) -> tuple[Drawing | None, ...]:
    """What is to be drawn of each; None where the engine gave no answer, or where there is nothing to compare."""
    asked = list(dict.fromkeys(query for one in every for query in one.asked))
    answers = dict(zip(asked, engine.answers(asked), strict=True))
    return tuple(_drawn(one, [answers[query] for query in one.asked], tables) for one in every)


def _drawn(one: Wanted, answers: Sequence[object], tables: Tables) -> Drawing | None:
    """The drawing; of a table that may lack rows it says that it shows those there are."""
    found = _drawing(one, answers, tables)
    if found is None or tables[one.measure.table].complete is not False:
        return found
    return replace(found, told=f"{found.told} {ROWS_THERE_ARE}")


def _drawing(one: Wanted, answers: Sequence[object], tables: Tables) -> Drawing | None:
    given = [answer for answer in answers if isinstance(answer, Answer) and answer.complete]
    if len(given) < len(answers):
        return None
    table = tables[one.measure.table]
    if one.evidence.check.kind == "median":
        return _distribution(one, given[0])
    try:
        found = groups(MEASURES, one.measure, table, given[0]).every
    except FactcheckError:
        return None
    meant = {row[0] for answer in given[1:] for row in answer.rows if fraction(row[-1]) > 0}
    if one.evidence.check.kind == "rank" and not table.column(one.by).type.is_time:
        return _ranking(one, found, meant)
    return _series(one, found, meant, compared=one.evidence.check.kind == "change")


def _series(one: Wanted, found: Sequence[Group], meant: set[Cell], *, compared: bool) -> Drawing | None:
    """The groups in the order of their time. A change between times that are all of it compares nothing to see."""
    if not FEWEST <= len(found) <= MOST or (compared and not meant):
        return None
    told = f"{_measured(one.measure)} by {one.by}" + (", those meant in black" if meant else "")
    return Drawing("series", f"{told}.", _of(found), tuple(_bar(group, meant) for group in found))


def _ranking(one: Wanted, found: Sequence[Group], meant: set[Cell]) -> Drawing | None:
    """The group meant, those ahead, and the next after it: from the end that the words speak of."""
    reading = one.evidence.judgement.reading
    from_below = reading is not None and reading.way is Way.LOWEST
    ordered = sorted(found, key=lambda group: group.amount.known.low or Fraction(0), reverse=not from_below)
    at = [place for place, group in enumerate(ordered) if group.key in meant]
    if not at or len(ordered) < FEWEST:
        return None
    near = {place + by for place in at for by in (-1, 0, 1)}
    kept = [place for place in range(len(ordered)) if place < RANKED - len(near) or place in near]
    bars = tuple(replace(_bar(ordered[place], meant), label=f"{place + 1}. {ordered[place].key}") for place in kept)
    end = "lowest" if from_below else "highest"
    told = f"{_measured(one.measure)} by {one.by}, the {end} first, the one meant in black."
    return Drawing("ranking", told, _of(ordered), bars, len(ordered) - len(kept))


def _distribution(one: Wanted, answer: Answer) -> Drawing | None:
    """How many rows lie in each of some equal steps from the least value to the greatest; the median's is marked."""
    values = [(Fraction(key), fraction(cells[-1])) for key, *cells in answer.rows if isinstance(key, Decimal)]
    amount = one.evidence.judgement.amount
    if not FEWEST <= len(values) <= VALUES or amount is None:
        return None
    least, most = min(values)[0], max(values)[0]
    steps = min(STEPS, len(values))
    edges = [least + (most - least) * at / steps for at in range(steps + 1)]
    bars = []
    for low, high in pairwise(edges):
        last = high == most
        counted = sum((rows for key, rows in values if low <= key < high or (last and key == high)), Fraction(0))
        middle = amount.exact
        meant = middle is not None and (low <= middle < high or (last and middle == high))
        bars.append(Bar(f"{number(low)} to {number(high)}", Interval.at(counted), meant))
    told = f"Rows by {one.by}, the step with the median in black."
    return Drawing("distribution", told, Of.LEVEL, tuple(bars))


def _bar(group: Group, meant: set[Cell]) -> Bar:
    """The bounds where they end, so that what is unknown is seen; else what is known."""
    bounds = group.amount.bounds
    shown = group.amount.known if bounds.low is None or bounds.high is None else bounds
    return Bar(str(group.key), shown, group.key in meant)


def _of(found: Sequence[Group]) -> Of:
    return found[0].amount.of


def _measured(measure: Measure) -> str:
    """What was measured, as the claim file calls it."""
    of = f" of {measure.of.column}" if isinstance(measure.of, Name) else ""
    return f"{measure.kind.capitalize()}{of}"
