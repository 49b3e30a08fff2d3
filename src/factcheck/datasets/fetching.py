"""Downloads: whole or not at all, taken up again where they broke off, and compared with the hash that is expected."""

import codecs
import hashlib
import http.client
import os
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from factcheck import __version__
from factcheck.errors import ExitCode, FactcheckError, Problem
from factcheck.files.write import remedy_for
from factcheck.model.spelling import plural

LARGEST = 50 << 30
SECONDS = 30
TRIES = 4
_CHUNK = 1 << 18
_START = 1_000

Progress = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be downloaded, and what is known of it: its sha256 and size, or nothing."""

    address: str
    target: Path
    sha256: str = ""
    bytes: int | None = None


@dataclass(frozen=True, slots=True)
class Came:
    """A file that has come: its sha256, the name that its server gives it, and what the server calls its kind."""

    sha256: str
    name: str = ""
    kind: str = ""


def silent(done: int, of: int | None) -> None:
    """Tells nobody how far it is."""


def download(wanted: Wanted, *, progress: Progress = silent) -> Came:
    """Puts the file in its place. Raises FactcheckError, and leaves nothing half-written there.

    What has come of a file whose hash is known stays beside it, as .NAME.part, and the next try takes it up.
    """
    _refuse_other_addresses(wanted.address)
    part = wanted.target.with_name(f".{wanted.target.name}.part")
    if not wanted.sha256 or part.is_symlink():
        part.unlink(missing_ok=True)
    try:
        wanted.target.parent.mkdir(parents=True, exist_ok=True)
        came = _fetch(wanted, part, progress)
        _refuse_another(wanted, part, came.sha256)
        part.replace(wanted.target)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        told = f"{wanted.target.name} cannot be written: {error.strerror or error}"
        raise _refused(told, f"{remedy_for(error)}; nothing was left half-written") from None
    return came


def _refuse_another(wanted: Wanted, part: Path, found: str) -> None:
    """A page to log in on, or another file than the one that is known."""
    with part.open("rb") as file:
        start = file.read(_START).removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        part.unlink()
        remedy = "open it in a browser: you may have to log in, or to choose a file there"
        raise _refused(f"{wanted.address} gives a web page, and no table", remedy)
    if wanted.sha256 and found != wanted.sha256:
        part.unlink()
        raise _refused(
            f"{wanted.address} gives another file: sha256 {found[:8]}..., expected {wanted.sha256[:8]}...",
            "the publisher may have changed it: download it beside the old one, and look: factcheck data diff",
        )


def _refuse_other_addresses(address: str) -> None:
    parts = urllib.parse.urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        remedy = "write https://...; or get the file by other means, and give its path"
        raise FactcheckError(Problem(f'"{address}" is no address of the web', remedy=remedy))
    if parts.username is not None:
        remedy = "get the file by other means, and give its path"
        told = f"an address at {parts.hostname} holds a name or a password, and would be written down with it"
        raise FactcheckError(Problem(told, remedy=remedy))


def _fetch(wanted: Wanted, part: Path, progress: Progress) -> Came:
    """All of the file into `part`; a connection that breaks is made again a few times."""
    mark, told = "", f"{wanted.address} broke off {TRIES} times"
    for _ in range(TRIES):
        have = part.stat().st_size if part.exists() else 0
        try:
            with _opened(wanted, have, mark) as answer:
                have = _begins_at(answer, have, part)
                mark = answer.headers.get("ETag", "")
                if _copied(answer, part, have, wanted, progress):
                    return Came(_sha256(part), _name_of(answer), answer.headers.get_content_type())
        except urllib.error.HTTPError as error:
            error.close()
            told = f"{wanted.address} answers {error.code} {error.reason}"
            if _is_whole(error.code, part, wanted):
                return Came(wanted.sha256)
        except (urllib.error.URLError, http.client.HTTPException, ConnectionError, TimeoutError, ValueError) as error:
            why = error.reason if isinstance(error, urllib.error.URLError) else error
            told = f"{wanted.address} cannot be reached: {why}"
        if not wanted.sha256 and not _is_strong(mark):
            part.unlink(missing_ok=True)
    if not wanted.sha256:
        part.unlink(missing_ok=True)
    raise _refused(told, f"try again later{': it goes on where it stopped' if wanted.sha256 else ''}")


def _is_strong(mark: str) -> bool:
    """Whether the mark of a version tells the same bytes, and not merely the same meaning."""
    return mark.startswith('"')


def _begins_at(answer: http.client.HTTPResponse, have: int, part: Path) -> int:
    """The byte at which the answer begins: the one that was asked for, or the first. Raises ConnectionError."""
    if answer.headers.get("Content-Encoding", "identity") != "identity":
        told = f"{answer.url} is sent packed, though it was asked for as it is"
        raise _refused(told, "download it in a browser, and give its path")
    if answer.status != http.HTTPStatus.PARTIAL_CONTENT:
        return 0
    if not answer.headers.get("Content-Range", "").startswith(f"bytes {have}-"):
        part.unlink()
        raise ConnectionError("it sends another part than the one asked for")
    return have


def _name_of(answer: http.client.HTTPResponse) -> str:
    """What the server calls the file; else the last part of the address that a redirection led to."""
    path = urllib.parse.unquote(urllib.parse.urlsplit(answer.url).path)
    return (answer.headers.get_filename() or path).replace("\\", "/").rpartition("/")[2]


def _is_whole(code: int, part: Path, wanted: Wanted) -> bool:
    """Whether a refusal means that there is no more to come. Raises FactcheckError where trying again will not help."""
    if code == http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE and part.exists():
        if wanted.sha256 and _sha256(part) == wanted.sha256:
            return True
        part.unlink()
    elif code < http.HTTPStatus.INTERNAL_SERVER_ERROR:
        raise _refused(
            f"{wanted.address} answers {code} {http.HTTPStatus(code).phrase}", "check the address in a browser"
        )
    return False


def _opened(wanted: Wanted, have: int, mark: str) -> http.client.HTTPResponse:
    """The answer of the server, from the byte `have` on; redirections lead to addresses of the web only."""
    headers = {"User-Agent": f"factcheck/{__version__}", "Accept-Encoding": "identity"}
    if have:
        headers["Range"] = f"bytes={have}-"
        headers |= {"If-Range": mark} if _is_strong(mark) else {}
    request = urllib.request.Request(wanted.address, headers=headers)  # noqa: S310 - http and https alone
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    answer = opener.open(request, timeout=SECONDS)
    assert isinstance(answer, http.client.HTTPResponse)  # noqa: S101 - what these handlers give
    return answer


def _copied(answer: http.client.HTTPResponse, part: Path, have: int, wanted: Wanted, progress: Progress) -> bool:
    """Whether all that the server announced has come."""
    length = answer.headers.get("Content-Length", "")
    whole = have + int(length) if length.isdecimal() else None
    limit = wanted.bytes if wanted.bytes is not None else LARGEST
    with part.open("ab" if have else "wb") as file:
        done, is_cut = _copy(answer, file, have, limit, lambda now: progress(now, whole))
        file.flush()
        os.fsync(file.fileno())
    if done > limit:
        part.unlink()
        told = f"{wanted.address} is larger than the {plural(limit, 'byte')} expected"
        raise _refused(told, "the publisher may have changed it")
    return not is_cut and (whole is None or done >= whole)


def _copy(answer: IO[bytes], file: IO[bytes], done: int, limit: int, tell: Callable[[int], None]) -> tuple[int, bool]:
    """How many bytes there are then, and whether the answer was cut off."""
    while done <= limit:
        try:
            chunk = answer.read(_CHUNK)
        except http.client.IncompleteRead as broken:
            file.write(broken.partial)
            return done + len(broken.partial), True
        if not chunk:
            break
        file.write(chunk)
        done += len(chunk)
        tell(done)
    return done, False


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _refused(message: str, remedy: str) -> FactcheckError:
    return FactcheckError(Problem(message, remedy=remedy, code=ExitCode.NOT_CHECKED))
