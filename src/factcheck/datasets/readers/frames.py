"""Rows of a pandas frame as text: what Stata and SPSS share."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_MIDNIGHT = time()


def rows_of(frames: "Iterable[pd.DataFrame]") -> Iterator[tuple[int, list[str]]]:
    """The names, then every row of every frame, each cell as it would be typed."""
    number = 1
    for frame in frames:
        if number == 1:
            yield 1, [str(name) for name in frame.columns]
        for row in _shortest(frame).astype(object).itertuples(index=False, name=None):
            number += 1
            yield number, [_text(cell) for cell in row]


def _shortest(frame: "pd.DataFrame") -> "pd.DataFrame":
    """The frame with numbers of 32 bits in their shortest form: 0.1, where 64 bits would show 0.10000000149."""
    single = frame.select_dtypes("float32").columns
    return frame.astype(dict.fromkeys(single, str)).astype(dict.fromkeys(single, float)) if len(single) else frame


def _text(cell: object) -> str:
    match cell:
        case str():
            return cell
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case float() if cell != cell:  # not a number: missing
            return ""
        case float() if cell.is_integer() and abs(cell) < 1e15:  # noqa: PLR2004 - below, a float is exact
            return str(int(cell))
        case datetime():
            return (
                ""
                if cell is _no_time()
                else (cell.date().isoformat() if cell.time() == _MIDNIGHT else cell.isoformat(" "))
            )
        case date():
            return cell.isoformat()
        case _:
            return "" if cell is _no_value() else str(cell)


def _no_time() -> object:
    import pandas as pd

    return pd.NaT


def _no_value() -> object:
    import pandas as pd

    return pd.NA
