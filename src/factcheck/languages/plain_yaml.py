"""The YAML of our own language files as plain texts, lists and mappings; fast, since every run reads one.

Nothing is converted: a scalar is the text that stands there. The files are ours, so the parser in C is safe here.
"""

from collections.abc import Iterator

import yaml
from yaml import events

Plain = str | list["Plain"] | dict[str, "Plain"]

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def plain(text: str) -> Plain:
    """The content of a YAML text. Raises ValueError where a key comes twice."""
    stream = iter(yaml.parse(text, Loader=_LOADER))
    for event in stream:
        if isinstance(event, events.DocumentStartEvent):
            return _node(next(stream), stream)
    raise ValueError("nothing in this file")


def _node(event: events.Event, stream: Iterator[events.Event]) -> Plain:
    if isinstance(event, events.ScalarEvent):
        return str(event.value)
    if isinstance(event, events.SequenceStartEvent):
        return _items(stream)
    return _entries(stream)


def _items(stream: Iterator[events.Event]) -> list[Plain]:
    items: list[Plain] = []
    while not isinstance(event := next(stream), events.SequenceEndEvent):
        items.append(_node(event, stream))
    return items


def _entries(stream: Iterator[events.Event]) -> dict[str, Plain]:
    entries: dict[str, Plain] = {}
    while not isinstance(event := next(stream), events.MappingEndEvent):
        key = str(_node(event, stream))
        if key in entries:
            raise ValueError(f'the key "{key}" comes twice in one mapping')
        entries[key] = _node(next(stream), stream)
    return entries
