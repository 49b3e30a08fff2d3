"""Statements whose text is looked at less than at the base: another file, none, or another language."""

from collections.abc import Iterator

from factcheck.gate.weakening.telling import told
from factcheck.model.findings import Finding
from factcheck.model.sides import Side


def compared(base: Side, head: Side) -> Iterator[Finding]:
    now_at = {each.path: each.statement for each in head.report.statements}
    for each in base.report.statements:
        before, now = each.statement, now_at.get(each.path)
        if now is None or before.read is None:
            continue
        if now.read is None:
            yield told(f"its text was {before.text_path}, and is not held now", now.place)
        elif now.text_path != before.text_path and before.text_path in head.texts:
            yield told(f"its text was {before.text_path}, which is still there, and is {now.text_path} now", now.place)
        elif now.language != before.language:
            yield told(f"its language was {before.language}, and is {now.language} now", now.place)
