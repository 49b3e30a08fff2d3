"""Statements whose text is looked at less than at the base: another file, none, or read otherwise."""

from collections.abc import Iterator, Mapping

from factcheck.gate.weakening.telling import told
from factcheck.model.findings import Finding
from factcheck.model.sides import Side

HOW = ("language", "encoding", "tracked")


def compared(base: Side, head: Side, names: Mapping[str, str]) -> Iterator[Finding]:
    now_at = {each.path: each.statement for each in head.report.statements}
    for each in base.report.statements:
        before, now = each.statement, now_at.get(names.get(each.path, each.path))
        if now is None or before.read is None:
            continue
        if now.read is None:
            yield told(f"its text was {before.text_path}, and is not held now", now.place)
        elif now.text_path != before.text_path and before.text_path in head.texts:
            yield told(f"its text was {before.text_path}, which is still there, and is {now.text_path} now", now.place)
        else:
            for name in HOW:
                then, since = getattr(before, name), getattr(now, name)
                if then != since:
                    yield told(f"its {name} was {then}, and is {since} now", now.place)
