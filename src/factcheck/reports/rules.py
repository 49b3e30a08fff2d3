"""The kinds of findings: a list, and the page of one."""

from factcheck.gate.rules import RULES, Rule, page, slug, summary
from factcheck.reports.drawing.layout import Line, Span, columns, line, wrapped
from factcheck.reports.drawing.problems import STYLES

NAME = max(len(slug(name)) for name in RULES)
LEVEL = len("warning")
NARROW = NAME + LEVEL + 30


def listed(*, width: int) -> list[Line]:
    """Every finding with its level and the first line of its page."""
    return [one for rule in RULES.values() for one in _row(rule, width)]


def _row(rule: type[Rule], width: int) -> list[Line]:
    name, level = slug(rule.name), rule.level.value
    if width < NARROW:
        return [
            line(Span(name, "strong"), "  ", Span(level, STYLES[rule.level])),
            *(line("  ", part) for part in wrapped(summary(rule), width - 2)),
        ]
    room = width - NAME - LEVEL - 4
    return columns([(name, NAME, "strong"), (level, LEVEL, STYLES[rule.level]), (summary(rule), room, "")])


def page_of(rule: type[Rule], *, width: int) -> list[Line]:
    """Its name and level, what it says, why it matters, what to do, and how its level is set."""
    head = [line(Span(slug(rule.name), "strong"), "  ", Span(rule.level.value, STYLES[rule.level])), line()]
    paragraphs = (" ".join(part.split()) for part in (*page(rule).split("\n\n"), setting(rule)))
    return head + [one for part in paragraphs for one in (*map(line, wrapped(part, width)), line())][:-1]


def setting(rule: type[Rule]) -> str:
    """How its level is set."""
    if rule.is_fixed:
        return "No setting changes its level or leaves it out."
    name = slug(rule.name)
    told = f'levels: {name} = "error", "warning" or "note" in factcheck.toml sets its level'
    return f"{told}; --ignore {name} leaves it out."
