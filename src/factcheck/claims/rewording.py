"""Puts another figure into quotes and `says` of a claim file: those characters alone, wherever that can be proven."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.claims.scalars import claim_nodes, in_quote_marks, prove, span_of
from factcheck.errors import FactcheckError
from factcheck.files.nodes import Node, Scalar
from factcheck.files.yaml import load
from factcheck.model.fixes import NewWords


@dataclass(frozen=True, slots=True)
class _Change:
    scalar: Scalar
    value: str
    old: str
    words: str

    @property
    def key(self) -> tuple[int, int]:
        return self.scalar.place.line, self.scalar.place.column


def reworded(old: str, shown: str, claims: Sequence[NewWords]) -> str:
    """The file with the new words. Where they cannot be put into a value as it is written, it is written anew.

    Raises FactcheckError where that cannot be done, or would change anything else.
    """
    mark = len(old) - len(old.removeprefix("\ufeff"))
    body = old[mark:]
    root = load(body, shown)
    changes = sorted((one for claim in claims for one in _changes(root, claim)), key=lambda one: one.key, reverse=True)
    for change in changes:
        body = _changed(body, root, change, shown)
    prove(root, body, shown, {one.key: one.value for one in changes})
    return old[:mark] + body


def _changes(root: Node, new: NewWords) -> list[_Change]:
    found = []
    for claim in claim_nodes(root):
        quote, says = claim.get("quote"), claim.get("says")
        if not isinstance(quote, Scalar) or quote.place != new.quote_place:
            continue
        found.append(_Change(quote, new.quote, new.old, new.words))
        if new.says and isinstance(says, Scalar):
            found.append(_Change(says, new.says, new.old, new.words))
    return found


def _changed(body: str, root: Node, change: _Change, shown: str) -> str:
    """With the words put in the place of the old ones, if that gives the value; else with the whole value in quotes."""
    start, end = span_of(body, root, change.scalar.place, shown)
    raw = body[start:end]
    if raw.count(change.old) == 1:
        within = body[:start] + raw.replace(change.old, _escaped(change.words, raw)) + body[end:]
        if _reads(within, change, shown):
            return within
    return body[:start] + in_quote_marks(change.value) + body[end:]


def _escaped(words: str, raw: str) -> str:
    return words.replace("'", "''") if raw.startswith("'") else words


def _reads(body: str, change: _Change, shown: str) -> bool:
    """The value stands there now. Changes below it in the file are made already, so its own place is as it was."""
    try:
        root = load(body, shown)
    except FactcheckError:
        return False
    scalars = [value for claim in claim_nodes(root) for _, value in claim.entries if isinstance(value, Scalar)]
    return any(one.place == change.scalar.place and one.text == change.value for one in scalars)
