"""Every transcript in tests/cases/scenarios: the installed command prints exactly this, and ends so."""

from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet
from transcripts import WRONG, make, run, sections, told, transcripts

PATHS = transcripts()


def test_there_are_transcripts() -> None:
    assert len(PATHS) >= 10


def _parameter(path: Path) -> ParameterSet:
    """A transcript that is known to be wrong must fail, until it is mended and says so no more."""
    text = path.read_text(encoding="utf-8")
    reason = text.partition("\n")[0].removeprefix(WRONG)
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if text.startswith(WRONG) else []
    return pytest.param(path, id=path.stem, marks=marks)


@pytest.mark.parametrize("path", [_parameter(path) for path in PATHS])
def test_transcript(path: Path, tmp_path: Path) -> None:
    parts = sections(path.read_text(encoding="utf-8"))
    expected = list(told(parts))
    assert expected, f"{path.name} has no command"
    assert parts[0].text.strip(), f"{path.name} does not say what it is about"
    project = tmp_path / "project"
    make(project, parts)
    found = [(command, run(command, project)) for command, _ in expected]
    assert found == expected
