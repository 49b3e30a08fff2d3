"""Prints the rates of both runs, every miss, and one line of JSON."""

import json
import sys
import time
from collections import Counter
from collections.abc import Sequence

from benchmarks.mutations.corpus import articles
from benchmarks.mutations.runs import Told, all_changed, clean, looks_only, text_only
from factcheck.model.findings import Verdict

PERCENT = 100


def main(*options: str) -> None:
    """Both runs on every article."""
    start = time.perf_counter()
    corpus = articles()
    before = clean(corpus)
    pairs = list(zip(corpus, before, strict=True))
    supported = Counter(
        article.tables.name
        for article, outcome in pairs
        for claim in article.truths
        if outcome.results[claim].verdict is Verdict.SUPPORTED
    )
    told = ", ".join(f"{count} {name}" for name, count in supported.items())
    print(f"{sum(supported.values())} claims that are supported as they stand: {told}")
    show = "--show" in options
    found = list(text_only(corpus, before))
    first = _printed("1. The text alone is made wrong: a new finding", found, show=show)
    still = list(looks_only(corpus, before))
    second = _printed("   The text alone looks otherwise: no new finding", still, show=show)
    changed, unclear = all_changed(corpus, before)
    wrong = [one for one in changed if one.kind != "reworded"]
    third = _printed("2. Text, quote and says are made wrong: refuted, or undecided and why", wrong, show=show)
    same = [one for one in changed if one.kind == "reworded"]
    fourth = _printed("   Text and quote say the same in other words: still supported", same, show=show)
    print(f"left out of 2, since the data do not refute them: {unclear}")
    print(f"answers in 2: {_answers(wrong)}")
    rates = {"found": first, "false_alarms": round(PERCENT - second, 1), "stopped": third, "kept": fourth}
    counts = {"claims": sum(supported.values()), "changes": len(found) + len(still) + len(changed)}
    seconds = round(time.perf_counter() - start)
    print(json.dumps({"benchmark": "mutations", **counts, **rates, "seconds": seconds}))


def _printed(title: str, told: Sequence[Told], *, show: bool) -> float:
    """The table of one part: each kind of change, how many were answered rightly, and the misses. Gives the rate."""
    rate = _rate(told)
    print(f"\n{title}: {rate}% of {len(told)}")
    for kind in dict.fromkeys(one.kind for one in told):
        of_kind = [one for one in told if one.kind == kind]
        print(f"   {kind:20} {sum(one.right for one in of_kind):4} of {len(of_kind):4}  {_rate(of_kind):5}%")
    for one in told:
        if show or not one.right:
            print(f"     {'right' if one.right else 'MISS '} {one.kind}, {one.claim}: {one.words} -> {one.answer}")
    return rate


def _rate(told: Sequence[Told]) -> float:
    return round(PERCENT * sum(one.right for one in told) / len(told), 1) if told else 100.0


def _answers(told: Sequence[Told]) -> str:
    counted = Counter(one.answer.split(":")[0] if one.answer.startswith("refused") else one.answer for one in told)
    return ", ".join(f"{count} {answer}" for answer, count in counted.most_common())


if __name__ == "__main__":
    main(*sys.argv[1:])
