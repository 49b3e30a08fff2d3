"""What differs between engines in SQL beyond what Ibis knows: text by its bytes, floats by their shortest form."""

import importlib
from dataclasses import dataclass
from typing import Any

import sqlglot.expressions as sge


@dataclass(frozen=True, slots=True)
class Dialect:
    """An engine's SQL. `floats` says that it writes binary fractions in the shortest form that gives them back."""

    name: str
    compiler: Any
    floats: bool = False
    collation: str = ""
    widest: str = "DECIMAL(38, 0)"

    def text(self, raw: sge.Expression) -> sge.Expression:
        """Text that is compared and ordered byte by byte, whatever the column's own rule."""
        return self._bytewise(sge.cast(raw.copy(), "TEXT"))

    def texts(self, raw: sge.Expression) -> sge.Expression:
        return self._bytewise(sge.cast(raw.copy(), "ARRAY<TEXT>")) if self.collation else raw.copy()

    def shortest(self, raw: sge.Expression) -> sge.Expression:
        """The number that a binary fraction is written as."""
        return sge.cast(sge.cast(raw.copy(), "TEXT"), self.widest)

    def sql(self, tree: sge.Expression) -> str:
        return str(tree.sql(dialect=self.compiler.dialect))

    def _bytewise(self, text: sge.Expression) -> sge.Expression:
        if not self.collation:
            return text
        return sge.Collate(this=text, expression=sge.to_identifier(self.collation, quoted=True))


def dialect(name: str) -> Dialect:
    """The SQL of an engine, by Ibis's name for it."""
    compiler = importlib.import_module(f"ibis.backends.sql.compilers.{name}").compiler
    if name == "postgres":
        return Dialect(name, compiler, floats=True, collation="C", widest="DECIMAL")
    return Dialect(name, compiler)
