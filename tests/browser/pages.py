"""Projects, and the pages that `factcheck report` writes of them."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
TODAY = "2026-11-23"


def shipped(folder: Path) -> Path:
    """The page of the statement of the IOM, of this repository's own claims."""
    for name in ("claims", "datasets"):
        shutil.copytree(ROOT / name, folder / name)
    return written(folder, "claims/iom-trafficking-day-2023.yaml")


def made(folder: Path, files: dict[str, str]) -> Path:
    """The page of a project of these files."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return written(folder, "claims/speech.yaml")


def written(folder: Path, claims: str) -> Path:
    words = [sys.executable, "-m", "factcheck", "report", claims, "-o", "out/page.html", "--today", TODAY]
    ended = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    assert ended.returncode in (0, 1), ended.stderr
    return folder / "out" / "page.html"
