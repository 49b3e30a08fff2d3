"""Writes what is made from the code: pages and schemas in docs/, and the outputs of commands in README.md."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from commands_page import commands
from tutorial_page import followed
from wordings_page import wordings_page

from factcheck import checks
from factcheck.claims import schema as claims
from factcheck.datasets import description
from factcheck.gate.rules import RULES, page, slug
from factcheck.reports.rules import setting

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
README = ROOT / "README.md"
TUTORIAL = DOCS / "tutorial.md"
SHOWN = re.compile(r"^```\n\$ (?P<command>factcheck .*)\n(?P<output>(?:.*\n)*?)```$", re.MULTILINE)
HEAD = """# Check kinds

A claim's `check` has one kind: what is computed, from which rows of which dataset. Beside it stand `where` and `among`
(conditions that both restrict the rows), `weight` (a column that counts what each row stands for: of counts, shares,
sums and means), `missing: bounds` (judge by what unknown values could make of the number) and `per` (divide by the
days, weeks, months or years of the period). This page is made from the files in `src/factcheck/checks/`.
"""


def kinds() -> str:
    """The page of check kinds: each kind's own docstring under its name."""
    modules = {str(kind): module.__doc__ for kind, module in [*checks.MEASURES.items(), *checks.COMPOSED.items()]}
    return HEAD + "".join(f"\n## {kind}\n\n{_page(modules[kind] or '')}\n" for kind in checks.KINDS)


FINDINGS = """# Findings

What a run can find, each with the level it has unless a setting says otherwise. `factcheck rule NAME` prints the same
in a terminal. This page is made from the files in `src/factcheck/gate/rules/`.
"""


def findings() -> str:
    """The page of findings: each rule's own docstring under its name."""
    return FINDINGS + "".join(
        f"\n## {slug(name)}\n\nLevel: {rule.level.value}. {page(rule)}\n\n{setting(rule)}\n"
        for name, rule in RULES.items()
    )


def _page(docstring: str) -> str:
    """The docstring as Markdown: its example indented, its three claims as a list."""
    paragraphs = docstring.strip().split("\n\n")
    return "\n\n".join(_listed(part) if part.startswith("Supports:") else part for part in paragraphs)


def _listed(paragraph: str) -> str:
    starts = ("Supports:", "Refutes:", "Cannot decide:")
    lines = [f"- **{_bold(line)}" if line.startswith(starts) else f"  {line}" for line in paragraph.split("\n")]
    return "\n".join(lines)


def _bold(line: str) -> str:
    word, _, rest = line.partition(":")
    return f"{word}:**{rest}"


def readme(text: str) -> str:
    """README with each command's output as it is now."""
    return SHOWN.sub(lambda shown: f"```\n$ {shown['command']}\n{output(shown['command'])}```", text)


def output(command: str) -> str:
    """What a command prints, 80 columns wide and without colour, in the folder of this repository."""
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONPATH": str(ROOT / "src")}
    words = [sys.executable, "-m", "factcheck", *shlex.split(command)[1:]]
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout


def pages() -> dict[Path, str]:
    """Every page that is made, with its text; but the tutorial, whose many commands take seconds."""
    return {
        README: readme(README.read_text(encoding="utf-8")),
        DOCS / "checks.md": kinds(),
        DOCS / "findings.md": findings(),
        DOCS / "commands.md": commands(),
        DOCS / "wordings.md": wordings_page(),
        DOCS / "schemas" / "claims.json": json.dumps(claims.schema(), indent=2, ensure_ascii=False) + "\n",
        DOCS / "schemas" / "datasets.json": json.dumps(description.schema(), indent=2, ensure_ascii=False) + "\n",
    }


if __name__ == "__main__":
    tutorial = {TUTORIAL: followed(TUTORIAL.read_text(encoding="utf-8"))[0]}
    for path, text in {**pages(), **tutorial}.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
