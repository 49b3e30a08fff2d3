"""Files that publishers give out and this repository does not hold: beside it, in `../shared`."""

import os
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent.parent / "shared"


def shared(name: str) -> Path:
    """The data. A test that needs it is skipped where it is absent, and fails where CI is set: CI has it."""
    return _there(f"data/{name}")


def statement(name: str) -> Path:
    """The statement's text; skipped and failed alike."""
    return _there(f"statements/{name}")


def _there(name: str) -> Path:
    path = FOLDER / name
    if not path.exists():
        told = f"../shared/{name} is not here"
        if os.environ.get("CI"):
            pytest.fail(told)
        pytest.skip(told)
    return path
