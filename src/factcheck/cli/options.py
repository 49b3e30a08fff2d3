"""Options that several commands have."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

import typer


class CoverageFormat(StrEnum):
    """How the coverage of a text is written; the last three tell its findings alone."""

    TABLE = "table"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    GITLAB = "gitlab"


class FailOn(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


Paths = Annotated[
    list[str] | None,
    typer.Argument(help="Texts, claim files or folders; the folder claims/ where none is given.", metavar="[PATH]..."),
]
Today = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"], help="The day to judge by, for claims without a day of their own.", metavar="DAY"
    ),
]
Locked = Annotated[
    bool,
    typer.Option(
        "--locked", help="End with code 3 where a dataset is not the one that its description or factcheck.lock pins."
    ),
]


def day(today: datetime | None) -> date:
    """The day given, else the day it is: the one place where the clock is read."""
    return today.date() if today else date.today()  # noqa: DTZ011 a newsroom's day is its own
