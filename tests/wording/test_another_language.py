"""A second language is another file: other words, another order of them, decimal commas and grouping spaces."""

from fractions import Fraction

from factcheck.languages.compiling import language
from factcheck.languages.plain_yaml import plain
from factcheck.model.numbers import Interval
from factcheck.wording import wording, wordings

FRENCH = language(
    plain(
        """
code: fr
decimal: ","
groups: [" ", "\\u202f"]
top: 3
lists: {leads: [le, la], fillers: [des, de], negations: [pas], ends: ["."], ones: []}
known: {numbers: ["12,5 %"]}
rules:
  - {rule_for: decimals, rule: la moitié du dernier chiffre}
  - {rule_for: whole, rule: ce nombre}
  - {rule_for: rounded_whole, rule: le dernier chiffre}
  - {rule_for: fraction, rule: la part}
sections:
  hedge:
    - {words: [plus de], means: over, rule: "plus de {n}"}
    - {words: [près de], means: short_of, rule: "près de {n}"}
  quantity:
    - {words: ["{number}"], means: number}
    - {words: ["{number} %"], means: percent}
    - {words: [la moitié], means: fraction, value: 1/2}
  amount:
    - {words: ["{quantity}"], means: plain}
    - {words: ["{hedge} {quantity}"], means: hedged}
  change:
    - {words: [augmenté], means: change, way: up}
  wording:
    - {words: ["{amount}"], means: amount}
    - {words: ["a {change} de {amount}"], means: changed_by}
  numeral:
    - {words: [quatre vingt], value: 80, means: numeral}
"""
    )
)


def test_commas_and_spaces_are_those_of_the_language() -> None:
    found = wordings("Plus de 150 000 victimes, soit 12,5\u202f% et quatre-vingt pays.", FRENCH)
    assert [one.text for one in found] == ["Plus de 150 000", "12,5\u202f%", "quatre-vingt"]
    assert [one.readings[0].value for one in found] == [150_000, Fraction(1, 8), 80]


def test_words_stand_in_the_order_of_the_language() -> None:
    assert wording("a augmenté de 12,5 %", FRENCH).readings[0].accepts == Interval(
        Fraction(1245, 10_000), Fraction(1255, 10_000)
    )
    assert wording("près de la moitié des victimes", FRENCH).readings[0].accepts == Interval(
        Fraction(45, 100), Fraction(1, 2), high_open=True
    )
