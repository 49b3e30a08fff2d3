"""Work that takes over a second says so on stderr; stdout stays the report's."""

import time

import pytest

from factcheck.cli.screen import patience


def test_slow_work_says_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    """Waits until it is told, however slow the machine is."""
    told = ""
    with patience("checking"):
        while not told:
            time.sleep(0.05)
            captured = capsys.readouterr()
            assert captured.out == ""
            told = captured.err
    assert told == "checking ...\n"


def test_quick_work_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with patience("checking"):
        pass
    assert capsys.readouterr() == ("", "")
