"""The page of wordings: every line of the language files, with its example read by the program."""

from collections.abc import Iterator
from importlib.resources import files

from factcheck.languages import codes, load
from factcheck.languages.plain_yaml import Plain, plain
from factcheck.model.spelling import interval
from factcheck.wording import wording, wordings
from factcheck.wording.language import Language

HEAD = """# Wordings

What words accept. Each row is a line of a language file in `src/factcheck/languages/`: its words, a sentence with them,
what the program accepts for that sentence and by which rule, a number that holds and a near one that does not. Tests
try every sentence. This page is made from those files.

In words, `[the]` may be left out, `(a|b)` is one or the other, and `{amount}` is whatever the part of that name can be.
In the first table of a language the first column names the rule.
"""
NAMES = {"en": "English", "fr": "French"}
SECTIONS = {
    "rules": "How closely a bare number is taken",
    "hedge": "Hedges before a number",
    "passing": 'Hedges that after "rose" and "fell" name the level reached',
    "unsure": 'Hedges that after "rose" and "fell" could mean either',
    "after": "Hedges after a number",
    "glued_after": "Hedges glued to a number",
    "emphasis": "Words that change nothing",
    "amount": "Amounts",
    "quantity": "Quantities",
    "wording": "What a claim can say",
    "saying": "What only `says:` can say",
}
TOP = "| words | a sentence | accepts | rule | holds | does not |\n|---|---|---|---|---|---|\n"


def wordings_page() -> str:
    """The head, then each language, section by section."""
    return HEAD + "".join(_language(code) for code in codes())


def _language(code: str) -> str:
    content = plain((files("factcheck.languages") / f"{code}.yaml").read_text(encoding="utf-8"))
    language, told = load(code), f"\n## {NAMES.get(code, code)}\n"
    for section, lines in {"rules": _part(content, "rules"), **_sections(content)}.items():
        rows = "".join(_rows(section, lines, language))
        told += f"\n### {SECTIONS.get(section, section.replace('_', ' '))}\n\n{TOP}{rows}" if rows else ""
    return told


def _part(content: Plain, name: str) -> Plain:
    if not isinstance(content, dict):
        raise TypeError("a language file is a mapping")
    return content[name]


def _sections(content: Plain) -> dict[str, Plain]:
    sections = _part(content, "sections")
    if not isinstance(sections, dict):
        raise TypeError("sections are a mapping")
    return sections


def _rows(section: str, lines: Plain, language: Language) -> Iterator[str]:
    for line in lines:
        if isinstance(line, dict) and isinstance(example := line.get("example"), dict):
            sentence = str(example["sentence"])
            found = wording(sentence, language) if section == "saying" else wordings(sentence, language)[0]
            reading = found.readings[0]
            words = line.get("words", [line.get("rule_for", "")])
            shown = ", ".join(f"`{word}`" for word in words)
            cells = (interval(reading.accepts, reading.of), reading.rule, str(example["holds"]), str(example["not"]))
            yield "| " + " | ".join(map(_cell, (shown, sentence, *cells))) + " |\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
