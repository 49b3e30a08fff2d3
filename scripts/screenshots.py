"""Takes the pictures in docs/pictures/ of the page of a report: python scripts/screenshots.py

It needs Chromium (Debian's package chromium). The page is that of the claims this repository ships.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
CLAIMS = "claims/iom-trafficking-day-2023.yaml"
TODAY = "2026-11-23"
SHOWN = 7  # the share, with its bounds


class Shot(NamedTuple):
    name: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"


SHOTS = (
    Shot("desktop", 1040, 760),
    Shot("dark", 1040, 760, scheme="dark"),
    Shot("phone", 360, 740),
    Shot("print", 794, 1123, media="print"),  # A4, at 96 dots an inch
)


def take(browser: Browser, page_file: Path, shot: Shot) -> None:
    page = browser.new_page(viewport={"width": shot.width, "height": shot.height})
    page.emulate_media(color_scheme=shot.scheme, media=shot.media)
    page.goto(page_file.as_uri())
    link = page.locator(f'.text a[href="#e{SHOWN}"]').last
    link.click()
    if shot.name in ("desktop", "dark"):
        link.evaluate("one => scrollTo(0, one.getBoundingClientRect().top + scrollY - 300)")
        page.locator(f"#c{SHOWN}").evaluate("one => one.parentElement.scrollBy(0, one.getBoundingClientRect().top - 8)")
    else:
        page.locator(f"#c{SHOWN}").evaluate("one => scrollTo(0, one.getBoundingClientRect().top + scrollY - 8)")
    page.evaluate("document.activeElement.blur()")
    page.screenshot(path=PICTURES / f"report-{shot.name}.png")
    page.close()


def main() -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("chromium is missing: apt-get install --no-install-recommends chromium")
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder) / "page.html"
        words = [sys.executable, "-m", "factcheck", "report", CLAIMS, "-o", str(page), "--today", TODAY]
        subprocess.run(words, cwd=ROOT, check=False)  # noqa: S603 our own program; it ends with 1 for a refuted claim
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for shot in SHOTS:
            take(browser, page, shot)
        browser.close()


if __name__ == "__main__":
    main()
