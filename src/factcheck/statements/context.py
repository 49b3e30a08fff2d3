"""What stands beside a claim in its sentence: whom it is about, who says so, how sure, and what else is named."""

import re
from collections.abc import Iterator, Sequence

from factcheck.statements.clauses import Clause
from factcheck.statements.phrases import Word, phrases
from factcheck.wording import years
from factcheck.wording.language import Language

LONGEST_SUBJECT = 14
SIDES = frozenset(',;:“”"«»–—-')
LONGEST_SOURCE = 160

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*\.?")


def subject(text: str, said: Sequence[Word], language: Language, start: int = 0) -> str:
    """The words before the sentence's first verb; empty where they are too many, or none.

    `start` is where the sentence begins to say something: after "Moreover,".
    """
    listed = language.listed
    before: list[Word] = []
    for at, word in enumerate(said):
        if word.start < start:
            continue
        is_described = word.text == "," and at + 1 < len(said) and said[at + 1].text in listed("relatives")
        if word.text in listed("verbs") or (before and is_described):
            break
        before = [] if word.text in SIDES else [*before, word]
        if len(before) > LONGEST_SUBJECT:
            return ""
    else:
        return ""
    if not before or before[0].text in listed("sources_before") or before[0].text[0].isdigit():
        return ""
    return text[before[0].start : before[-1].end]


def is_pronoun(words: str, language: Language) -> bool:
    return words.lower() in language.listed("subject_pronouns")


def is_the_speaker(words: str, language: Language) -> bool:
    """ "We", "I": whoever speaks, and no one that was named before."""
    return words.lower() in language.listed("first_person")


def source(text: str, said: Sequence[Word], language: Language) -> str:
    """The source that the sentence itself names: "according to X", "X said"."""
    named = next(iter(phrases(list(said), language, "sources_before")), None)
    if named is not None:
        rest = text[named.end : named.end + LONGEST_SOURCE]
        words = re.split(r"[,;:.](?=\s|\Z)|[“\"]", rest.strip(), maxsplit=1)[0].strip()
        return " ".join(words.split())
    for at, word in enumerate(said):
        if at and word.text in language.listed("sources_after"):
            return _speaker(text, said, at, language.listed("articles"))
    return ""


def _speaker(text: str, said: Sequence[Word], at: int, articles: frozenset[str]) -> str:
    """The name just before the verb, or after it: "Aune said", "said Aune"."""
    first = at
    while first and text[said[first - 1].start].isupper():
        first -= 1
    if first < at and said[first].text not in articles:
        return text[said[first].start : said[at - 1].end]
    last = at
    while last + 1 < len(said) and text[said[last + 1].start].isupper():
        last += 1
    return text[said[at + 1].start : said[last].end] if last > at else ""


def hedge(said: Sequence[Word], clause: Clause, text: str, language: Language) -> str:
    """The author's own doubt within the clause: "likely", "could"; not the month of "in May"."""
    months = language.sections["month"].root.words if "month" in language.sections else {}
    for phrase in phrases(list(said), language, "author_hedges"):
        is_month = said[phrase.first].text in months and text[phrase.start].isupper()
        if clause.start <= phrase.start and phrase.end <= clause.end and not is_month:
            return text[phrase.start : phrase.end]
    return ""


def mentions(text: str, language: Language) -> tuple[str, ...]:
    """The names and places of a sentence, and its years, in order, each once."""
    found = [*_names(text, language), *((start, text[start:end]) for start, end, _ in years(text, language))]
    return tuple(dict.fromkeys(words for _, words in sorted(found)))


def _names(text: str, language: Language) -> Iterator[tuple[int, str]]:
    links, starters = language.listed("name_links"), language.listed("sentence_starters")
    run: list[re.Match[str]] = []
    for word in [*_WORD.finditer(text), None]:
        is_name = word is not None and word.group()[0].isupper()
        is_link = word is not None and bool(run) and word.group() in links
        if word and (is_name or is_link) and _follows(text, run, word):
            run.append(word)
            continue
        yield from _name(text, run, links, starters)
        run = [word] if word and is_name else []


def _follows(text: str, run: Sequence["re.Match[str]"], word: "re.Match[str]") -> bool:
    return not run or text[run[-1].end() : word.start()].strip(" \n\r\t") == ""


def _name(
    text: str, run: list["re.Match[str]"], links: frozenset[str], starters: frozenset[str]
) -> Iterator[tuple[int, str]]:
    """A run of capitals, without the words that only begin a sentence or join names."""
    while run and run[-1].group() in links:
        run.pop()
    while run and run[0].group().lower() in starters:
        run.pop(0)
    if run and not (len(run) == 1 and run[0].start() == 0 and not run[0].group().isupper()):
        words = " ".join(text[run[0].start() : run[-1].end()].rstrip(".").split())
        yield run[0].start(), re.sub(r"['’]s$", "", words)
