"""Adds claims to a file that a person has worked on: at its end, or one line at an exact place; all else stays."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from factcheck.claims.inserting import Insertions
from factcheck.claims.siblings import id_of
from factcheck.errors import FactcheckError, Problem
from factcheck.files.nodes import Mapping, Node, Scalar, placeless
from factcheck.files.nodes import Sequence as ListNode
from factcheck.files.yaml import load
from factcheck.model.places import Place
from factcheck.statements.anchors import Ambiguous, Found, Lost, find
from factcheck.statements.drafting import Draft
from factcheck.statements.plain import PlainText, plain


@dataclass(frozen=True, slots=True)
class Extended:
    """The file's new text; the ids of the claims added, of those newly marked as gone, and of those that are back."""

    text: str
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    back: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Written:
    """A claim as it stands in the file."""

    node: Mapping
    id: str
    at: tuple[tuple[int, int], ...]
    is_lost: bool


def extended(
    old: str, shown: str, text: str, drafts: Sequence[Draft], others: Sequence[tuple[str, str]] = ()
) -> Extended:
    """The claim file with the drafts that none of its claims covers, and marks beside the claims whose words are gone.

    `text` is the statement's readable text; `others` are the other claim files about it, each with the path to show:
    what their claims cover is not added. Raises FactcheckError where the file cannot be read, or cannot be added to.
    """
    root = load(old.removeprefix("\ufeff"), shown)
    if not isinstance(root, Mapping) or not _may_hold_claims(root):
        raise FactcheckError(Problem("not a claim file: it has no list of claims", Place(shown), "name another file"))
    claims, within, put = root.get("claims"), plain(text), Insertions(old, shown)
    written = _all_written(claims, within)
    held = [*written, *_all_written(root.get("ignore"), within)]
    held += [one for other, its_path in others for one in _written_in(other, its_path, within)]
    fresh = _uncovered(drafts, held)
    marked = [one for one in written if one.is_lost and put.mark(one.node)]
    back = [one.id for one in written if not one.is_lost and put.is_marked(one.node)]
    if fresh and isinstance(claims, ListNode):
        put.append(root, claims, fresh)
    elif fresh:
        put.begin(root, fresh)
    new = put.made()
    _keeps_all(root, new, shown, [draft.id for draft in fresh])
    return Extended(new, tuple(draft.id for draft in fresh), tuple(one.id for one in marked), tuple(back))


def _written_in(file: str, shown: str, within: PlainText) -> list["_Written"]:
    """What a file claims or ignores; nothing where it cannot be read, since loading it will say why."""
    try:
        root = load(file.removeprefix("\ufeff"), shown)
    except FactcheckError:
        return []
    keys = ("claims", "ignore") if isinstance(root, Mapping) else ()
    return [one for key in keys if isinstance(root, Mapping) for one in _all_written(root.get(key), within)]


def _may_hold_claims(root: Mapping) -> bool:
    """It has a list of claims; or a statement, and no claims yet."""
    claims = root.get("claims")
    is_empty = claims is None or (isinstance(claims, Scalar) and not claims.text and not claims.quoted)
    return isinstance(claims, ListNode) or (is_empty and isinstance(root.get("statement"), Mapping))


def _written(node: Node, within: PlainText) -> _Written | None:
    if not isinstance(node, Mapping) or not (quote := _text(node, "quote")):
        return None
    anchor = find(within, quote, _text(node, "prefix"), _text(node, "suffix"))
    match anchor:
        case Found(start, end):
            return _Written(node, id_of(node), ((start, end),), is_lost=False)
        case Ambiguous(places):
            return _Written(node, id_of(node), places, is_lost=False)
        case Lost():
            return _Written(node, id_of(node), (), is_lost=True)


def _all_written(node: Node | None, within: PlainText) -> list[_Written]:
    return [one for item in _items(node) if (one := _written(item, within))]


def _text(node: Mapping, key: str) -> str:
    value = node.get(key)
    return value.text if isinstance(value, Scalar) else ""


def _uncovered(drafts: Sequence[Draft], written: Sequence[_Written]) -> Sequence[Draft]:
    """The drafts whose words none of these quotes, and whose id none of these has."""
    ids, spans = {one.id for one in written}, sorted({span for one in written for span in one.at})
    furthest = list(accumulate((end for _, end in spans), max))

    def is_covered(start: int, end: int) -> bool:
        before = bisect_right(spans, start, key=lambda span: span[0])
        return before > 0 and end <= furthest[before - 1]

    return [draft for draft in drafts if draft.id not in ids and not is_covered(*draft.at)]


def _keeps_all(root: Mapping, new: str, shown: str, added: Sequence[str]) -> None:
    """Raises FactcheckError unless the new text reads as the old file with the new claims at the end of its list."""
    try:
        read = load(new.removeprefix("\ufeff"), shown)
    except FactcheckError as error:
        raise _cannot(shown) from error
    before, after = _items(root.get("claims")), _items(read.get("claims") if isinstance(read, Mapping) else None)
    kept = len(before)
    is_same = _told(before) == _told(after[:kept]) and _beside_claims(root) == _beside_claims(read)
    if not is_same or [id_of(node) for node in after[kept:]] != list(added):
        raise _cannot(shown)


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, ListNode) else ()


def _told(items: Sequence[Node]) -> list[object]:
    return [placeless(item) for item in items]


def _beside_claims(root: Node) -> list[object]:
    entries = root.entries if isinstance(root, Mapping) else ()
    return [(key.text, placeless(value)) for key, value in entries if key.text != "claims"]


def _cannot(shown: str) -> FactcheckError:
    remedy = "write the last claim as the others, and end the file with a line end; nothing was written"
    return FactcheckError(Problem("the new claims cannot be added at the end of this file", Place(shown), remedy))
