"""A condition line -> its tree, in one pass from left to right.

line     = "all" | or            compared = sum [test]
or       = and {"or" and}        test     = sign sum | ["not"] "in" items | ["not"] "between" sum "and" sum
and      = not {"and" not}                | ["not"] ["only"] "contains" sum | ["not"] "has text" sum
not      = {"not"} compared               | "is" ["not"] "known" | "is unknown"
sum      = product {"+"|"-" product}      items = "(" sum {"," sum} ")" | sum ".." sum
product  = atom {"*" atom}       atom     = ["-"] number | day | 'text' | column | "(" or ")"
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Literal

from factcheck.conditions.cursor import Cursor
from factcheck.conditions.leaves import leaf
from factcheck.conditions.mistakes import BadCondition, Mistake
from factcheck.conditions.tokens import Token
from factcheck.conditions.tree import (
    Between,
    Compared,
    Days,
    Holds,
    IsKnown,
    Joined,
    ListHas,
    Negation,
    Number,
    OneOf,
    Operand,
    Sum,
    Text,
    TextHas,
    Tree,
    Word,
)
from factcheck.model.conditions import Comparison

COMPARISONS: dict[str, Comparison] = {"=": "=", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}

_NULLS = ("null", "empty", "missing", "none", "blank")


def parse(line: str) -> Tree:
    """The tree of a condition line. Raises BadCondition at the first mistake.

    >>> parse("year >= 2002").op
    '>='
    """
    parser = _Parser(line)
    tree = parser.every_row() or parser.condition()
    parser.end()
    return tree


def parse_expression(text: str) -> Operand:
    """The tree of an arithmetic expression on columns. Raises BadCondition at the first mistake."""
    parser = _Parser(text)
    operand = parser.operand()
    parser.end()
    return operand


class _Parser:
    """The grammar, one method for each of its lines."""

    def __init__(self, line: str) -> None:
        self._at = Cursor(line)

    def every_row(self) -> Tree | None:
        """`all`, where it is the whole line."""
        alone = self._at.now.is_word("all") and self._at.upcoming().kind == "end"
        return Joined("and", (), self._at.take().at) if alone else None

    def condition(self) -> Tree:
        return _as_condition(self._or())

    def operand(self) -> Operand:
        return _as_operand(self._sum())

    def end(self) -> None:
        if self._at.now.kind == "end":
            return
        if self._at.now.is_sign(*COMPARISONS):
            raise self._at.refusal(
                "two comparisons in a row", "write: COLUMN between A and B, or join two comparisons with and"
            )
        if self._at.now.is_sign(","):
            raise self._at.refusal("a comma", "write numbers without separators; join conditions with and")
        raise self._at.refusal(f'"{self._at.now.text}" does not belong here', "join two conditions with and or or")

    def _or(self) -> Tree | Operand:
        return self._joined("or", self._and)

    def _and(self) -> Tree | Operand:
        return self._joined("and", self._not)

    def _joined(self, by: Literal["and", "or"], part: Callable[[], Tree | Operand]) -> Tree | Operand:
        first = part()
        if not self._at.now.is_word(by):
            return first
        parts = [_as_condition(first)]
        while self._at.now.is_word(by):
            self._at.take()
            parts.append(_as_condition(part()))
        return Joined(by, tuple(parts), parts[0].at.to(parts[-1].at))

    def _not(self) -> Tree | Operand:
        if not self._at.now.is_word("not"):
            return self._compared()
        start = self._at.take().at
        self._at.enter(start)
        inner = _as_condition(self._not())
        self._at.leave()
        return Negation(inner, start.to(inner.at))

    def _compared(self) -> Tree | Operand:
        left = self._sum()
        if self._at.now.is_sign(*COMPARISONS):
            return self._comparison(_as_operand(left))
        if self._at.now.is_word("is"):
            return self._is(_as_operand(left))
        if self._at.now.is_word("not", "in", "between", "only", "contains", "has", "like"):
            return self._tested(_as_operand(left))
        return left

    def _comparison(self, left: Operand) -> Tree:
        op = COMPARISONS[self._at.take().text]
        right = self.operand()
        return Compared(op, left, right, left.at.to(right.at))

    def _is(self, left: Operand) -> Tree:
        self._at.take()
        negated = self._at.took_word("not")
        end = self._at.now.at
        if self._at.now.is_word(*_NULLS):
            raise self._at.refusal(f"is {self._at.now.text} is not read", "write is known or is not known")
        if not self._at.now.is_word("known", "unknown"):
            raise self._at.refusal("is must be followed by known or not known", "compare with = or !=")
        unknown = self._at.take().text.lower() == "unknown"
        known = IsKnown(left, left.at.to(end))
        return Negation(known, known.at) if negated != unknown else known

    def _tested(self, left: Operand) -> Tree:
        negated = self._at.took_word("not")
        test = self._test(left)
        return Negation(test, test.at) if negated else test

    def _test(self, left: Operand) -> Tree:
        if self._at.took_word("in"):
            return self._in(left)
        if self._at.took_word("between"):
            low = self.operand()
            self._at.expect_word("and", "write: COLUMN between A and B")
            high = self.operand()
            return Between(left, low, high, left.at.to(high.at))
        if self._at.took_word("has"):
            self._at.expect_word("text", "write: COLUMN has text 'part'")
            part = self.operand()
            return TextHas(left, part, left.at.to(part.at))
        if self._at.now.is_word("only", "contains"):
            only = self._at.took_word("only")
            self._at.expect_word("contains", "write: COLUMN only contains 'item'")
            item = self.operand()
            return ListHas(left, item, left.at.to(item.at), only)
        raise self._at.refusal(f'"{self._at.now.text}" does not belong here', "write in, between, contains or has text")

    def _in(self, left: Operand) -> Tree:
        if not self._at.now.is_sign("("):
            low = self.operand()
            if not self._at.now.is_sign(".."):
                raise self._at.refusal("in needs a list or a range", "write: in ('a', 'b') or in 2002..2021")
            self._at.take()
            high = self.operand()
            return Between(left, low, high, left.at.to(high.at))
        self._at.take()
        items = [self.operand()]
        while self._at.now.is_sign(","):
            self._at.take()
            items.append(self.operand())
        return OneOf(left, tuple(items), left.at.to(self._at.close()))

    def _sum(self) -> Tree | Operand:
        return self._chain(("+", "-"), self._product)

    def _product(self) -> Tree | Operand:
        return self._chain(("*",), self._atom)

    def _chain(self, signs: tuple[str, ...], part: Callable[[], Tree | Operand]) -> Tree | Operand:
        """Left to right, each step one level deeper, since that is how deep the tree becomes."""
        left = part()
        levels = 0
        while self._at.now.is_sign(*signs):
            self._at.enter(self._at.now.at)
            levels += 1
            sign = self._at.take().text
            first, right = _as_operand(left), _as_operand(part())
            op: Literal["+", "-", "*"] = "+" if sign == "+" else "-" if sign == "-" else "*"
            left = Sum(op, first, right, first.at.to(right.at))
        self._at.leave(levels=levels)
        return left

    def _atom(self) -> Tree | Operand:
        token = self._at.take()
        if token.is_sign("("):
            self._at.enter(token.at)
            inner = self._or()
            self._at.close()
            self._at.leave()
            return inner
        if token.is_sign("-"):
            return self._negative(token)
        return leaf(token)

    def _negative(self, sign: Token) -> Operand:
        self._at.enter(sign.at)
        inner = _as_operand(self._atom())
        self._at.leave()
        at = sign.at.to(inner.at)
        if isinstance(inner, Number):
            return Number(-inner.value, at, f"-{inner.text}")
        return Sum("-", Number(Decimal(0), sign.at, "0"), inner, at)


def _as_condition(node: Tree | Operand) -> Tree:
    if isinstance(node, Word):
        return Holds(node, node.at)
    if isinstance(node, Text | Number | Days | Sum):
        raise BadCondition(Mistake("this compares nothing", node.at, "write: COLUMN = value"))
    return node


def _as_operand(node: Tree | Operand) -> Operand:
    if isinstance(node, Word | Text | Number | Days | Sum):
        return node
    raise BadCondition(Mistake("a condition cannot be compared or added", node.at, "join conditions with and or or"))
