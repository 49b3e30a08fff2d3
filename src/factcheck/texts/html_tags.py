"""HTML in pieces, one after the other: tags, comments, entities, words. Whatever is written, the time is linear."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.model.texts import BlockKind

WORDS, TAG, END_TAG, COMMENT, ENTITY = "words", "tag", "end tag", "comment", "entity"

# Between their tags stand no words for a reader; in the first, "<" is no tag.
RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
LEFT_OUT = RAW | {"head", "template", "noscript", "svg", "math", "pre", "select", "object", "audio", "video", "canvas"}
BLOCKS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption", "summary"), BlockKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd", "option"), BlockKind.ITEM),
    **dict.fromkeys(("td", "th"), BlockKind.CELL),
    **dict.fromkeys(
        (
            *("p", "div", "section", "article", "aside", "header", "footer", "nav", "main", "body", "html", "hr"),
            *("address", "blockquote", "center", "details", "dialog", "dl", "fieldset", "figure", "form", "hgroup"),
            *("menu", "ol", "ul", "search", "table", "tr", "thead", "tbody", "tfoot", "title", "legend"),
        ),
        BlockKind.PARAGRAPH,
    ),
}

_PIECE = re.compile(r"[^<&]+|[<&]")
_NAME = re.compile(r"/?([a-zA-Z][^\s/>]{0,40})")
_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_IN_TAG = re.compile(r"[>\"']")
_HIDDEN = re.compile(
    r"\shidden(?=[\s/>=])|\sstyle\s*=\s*[\"'][^\"'<>]{0,400}?(?:display\s*:\s*none|visibility\s*:\s*hidden)",
    re.IGNORECASE,
)


class Piece(NamedTuple):
    """`source[start:end]` and what it is; `name` is that of a tag, in small letters."""

    kind: str
    start: int
    end: int
    name: str = ""
    hidden: bool = False


def pieces(source: str, start: int = 0, end: int | None = None) -> Iterator[Piece]:
    """The pieces, in order; together they are the whole of it."""
    at, stop = start, len(source) if end is None else end
    comments_until, tags_until = source.rfind("-->", at, stop), source.rfind(">", at, stop)
    while at < stop:
        found = _PIECE.match(source, at, stop)
        if found is None:
            raise AssertionError("every character begins a piece")
        piece = Piece(WORDS, at, found.end())
        if found.group() == "&":
            piece = entity(source, at, stop) or piece
        elif found.group() == "<" and at < tags_until:
            piece = (comment(source, at, stop) if at < comments_until else None) or tag(source, at, stop) or piece
        yield piece
        at = piece.end


def tag(source: str, at: int, stop: int) -> Piece | None:
    """The tag, or the declaration, that begins there; None where the sign is only a sign: "p < 0.05"."""
    name = _NAME.match(source, at + 1, stop)
    if name is None and source[at + 1 : at + 2] not in ("!", "?"):
        return None
    closed = _closed(source, at + 1, stop)
    if closed < 0:
        return None
    if name is None:
        return Piece(COMMENT, at, closed)
    kind = END_TAG if source[at + 1] == "/" else TAG
    hidden = kind is TAG and _HIDDEN.search(source, at, closed) is not None
    return Piece(kind, at, closed, name[1].lower(), hidden)


def entity(source: str, at: int, stop: int) -> Piece | None:
    """The entity that begins there: "&amp;", "&#160;"."""
    found = _ENTITY.match(source, at, stop)
    return Piece(ENTITY, at, found.end()) if found else None


def comment(source: str, at: int, stop: int) -> Piece | None:
    """The comment that begins there, if one does and it ends."""
    if not source.startswith("<!--", at):
        return None
    closed = source.find("-->", at + 2, stop)
    return Piece(COMMENT, at, closed + len("-->")) if closed >= 0 else None


def _closed(source: str, at: int, stop: int) -> int:
    """The offset after the ">" that is in no attribute's quotes; where no quote ends, after the first there is.

    That happens once for each of the two quote marks, so that hostile text costs no more than other text.
    """
    quote = ""
    for found in _IN_TAG.finditer(source, at, stop):
        sign = found.group()
        if quote:
            quote = "" if sign == quote else quote
        elif sign == ">":
            return found.end()
        elif source[found.start() - 1] in "= \t\n":
            quote = sign
    return source.find(">", at, stop) + 1 or -1
