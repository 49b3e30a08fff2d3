"""Texts that are hard to mark: right to left, without a text, and very many claims."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import Watched, browser, watched  # noqa: F401 fixtures
from pages import made

DESCRIPTION = """
resources:
  - name: visits
    path: visits.csv
    complete: yes
    as_of: "2024"
    schema: {fields: [{name: place}, {name: n, type: integer}]}
"""
HEAD = "statement: {title: Speech, publisher: Someone, published: 2025-03-01, text: %s}\nclaims:\n"
CLAIM = """  - id: %s
    quote: "%s"
    says: "57"
    check: {dataset: visits, sum: n}
"""
MANY = 1_000
LARGEST = 5_000_000


def _project(text: str, claims: str) -> dict[str, str]:
    return {
        "claims/speech.txt": text,
        "claims/speech.yaml": claims,
        "datasets/datapackage.yaml": DESCRIPTION,
        "datasets/visits.csv": "place,n\nNorth,57\n",
    }


def test_a_text_from_right_to_left(tmp_path: Path, watched: Watched) -> None:
    quote = "57 زيارة"
    path = made(tmp_path, _project(f"كان هناك {quote} في العام الماضي.\n", HEAD % "speech.txt" + CLAIM % ("c", quote)))
    page = watched.goto(path)
    assert page.locator(".text p").evaluate("one => getComputedStyle(one).direction") == "rtl"
    page.locator(".text a.claim").click()
    assert page.locator("#e1").is_visible()
    assert Axe().run(page).violations_count == 0


def test_no_text_at_hand(tmp_path: Path, watched: Watched) -> None:
    path = made(tmp_path, _project("", HEAD % "not held" + CLAIM % ("c", "57 visits")))
    page = watched.goto(path)
    assert page.locator(".text").count() == 0
    assert "The text of this statement is not held" in page.locator("main").inner_text()
    page.locator("summary").click()
    assert page.locator("#e1").is_visible()
    assert Axe().run(page).violations_count == 0


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    quotes = [f"Town {number} had 57 visits" for number in range(MANY)]
    claims = "".join(CLAIM % (f"c{number}", quote) for number, quote in enumerate(quotes))
    text = "\n\n".join(f"{quote} in all." for quote in quotes)
    return made(tmp_path_factory.mktemp("many"), _project(text, HEAD % "speech.txt" + claims))


def test_a_thousand_claims(many: Path, watched: Watched) -> None:
    assert many.stat().st_size < LARGEST
    page = watched.goto(many)
    assert page.locator(".text a.claim").count() == MANY
    page.locator('.text a[href="#e1000"]').click()
    page.locator("#e1000").wait_for(state="visible", timeout=5_000)
    painted = page.evaluate("performance.getEntriesByName('first-paint')[0].startTime")
    print(f"first paint after {painted:.0f} ms; {many.stat().st_size:,} bytes")  # noqa: T201 told, not judged


def test_a_mark_in_a_list_stands_in_its_frame(tmp_path: Path, watched: Watched) -> None:
    files = _project("", HEAD % "speech.md" + CLAIM % ("c", "57 visits"))
    page = watched.goto(made(tmp_path, {**files, "claims/speech.md": "- There were 57 visits\n- and no more\n"}))
    beyond = page.locator(".text .item .badge").evaluate(
        """one => {
            const words = document.createRange();
            words.selectNodeContents(one);
            return one.getBoundingClientRect().left - words.getBoundingClientRect().left;
        }"""
    )
    assert beyond <= 0
