"""How fast a text is read: kilobytes a second from 10 KB to 10 MB, and beside quantulum3 on the same text.

    python benchmarks/reading.py [FILE] [--beside]

FILE is NewsQuant's JSON, whose sentences are the news text; without it the ten statements of tests/cases/coverage are,
which have three times as many figures a line. Sentences are repeated to each size with other digits every time, so that
little of what was read before helps. With --beside, quantulum3 is installed in an environment of its own below build/.
Rates are medians of the times of this process; the last line is one of JSON.
"""

import json
import random
import re
import statistics
import subprocess
import sys
import time
import venv
from pathlib import Path

from factcheck.languages import load
from factcheck.wording import quantities

PROJECT = Path(__file__).parents[1]
BESIDE = PROJECT / "build" / "quantulum3"
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
RUNS = 5
LARGEST_SHARE = 12_000
DIGIT = re.compile("[1-9]")
TIMED = """
import sys, time
from quantulum3 import parser
text = sys.stdin.read()
parser.parse(text[:500])
start = time.process_time()
parser.parse(text)
print(time.process_time() - start)
"""


def sentences(path: str) -> list[str]:
    """The news sentences of a file, or the ten statements."""
    if path:
        return [sentence["text"] for sentence in json.loads(Path(path).read_text(encoding="utf-8"))]
    folder = PROJECT / "tests" / "cases" / "coverage"
    texts = [file.read_text(encoding="utf-8") for file in sorted((*folder.glob("*.txt"), *folder.glob("annual*.md")))]
    return [part for text in texts for part in text.split("\n\n")]


def text_of(parts: list[str], size: int) -> str:
    """So many characters of the sentences, over and over, every time with other digits."""
    chance, made, length = random.Random(size), [], 0
    while length < size:
        for part in parts:
            changed = DIGIT.sub(lambda _: str(chance.randint(1, 9)), part)
            made.append(changed)
            length += len(changed) + 2
    return "\n\n".join(made)[:size]


def seconds(text: str) -> float:
    english = load("en")
    runs = []
    for _ in range(RUNS if len(text) <= 10**6 else 1):
        english.senses.clear()
        start = time.process_time()
        quantities(text, english)
        runs.append(time.process_time() - start)
    return statistics.median(runs)


def beside(text: str) -> float:
    """How long quantulum3 takes for the text."""
    if not BESIDE.exists():
        venv.create(BESIDE, with_pip=True)
        subprocess.run([BESIDE / "bin" / "python", "-m", "pip", "--quiet", "install", "quantulum3"], check=True)
    command = [BESIDE / "bin" / "python", "-W", "ignore", "-c", TIMED]
    return float(subprocess.run(command, input=text, text=True, capture_output=True, check=True).stdout.split()[-1])


def main(*arguments: str) -> None:
    path = next((argument for argument in arguments if not argument.startswith("--")), "")
    parts = sentences(path)
    quantities(text_of(parts, SIZES[1]), load("en"))
    told: dict[str, object] = {"text": "NewsQuant" if path else "ten statements"}
    for size in SIZES:
        rate = size / 1000 / seconds(text_of(parts, size))
        print(f"{size:>12,} characters: {rate:,.0f} KB a second")
        told[f"kb_per_second_{size}"] = round(rate)
    if "--beside" in arguments:
        text = text_of(parts, LARGEST_SHARE)
        ratio = beside(text) / seconds(text)
        print(f"quantulum3 takes {ratio:.0f} times as long for {LARGEST_SHARE:,} characters")
        told["times_quantulum3"] = round(ratio)
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
