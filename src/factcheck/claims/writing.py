"""Drafts of claims as the text of a claim file."""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.statements.drafting import Draft

WIDEST = 100

ADVICE = (
    "# Drafted from the text. Read each claim against it and add a check, or mark it not_checkable.",
    "# What nobody needs to check goes below ignore:, with the reason.",
)


@dataclass(frozen=True, slots=True)
class Head:
    """What a claim file says of its statement."""

    title: str
    publisher: str
    text: str
    speaker: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    encoding: str = ""
    tracked: str = ""


def claim_file(head: Head, drafts: Sequence[Draft]) -> str:
    """A whole new claim file."""
    keys = [("title", head.title), ("speaker", head.speaker), ("publisher", head.publisher)]
    keys += [("published", head.published), ("url", head.url), ("text", head.text)]
    keys += [("language", head.language), ("encoding", head.encoding), ("tracked", head.tracked)]
    lines = ["statement:", *(line for key, value in keys if value for line in _key(key, value, "  "))]
    return "\n".join([*lines, *ADVICE, "claims:", *items(drafts, "  ")]) + "\n"


def items(drafts: Iterable[Draft], indent: str) -> list[str]:
    """The lines of claims in a list that stands at that indent."""
    return [line for draft in drafts for line in _item(draft, indent)]


def _item(draft: Draft, indent: str) -> list[str]:
    inner = indent + "  "
    lines = [f"{indent}- id: {draft.id}"]
    keys = [("quote", draft.quote), ("prefix", draft.around.prefix), ("suffix", draft.around.suffix)]
    keys += [("says", draft.says), ("counts", draft.counts), ("about", draft.about), ("period", draft.period)]
    keys += [("according_to", draft.according_to), ("hedge", draft.hedge)]
    lines += [line for key, value in keys if value for line in _key(key, value, inner)]
    if draft.mentions:
        lines.append(f"{inner}mentions: [{', '.join(map(_quoted, draft.mentions))}]")
    return lines


def _key(key: str, value: str, indent: str) -> list[str]:
    """The key with its value in quotes, or below it where that makes too long a line."""
    if len(value) <= WIDEST:
        return [f"{indent}{key}: {_quoted(value)}"]
    folded = textwrap.wrap(value, WIDEST, break_long_words=False, break_on_hyphens=False)
    return [f"{indent}{key}: >-", *(f"{indent}  {line}" for line in folded)]


def _quoted(value: str) -> str:
    """
    >>> _quoted("it's 5")
    "'it''s 5'"
    """
    return "'" + value.replace("'", "''") + "'"
