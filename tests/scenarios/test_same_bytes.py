"""The same files and the same day give the same bytes, whatever the machine is set to."""

import pytest
from transcripts import ROOT, Told, run_words

COMMANDS = [
    ["check", "--output-format", "json", "--today", "2026-11-23"],
    ["check", "--output-format", "table", "--today", "2026-11-23"],
    ["explain", "victims-in-database", "--rows", "--plan", "--today", "2026-11-23"],
    ["data", "show", "published-figures", "--rows", "20"],
]
SETTINGS = [
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Anchorage", "LC_ALL": "", "LANG": "C"},
    {"PYTHONHASHSEED": "3", "LC_ALL": "POSIX", "PYTHONUTF8": "1", "TERM": "dumb"},
]


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words[:2]))
def test_settings_of_the_machine_change_nothing(words: list[str]) -> None:
    told = [run_words(words, ROOT, settings) for settings in SETTINGS]
    assert told[0].stdout
    assert told == [told[0]] * len(told)


def test_a_terminal_that_knows_ascii_only_is_told_everything() -> None:
    """What cannot be shown is written out; nothing stops."""
    words = ["check", "--claim", "child-cases-at-home", "--output-format", "table", "--today", "2026-11-23"]
    poor = run_words(words, ROOT, {"PYTHONIOENCODING": "ascii"})
    rich = run_words(words, ROOT)
    assert (poor.stderr, poor.code) == (rich.stderr, rich.code)
    assert poor.stdout == rich.stdout.encode("ascii", "backslashreplace").decode("ascii")


def test_the_day_counts_only_for_claims_without_a_day_of_their_own() -> None:
    def told(day: str) -> Told:
        found = run_words(["check", "--output-format", "json", "--today", day], ROOT)
        return Told(found.stdout.replace(day, "DAY"), found.stderr, found.code)

    assert told("2023-08-01") == told("2031-01-01")


def test_the_day_decides_where_the_claim_has_none() -> None:
    """`--today` is read as a day, and anything else is wrong usage."""
    assert run_words(["check", "--today", "2026-13-01"], ROOT).code == 2
    assert run_words(["check", "--today", "today"], ROOT).code == 2
