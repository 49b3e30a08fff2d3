"""Where each article is: how many of its facts are checked, left, changed since sign-off, waived, not checkable."""

import json
import posixpath
from collections.abc import Sequence

from factcheck.model.spelling import plural
from factcheck.reports.drawing.decimals import Json
from factcheck.reports.drawing.layout import Line, Span, Style, columns, line, width_of, wrapped
from factcheck.reports.drawing.safe import visible, visible_json
from factcheck.review.standing import Article, Standing

VERSION = 1
ORDER = (Standing.CHECKED, Standing.LEFT, Standing.CHANGED, Standing.WAIVED, Standing.NOT_CHECKABLE)
HEADINGS = {Standing.CHANGED: "changed since sign-off", Standing.NOT_CHECKABLE: "not checkable"}
WIDTHS = {Standing.CHANGED: 8, Standing.NOT_CHECKABLE: 9}
STYLES: dict[Standing, Style] = {Standing.CHANGED: "bad", Standing.LEFT: "open", Standing.CHECKED: "good"}
FACTS = "facts"
GAP = 2
LEAST = 20  # columns for the names; with fewer, the counts stand below


def table(articles: Sequence[Article], *, width: int) -> list[Line]:
    """One line for each article; where that is too wide, its counts in words below its name. Then all of them."""
    folder, suffix = _common([one.path for one in articles])
    names = [visible(one.path.removeprefix(folder).removesuffix(suffix)) for one in articles]
    room = width - sum(GAP + _width(one) for one in ORDER) - len(FACTS) - GAP
    if room < LEAST or not articles:
        lines = [part for one in articles for part in _stacked(one, width)]
    else:
        heading = visible(f"{folder}*{suffix}")
        widest = min(room, max(map(width_of, [heading, *names])))
        lines = _headings(heading, widest)
        lines += [part for one, name in zip(articles, names, strict=True) for part in _row(one, name, widest)]
    told = [Span(part, "strong") for part in wrapped(summary(articles), width)]
    return [*lines, *([line()] if lines else []), *map(line, told), *_against(articles, width)]


def as_json(articles: Sequence[Article]) -> str:
    """One object, in the order of the claim files; each field is documented in docs/json.md."""
    whole: Json = {"version": VERSION, "articles": [_object(one) for one in articles]}
    return visible_json(json.dumps(whole, indent=2, ensure_ascii=False)) + "\n"


def summary(articles: Sequence[Article]) -> str:
    """
    >>> summary([])
    '0 articles, 0 facts: 0 checked, 0 left, 0 changed since sign-off, 0 waived, 0 not checkable'
    """
    facts = sum(one.facts for one in articles)
    counted = [f"{sum(one.standings[each] for one in articles)} {each.value}" for each in ORDER]
    return f"{plural(len(articles), 'article')}, {plural(facts, 'fact')}: {', '.join(counted)}"


def _common(paths: Sequence[str]) -> tuple[str, str]:
    """The folder that all of them lie in, with its slash, and the ending that all have; each empty where they differ.

    >>> _common(["claims/a.yaml", "claims/b.yaml"]), _common(["a/b.yaml", "c.yml"])
    (('claims/', '.yaml'), ('', ''))
    """
    folders = {posixpath.dirname(path) for path in paths}
    endings = {posixpath.splitext(path)[1] for path in paths}
    folder, ending = (one.pop() if len(one) == 1 else "" for one in (folders, endings))
    return f"{folder}/" if folder else "", ending


def _width(standing: Standing) -> int:
    return WIDTHS.get(standing, len(standing.value))


def _headings(folder: str, widest: int) -> list[Line]:
    cells: list[tuple[str, int, Style]] = [(folder, widest, "faint"), (FACTS, len(FACTS), "faint")]
    return columns([*cells, *((HEADINGS.get(one, one.value), _width(one), "faint") for one in ORDER)])


def _row(one: Article, name: str, widest: int) -> list[Line]:
    """The name, wrapped where it is long, and its counts on the first line, each below the end of its heading."""
    counts = [
        (one.facts, len(FACTS), "strong"),
        *((one.standings[each], _width(each), _style(one, each)) for each in ORDER),
    ]
    first, *rest = wrapped(name if one.usable else f"{name} !", widest)
    blank = " " * GAP
    spans = [Span(blank + str(number).rjust(wide), style) for number, wide, style in counts]
    return [line(first + " " * (widest - width_of(first)), *spans), *(line(part) for part in rest)]


def _style(one: Article, standing: Standing) -> Style:
    return STYLES.get(standing, "") if one.standings[standing] else "faint"


def _stacked(one: Article, width: int) -> list[Line]:
    told = ", ".join(f"{one.standings[each]} {each.value}" for each in ORDER)
    lines = [line(part) for part in wrapped(visible(one.path) + ("" if one.usable else " !"), width)]
    return lines + [line("  ", part) for part in wrapped(f"{plural(one.facts, 'fact')}: {told}", width - 2)]


def _against(articles: Sequence[Article], width: int) -> list[Line]:
    """What the columns do not tell: facts that the data are against, and those with a mistake."""
    against, mistaken = sum(one.against for one in articles), sum(one.with_mistakes for one in articles)
    told = [f"{against} refuted or conflicting: factcheck check"] if against else []
    told += [f"{mistaken} with a mistake, counted as left"] if mistaken else []
    unusable = sum(not one.usable for one in articles)
    told += [f"{plural(unusable, 'claim file')} cannot be used: what it holds is not counted"] if unusable else []
    return [line(Span(part, "bad")) for one in told for part in wrapped(one, width)]


def _object(one: Article) -> Json:
    return {
        "claim_file": one.path,
        "title": one.title,
        "text": one.text or None,
        "facts": one.facts,
        **{each.value: one.standings[each] for each in ORDER},
        "refuted or conflicting": one.against,
        "with mistakes": one.with_mistakes,
        "usable": one.usable,
    }
