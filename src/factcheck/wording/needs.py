"""The words that a slot cannot do without, so that it is not tried in a text that has none of them.

"Five trafficked victims ..." may go on with "in a row", and so would be a streak; where neither "row" nor another such
word stands in the text, no streak is looked for behind any of its numbers.
"""

from collections.abc import Iterator, Mapping

from factcheck.wording.language import Node, Section

Steps = tuple[str, ...]


def needs(sections: Mapping[str, Section]) -> dict[str, frozenset[str]]:
    """For each slot with a word in all its patterns: words of which one at least stands in whatever fills it."""
    found = {name: _needs(section) for name, section in sections.items()}
    return {name: words for name, words in found.items() if words}


def _needs(section: Section) -> frozenset[str]:
    """The longest word of each pattern, which seldom stands everywhere; none where a pattern has no word."""
    longest = {max(words, key=len, default="") for words in _words(section.root)}
    return frozenset() if "" in longest else frozenset(longest)


def _words(root: Node) -> Iterator[Steps]:
    """The plain words of each pattern below a node, the last of them first."""
    waiting: list[tuple[Node, Steps]] = [(root, ())]
    while waiting:
        node, words = waiting.pop()
        if node.entry is not None:
            yield words
        waiting.extend((after, (word, *words)) for word, after in node.words.items())
        waiting.extend((after, words) for after in node.slots.values())
