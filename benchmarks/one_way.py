"""One way of answering the checks, once, in a process of its own: `python -m benchmarks.one_way WAY FILE [CHECKS]`."""

import importlib
import json
import sys
import time
from pathlib import Path

from benchmarks.checks import checks


def main() -> None:
    """Print the seconds, the most memory that this process or one it started held, and the answers."""
    way, path, *many = sys.argv[1:]
    asked = checks(*map(int, many))
    module = importlib.import_module(f"benchmarks.{way}")
    start = time.perf_counter()
    answers = module.answers(Path(path), asked)
    seconds = time.perf_counter() - start
    rows = [[None if number is None else str(number) for number in row] for row in answers]
    print(json.dumps({"seconds": seconds, "megabytes": _megabytes(), "answers": rows}))


def _megabytes() -> float:
    try:
        import resource
    except ImportError:
        return 0
    used = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used) / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    main()
