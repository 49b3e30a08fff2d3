"""Texts that a change brings and that no claim file is about: an article may have been renamed without its claims."""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from factcheck.claims.find import SUFFIXES
from factcheck.errors import FactcheckError
from factcheck.files.paths import inside, project_root
from factcheck.history.git import Base, added
from factcheck.model.sides import Side
from factcheck.model.texts import ReadText, Tracked
from factcheck.texts.opening import read_file


def strays(base: Base, before: Side, now: Side) -> Mapping[str, ReadText]:
    """The texts by their paths, looked for only where an article or a claim of the base is gone."""
    if not (set(_texts(before)) - set(_texts(now)) or _quotes(before) - _quotes(now)):
        return {}
    known = {Path(path).resolve() for path in _texts(now)}
    here, found = Path.cwd(), {}
    for name in added(base):
        path = (base.top / name).resolve()
        if path in known or path.suffix in SUFFIXES or not path.is_relative_to(project_root(here)):
            continue
        shown = Path(os.path.relpath(path, here)).as_posix()
        with suppress(FactcheckError):  # no text, or none that a reader sees
            found[shown] = read_file(inside(base.top, here, shown), shown, tracked=Tracked.ACCEPT)
    return found


def _texts(side: Side) -> Iterator[str]:
    return (each.statement.text_path for each in side.report.statements if each.statement.text_path)


def _quotes(side: Side) -> frozenset[str]:
    return frozenset(one.claim.quote for one in side.report.claims)
