"""A text, claims and data of strangers who want to be run: they are shown, and nothing runs."""

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import Watched, browser, watched  # noqa: F401 fixtures
from pages import made
from playwright.sync_api import Browser

RUN = "window.ran=1"
HTML = (
    f"<script>{RUN}</script><img src=x onerror={RUN}><svg onload={RUN}></svg><a href='javascript:{RUN}'>go</a>"
    f"<style>*{{display:none}}</style><iframe srcdoc='<script>parent.ran=1</script>'></iframe>"
    f"<base href='https://evil.example/'><meta http-equiv=refresh content='0;url=https://evil.example/'>"
    f'"\' onmouseover="{RUN}" --><!-- ]]> </style></script></title></textarea> {{{{ 7*7 }}}} {{% raw %}} &lt;b&gt;'
)
BIDI = "a\u202eb\u2066c"
TEXT = f"There were 57 visits last year, {HTML} in 3 towns. {BIDI} The rest is 99 quiet words {HTML}.\n"
QUOTE = f"There were 57 visits last year, {HTML}"


def _claims(text: str) -> str:
    """In JSON, which is YAML too."""
    return json.dumps(
        {
            "statement": {
                "title": f"Title {HTML} {BIDI}",
                "publisher": f"Publisher {HTML}",
                "published": "2025-03-01",
                "url": f"javascript:{RUN}",
                "text": text,
            },
            "claims": [
                {
                    "id": "visits",
                    "quote": QUOTE,
                    "says": "57",
                    "note": f"{HTML} {BIDI}",
                    "speaker": HTML,
                    "check": {"dataset": "visits", "sum": "n"},
                    "sources": [
                        {"title": f"Source {HTML}", "url": f"JavaScript:{RUN}"},
                        {"title": "Data", "url": f"data:text/html,<script>{RUN}</script>"},
                        {"title": "Web", "url": f"https://web.example/{HTML.replace(' ', '')}"},
                    ],
                }
            ],
        }
    )


def _description() -> str:
    return json.dumps(
        {
            "resources": [
                {
                    "name": "visits",
                    "path": "visits.csv",
                    "title": f"Table {HTML}",
                    "complete": "yes",
                    "as_of": "2024",
                    "sources": [{"title": HTML, "path": f"vbscript:{RUN}"}],
                    "schema": {"fields": [{"name": "place"}, {"name": "n", "type": "integer"}]},
                }
            ]
        }
    )


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    cell = HTML.replace('"', '""')
    files = {
        "claims/speech.txt": TEXT,
        "claims/speech.yaml": _claims("speech.txt"),
        "datasets/datapackage.yaml": _description(),
        "datasets/visits.csv": f'place,n\n"{cell}",57\n',
    }
    return made(tmp_path_factory.mktemp("hostile"), files)


def test_nothing_runs_and_nothing_is_fetched(path: Path, watched: Watched) -> None:
    page = watched.goto(path)
    page.get_by_role("button", name="Open or close all evidence").click()
    for link in page.locator("a.claim, summary").all():
        link.hover()
        link.click()
    page.wait_for_timeout(300)
    assert page.evaluate("window.ran") is None
    assert watched.told == []
    assert watched.asked == [path.as_uri()]


def test_the_words_are_shown_as_they_are(path: Path, watched: Watched) -> None:
    page = watched.goto(path)
    text = page.locator(".text").text_content() or ""
    assert HTML.split("{{", maxsplit=1)[0].strip() in text.replace(" (no claim covers this) ", "")
    page.get_by_role("button", name="Open or close all evidence").click()
    body = page.locator("body").inner_text()
    assert "{{ 7*7 }}" in body
    assert "a\\u202eb\\u2066c" in body
    assert "\u202e" not in body


def test_there_are_no_elements_but_ours(path: Path, watched: Watched) -> None:
    page = watched.goto(path)
    tags = set(page.evaluate("[...document.querySelectorAll('*')].map(one => one.localName)"))
    assert tags & {"img", "iframe", "base", "object", "embed", "form", "input", "link"} == set()
    assert page.locator("script").count() == page.locator("style").count() == 1
    named = page.evaluate(
        "[...document.querySelectorAll('*')].flatMap(one => one.getAttributeNames()).filter(one => /^(on|style)/.test(one))"  # noqa: E501
    )
    assert named == []


def test_links_lead_to_the_web_alone(path: Path, watched: Watched) -> None:
    page = watched.goto(path)
    links = page.evaluate("[...document.querySelectorAll('[href]')].map(one => one.getAttribute('href'))")
    assert [link for link in links if not link.startswith(("#", "https://"))] == []


def test_a_script_put_in_later_would_not_run(path: Path, tmp_path: Path, browser: Browser) -> None:
    """The policy of the page alone stops it: escaping is not the only wall."""
    broken = tmp_path / "broken.html"
    page_text = path.read_text(encoding="utf-8")
    broken.write_text(page_text.replace("</main>", f"<script>{RUN}</script><img src=x onerror={RUN}></main>"))
    page = browser.new_page()
    page.goto(broken.as_uri())
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") is None
    page.close()
    broken.write_text(broken.read_text(encoding="utf-8").replace("Content-Security-Policy", "x"), encoding="utf-8")
    page = browser.new_page()
    page.goto(broken.as_uri())
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") == 1  # so the test can fail
    page.close()


def test_axe_finds_no_fault(path: Path, watched: Watched) -> None:
    page = watched.goto(path)
    page.get_by_role("button", name="Open or close all evidence").click()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
