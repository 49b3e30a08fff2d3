"""Files that publishers give out and this repository does not hold: beside it, in `../shared/data`."""

import os
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent.parent / "shared" / "data"


def shared(name: str) -> Path:
    """The file. A test that needs it is skipped where it is absent, and fails where CI is set: CI has it."""
    path = FOLDER / name
    if not path.exists():
        told = f"../shared/data/{name} is not here"
        if os.environ.get("CI"):
            pytest.fail(told)
        pytest.skip(told)
    return path
