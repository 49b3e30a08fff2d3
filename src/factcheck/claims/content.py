"""What a claim file says of a claim, as one hash: the same for every layout of the same keys and values."""

import hashlib
import json
from typing import TypeAlias

from factcheck.files.nodes import Mapping, Node, Scalar

# Who signed it, and what a person notes beside it, are not what was signed.
LEFT_OUT = frozenset({"signed", "note"})

Content: TypeAlias = "str | list[Content] | dict[str, Content]"


def content(node: Node) -> str:
    """The hash of a claim's keys and values. Their order, quote marks, indents, line ends and comments are no part.

    >>> from factcheck.files.yaml import load
    >>> first, same, other = "{id: a, says: 'over  5', note: x}", "says: >-\\n  over\\n  5\\nid: a", "{id: a, says: 5}"
    >>> [content(load(each, "a.yaml")) == content(load(first, "a.yaml")) for each in (same, other)]
    [True, False]
    """
    told = _plain(node)
    if isinstance(told, dict):
        told = {key: value for key, value in told.items() if key not in LEFT_OUT}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode("ascii")).hexdigest()


def _plain(node: Node) -> Content:
    if isinstance(node, Scalar):
        return " ".join(node.text.split())
    if isinstance(node, Mapping):
        return {key.text: _plain(value) for key, value in node.entries}
    return [_plain(item) for item in node.items]
