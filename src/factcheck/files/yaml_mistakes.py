"""What PyYAML says of a mistake, put into the words of somebody who writes YAML by hand."""

import yaml

from factcheck.errors import Problem
from factcheck.files.nodes import Lines, problem_at
from factcheck.model.places import Place

_QUOTES = "put the whole text in quotes"

# What the parser's own message contains, what we say instead, and what to do.
_KNOWN = (
    ("mapping values are not allowed", "a colon and a space inside a text", _QUOTES),
    ("'\\t' that cannot start", "a tab", "indent with spaces"),
    ("that cannot start any token", "a text that opens with a character YAML keeps for itself", _QUOTES),
    ("alphabetic or numeric character", "a text that opens with a character YAML keeps for itself", _QUOTES),
    (
        "could not find expected ':'",
        "a line that is neither `key: value` nor an item of a list",
        "check the indentation",
    ),
    ("while scanning a quoted scalar", "a quote mark that is never closed", "close it; inside '...' write ' as ''"),
    (
        "expected ',' or ']'",
        "a list in brackets that is never closed",
        "close it, or put a text with brackets in quotes",
    ),
    ("expected ',' or '}'", "braces that are never closed", "close them, or put a text with braces in quotes"),
    ("while parsing a block mapping", "a line that does not belong here", f"check the indentation, or {_QUOTES}"),
    ("while parsing a block collection", "a line that does not belong to this list", "check the indentation"),
    ("unknown escape character", "a backslash before a character that needs none", "use '...', where \\ is itself"),
)

# Where these are said, the opening is what a person has to find, not the place the parser gave up.
_SHOWN_AT_OPENING = (
    "could not find expected ':'",
    "while scanning a quoted scalar",
    "expected ',' or ']'",
    "expected ',' or '}'",
)


def explained(error: yaml.YAMLError, path: str, lines: Lines) -> Problem:
    """The problem a parser's error stands for, at the place to mend."""
    if isinstance(error, yaml.reader.ReaderError):
        return _unseen_character(error.position, path, lines)
    if not isinstance(error, yaml.MarkedYAMLError):
        return Problem("not YAML", Place(path))
    said = f"{error.context or ''} {error.problem or ''}"
    known = next((line for line in _KNOWN if line[0] in said), None)
    opening = known is not None and known[0] in _SHOWN_AT_OPENING
    mark = (error.context_mark if opening else error.problem_mark) or error.problem_mark
    place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
    _, message, remedy = known or ("", f"not YAML: {error.problem}", _QUOTES)
    return problem_at(place, message, lines, remedy)


def _unseen_character(position: int, path: str, lines: Lines) -> Problem:
    number = 0
    while number < len(lines) - 1 and position > len(lines[number]):
        position -= len(lines[number]) + 1
        number += 1
    place = Place(path, number + 1, position + 1)
    return problem_at(place, "a character that cannot be seen or printed", lines, "take it out")
