"""How many quantities of news sentences are read right: NewsQuant, by value, and by value and change mark.

    python benchmarks/newsquant.py FILE

FILE is the benchmark's JSON, which is not part of this project. A value is right within 1e-5 of itself; of a range both
ends must be. In a sentence each quantity of ours is set against at most one of theirs, those with the same mark first.
Years, dates, scores, ranks and streaks are left out, as the benchmark leaves them out; "one of the largest" counts as
one, as it does there. The mistakes go to standard error with `--show`; the last line is one of JSON.
"""

import json
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.languages import load
from factcheck.model.quantities import Quantity, Sort
from factcheck.wording import quantities

CLOSE = 1e-5
NOT_COUNTED = {Sort.YEAR, Sort.DATE, Sort.PERIOD, Sort.SCORE, Sort.RANK, Sort.STREAK}
RANGE = re.compile(r"(-?[0-9.]+(?:E[+-]?[0-9]+)?)-(-?[0-9.]+)")


@dataclass(frozen=True, slots=True)
class Read:
    """One quantity: its number or both ends of its range, and how it is meant."""

    values: tuple[float, ...]
    mark: str


def ours(quantity: Quantity) -> Read | None:
    """What we read; None for what the benchmark does not count."""
    says_one_of = quantity.sort is Sort.RANK and quantity.text.casefold().startswith("one of")
    if quantity.sort in NOT_COUNTED and not says_one_of:
        return None
    values = (quantity.value,) if quantity.value is not None else (quantity.low, quantity.high)
    known = tuple(float(value) for value in values if value is not None)
    return Read(tuple(sorted(known)), quantity.mark.value) if known else None


def theirs(quantity: dict[str, str]) -> Read:
    """What the benchmark says."""
    ends = RANGE.fullmatch(quantity["value"])
    values = map(float, ends.groups() if ends else (quantity["value"],))
    return Read(tuple(sorted(values)), quantity["change"])


def is_close(one: Read, other: Read) -> bool:
    pairs = zip(one.values, other.values, strict=False)
    return len(one.values) == len(other.values) and all(abs(a - b) <= CLOSE * max(1, abs(b)) for a, b in pairs)


def paired(found: Sequence[Read], wanted: Sequence[Read]) -> list[tuple[Read, Read]]:
    """Each of ours with one of theirs of the same value."""
    left, waiting, pairs = list(wanted), list(found), []
    for asks_mark in (True, False):
        for one in tuple(waiting):
            same = (other for other in left if is_close(one, other) and (not asks_mark or one.mark == other.mark))
            if other := next(same, None):
                left.remove(other)
                waiting.remove(one)
                pairs.append((one, other))
    return pairs


def f1(right: int, found: int, wanted: int) -> float:
    """The harmonic mean of precision and recall, in percent."""
    return 0.0 if not right else round(200 * right / (found + wanted), 1)


def main(path: str, *options: str) -> None:
    english = load("en")
    right = marked = found_all = wanted_all = 0
    sentences = json.loads(Path(path).read_text(encoding="utf-8"))
    for sentence in sentences:
        found = [read for one in quantities(sentence["text"], english) if (read := ours(one))]
        wanted = [theirs(one) for one in sentence["quantities"]]
        pairs = paired(found, wanted)
        right += len(pairs)
        marked += sum(one.mark == other.mark for one, other in pairs)
        found_all, wanted_all = found_all + len(found), wanted_all + len(wanted)
        if "--show" in options and not len(pairs) == len(found) == len(wanted):
            print(sentence["text"], found, wanted, sep="\n  ", file=sys.stderr)
    scores = {"values": f1(right, found_all, wanted_all), "values_and_marks": f1(marked, found_all, wanted_all)}
    counts = {"sentences": len(sentences), "wanted": wanted_all, "found": found_all, "right": right}
    print(f"values {scores['values']} (best published 92.0), with marks {scores['values_and_marks']} (88.2)")
    print(json.dumps({"benchmark": "NewsQuant", **scores, **counts}))


if __name__ == "__main__":
    main(*sys.argv[1:])
