"""What stands in the file of `explain --rows FILE.csv`: every row, in its order, as it was read, and no formula."""

import csv
from hashlib import sha256
from pathlib import Path

from transcripts import run_words

CLAIM = """statement: {title: T, publisher: P, published: 2024-03-01, text: not held}
claims:
  - id: a
    quote: 1,500 towns
    says: 1,500
    check: {dataset: towns, count: n > -10000}
"""
DESCRIPTION = """
resources:
  - name: towns
    path: towns.csv
    complete: yes
    as_of: "2024"
    schema: {fields: [{name: name}, {name: n, type: number}, {name: tags, type: list, delimiter: "|"}, {name: =odd}]}
"""
HOSTILE = ["=1+1", "-2+3", "+a", "@SUM(A1)", "\t=1", "a;=1", "-5%", "a\x1b[31mb", "<b>", 'q"q', " = 1"]


def _rows(project: Path) -> list[tuple[str, str, str, str]]:
    """The dataset's own rows, as a newsroom has them."""
    rows = [(HOSTILE[at % len(HOSTILE)], f"{at - 3}.50", "x|y" if at % 2 else "", "") for at in range(1_500)]
    for name, content in (("claims/t.yaml", CLAIM), ("datasets/datapackage.yaml", DESCRIPTION)):
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text(content, encoding="utf-8")
    with (project / "datasets/towns.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("name", "n", "tags", "=odd"), *rows])
    return rows


def test_every_row_is_there_in_order_and_none_is_a_formula(tmp_path: Path) -> None:
    given = _rows(tmp_path)
    told = run_words(["explain", "a", "--rows", "out/all.csv", "--today", "2024-06-01"], tmp_path)
    assert (told.stderr, told.code) == ("", 0)
    assert told.stdout.splitlines()[-1] == "out/all.csv: 1,500 rows of towns"
    text = (tmp_path / "out/all.csv").read_text(encoding="utf-8")
    head, *rows = list(csv.reader(text.splitlines()))
    hashed = sha256((tmp_path / "datasets/towns.csv").read_bytes()).hexdigest()
    assert head == ["rows of", "sha256", "name", "n", "tags", "'=odd"]
    assert [row[:2] for row in rows] == [["towns", hashed]] * 1_500
    assert [row[3:] for row in rows] == [[n.removesuffix("0"), tags, odd] for _, n, tags, odd in given]
    assert [row[2] for row in rows[: len(HOSTILE)]] == [
        "'=1+1", "'-2+3", "'+a", "'@SUM(A1)", " '=1", "a;'=1", "-5%", "a\\x1b[31mb", "<b>", 'q"q', " '= 1",
    ]  # fmt: skip


def test_a_file_is_whole_or_as_it_was(tmp_path: Path) -> None:
    _rows(tmp_path)
    (tmp_path / "all.csv").write_text("old", encoding="utf-8")
    (tmp_path / "all.csv").chmod(0o600)
    assert run_words(["explain", "a", "--rows", "all.csv"], tmp_path).code == 2
    assert (tmp_path / "all.csv").read_text(encoding="utf-8") == "old"
    assert run_words(["explain", "a", "--rows", "all.csv", "--overwrite"], tmp_path).code == 0
    assert len((tmp_path / "all.csv").read_text(encoding="utf-8").splitlines()) == 1_501
    assert (tmp_path / "all.csv").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".tmp")] == []
