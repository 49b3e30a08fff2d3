"""Writes the pages and schemas that are made from the code: docs/checks.md and docs/schemas/."""

import json
from pathlib import Path

from factcheck import checks
from factcheck.claims import schema as claims
from factcheck.datasets import description

DOCS = Path(__file__).parent.parent / "docs"
HEAD = """# Check kinds

A claim's `check` has one kind: what is computed, from which rows of which dataset. Beside it stand `where` and `among`
(conditions that both restrict the rows), `weight` (a column that counts what each row stands for), `missing: bounds`
(judge by what unknown values could make of the number) and `per` (divide by the days, weeks, months or years of the
period). This page is made from the files in `src/factcheck/checks/`.
"""


def kinds() -> str:
    """The page of check kinds: each kind's own docstring under its name."""
    modules = {**checks.MEASURES, **checks.COMPOSED}
    return HEAD + "".join(f"\n## {kind}\n\n{_page(modules[kind].__doc__ or '')}\n" for kind in checks.KINDS)


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


def pages() -> dict[Path, str]:
    """Every page that is made, with its text."""
    return {
        DOCS / "checks.md": kinds(),
        DOCS / "schemas" / "claims.json": json.dumps(claims.schema(), indent=2, ensure_ascii=False) + "\n",
        DOCS / "schemas" / "datasets.json": json.dumps(description.schema(), indent=2, ensure_ascii=False) + "\n",
    }


if __name__ == "__main__":
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
