"""A text -> the claim file drafted from it: a new one, or the one there is, added to."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from factcheck.claims.extending import extended
from factcheck.claims.find import FOLDER, about, said_in, text_named_in
from factcheck.claims.shape import NOT_HELD
from factcheck.claims.writing import Head, claim_file
from factcheck.errors import ExitCode, FactcheckError, Problem
from factcheck.files.paths import MARKS, inside, leads_out, project_root
from factcheck.files.text import read_bytes
from factcheck.files.write import write
from factcheck.given import STANDARD_INPUT, Source, language_of, left_out
from factcheck.model.drafted import Drafted
from factcheck.model.places import Place
from factcheck.model.texts import BlockKind
from factcheck.statements.drafting import drafts

LONGEST_TITLE = 120
NOBODY = "not named"


def extract(source: Source, head: Head, *, output: Path | None) -> Drafted:
    """The claim file drafted from a text: what there is, with the new claims at its end, or a new one.

    What other claim files about the text have is not added. Raises FactcheckError where there is nothing to claim, or
    the file cannot be added to.
    """
    path = home(source, output)
    known = about(source.path, Path.cwd()) if source.path else []
    others = [(_decoded(one, _shown(one)), _shown(one)) for one in known if path is None or one != path.resolve()]
    language = head.language or next(filter(None, (said_in(one, "language") for one in _told_by(path, known))), "")
    found, not_read = drafts(source.read, language_of(language)), left_out(source.read)
    if path is not None and path.exists():
        shown = _shown(path)
        old = _old(path, shown, source)
        made = extended(old, shown, source.read.text, found, others)
        return Drafted(shown, old, made.text, made.added, made.gone, made.back, not_read)
    if not found:
        remedy = "nothing was written; factcheck coverage shows each figure that is read"
        nothing = Problem("no claims found in this text", Place(source.shown), remedy, code=ExitCode.FINDINGS)
        raise FactcheckError(nothing)
    whole = claim_file(_headed(replace(head, language=language), source, path), found)
    return Drafted(_shown(path) if path else "", None, whole, tuple(draft.id for draft in found), left_out=not_read)


def _told_by(path: Path | None, known: Sequence[Path]) -> list[Path]:
    """The claim files that may tell a text's language, the one that is meant first."""
    return [*([path] if path and path.exists() else []), *known]


def home(source: Source, output: Path | None) -> Path | None:
    """The claim file that is meant; None where a text that stands in no file is only to be printed.

    Raises FactcheckError where a link, which whoever changes the project may have put there, leads out of it.
    """
    path = output or (_home(source.path, source.shown) if source.path else None)
    if output and leads_out(output):
        raise FactcheckError(_link(output))
    return path


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


def _home(text: Path, shown: str) -> Path:
    """The claim file that is about the text; else the one of its name in `claims/`."""
    known = about(text, Path.cwd())
    if len(known) > 1:
        remedy = f"name one with --output: {', '.join(map(_shown, known))}"
        raise FactcheckError(Problem("several claim files are about this text", Place(shown), remedy))
    root = _root(text)
    beside = text.parent if text.resolve().parent.name == FOLDER else root / FOLDER
    path = known[0] if known else beside / f"{text.stem}.yaml"
    if not known and not path.resolve().is_relative_to(root.resolve()):
        raise FactcheckError(_link(path))
    return path


def _link(path: Path) -> Problem:
    remedy = "take the link away, or name another file with --output; nothing was written"
    return Problem("a link leads out of the project", Place(_shown(path)), remedy)


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


def _shown(path: Path) -> str:
    """The path as it would be typed here."""
    for home in (Path.cwd(), Path.cwd().resolve()):
        if path.is_relative_to(home):
            return path.relative_to(home).as_posix()
    return path.as_posix()
