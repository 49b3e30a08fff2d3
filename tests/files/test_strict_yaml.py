"""Strict YAML: what is read, what is refused, and where."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases_in import Case, cases_in, told
from factcheck.errors import ExitCode, FactcheckError, Problem
from factcheck.files.nodes import Mapping, Node, Scalar, lines_of, place_within
from factcheck.files.text import read_text
from factcheck.files.yaml import load, read
from factcheck.model.places import Place


def plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {name.text: plain(value) for name, value in node.entries}
    return [plain(item) for item in node.items]


def problems_of(text: str) -> str:
    with pytest.raises(FactcheckError) as refused:
        load(text, "f.yaml")
    return told(refused.value.problems)


def all_problems(text: str) -> tuple[Problem, ...]:
    try:
        load(text, "f.yaml")
    except FactcheckError as refused:
        return refused.problems
    return ()


def the(node: Node, key: str) -> Scalar:
    assert isinstance(node, Mapping)
    found = node.get(key)
    assert isinstance(found, Scalar)
    return found


@pytest.mark.parametrize("case", cases_in("files/yaml.yaml"), ids=lambda case: case["name"])
def test_what_a_text_is_read_as(case: Case) -> None:
    if "problems" in case:
        assert problems_of(case["text"]) == case["problems"]
    else:
        assert repr(plain(load(case["text"], "f.yaml"))) == case["gives"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_a_hundred_thousand_levels_are_refused(opening: str) -> None:
    assert "nested deeper than 32 levels" in problems_of(opening * 100_000)


def test_thirty_two_levels_are_read_and_one_more_is_not() -> None:
    assert load("[" * 32 + "]" * 32, "f.yaml")
    assert "nested deeper" in problems_of("[" * 33 + "]" * 33 + "\n")


def test_a_billion_laughs_are_refused() -> None:
    lines = ["a0: &a0 ha"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    assert "an anchor (&) is not read here" in problems_of("\n".join(lines))


def test_a_huge_number_stays_text() -> None:
    assert the(load("a: " + "9" * 100_000, "f.yaml"), "a").text == "9" * 100_000


def test_a_version_of_many_digits_is_refused() -> None:
    assert problems_of("%YAML 1." + "9" * 10_000 + "\n---\na: 1\n")


def test_an_escape_beyond_all_characters_is_refused() -> None:
    assert "an escape that stands for no character" in problems_of('a: "\\UFFFFFFFF"')


def test_a_text_of_more_than_ten_megabytes_is_refused() -> None:
    assert "larger than 10 MB" in problems_of("a" * 10_000_001)


def test_a_byte_order_mark_moves_no_column(tmp_path: Path) -> None:
    file = tmp_path / "f.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: 1\n")
    root, lines = read(file, "f.yaml")
    assert the(root, "a").place == Place("f.yaml", 1, 4)
    assert lines == ("a: 1", "")


def test_bytes_that_are_no_text_are_shown_where_they_stand(tmp_path: Path) -> None:
    file = tmp_path / "f.yaml"
    file.write_bytes(b"a: 1\nb: caf\xe9\n")
    with pytest.raises(FactcheckError) as refused:
        read(file, "f.yaml")
    assert told(refused.value.problems) == (
        "f.yaml:2:7 bytes that are not UTF-8 text\n  b: caf\ufffd\n        ^\n  save the file as UTF-8 in your editor"
    )


def test_an_absent_file_is_not_checked_rather_than_wrong(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError) as refused:
        read_text(tmp_path / "none.yaml", "none.yaml")
    assert refused.value.problems[0].code is ExitCode.NOT_CHECKED


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match="not a regular file"):
        read_text(tmp_path, "folder")


@given(st.text())
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    assert all(problem.place and problem.message for problem in all_problems(text))


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff\ufffe\uffff\u2028\u2029")))
def test_a_quoted_text_comes_back_as_it_was(text: str) -> None:
    written = "a: '" + text.replace("'", "''") + "'"
    assert the(load(written, "f.yaml"), "a").text == text


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("a: one two", "two", (1, 8)),
        ("a: 'one two'", "two", (1, 9)),
        ("a: 'it''s two'", "two", (1, 11)),
        ('a: "say \\"two\\""', "two", (1, 11)),
        ("a: one\n  and two", "two", (2, 7)),
        ("a: |\n  one\n  and two\n", "two", (3, 7)),
        ("a: >-\n  one\n\n  two\n", "two", (4, 3)),
    ],
)
def test_a_word_inside_a_value_has_its_own_place(text: str, word: str, place: tuple[int, int]) -> None:
    scalar = the(load(text, "f.yaml"), "a")
    found = place_within(scalar, scalar.text.index(word), lines_of(text))
    assert (found.line, found.column) == place
