"""Text of strangers, made safe to show: nothing in a quote or a cell reaches a terminal, or a CI's log, raw."""

import re
import unicodedata

# Joiners, which Indic and Arabic scripts and emoji need; between other letters they only hide a difference.
JOINERS = frozenset("\u200c\u200d")
UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")  # letters that show nothing
BREAKS = "\n\r\t\v\f\x85\u2028\u2029"

# What CI systems take for a command of theirs: "::error::" at the start of a line, "##[group]" anywhere.
COMMAND = re.compile(r"::(?=[A-Za-z])|##(?=\[|[A-Za-z]+\[)")


def visible(text: str) -> str:
    """The text on one line, with control characters, marks that reorder or hide text, and CI's commands written out.

    >>> visible("a\\x1b[31mb\\nc\\u202ed ::error::e")
    'a\\\\x1b[31mb c\\\\u202ed \\\\x3a:error\\\\x3a:e'
    """
    told = COMMAND.sub(lambda found: f"\\x{ord(found[0][0]):x}{found[0][1]}", text)
    if told.isascii() and told.isprintable():
        return told
    return "".join(map(_shown, told, " " + told))


def _shown(character: str, before: str) -> str:
    if character in BREAKS:
        return " "
    return character.encode("unicode_escape").decode("ascii") if _is_unseen(character, before) else character


def _is_unseen(character: str, before: str) -> bool:
    if character in JOINERS:
        return before.isascii()
    return character in BLANKS or unicodedata.category(character) in UNSEEN


def visible_json(text: str) -> str:
    """JSON with the same characters and commands written as JSON writes them; it reads back as the same values.

    >>> visible_json('{"a": "\\u202e ##[group]"}')
    '{"a": "\\\\u202e #\\\\u0023[group]"}'
    """
    told = COMMAND.sub(lambda found: f"{found[0][0]}\\u{ord(found[0][1]):04x}", text)
    if told.isascii():
        return told.replace("\x7f", "\\u007f")
    return "".join(
        _escaped(one) if one != "\n" and _is_unseen(one, before) else one
        for one, before in zip(told, " " + told, strict=False)
    )


def _escaped(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
