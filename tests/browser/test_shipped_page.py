"""The page of the IOM's statement: all twelve claims in place, each opens its evidence, and nobody is kept out."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import Watched, browser, watched  # noqa: F401 fixtures
from pages import shipped
from playwright.sync_api import Browser, Page

TWELVE = range(1, 13)
LARGEST = 300_000


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped(tmp_path_factory.mktemp("shipped"))


def _is_open(page: Page, number: int) -> bool:
    return page.locator(f"#e{number}").is_visible()


def test_it_is_small_whole_and_silent(path: Path, watched: Watched) -> None:
    assert path.stat().st_size < LARGEST
    page = watched.goto(path)
    assert page.locator(".text a.claim, .text a.badge").count() >= len(TWELVE)
    assert [number for number in TWELVE if page.locator(f'.text a[href="#e{number}"]').count() == 0] == []
    assert page.locator("details.card").count() == len(TWELVE)
    assert [number for number in TWELVE if _is_open(page, number)] == []
    page.locator(".text a.claim").first.hover()
    assert watched.told == []
    assert watched.asked == [path.as_uri()]


def test_the_text_is_all_there(path: Path, watched: Watched) -> None:
    shown = "".join(watched.goto(path).locator(".text").inner_text().split())
    article = (path.parent.parent / "claims" / "iom-trafficking-day-2023.txt").read_text(encoding="utf-8")
    missing = [line for line in article.splitlines() if "".join(line.split())[:30] not in shown]
    assert [line for line in missing if not any(word in line for word in ("since 1951", "150,000"))] == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_click_opens_the_evidence_of_each(path: Path, browser: Browser, scripts: bool) -> None:
    page = browser.new_page(java_script_enabled=scripts)
    page.goto(path.as_uri())
    for number in TWELVE:
        assert not _is_open(page, number)
        page.locator(f'.text a[href="#e{number}"]').last.click()
        page.locator(f"#e{number}").wait_for(state="visible", timeout=5_000)
        assert page.locator(f"#e{number}").inner_text()
    page.close()


def test_a_second_click_opens_what_was_closed(path: Path, watched: Watched) -> None:
    page = watched.goto(path)
    for _ in range(2):
        page.locator('.text a[href="#e3"]').last.click()
        page.locator("#e3").wait_for(state="visible", timeout=5_000)
        assert page.locator("#e3").inner_text()
        page.locator("#c3 summary").click()
        page.locator("#e3").wait_for(state="hidden", timeout=5_000)
        assert not _is_open(page, 3)


def test_the_keyboard_opens_the_evidence_and_goes_there(path: Path, watched: Watched) -> None:
    page = watched.goto(path)
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.text a.claim')"):
            break
    wanted = page.evaluate("document.activeElement.getAttribute('href')")
    assert wanted.startswith("#e")
    page.keyboard.press("Enter")
    page.locator(wanted).wait_for(state="visible", timeout=5_000)
    assert page.evaluate("document.activeElement.closest('details').id") == wanted.replace("#e", "c")
    page.keyboard.press("Enter")
    page.locator(wanted).wait_for(state="hidden", timeout=5_000)


def test_an_address_with_a_claim_opens_it(path: Path, watched: Watched) -> None:
    assert _is_open(watched.goto(path, "#e5"), 5)


def test_all_open_and_close_at_once(path: Path, watched: Watched) -> None:
    page = watched.goto(path)
    page.get_by_role("button", name="Open or close all evidence").click()
    assert [number for number in TWELVE if not _is_open(page, number)] == []
    page.get_by_role("button", name="Open or close all evidence").click()
    assert [number for number in TWELVE if _is_open(page, number)] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1200, 360])
@pytest.mark.parametrize("is_open", [False, True], ids=["closed", "open"])
def test_axe_finds_no_fault(path: Path, watched: Watched, scheme: str, width: int, is_open: bool) -> None:
    watched.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    watched.page.set_viewport_size({"width": width, "height": 800})
    page = watched.goto(path)
    if is_open:
        page.get_by_role("button", name="Open or close all evidence").click()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_a_phone_shows_it_without_going_sideways(path: Path, watched: Watched) -> None:
    watched.page.set_viewport_size({"width": 360, "height": 700})
    page = watched.goto(path)
    page.get_by_role("button", name="Open or close all evidence").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_paper_shows_all_evidence(path: Path, browser: Browser) -> None:
    """Without scripts too: what is folded is unfolded."""
    page = browser.new_page(java_script_enabled=False)
    page.goto(path.as_uri())
    page.emulate_media(media="print")
    assert [number for number in TWELVE if not _is_open(page, number)] == []
    page.close()
