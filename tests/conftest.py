"""No test takes anything from earlier runs unless it asks to. At the end: the bad inputs tried, and how each ended."""

import os

import pytest

os.environ["FACTCHECK_MEMORY"] = "off"

ENDED = "bad input"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Every test that recorded a bad input has its line."""
    reports = [*terminalreporter.stats.get("passed", []), *terminalreporter.stats.get("failed", [])]
    told = sorted(str(value) for report in reports for name, value in report.user_properties if name == ENDED)
    if told:
        terminalreporter.write_line(f"bad inputs: {len(told)} tried")
        for line in told:
            terminalreporter.write_line(f"  {line}")
