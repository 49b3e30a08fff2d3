"""The files of a new project: a statement, its claims, a table and its description, which check at once."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def contents() -> tuple[tuple[str, str], ...]:
    """Each file's path in the new project, and its text."""
    return tuple(_below(files(__name__), ""))


def _below(folder: Traversable, prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.name.endswith((".py", ".pyc")) or entry.name == "__pycache__":
            continue
        if entry.is_dir():
            found += _below(entry, f"{prefix}{entry.name}/")
        else:
            found.append((prefix + entry.name, entry.read_text(encoding="utf-8")))
    return found
