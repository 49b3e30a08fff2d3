"""Text of strangers, made safe to show: nothing in a quote or a cell reaches a terminal raw."""

import unicodedata

# Format characters that readers need: joiners in Indic and Arabic scripts and in emoji.
KEPT = frozenset("\u200c\u200d")
UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})


def visible(text: str) -> str:
    """The text on one line, with control characters and marks that reorder text written out.

    >>> visible("a\\x1b[31mb\\nc\\u202ed")
    'a\\\\x1b[31mb c\\\\u202ed'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character in "\n\r\t\v\f\x85\u2028\u2029":
        return " "
    if unicodedata.category(character) in UNSEEN and character not in KEPT:
        return character.encode("unicode_escape").decode("ascii")
    return character
