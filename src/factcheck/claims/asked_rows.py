"""Conditions and columns of a claim file, found in the table they speak of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from factcheck.claims.forms import WrittenCondition
from factcheck.conditions import At, BadCondition, Entry, Given, bind_entries, condition, expression, type_of
from factcheck.datasets.package import absent
from factcheck.errors import FactcheckError, Problem, did_you_mean
from factcheck.files.nodes import Lines, Node, Scalar, Sequence, located, place_within, problem_at
from factcheck.files.nodes import Mapping as MappingNode
from factcheck.files.shapes import Placed
from factcheck.model.conditions import Cond, Expr, Name
from factcheck.model.places import Place
from factcheck.model.tables import ColumnType, Table


def never(_: str) -> bool:
    """No description has a mistake."""
    return False


@dataclass(frozen=True, slots=True)
class Data:
    """The datasets there are, and the lines of the claim file to show beside a problem.

    `is_unread` says of a name whether a dataset of it is described, but wrongly.
    """

    tables: Mapping[str, Table]
    lines: Lines
    is_unread: Callable[[str], bool] = never

    def table(self, dataset: Placed[str] | None, place: Place) -> Table:
        """The table of that name. Raises FactcheckError with the names there are."""
        if dataset is None:
            names = did_you_mean("", self.tables, has="The datasets are")
            raise self.refusal(place, "no dataset is named", f"add dataset: NAME. {names}")
        if dataset.value not in self.tables:
            problem = absent(dataset.value, self.tables, is_unread=self.is_unread(dataset.value))
            raise self.refusal(dataset.node, problem.message, problem.remedy)
        return self.tables[dataset.value]

    def condition(self, written: WrittenCondition, table: Table) -> Cond:
        """The condition on the rows of the table. Raises FactcheckError with every mistake in it."""
        texts, entries = _texts(written.node)
        try:
            return bind_entries(entries, table) if entries is not None else condition(texts[0].text, table)
        except BadCondition as bad:
            raise self._mistakes(bad, texts) from None

    def expression(self, written: Placed[str], table: Table) -> tuple[Expr, ColumnType]:
        """A column, or arithmetic on columns, and its type. Raises FactcheckError where it is neither."""
        try:
            expr = expression(written.value, table)
        except BadCondition as bad:
            raise self._mistakes(bad, (written.node,) if isinstance(written.node, Scalar) else ()) from None
        return expr, type_of(expr, table)

    def column(self, written: Placed[str], table: Table) -> str:
        """One column, by its name in the table. Raises FactcheckError where it is none, or more than one."""
        expr, _ = self.expression(written, table)
        if not isinstance(expr, Name):
            raise self.refusal(written.node, "one column is needed here", "name a column")
        return expr.column

    def refusal(self, at: Node | Place, message: str, remedy: str) -> FactcheckError:
        return FactcheckError(problem_at(at, message, self.lines, remedy))

    def _mistakes(self, bad: BadCondition, texts: tuple[Scalar, ...]) -> FactcheckError:
        return FactcheckError(
            *(
                located(
                    Problem(mistake.message, remedy=mistake.remedy, width=mistake.at.width),
                    place_within(texts[mistake.at.text], mistake.at.offset, self.lines),
                    self.lines,
                )
                for mistake in bad.mistakes
            )
        )


def _texts(node: Scalar | MappingNode) -> tuple[tuple[Scalar, ...], list[Entry] | None]:
    """The texts a condition is written in, and its entries if it is a mapping; each entry knows its texts' numbers."""
    if isinstance(node, Scalar):
        return (node,), None
    texts: list[Scalar] = []
    entries: list[Entry] = []
    for name, value in node.entries:
        items = value.items if isinstance(value, Sequence) else (value,)
        scalars = [item for item in items if isinstance(item, Scalar)]
        numbered = [Given(text.text, At(0, text.width, len(texts) + at)) for at, text in enumerate([name, *scalars])]
        texts.extend([name, *scalars])
        entries.append(Entry(numbered[0], tuple(numbered[1:]), isinstance(value, Sequence)))
    return tuple(texts), entries
