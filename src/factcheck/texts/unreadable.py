"""What a file is that is not what its name says, and why a document cannot be read."""

from factcheck.errors import ExitCode, FactcheckError, Problem

PDF = b"%PDF-"
# Some programs write a few lines before the sign.
PDF_WITHIN = 1024
_SIGNS = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a word processor's or a zip file",
    b"\xd0\xcf\x11\xe0": "an old Office file, or one with a password",
    b"{\\rtf": "a rich text file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
}


def sign_of(data: bytes) -> str:
    """What a file is by its first bytes; empty where they are no such sign."""
    return next((kind for sign, kind in _SIGNS.items() if data.startswith(sign)), "")


def kind_of(data: bytes) -> str:
    """The same, where the file is no text: an empty file is told as well."""
    return sign_of(data) or ("an empty file" if not data else "plain text or something else")


def another_kind(what: str, called: str, remedy: str) -> FactcheckError:
    """The file is not what its name says it is: a name is what a person wrote."""
    return FactcheckError(Problem(f"this is {what}, not {called}", remedy=remedy))


def unreadable(message: str, remedy: str) -> FactcheckError:
    """The file is what it says, and nobody can read it here: damaged, locked, made to hurt, or without words."""
    return FactcheckError(Problem(message, remedy=remedy, code=ExitCode.NOT_CHECKED))
