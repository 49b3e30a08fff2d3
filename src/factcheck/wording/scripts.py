"""Digits of other scripts, read as the figures that they are: "１２", "١٢٣", "५%"."""

import re
import unicodedata

# Between digits only; elsewhere these are commas and stops of their own scripts.
_DECIMALS, _GROUPS = "٫．", "٬，"
_DIGIT = r"(?![0-9])\d"
_RUN = re.compile(rf"{_DIGIT}(?:\d|[{_DECIMALS}{_GROUPS}](?={_DIGIT}))*")
_SIGNS = dict(zip("％٪＄￡￥", "%%$£¥", strict=True))
# What news text holds beside ASCII most of the time: none of it is a digit.
_HAS_OTHERS = re.compile("[\u0660-\u1fff\u3000-\uffff\U00010000-\U0010ffff]")


def in_our_digits(text: str, decimal: str) -> str:
    """The text with digits 0 to 9, and the signs of percent and money, each character in the place where it stood.

    >>> in_our_digits("１２ of ١٬٢٣٤٫٥", ".")
    '12 of 1,234.5'
    """
    if text.isascii() or not _HAS_OTHERS.search(text):
        return text
    for sign, ours in _SIGNS.items():
        text = text.replace(sign, ours)
    return _RUN.sub(lambda run: _written(run.group(), decimal), text)


def _written(run: str, decimal: str) -> str:
    signs = {**dict.fromkeys(_DECIMALS, decimal), **dict.fromkeys(_GROUPS, "." if decimal == "," else ",")}
    return "".join(signs.get(sign) or str(unicodedata.decimal(sign)) for sign in run)
