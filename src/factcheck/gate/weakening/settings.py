"""Settings in a file that ask for less than those of the base. Those of the base are the ones that hold."""

from collections.abc import Iterator

from factcheck.gate.levels import ORDER
from factcheck.gate.rules import RULES, slug
from factcheck.gate.weakening.telling import told
from factcheck.model.findings import Finding
from factcheck.model.settings import Settings
from factcheck.model.sides import Side


def compared(base: Side, head: Side) -> Iterator[Finding]:
    for message in _less(base.settings, head.settings):
        yield told(f"{message} in the settings; those of the base hold", None)


def _less(before: Settings, now: Settings) -> Iterator[str]:
    if ORDER.index(now.fail_on) > ORDER.index(before.fail_on):
        yield f"fail-on was {before.fail_on}, and is {now.fail_on} now"
    if now.select and (not before.select or set(before.select) - set(now.select)):
        yield "fewer findings are selected"
    if more := sorted(set(now.ignore) - set(before.ignore)):
        yield f"{', '.join(map(slug, more))} is ignored now"
    if (now.min_coverage or 0) < (before.min_coverage or 0):
        yield "min-coverage is lower"
    if before.locked and not now.locked:
        yield "locked was taken out"
    for name in sorted({*before.levels, *now.levels}):
        own = RULES[name].level
        if ORDER.index(now.levels.get(name, own)) < ORDER.index(before.levels.get(name, own)):
            yield f"the level of {slug(name)} is lower"
