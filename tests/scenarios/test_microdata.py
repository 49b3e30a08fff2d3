"""The shipped tables are what the files their publishers gave out say, to the last record."""

import csv
import json
import re
import shutil
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from transcripts import ROOT, run_words

from shared_data import shared

MADE = {
    "ctdc_regions.py": ("ctdc-victim-perpetrator-synthetic.csv", "ctdc-victim-perpetrator.csv"),
    "ctdc_years.py": ("ctdc-k-anonymised-2019.csv", "ctdc-k-anonymised-2019.csv"),
    "unodc_counts.py": ("unodc-glotip.xlsx", "unodc-detected-victims.csv"),
}


def test_each_script_that_makes_a_table_is_tried() -> None:
    makers = {path.name for path in (ROOT / "scripts").glob("*.py") if "pinned(SHA256)" in path.read_text()}
    assert makers == set(MADE)


@pytest.mark.parametrize("script", MADE)
def test_script_makes_the_shipped_table(script: str) -> None:
    source, table = MADE[script]
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / script), str(shared(source))], capture_output=True, check=True
    )
    assert done.stdout == (ROOT / "datasets" / table).read_bytes()


def test_a_script_refuses_another_file(tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("a\n", encoding="utf-8")
    for script in MADE:
        words = [sys.executable, str(ROOT / "scripts" / script), str(other)]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        assert (done.stdout, done.returncode) == ("", 1)
        assert "this script was written for" in done.stderr


def _project(folder: Path, source: Path, claims: list[dict[str, object]], lists: tuple[str, ...]) -> dict[str, object]:
    """The checks of the claims on the microdata itself, as JSON, by the id of the claim."""
    for name in ("claims", "datasets"):
        (folder / name).mkdir()
    shutil.copy(source, folder / "datasets" / source.name)
    with source.open(newline="", encoding="utf-8") as file:
        header = next(csv.reader(file))
    fields = [
        {"name": name, **({"type": "list", "delimiter": ";"} if name in lists else {"type": "string"})}
        for name in header
    ]
    about = {"name": "microdata", "path": source.name, "row": "record", "as_of": "2022-12-08", "complete": "yes"}
    described = {"name": "microdata", "resources": [{**about, "schema": {"fields": fields}}]}
    statement = {"title": "T", "publisher": "P", "published": "2023-07-30", "text": "not held"}
    for path, content in (
        ("datasets/datapackage.yaml", described),
        ("claims/microdata.yaml", {"statement": statement, "claims": claims}),
    ):
        (folder / path).write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
    told = run_words(["check", "--output-format", "json", "--today", "2026-11-23"], folder)
    return {claim["id"]: claim["checks"][0] for claim in json.loads(told.stdout)["claims"]}


def test_share_of_the_shipped_table_is_that_of_the_microdata(tmp_path: Path) -> None:
    """Region for region: any perpetrator from the victim's region, and all of them."""
    claims: list[dict[str, object]] = [
        {"id": words.split()[0], "quote": "94%", "says": "94%", "check": {"dataset": "microdata", "share": condition}}
        for words, condition in (
            ("any", "IP_citizen_UNRegion contains UN_COO_Region"),
            ("all", "IP_citizen_UNRegion only contains UN_COO_Region"),
        )
    ]
    source = shared("ctdc-victim-perpetrator-synthetic.csv")
    found = _project(tmp_path, source, claims, ("IP_citizen_UNRegion",))
    told = run_words(["check", "--output-format", "json", "--claim", "within-regions", "--today", "2026-11-23"], ROOT)
    (shipped,) = json.loads(told.stdout)["claims"][0]["checks"]
    any_of, all_of = found["any"], found["all"]
    assert isinstance(any_of, dict)
    assert isinstance(all_of, dict)
    assert [any_of[key] for key in ("exact", "unknown", "bounds")] == [
        shipped[key] for key in ("exact", "unknown", "bounds")
    ]
    assert Fraction(any_of["exact"]) == Fraction(11391, 11925)
    assert Fraction(all_of["exact"]) == Fraction(10813, 11925)


def test_years_of_the_shipped_table_sum_up_to_the_records() -> None:
    with shared("ctdc-k-anonymised-2019.csv").open(newline="", encoding="utf-8") as file:
        records = sum(1 for _ in csv.DictReader(file))
    told = run_words(["explain", "victims-in-database", "--today", "2026-11-23"], ROOT)
    assert f"sum {records:,} over 18 known values" in told.stdout


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _digits(text: str) -> str:
    return "50" if text.endswith("half") else re.sub(r"\D", "", text)


def test_published_figures_stand_in_the_list_of_what_was_read() -> None:
    """Each shipped figure was read somewhere: the same number, of the same year."""
    read = {(_digits(row["value"]), row["period_or_date"]) for row in _rows(shared("published-figures.csv"))}
    shipped = _rows(ROOT / "datasets" / "published-figures.csv")
    assert shipped
    absent = [
        row
        for row in shipped
        if not any(number == _digits(row["says"]) and row["as_of"][:4] in period for number, period in read)
    ]
    assert absent == []


def test_emissions_are_those_of_the_two_files() -> None:
    budget = {row["Year"]: row["Fossil-Fuel-And-Industry"] for row in _rows(shared("gcb2019-global-carbon-budget.csv"))}
    world = {row["year"]: row["co2"] for row in _rows(shared("owid-co2-2020-12.csv")) if row["country"] == "World"}
    for row in _rows(ROOT / "datasets" / "global-carbon-budget-2019.csv"):
        assert budget[row["year"]] == row["fossil_emissions"]
    for row in _rows(ROOT / "datasets" / "owid-world-co2-2020.csv"):
        assert world[row["year"]] == row["co2"]


def test_members_are_counted_as_in_the_factbook() -> None:
    listed = [row["iom_status"] for row in _rows(shared("iom-membership-factbook-2023-07.csv"))]
    for row in _rows(ROOT / "datasets" / "iom-membership-factbook.csv"):
        assert listed.count(row["status"]) == int(row["countries"])


def test_chairs_stand_in_the_list_of_what_was_read() -> None:
    read = {
        row["period_or_date"]: row["value"]
        for row in _rows(shared("published-figures.csv"))
        if row["topic"] == "icat_chair"
    }
    assert {
        row["year"]: row["chairs"].replace(";", "+") for row in _rows(ROOT / "datasets" / "icat-chairs.csv")
    } == read


def test_an_absent_file_skips_a_test_but_fails_it_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="is not here"):
        shared("no-such-file.csv")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="is not here"):
        shared("no-such-file.csv")
