"""A claim file -> its statement and claims, bound to the datasets; and everything that is wrong with it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.claims.asked_rows import Data, never
from factcheck.claims.claim import claim
from factcheck.claims.collecting import Collected
from factcheck.claims.figures import Read, unused_figures
from factcheck.claims.saying import Gives
from factcheck.claims.shape import FileShape, IgnoredShape
from factcheck.claims.siblings import id_of, siblings
from factcheck.claims.statement import DEFAULT_LANGUAGE, LanguageOf, Stated, TextOf, stated, text_in
from factcheck.errors import FactcheckError, Problem
from factcheck.files.nodes import Lines, Node, lines_of, problem_at
from factcheck.files.reading import read as read_shape
from factcheck.files.yaml import load as load_yaml
from factcheck.files.yaml import read
from factcheck.model.claims import Claim, Ignored, Statement
from factcheck.model.places import Place
from factcheck.model.tables import Table
from factcheck.wording.language import Language


@dataclass(frozen=True, slots=True)
class TakenOut:
    """A claim that cannot be checked, since something is wrong with how it is written. `id` may be empty."""

    id: str
    place: Place


@dataclass(frozen=True, slots=True)
class ClaimFile:
    """One claim file. `problems` are all there are, by place; the claims are those without one, in their order.

    `statement` is None, and no claim is given, where the file or its statement cannot be used.
    """

    path: str
    statement: Statement | None = None
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()
    taken_out: tuple[TakenOut, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    lines: Lines = ()
    language: Language | None = None
    text_file: Path | None = None


def load(
    path: Path,
    shown: str,
    tables: Mapping[str, Table],
    *,
    language_of: LanguageOf,
    gives: Gives,
    text_of: TextOf = text_in,
    instead: str | None = None,
    is_unread: Callable[[str], bool] = never,
) -> ClaimFile:
    """The claim file at `path`, which the user would call `shown`. Never raises for what stands in the file.

    With `instead` as if that stood in the file. `text_of` reads the statement's text from a file, the name to show, an
    encoding, and what becomes of tracked changes; `gives` says what a check gives.
    `is_unread` says of a name whether a dataset of it is described, but wrongly.
    """
    try:
        root, lines = read(path, shown) if instead is None else (load_yaml(instead, shown), lines_of(instead))
        file = read_shape(root, FileShape, lines, called="the claim file")
    except FactcheckError as error:
        return ClaimFile(shown, problems=error.problems)
    found, data = Collected(), Data(tables, lines, is_unread)
    about = found.attempt(stated, file.statement, path, shown, data, language_of=language_of, text_of=text_of)
    if not file.claims:
        found.problems.append(problem_at(root, "no claims: nothing would be checked", lines, "write one below claims:"))
    language = about.language if about else language_of(DEFAULT_LANGUAGE)
    statement = about.statement if about else None
    reads = [found.attempt(claim, node, statement, language, data, gives) for node in file.claims]
    kept = siblings([one for one in reads if one], [id_of(node) for node in file.claims], found, lines)
    made = _claim_file(shown, about, kept, file.claims, found, data)
    return replace(made, ignored=tuple(map(_ignored, file.ignore)))


def _claim_file(
    shown: str, about: Stated | None, kept: Sequence[Read], nodes: Sequence[Node], found: Collected, data: Data
) -> ClaimFile:
    problems = FactcheckError(*found.problems).problems
    good = {one.claim.place for one in kept}
    if about is None:
        return ClaimFile(shown, problems=problems, taken_out=tuple(map(_taken_out, nodes)), lines=data.lines)
    return ClaimFile(
        path=shown,
        statement=about.statement,
        claims=tuple(replace(one.claim, unused_figures=unused_figures(one, kept, about.language)) for one in kept),
        problems=problems,
        taken_out=tuple(_taken_out(node) for node in nodes if node.place not in good),
        lines=data.lines,
        language=about.language,
        text_file=about.text_file,
    )


def _ignored(shape: IgnoredShape) -> Ignored:
    return Ignored(shape.quote.value, shape.because, shape.quote.node.place, shape.prefix, shape.suffix)


def _taken_out(node: Node) -> TakenOut:
    return TakenOut(id_of(node), node.place)
