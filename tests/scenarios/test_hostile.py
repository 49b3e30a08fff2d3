"""Text of strangers reaches no terminal and no CI log raw, by any command, and JSON stays JSON."""

import csv
import json
import re
import unicodedata
from pathlib import Path

import pytest
from transcripts import Told, run_words

MARKUP = "[red]x[/red] <b>y</b> ::error file=a::boo ##[group]g ##vso[task.x]t {{z}} %0A"
ESCAPES = "\x1b[31m\x1b]0;title\x07 \x9b2J \x08\x7f \u202eRTL\u202c \u2066i\u2069 zero\u200bwidth\ufeff a\u200db"
ESCAPES += " \u2028 \u3164 \u00ad"
WORST = f"{MARKUP} {ESCAPES}"
SENT_TO_CI = re.compile(r"^\s*::[a-z]|##\[|##[a-z]+\[", re.MULTILINE | re.IGNORECASE)
COLOUR = re.compile(r"\x1b\[[\d;]*m")
COMMANDS = [
    "check",
    "check --output-format table",
    "check --output-format json",
    "check --locked",
    "explain hostile --rows --plan",
    "review --all",
    "review --claim hostile",
    "status",
    "status --output-format json",
    "explain figure",
    "explain mark",
    "explain nothing",
    "data list",
    "data show table --rows 9",
    "data show figures",
    "data show nothing",
    "try 5 --data datasets/table.csv --count",
    "try 5 --data datasets/table.csv --type n=integer --sum",
]


Json = dict[str, object]


def _claims() -> Json:
    source = {"title": MARKUP, "publisher": MARKUP, "url": MARKUP}
    signed = {
        "by": MARKUP,
        "on": "2024-01-01",
        "verdict": "refuted",
        "text": MARKUP,
        "claim": MARKUP,
        "data": {MARKUP: MARKUP},
    }
    told: Json = {"signed": signed, "speaker": MARKUP, "counts": MARKUP, "note": MARKUP, "sources": [source]}
    mark = {"because": "opinion", "reason": MARKUP, "by": MARKUP, "on": "2024-01-01"}
    table: Json = {"dataset": "table", "count": "a = 'x'"}
    return {
        "statement": {
            "title": MARKUP,
            "speaker": MARKUP,
            "publisher": MARKUP,
            "published": "2024-06-01",
            "text": "t.txt",
        },
        "claims": [
            {
                "id": "hostile",
                "quote": f"{MARKUP} 5 cases",
                "says": "5",
                **told,
                "check": {**table, "where": {"a": MARKUP}},
            },
            {"id": "figure", "quote": "5 cases", "says": "5", "check": {"dataset": "figures", "figure": "f"}},
            {"id": "mark", "quote": "after", "not_checkable": mark},
            {"id": "lost", "quote": f"{MARKUP} gone 5", "says": "5", "check": table},
            {"id": MARKUP, "quote": "5 cases", "says": "5", "check": table},
            {"id": "column", "quote": "5 cases", "says": "5", "check": {"dataset": "table", "value": f"`{MARKUP}`"}},
            {"id": "dataset", "quote": "5 cases", "says": "5", "check": {"dataset": MARKUP, "value": "a"}},
            {"id": "figures", "quote": "5 cases", "says": "5", "check": {"dataset": "figures", "figure": MARKUP}},
            {"id": "key", "quote": "5 cases", MARKUP: "5"},
        ],
    }


def _described() -> Json:
    about: Json = {"title": MARKUP, "row": MARKUP, "as_of": "2024-05-01", "complete": "no", "complete_reason": MARKUP}
    about |= {"sources": [{"title": MARKUP, "publisher": MARKUP, "path": MARKUP}], "licenses": [{"title": MARKUP}]}
    changed = {"row": "figure", "hash": "sha256:" + "0" * 64}
    figures = _fields("figure", "says", "counts", "as_of", "publisher", "title", "url")
    fields = [*_fields("a", MARKUP), {"name": "n", "type": "integer"}]
    return {
        "name": MARKUP,
        "resources": [
            {"name": "table", "path": "table.csv", **about, "schema": {"fields": fields}},
            {"name": "figures", "path": "figures.csv", **changed, "schema": {"fields": figures}},
            {"name": "bad", "path": f"{MARKUP}.csv", "schema": {"fields": _fields("a")}},
        ],
    }


def _fields(*names: str) -> list[dict[str, str]]:
    return [{"name": name, "type": "string"} for name in names]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hostile")
    for folder in ("claims", "datasets"):
        (root / folder).mkdir()
    (root / "claims" / "t.txt").write_text(f"Before {ESCAPES} {MARKUP} 5 cases {WORST} after", encoding="utf-8")
    (root / "claims" / "c.yaml").write_text(json.dumps(_claims()), encoding="utf-8")
    (root / "claims" / f"{ESCAPES.replace('/', '')}.yaml").write_text("x: y\n", encoding="utf-8")
    (root / "datasets" / "datapackage.yaml").write_text(json.dumps(_described()), encoding="utf-8")
    _write(root / "datasets" / "table.csv", [["a", MARKUP, "n"], [WORST, WORST, "1"], ["x", f"{WORST}\nmore", WORST]])
    rows = [["f", "5", WORST, "2024-05", WORST, WORST, WORST], ["f", WORST, WORST, "2024-05", WORST, WORST, WORST]]
    _write(
        root / "datasets" / "figures.csv", [["figure", "says", "counts", "as_of", "publisher", "title", "url"], *rows]
    )
    return root


def _write(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)


def _raw(told: Told) -> list[str]:
    text = COLOUR.sub("", told.stdout + told.stderr)
    seen = sorted({one for one in text if one != "\n" and unicodedata.category(one) in ("Cc", "Cf", "Zl", "Zp")})
    return [*seen, *SENT_TO_CI.findall(text), *("\u3164" if "\u3164" in text else "")]


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_is_raw(command: str, project: Path) -> None:
    words = command.split()
    words += {"--count": [f"a = '{WORST.replace(chr(10), ' ')}'"], "--sum": [f"`{WORST}`"]}.get(words[-1], [])
    told = run_words(words, project, {"COLUMNS": "40"})
    assert _raw(told) == []
    assert "bug" not in told.stderr
    assert told.code != 0 or told.stdout


def test_colour_adds_colour_and_nothing_else(project: Path) -> None:
    """Markup in a quote is text; the only escapes are those of the program's own colours."""
    for words in (["check", "--output-format", "table"], ["explain", "hostile"], ["review", "--claim", "hostile"]):
        told = run_words(words, project, {"FORCE_COLOR": "1"})
        assert COLOUR.search(told.stdout)
        assert COLOUR.sub("", told.stdout) == run_words(words, project).stdout
        assert "[red]x[/red] <b>y</b>" in told.stdout


def test_json_reads_back_as_it_was_written(project: Path) -> None:
    found = json.loads(run_words(["check", "--output-format", "json"], project).stdout)
    claims = {claim["id"]: claim for claim in found["claims"]}
    assert claims["hostile"]["quote"] == f"{MARKUP} 5 cases"
    assert claims["hostile"]["statement"] == MARKUP
    titles = {source["title"] for source in claims["figure"]["sources"]}
    assert titles == {WORST}


@pytest.mark.parametrize("size", [1_500_000, 10_000_000])
def test_a_book_in_a_cell_is_not_printed(size: int, tmp_path: Path) -> None:
    (tmp_path / "cases.csv").write_text("a,n\n" + "x" * size + ",1\ny,2\n", encoding="utf-8")
    told = run_words(["try", "3", "--data", "cases.csv", "--sum", "n", "--type", "n=integer"], tmp_path)
    assert len(told.stdout + told.stderr) < 5_000
    assert told.code in (0, 3)
    assert "supported" in told.stdout or "longer than" in told.stderr
