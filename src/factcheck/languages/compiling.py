"""Makes a language out of the plain content of its file."""

from collections.abc import Iterator
from fractions import Fraction

from factcheck.languages.plain_yaml import Plain
from factcheck.model.readings import Remark, Way
from factcheck.wording.beginnings import beginnings, plain_looks
from factcheck.wording.intervals import interval
from factcheck.wording.language import Entry, Language, Section, Values, section
from factcheck.wording.needs import needs
from factcheck.wording.patterns import alternatives

# Lines that change what a number beside them says; the words of all others may be nouns.
TELLING = (
    *("hedge", "passing", "unsure", "after", "wording", "rate", "real"),
    *("change", "rise", "more", "higher", "superlative", "streak"),
)
# Lines whose words, left over beside a number, would make it another.
NUMERIC = (
    "numeral",
    "hundred",
    "scale",
    "glued_scale",
    "spaced_scale",
    "counted_scale",
    "part",
    "parts",
    "vulgar",
    "crowd",
    "updown",
)
# Sections whose plain words are looked up by what they are worth.
WORTH = ("numeral", "hundred", "scale", "glued_scale", "money_scale", "vulgar", "part", "parts", "ordinal_word")
LINE_KEYS = frozenset(
    {"words", "means", "rule", "value", "way", "unit", "accepts", "remark", "absolute", "figure", "close", "example"}
)


def language(content: Plain) -> Language:
    """The language that a file describes. Raises ValueError or TypeError where it cannot be one."""
    top = _mapping(content)
    sections = {name: _section(lines) for name, lines in _mapping(top["sections"]).items()}
    lists = {name: frozenset(_texts(words)) for name, words in _mapping(top["lists"]).items()}
    lists["cuts"] = _cuts(sections, lists)
    lists["refusals"] = _refusals(sections, lists["fillers"]) | lists["negations"]
    first = beginnings(sections, lists)
    return Language(
        code=_text(top["code"]),
        decimal=_text(top["decimal"]),
        groups=frozenset(_texts(top["groups"])),
        group=_texts(top["groups"])[0],
        sections=sections,
        rules={_text(line["rule_for"]): _text(line["rule"]) for line in map(_mapping, _list(top["rules"]))},
        words=lists,
        known=tuple((group, _texts(shown)) for group, shown in _mapping(top["known"]).items()),
        first=first,
        plain=plain_looks(first),
        needs=needs(sections),
        values={name: _values(sections.get(name)) for name in WORTH},
        top=int(_text(top["top"])),
        elisions={short: _text(word) for short, word in _mapping(top.get("elisions", {})).items()},
        offered={kind: _texts(words) for kind, words in _mapping(top.get("offered", {})).items()},
    )


def _section(lines: Plain) -> Section:
    return section(_line(_mapping(line)) for line in _list(lines))


def _line(line: dict[str, Plain]) -> tuple[Entry, list[tuple[str, ...]]]:
    """What a line means, and every row of words it stands for."""
    if unknown := line.keys() - LINE_KEYS:
        raise ValueError(f"unknown in a line of words: {', '.join(sorted(unknown))}")
    entry = _entry(line)
    return entry, [row for pattern in entry.patterns for row in alternatives(pattern)]


def _entry(line: dict[str, Plain]) -> Entry:
    return Entry(
        patterns=_texts(line["words"]),
        means=_text(line["means"]),
        rule=_text(line.get("rule", "")),
        value=Fraction(_text(line["value"])) if "value" in line else None,
        way=Way(_text(line.get("way", ""))),
        unit=_text(line.get("unit", "")),
        accepts=interval(_text(line["accepts"])) if "accepts" in line else None,
        remark=_remark(line),
        absolute=_is_yes(line.get("absolute", "no")),
        figure=_is_yes(line.get("figure", "yes")),
        close=_is_yes(line.get("close", "no")),
    )


def _remark(line: dict[str, Plain]) -> Remark | None:
    for note, when in _mapping(line.get("remark", {})).items():
        return Remark(note, interval(_text(when)))
    return None


def _refusals(sections: dict[str, Section], fillers: frozenset[str]) -> frozenset[str]:
    words = (word for name in TELLING if name in sections for word in _words(sections[name]))
    return frozenset(words) - fillers


def _cuts(sections: dict[str, Section], lists: dict[str, frozenset[str]]) -> frozenset[str]:
    words = (word for name in NUMERIC if name in sections for word in _words(sections[name]))
    return (frozenset(words) - lists["fillers"]) | lists.get("exceptions", frozenset())


def _words(lines: Section) -> Iterator[str]:
    waiting = [lines.root]
    while waiting:
        node = waiting.pop()
        yield from node.words
        waiting.extend((*node.words.values(), *node.slots.values()))


def _values(lines: Section | None) -> Values:
    """What each row of plain words is worth, by its first word and the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Fraction]]] = {}
    for entry in lines.entries if lines else ():
        for first, *more in (row for pattern in entry.patterns for row in alternatives(pattern)):
            if entry.value is not None:
                found.setdefault(first, []).append((tuple(more), entry.value))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


def _is_yes(value: Plain) -> bool:
    if value not in ("yes", "no"):
        raise ValueError(f"yes or no is wanted, not {value}")
    return value == "yes"


def _text(value: Plain) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a text is wanted, not {value}")
    return value


def _list(value: Plain) -> list[Plain]:
    if not isinstance(value, list):
        raise TypeError(f"a list is wanted, not {value}")
    return value


def _texts(value: Plain) -> tuple[str, ...]:
    return tuple(_text(item) for item in _list(value))


def _mapping(value: Plain) -> dict[str, Plain]:
    if not isinstance(value, dict):
        raise TypeError(f"a mapping is wanted, not {value}")
    return value
