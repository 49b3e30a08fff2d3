"""Claim files that are drafted, and drafted again after a person has worked on them: nothing of theirs is lost."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases_in import told
from factcheck import checks
from factcheck.claims.extending import Extended, extended
from factcheck.claims.inserting import GONE
from factcheck.claims.load import load as load_claims
from factcheck.claims.writing import Head, claim_file
from factcheck.errors import FactcheckError
from factcheck.files.nodes import Mapping, Scalar
from factcheck.files.nodes import Sequence as ListNode
from factcheck.files.yaml import load as load_yaml
from factcheck.languages import load
from factcheck.statements.drafting import Draft, drafts
from factcheck.texts import plain

ENGLISH = load("en")
TEXT = 'The network has 12 lines.\n\nTrams carry 20,000 people, and it\'s the busiest: "so" it is.\n'
MORE = TEXT + "\nThe council paid 5 million euros.\n"


def drafted(text: str) -> Sequence[Draft]:
    return drafts(plain.read(text), ENGLISH)


def again(old: str, text: str) -> Extended:
    return extended(old, "c.yaml", plain.read(text).text, drafted(text))


def whole(text: str) -> str:
    return claim_file(Head("It's 5: a title", "P", "c.txt"), drafted(text))


@pytest.mark.parametrize("text", [TEXT, MORE, "‘It’s’ 5% — #1: {a} [b] & *c* | > 'd' \"e\" \\ 90 people."])
def test_what_is_drafted_loads_without_a_mistake(text: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "c.txt").write_text(text, encoding="utf-8")
    (tmp_path / "c.yaml").write_text(whole(text), encoding="utf-8")
    file = load_claims(tmp_path / "c.yaml", "c.yaml", {}, language_of=load, gives=checks.gives)
    assert told(file.problems) == ""
    assert [claim.id for claim in file.claims] == [draft.id for draft in drafted(text)]


def test_nothing_changes_where_the_text_did_not() -> None:
    old = whole(TEXT)
    assert again(old, TEXT) == Extended(old)


def test_new_claims_come_at_the_end() -> None:
    old = whole(TEXT)
    made = again(old, MORE)
    assert made.text.startswith(old)
    assert "quote: 'The council paid 5 million euros'" in made.text.removeprefix(old)
    assert len(made.added) == 1


def test_claims_whose_words_are_gone_are_marked_once() -> None:
    old = whole(TEXT)
    text = TEXT.replace("12 lines", "13 lines")
    made = again(old, text)
    lines = made.text.splitlines()
    assert lines[lines.index(f"  {GONE}") + 1].startswith("  - id: 12-")
    assert len(made.gone) == len(made.added) == 1
    assert again(made.text, text) == Extended(made.text)


def test_words_that_come_back_are_told() -> None:
    old = whole(TEXT)
    marked = again(old, TEXT.replace("12 lines", "13 lines"))
    back = again(marked.text, TEXT)
    assert back.back == marked.gone
    assert back.text.count(GONE) == len(["of the old claim, which stays", "of the claim of 13 lines"])


def test_what_a_person_quotes_or_ignores_is_not_drafted_again() -> None:
    mine = "statement: {title: T, publisher: P, text: c.txt}\nclaims:\n- id: mine\n  quote: has 12 lines\n  says: 12\n"
    waived = mine + "ignore:\n- quote: 20,000 people\n  because: a turn of phrase\n"
    assert "20,000" in again(mine, TEXT).text
    made = again(waived, TEXT)
    assert [one for one in made.added if "12" in one or "20000" in one] == []
    assert made.text.endswith("ignore:\n- quote: 20,000 people\n  because: a turn of phrase\n")


ENDS = ["\n", "\r\n"]
COMMENTS = ["", "# a note of mine\n", "  # another, with  blanks  \n", "\n"]
CLAIMS = [
    "- id: a\n  quote: has 12 lines\n",
    "- id: b # why\n  quote: >-\n    Trams carry\n    20,000 people\n  note: |\n    kept\n\n    as it is\n",
    "-   id: c\n    quote: \"words that are not there\"\n    says: '5'\n",
    "- {id: d, quote: nor are these}\n",
    "- # alone\n  id: f\n  quote: nowhere\n",
    "- quote: gone\n  id: e\n  note: >-\n    the last words\n",
]
TAILS = ["", "ignore:\n- {quote: so, because: why}\n", "# the end\n", "\n\n", "\n# before ignore\nignore: []\n"]


def _file(head: str, parts: list[tuple[str, str]], indent: str, tail: str, end: str, mark: str, cut: bool) -> str:
    claims = "".join(
        indent + line if line.strip() else line for part in parts for line in "".join(part).splitlines(True)
    )
    text = f"{head}statement:\n  title: T\n  publisher: P\n  text: c.txt\nclaims:\n{claims}{tail}"
    return mark + (text.rstrip("\n") if cut else text).replace("\n", end)


FILES = st.builds(
    _file,
    st.sampled_from(["# top\n", "", "\n"]),
    st.lists(
        st.tuples(st.sampled_from(COMMENTS), st.sampled_from(CLAIMS)), min_size=1, max_size=6, unique_by=lambda p: p[1]
    ),
    st.sampled_from(["", "  ", "    "]),
    st.sampled_from(TAILS),
    st.sampled_from(ENDS),
    st.sampled_from(["", "\ufeff"]),
    st.booleans(),
)


@given(old=FILES, text=st.sampled_from([TEXT, MORE, "Nothing here.", TEXT.replace("12", "13")]))
def test_every_byte_of_a_person_survives(old: str, text: str) -> None:
    made = again(old, text)
    rest = iter(made.text)
    assert all(character in rest for character in old)
    new = made.text.splitlines(keepends=True)
    at = 0
    for line in old.splitlines(keepends=True)[:-1]:
        at = new.index(line, at) + 1
    load_yaml(made.text.removeprefix("\ufeff"), "c.yaml")
    assert again(made.text, text) == Extended(made.text, back=again(made.text, text).back)


def test_a_list_on_one_line_is_refused() -> None:
    old = "statement: {title: T, publisher: P, text: c.txt}\nclaims: [{id: a, quote: has 12 lines}]\n"
    with pytest.raises(FactcheckError) as refused:
        again(old, MORE)
    assert told(refused.value.problems) == (
        "c.yaml:2:9 claims cannot be added to this list\n"
        "  write claims: as a list, each claim below a hyphen on a line of its own; nothing was written"
    )


def test_a_file_that_ends_in_a_mark_is_refused_whole() -> None:
    old = "statement: {title: T, publisher: P, text: c.txt}\nclaims:\n- {id: a, quote: has 12 lines}\n...\n"
    with pytest.raises(FactcheckError) as refused:
        again(old, MORE)
    assert "nothing was written" in refused.value.problems[0].remedy


HEAD = "statement: {title: T, publisher: P, text: c.txt}\n"


@pytest.mark.parametrize(
    ("style", "kept"),
    [("|+", "many\n\n\n"), (">+", "many\n\n\n"), ("|", "many\n"), ("|-", "many")],
)
def test_empty_lines_that_a_note_keeps_stay_its_own(style: str, kept: str) -> None:
    old = f"{HEAD}claims:\n- id: a\n  quote: has 12 lines\n  note: {style}\n    many\n\n\nignore: []\n"
    made = again(old, TEXT)
    assert made.added
    assert _note(old) == _note(made.text) == kept


def _note(file: str) -> str:
    root = load_yaml(file, "c.yaml")
    claims = root.get("claims") if isinstance(root, Mapping) else None
    first = claims.items[0] if isinstance(claims, ListNode) else None
    note = first.get("note") if isinstance(first, Mapping) else None
    assert isinstance(note, Scalar)
    return note.text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_new_lines_end_as_the_others(end: str) -> None:
    old = f"{HEAD}claims:\n- id: a\n  quote: has 13 lines\n".replace("\n", end)
    new = again(old, TEXT).text.removesuffix(end).split(end)
    assert not any("\n" in line or "\r" in line for line in new)


@pytest.mark.parametrize("file", [HEAD, HEAD + "claims:\n", HEAD + "claims: # soon", "claims:\n" + HEAD])
def test_claims_are_begun_where_there_are_none(file: str) -> None:
    made = again(file, TEXT)
    assert len(made.added) == len(drafted(TEXT))
    assert again(made.text, TEXT) == Extended(made.text)


@pytest.mark.parametrize("file", ["claims: no\n" + HEAD, "claims:\n", "a: b\n", "- a\n", "claims: ''\n" + HEAD])
def test_what_is_no_claim_file_is_refused(file: str) -> None:
    with pytest.raises(FactcheckError, match="not a claim file"):
        again(file, TEXT)


@pytest.mark.parametrize(
    ("other", "has"),
    [
        ("claims:\n- id: b\n  quote: has 12 lines\n", True),
        ("ignore:\n- quote: has 12 lines\n  because: theirs\n", True),
        ("claims:\n- id: b\n  quote: has 13 lines\n", False),
        ("claims: [\n", False),
    ],
)
def test_what_another_file_about_the_text_has_is_not_added(other: str, has: bool) -> None:
    made = extended(HEAD, "c.yaml", TEXT, drafted(TEXT), [(HEAD + other, "d.yaml")])
    assert ("12-" in made.text) is not has
