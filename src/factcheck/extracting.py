"""A text -> the claim file drafted from it, new or added to; what of it claim files cover; the quantities in it."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.claimed import files_about
from factcheck.claims.extending import extended
from factcheck.claims.find import FOLDER, about, text_named_in, tracked_in
from factcheck.claims.load import ClaimFile
from factcheck.claims.shape import NOT_HELD
from factcheck.claims.writing import Head, claim_file
from factcheck.errors import ExitCode, FactcheckError, Problem
from factcheck.files.paths import MARKS, inside, project_root
from factcheck.files.text import read_bytes
from factcheck.files.write import write
from factcheck.gate.applying import settled
from factcheck.gate.levels import finding, of_problem
from factcheck.gate.rules import texts
from factcheck.gating import covering
from factcheck.languages import load as load_language
from factcheck.model.coverage import Coverage, Item
from factcheck.model.drafted import Drafted
from factcheck.model.findings import Finding
from factcheck.model.places import Place
from factcheck.model.quantities import Placed
from factcheck.model.settings import Settings
from factcheck.model.texts import BlockKind, ReadText, Tracked
from factcheck.statements.drafting import drafts
from factcheck.statements.lines import LINE_BREAK, LineIndex
from factcheck.texts import DOCUMENTS, format_of
from factcheck.texts import read as read_text
from factcheck.texts.opening import UTF_8, read_data, read_file
from factcheck.wiring import DEFAULT
from factcheck.wording import quantities
from factcheck.wording.language import Language

STANDARD_INPUT = "standard input"
LONGEST_TITLE = 120
NOBODY = "not named"


@dataclass(frozen=True, slots=True)
class Source:
    """A text and where it comes from. `path` is None where it was given on standard input.

    `tracked` is what was said of its tracked changes; empty where nothing was.
    """

    read: ReadText
    shown: str
    path: Path | None = None
    encoding: str = UTF_8
    tracked: str = ""


def opened(path: Path, shown: str, *, encoding: str, text_format: str, tracked: str = "") -> Source:
    """The text of a file; what becomes of tracked changes is as said, else as a claim file about it says.

    Raises FactcheckError where it cannot be read, or has no words.
    """
    if not tracked and (text_format or format_of(shown)) in DOCUMENTS and path.exists():
        tracked = next(filter(None, map(tracked_in, about(path, Path.cwd()))), "")
    read = read_file(path, shown, encoding=encoding, text_format=text_format, tracked=_tracked(tracked))
    return _with_words(Source(read, shown, path, encoding, tracked))


def given(data: bytes, *, encoding: str, text_format: str, tracked: str = "") -> Source:
    """The text in bytes from standard input. Raises FactcheckError as `opened` does."""
    form, said = text_format, _tracked(tracked)
    return _with_words(
        Source(read_data(data, STANDARD_INPUT, encoding=encoding, text_format=form, tracked=said), STANDARD_INPUT)
    )


def _tracked(said: str) -> Tracked:
    """What nobody can say is refused when the claim file is read."""
    return Tracked(said) if said in tuple(Tracked) else Tracked.REFUSE


def _with_words(source: Source) -> Source:
    if source.read.blocks:
        return source
    left = f" ({', '.join(_left_out(source.read))} left out)" if source.read.left_out else ""
    remedy = "give a file with words; --format says what it is written in: text, markdown, html, docx, odt, pdf"
    raise FactcheckError(Problem(f"no words in this text{left}", Place(source.shown), remedy))


def extract(source: Source, head: Head, *, output: Path | None) -> Drafted:
    """The claim file drafted from a text: what there is, with the new claims at its end, or a new one.

    Raises FactcheckError where there is nothing to claim, or the file cannot be added to.
    """
    found = drafts(source.read, _language(head.language))
    path = home(source, output)
    left_out, shown = _left_out(source.read), _shown(path) if path else ""
    if path is not None and path.exists():
        old = _old(path, shown, source)
        made = extended(old, shown, source.read.text, found)
        return Drafted(shown, old, made.text, made.added, made.gone, made.back, left_out)
    if not found:
        remedy = "nothing was written; factcheck coverage shows each figure that is read"
        nothing = Problem("no claims found in this text", Place(source.shown), remedy, code=ExitCode.FINDINGS)
        raise FactcheckError(nothing)
    whole = claim_file(_headed(head, source, path), found)
    return Drafted(shown, None, whole, tuple(draft.id for draft in found), left_out=left_out)


def home(source: Source, output: Path | None) -> Path | None:
    """The claim file that is meant; None where a text that stands in no file is only to be printed."""
    return output or (_home(source) if source.path else None)


def write_out(drafted: Drafted, path: Path) -> None:
    """Writes the file, unless someone has changed it since it was read."""
    now = _decoded(path, drafted.shown) if path.exists() else None
    if now != drafted.old:
        raise FactcheckError(Problem("the file has just been changed", Place(drafted.shown), "run it again"))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, drafted.text)
    except OSError as error:
        message = f"cannot be written: {error.strerror or error}"
        raise FactcheckError(Problem(message, Place(drafted.shown), code=ExitCode.NOT_CHECKED)) from None


def coverage(source: Source, settings: Settings = DEFAULT, *, language: str = "en") -> Coverage:
    """What of a text its claim files cover."""
    files, problems = files_about(source.path) if source.path else ((), ())
    code = next((file.statement.language for file in files if file.statement), language)
    found, on_figures = covering(source.read, source.shown, _language(code), files, settings.min_coverage)
    findings, told = settled((*map(of_problem, problems), *on_figures, *_nothing(source, found, files)), settings)
    return Coverage(
        path=source.shown,
        items=found,
        files=tuple(file.path for file in files),
        left_out=_left_out(source.read),
        findings=findings,
        told=told,
    )


def listed(source: Source, *, language: str = "en", by_line: bool = False) -> tuple[Placed, ...]:
    """Every quantity of a text, with its place in the file; with `by_line`, in lines that are texts of their own."""
    known, whole = _language(language), source.read.source
    if by_line:
        lines = enumerate(LINE_BREAK.split(whole), start=1)
        return tuple(one for number, line in lines for one in _of_line(line, number, known))
    index = LineIndex(whole, source.read.sections)
    spans = ((source.read.span(one.start, one.end), one) for one in quantities(source.read.text, known))
    placed = ((index.place(start, source.shown), start, end, one) for (start, end), one in spans)
    return tuple(Placed(at.line, start, end, one, at.within) for at, start, end, one in placed)


def _of_line(line: str, number: int, language: Language) -> Iterator[Placed]:
    """Without what cannot be seen in it; the offsets are those of the line as it stands."""
    seen = read_text(line, "text")
    for one in quantities(seen.text, language):
        yield Placed(number, *seen.span(one.start, one.end), one)


def _language(code: str) -> Language:
    try:
        return load_language(code or "en")
    except KeyError as unknown:
        raise FactcheckError(Problem(str(unknown.args[0]), remedy="name one of these with --language")) from None


def _nothing(source: Source, found: Sequence[Item], files: Sequence[ClaimFile]) -> list[Finding]:
    if not found:
        return [finding(texts.NothingToCover, "no figure and no superlative was found", Place(source.shown))]
    if not files and source.path:
        remedy = f"write one: factcheck extract {source.shown}"
        return [finding(texts.NoClaimFile, "no claim file is about this text", Place(source.shown), remedy=remedy)]
    return []


def _headed(head: Head, source: Source, path: Path | None) -> Head:
    """The head with what the text itself tells: its title, where it lies, its encoding."""
    title = head.title or _title(source)
    encoding = "" if source.encoding.lower().replace("_", "-") in ("utf-8", "utf8") else source.encoding
    text = _text_from(source.path, path) if source.path and path else NOT_HELD
    publisher = head.publisher or NOBODY
    return replace(head, title=title, publisher=publisher, text=text, encoding=encoding, tracked=source.tracked)


def _title(source: Source) -> str:
    """The first heading, else the name of the file."""
    read = source.read
    heading = next((block for block in read.blocks if block.kind is BlockKind.HEADING), None)
    words = " ".join(read.text[heading.start : heading.end].split()) if heading else ""
    if words and len(words) <= LONGEST_TITLE:
        return words
    return source.path.stem if source.path else STANDARD_INPUT


def _text_from(text: Path, file: Path) -> str:
    """The text as it is seen from the claim file. Raises FactcheckError where that leads out of the project."""
    written = Path(os.path.relpath(text.resolve(), file.resolve().parent)).as_posix()
    root = project_root(file)
    try:
        inside(root, file.resolve().parent, written)
    except FactcheckError:
        remedy = f"put the text into {root.name}, or the claim file beside it: --output"
        raise FactcheckError(
            Problem("the text lies outside the claim file's project", Place(_shown(text)), remedy)
        ) from None
    return written


def _home(source: Source) -> Path:
    """The claim file that is about the text; else the one of its name in `claims/`."""
    if source.path is None:
        raise AssertionError("a text without a file has no claim file")
    known = about(source.path, Path.cwd())
    if len(known) > 1:
        remedy = f"name one with --output: {', '.join(map(_shown, known))}"
        raise FactcheckError(Problem("several claim files are about this text", Place(source.shown), remedy))
    beside = source.path.parent if source.path.resolve().parent.name == FOLDER else _root(source.path) / FOLDER
    return known[0] if known else beside / f"{source.path.stem}.yaml"


def _root(text: Path) -> Path:
    """The text's project; where no mark tells one, the folder in which the command was given, if the text is in it."""
    root, here = project_root(text), Path.cwd().resolve()
    is_marked = any((root / mark).exists() for mark in MARKS)
    return here if not is_marked and root.is_relative_to(here) else root


def _old(path: Path, shown: str, source: Source) -> str:
    named = text_named_in(path)
    if source.path is not None and named is not None and named != source.path.resolve():
        remedy = "name another file with --output; nothing was written"
        raise FactcheckError(
            Problem(f"this claim file is about another text than {source.shown}", Place(shown), remedy)
        )
    return _decoded(path, shown)


def _decoded(path: Path, shown: str) -> str:
    """The file with its byte order mark and its line ends."""
    try:
        return read_bytes(path, shown).decode("utf-8")
    except UnicodeDecodeError:
        raise FactcheckError(Problem("not UTF-8 text", Place(shown), "save the file as UTF-8")) from None


def _left_out(read: ReadText) -> tuple[str, ...]:
    """What was not read, with how many of each: "2 code blocks"."""
    counted = Counter(part.what for part in read.left_out)
    return tuple(f"{number} {what}{'s' if number > 1 else ''}" for what, number in counted.items())


def _shown(path: Path) -> str:
    """The path as it would be typed here."""
    for home in (Path.cwd(), Path.cwd().resolve()):
        if path.is_relative_to(home):
            return path.relative_to(home).as_posix()
    return path.as_posix()
