"""What drafting claims from a text makes of a claim file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Drafted:
    """A claim file, new or with claims added. `shown` is its path as the user would type it.

    `old` is None where there was no file; `added`, `gone` (newly marked) and `back` (marked, and in the text again)
    are ids; `left_out` is what of the text was not read.
    """

    shown: str
    old: str | None
    text: str
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
