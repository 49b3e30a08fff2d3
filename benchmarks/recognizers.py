"""How many cases of the Recognizers-Text specification are read right, in span and value.

    python benchmarks/recognizers.py FOLDER

FOLDER holds the specification's JSON files, which are not part of this project. A case is right where every result has
the span and the value that is specified, and there is no other. What we deliberately read otherwise is in `DEVIATIONS`,
with the reason; a case is granted where nothing but such a deviation stands between. Both shares are printed, and the
reasons; the mistakes go to standard error with `--show`; the last line is one of JSON.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from factcheck.languages import load
from factcheck.model.numbers import Interval
from factcheck.model.quantities import Mark, Quantity, Sort
from factcheck.wording import numbers, ordinals, places, quantities

ENGLISH = load("en")
Result = tuple[int, int, str]
DIGITS = 12

# What is read otherwise on purpose: the model, the specified words that we read otherwise, then "|" and the rest of the
# text, and why. All else in such a case has to be right, and nothing else may be found.
DEVIATIONS = (
    ("Number", re.compile(r"\d+G\|"), "5G is a name; a newspaper writes no number so"),
    ("Number", re.compile(r"\w+(ty|dred) and \w+ and .*\|"), '"twenty and three" is no number of today\'s English'),
    ("Percent", re.compile(r"per ?cent of \d+\|"), '"percent of 10" names no share'),
    ("Percent", re.compile(r"percent\|"), '"a small percent" fixes no figure'),
    ("NumberRange", re.compile(r".*\w+th\b.*\|"), "places are no numbers"),
    (
        "NumberRange",
        re.compile(r".* (or more than|or equal to)\|$"),
        "a sentence that breaks off fixes no second figure",
    ),
    ("Currency", re.compile(r"[a-z]+\|"), "a currency without a number is no quantity"),
    ("Age", re.compile(r"\d+ years old\|"), '"40 - 50 years old" is one range'),
)
# "Between 20 and 30" is closed at both ends.
CLOSED = re.compile(r"\[(\S+),(\S+)\)")


def plain(value: Fraction) -> str:
    """A number as the specification writes it, to twelve digits."""
    return f"{float(value):.{DIGITS}g}"


def number_results(text: str) -> list[Result]:
    return [(one.start, one.end, plain(one.value)) for one in numbers(text, ENGLISH)]


def ordinal_results(text: str) -> list[Result]:
    counted = [(one.start, one.end, plain(one.value)) for one in ordinals(text, ENGLISH)]
    relative = [(one.start, one.end, f"{one.counted_from}{int(one.value):+d}") for one in places(text, ENGLISH)]
    return sorted((*counted, *relative))


def plain_ordinal_results(text: str) -> list[Result]:
    return [(one.start, one.end, plain(one.value)) for one in ordinals(text, ENGLISH)]


def sized(text: str, sort: Sort) -> list[Result]:
    """Quantities of a sort by the number with its unit; of a range its last end, since the models know no ranges."""
    found = [one for one in quantities(text, ENGLISH) if one.sort is sort]
    return [(*one.core, plain(one.value if one.value is not None else one.high or Fraction(0))) for one in found]


def percent_results(text: str) -> list[Result]:
    return [(start, end, f"{value}%") for start, end, value in sized(text, Sort.PERCENT)]


def range_results(text: str) -> list[Result]:
    found = [one for one in quantities(text, ENGLISH) if one.wording and one.sort not in (Sort.YEAR, Sort.RANK)]
    return [(one.start, _number_end(one), _interval(one)) for one in found if _is_range(one)]


def _is_range(one: Quantity) -> bool:
    """More than the number alone: a hedge that opens one side, or two numbers; "equals 20" too."""
    is_exact = one.value is not None and one.mark is Mark.EQUAL and one.start < one.core[0]
    return one.low is not None or one.mark in (Mark.OVER, Mark.UNDER) or is_exact


def _number_end(one: Quantity) -> int:
    """Where the number ends without its unit, or the words after it: "five hundred or more"."""
    if one.end > one.core[1]:
        return one.end
    inside = numbers(one.text, ENGLISH)
    return one.start + inside[-1].end if inside else one.end


def _interval(one: Quantity) -> str:
    """What the words accept, without what rounding adds to the ends of a plain range."""
    accepts = one.wording.readings[0].accepts if one.wording else Interval()
    low, high = accepts.low, accepts.high
    if one.mark is Mark.EQUAL and one.low is not None and not (accepts.low_open or accepts.high_open):
        low, high = one.low, one.high
    begins, ends = "(" if low is None or accepts.low_open else "[", ")" if high is None or accepts.high_open else "]"
    return f"{begins}{'' if low is None else plain(low)},{'' if high is None else plain(high)}{ends}"


MODELS: dict[str, tuple[str, Callable[[str], list[Result]]]] = {
    "Number": ("NumberModel", number_results),
    "Ordinal": ("OrdinalModel", ordinal_results),
    "Ordinal, plain": ("OrdinalModelSuppressExtendedTypes", plain_ordinal_results),
    "Percent": ("PercentModel", percent_results),
    "NumberRange": ("NumberRangeModel", range_results),
    "Currency": ("CurrencyModel", lambda text: sized(text, Sort.MONEY)),
    "Age": ("AgeModel", lambda text: sized(text, Sort.AGE)),
}


def wanted(case: dict[str, object]) -> list[Result]:
    results = case["Results"]
    assert isinstance(results, list)
    return [(one["Start"], one["End"] + 1, str(one["Resolution"].get("value"))) for one in results]


def is_same(one: Result, other: Result) -> bool:
    if one[:2] != other[:2]:
        return False
    try:
        return abs(float(one[2]) - float(other[2])) <= 1e-9 * max(1.0, abs(float(other[2])))
    except ValueError:
        return one[2] == other[2]


def is_right(found: list[Result], expected: list[Result]) -> bool:
    return len(found) == len(expected) and all(map(is_same, found, expected))


def is_granted(model: str, text: str, found: list[Result], expected: list[Result]) -> str:
    """The reasons why a case that is not right counts as granted; the empty string where it does not."""
    reasons = []
    if model == "NumberRange":
        closed = [(start, end, CLOSED.sub(r"[\1,\2]", value)) for start, end, value in expected]
        reasons, expected = ['"between 20 and 30" is closed at both ends'] * (closed != expected), closed
    for name, words, why in DEVIATIONS:
        ours = [one for one in expected if name == model and words.match(f"{text[slice(*one[:2])]}|{text[one[1] :]}")]
        ours = [one for one in ours if not any(is_same(one, other) for other in found)]
        expected = [one for one in expected if one not in ours]
        found = [one for one in found if not any(one[0] < end and start < one[1] for start, end, _ in ours)]
        reasons += [why] * bool(ours)
    return "; ".join(reasons) if is_right(found, expected) else ""


def score(model: str, cases: list[dict[str, object]], read: Callable[[str], list[Result]]) -> tuple[int, Counter[str]]:
    """How many cases are right; how many are read otherwise on purpose, by the reason."""
    right, granted = 0, Counter[str]()
    for case in cases:
        text, expected = str(case["Input"]), wanted(case)
        found = read(text)
        if is_right(found, expected):
            right += 1
            continue
        reason = is_granted(model, text, found, expected)
        granted.update([reason] if reason else [])
        if "--show" in sys.argv:
            print(model, text, found, expected, reason or "WRONG", sep="\n  ", file=sys.stderr)
    return right, granted


def main(folder: str) -> None:
    shares: dict[str, object] = {"benchmark": "Recognizers-Text"}
    for model, (file, read) in MODELS.items():
        path = Path(folder) / f"{file}.json"
        cases = json.loads(path.read_text(encoding="utf-8-sig")) if path.exists() else []
        if not cases:
            continue
        right, granted = score(model, cases, read)
        strict, with_deviations = (round(100 * count / len(cases), 1) for count in (right, right + granted.total()))
        print(f"{model}: {right} of {len(cases)} right, {strict}%; {with_deviations}% with the deviations granted")
        for reason, number in granted.items():
            print(f"  {number} granted: {reason}")
        shares[model] = {"cases": len(cases), "right": strict, "with_deviations": with_deviations}
    print(json.dumps(shares))


if __name__ == "__main__":
    main(sys.argv[1])
