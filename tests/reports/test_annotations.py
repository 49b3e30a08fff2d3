"""Web Annotations: each position gives the words of its quote, in the text that is given beside."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small import claim, report_on

from factcheck.model.claims import Claim, Statement
from factcheck.model.findings import ClaimResult, Report, StatementResult, Verdict
from factcheck.model.places import Place
from factcheck.reports.annotations import AROUND, render
from factcheck.texts.markdown import read as read_markdown
from factcheck.texts.plain import read as read_plain

Json = dict[str, object]
PLACE = Place("claims/a.yaml")
# Whatever may stand around a quote: markup, marks that count as one or two elsewhere, line ends, spaces that group.
AROUND_IT = st.text(st.sampled_from("ab cd .,\n\r\t*_#`<>&;é😀\u0301\u200b\u00a0\u202e“–1"), max_size=60)


def _report(text: str, quote: str, reads: object = read_plain) -> Report:
    assert callable(reads)
    statement = Statement("T", "P", PLACE, read=reads(text), text_path="claims/a.txt")
    result = ClaimResult(Claim("c", quote, PLACE, PLACE), Verdict.SUPPORTED)
    return Report((StatementResult("claims/a.yaml", statement, (result,)),), ())


def _selected(told: Json) -> list[tuple[list[Json], str]]:
    """The selectors of each annotation with the text that they are of."""
    texts = {one["source"]: one["text"] for one in told["texts"]}  # type: ignore[attr-defined]
    return [(one["target"]["selector"], texts.get(one["target"]["source"], "")) for one in told["items"]]  # type: ignore[attr-defined]


@settings(max_examples=300)
@given(AROUND_IT, AROUND_IT, st.sampled_from([read_plain, read_markdown]))
def test_a_position_gives_the_quote(before: str, after: str, reads: object) -> None:
    quote = "nearly 5,000 “visits” – one 😀 each"
    told = json.loads(render(_report(f"{before} {quote} {after}", quote, reads)))
    for selectors, text in _selected(told):
        if len(selectors) == 2:
            quoted, position = selectors
            start, end = position["start"], position["end"]
            assert isinstance(start, int)
            assert isinstance(end, int)
            assert text[start:end] == quoted["exact"]
            assert text[:start].endswith(str(quoted["prefix"]))
            assert text[end:].startswith(str(quoted["suffix"]))
            assert len(str(quoted["prefix"])) == min(AROUND, start)
            assert str(quoted["exact"]).split()[-1] == "each"


def test_a_position_counts_characters_without_markup() -> None:
    told = json.loads(render(_report("# Ti*t*le 😀\n\nThere were **97** visits.\n", "97 visits", read_markdown)))
    ((selectors, text),) = _selected(told)
    assert text == " Title 😀\n\nThere were 97 visits.\n"
    assert selectors == [
        {"type": "TextQuoteSelector", "exact": "97 visits", "prefix": text[: text.index("97")], "suffix": ".\n"},
        {"type": "TextPositionSelector", "start": text.index("97"), "end": text.index("97") + 9},
    ]


@pytest.mark.parametrize("text", [None, "It was said otherwise.\n", "There were 97 visits. There were 97 visits.\n"])
def test_no_position_is_guessed(text: str | None, tmp_path: Path) -> None:
    """Where the text is not held, holds other words, or holds them twice."""
    told = json.loads(render(report_on(tmp_path, claim("a", "97 visits"), text)))
    (annotation,) = told["items"]
    assert annotation["target"]["selector"] == [{"type": "TextQuoteSelector", "exact": "97 visits"}]


def test_an_annotation_whole(tmp_path: Path) -> None:
    told = json.loads(render(report_on(tmp_path, claim("a", "98 visits", "98"), "There were 98 visits.\n")))
    assert told["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert told["type"] == "AnnotationPage"
    (annotation,) = told["items"]
    shared = {"type": "TextualBody", "format": "text/plain", "language": "en"}
    assert annotation == {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": annotation["id"],
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            {**shared, "purpose": "tagging", "value": "refuted"},
            {**shared, "purpose": "describing", "value": "said 98\nfound 97\nclaim a"},
            {"type": "SpecificResource", "source": "https://office.example/visits", "purpose": "linking"},
        ],
        "target": {
            "source": "https://town.example/speech",
            "selector": [
                {"type": "TextQuoteSelector", "exact": "98 visits", "prefix": "There were ", "suffix": ".\n"},
                {"type": "TextPositionSelector", "start": 11, "end": 20},
            ],
        },
    }
    assert annotation["id"].endswith("claims/speech.yaml#a")


def test_words_of_now_are_marked_where_a_quote_changed(tmp_path: Path) -> None:
    text = "There were nearly 99 visits to libraries.\n"
    told = json.loads(render(report_on(tmp_path, claim("a", "nearly 97 visits to libraries", "nearly 97"), text)))
    (annotation,) = told["items"]
    assert annotation["target"]["selector"][0]["exact"] == "nearly 99 visits to libraries"
    assert annotation["body"][0]["value"] == "not enough evidence"
    assert "quote changed" in annotation["body"][1]["value"]
