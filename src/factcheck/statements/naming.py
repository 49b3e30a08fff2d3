"""Names for claims: made from their sentence's own words, so that edits elsewhere change none of them."""

import hashlib
import re
import unicodedata

from factcheck.statements.phrases import words
from factcheck.statements.plain import plain
from factcheck.wording.language import Language

MOST_WORDS = 5
LONGEST_WORD = 20
DIGITS = 4

_PLAIN = re.compile(r"[^a-z0-9]+")


def name(sentence: str, quote: str, says: str, language: Language) -> str:
    """The content words of what is said and of its quote, and a few digits that stand for the whole sentence.

    >>> from factcheck.languages import load
    >>> name("It has 175 member states.", "It has 175 member states", "175", load("en"))
    '175-member-states-49ad'
    """
    stop = language.listed("stop_words")
    said = [word.text for word in (*words(says), *words(quote)) if word.text not in stop]
    parts = [part for word in said if (part := _simple(word))]
    kept = list(dict.fromkeys(parts))[:MOST_WORDS]
    whole = "|".join(" ".join(plain(one).text.split()) for one in (sentence, quote, says))
    return "-".join([*(kept or ["claim"]), hashlib.sha256(whole.encode()).hexdigest()[:DIGITS]])


def _simple(word: str) -> str:
    """The word in small letters and digits without accents: "150,000" is "150000"."""
    bare = unicodedata.normalize("NFKD", word.replace("'s", "")).lower()
    return _PLAIN.sub("", bare)[:LONGEST_WORD]
