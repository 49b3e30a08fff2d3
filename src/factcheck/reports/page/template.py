"""The page in HTML: every value is made visible and escaped, and the browser is told to run and fetch nothing else."""

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from factcheck.reports.drawing.safe import visible
from factcheck.reports.page.values import Page

if TYPE_CHECKING:
    from jinja2 import Environment

ROOM = "factcheck.reports.page"


def printed(page: Page) -> str:
    """The whole page, self-contained."""
    from markupsafe import Markup

    css, js = _ours("page.css"), _ours("page.js")
    policy = f"default-src 'none'; style-src {_hash(css)}; script-src {_hash(js)}; base-uri 'none'; form-action 'none'"
    template = _environment().get_template("page.html.j2")
    told = template.render(page=page, placed=[], css=Markup(css), js=Markup(js), policy=policy)  # noqa: S704 our own files
    return told.lstrip("\n") + "\n"


def _ours(name: str) -> str:
    return files(ROOM).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(_ours),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _shown(value: object) -> object:
    """Strangers' words with what hides or turns text written out; what was escaped already stays as it is."""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
