"""A number in a claim's words, read in a few lines of its own, and whether it holds of what is true.

This is no part of the program and must not be: it says what the program's verdicts are measured against.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
SIZES: Mapping[str, int] = {"million": 10**6, "billion": 10**9}

# Numbers in words, in the unit of the true number: percent of shares, times of ratios.
WORDS: Mapping[str, Decimal] = {
    "two-thirds": Decimal(200) / 3,
    "a third": Decimal(100) / 3,
    "a quarter": Decimal(25),
    "three quarters": Decimal(75),
    "half": Decimal(50),
    "four in ten": Decimal(40),
    "six in ten": Decimal(60),
    "one in four": Decimal(25),
    "one in five": Decimal(20),
    "quadrupled": Decimal(4),
    "tripled": Decimal(3),
    "doubled": Decimal(2),
    "three times": Decimal(3),
    "twice": Decimal(2),
    "none": Decimal(0),
    "all": Decimal(100),
    "second": Decimal(2),
    "third": Decimal(3),
    "fourth": Decimal(4),
    "fifth": Decimal(5),
    "four": Decimal(4),
    "five": Decimal(5),
    "six": Decimal(6),
    "eight": Decimal(8),
    "nine": Decimal(9),
    "most": Decimal(1),
    "highest": Decimal(1),
}

# The longer words first: "just over" is not "over".
HEDGES = (
    "just over", "just under", "more than", "less than", "fewer than", "at least", "at most", "up to", "over", "under",
    "nearly", "about", "around", "some", "exactly",
)  # fmt: skip
FAR = Decimal("0.1")
SMALL_STEP = Decimal("0.025")  # of a fraction in words


@dataclass(frozen=True, slots=True)
class Said:
    """A number as it is said: its hedge, and half its last printed digit."""

    number: Decimal
    half: Decimal
    hedge: str = ""

    def holds(self, true: Decimal) -> bool:
        """What the words claim is so: a number without a hedge to half its last digit, a near one to a tenth."""
        said, far = self.number, FAR * self.number
        rules = {
            "over": true > said,
            "more than": true > said,
            "under": true < said,
            "less than": true < said,
            "fewer than": true < said,
            "at least": true >= said,
            "at most": true <= said,
            "just over": said < true <= said + far,
            "nearly": said - far <= true < said,
            "just under": said - far <= true < said,
            "up to": said - far <= true <= said,
            "about": abs(true - said) <= far,
            "around": abs(true - said) <= far,
            "some": abs(true - said) <= far,
            "exactly": true == said,
        }
        return rules.get(self.hedge, abs(true - said) <= self.half)


def said(words: str) -> Said | None:
    """The number these words say; None where there is none."""
    lower = words.lower()
    hedge = next((one for one in HEDGES if re.search(rf"\b{one}\b", lower)), "")
    if found := NUMBER.search(words):
        plain = Decimal(found[0].replace(",", ""))
        size = next((size for name, size in SIZES.items() if name in lower), 1)
        return Said(plain * size, _step(found[0]) * size / 2, hedge)
    for name, number in WORDS.items():
        if re.search(rf"\b{name}\b", lower):
            return Said(number, SMALL_STEP * number, hedge)
    return None


def _step(printed: str) -> Decimal:
    """What one more in the last digit that is not zero adds: 100 of 300, 0.1 of 4.4; of decimals, in the last."""
    digits = printed.replace(",", "")
    if "." in digits:
        return Decimal(1).scaleb(-len(digits.partition(".")[2]))
    return Decimal(10 ** (len(digits) - len(digits.rstrip("0") or "0")))
